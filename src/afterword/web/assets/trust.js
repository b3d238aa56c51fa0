// The browser is told to take no text for a page unless it passes here: what our own server sent.
// For text that would become a script there is no way through at all.
globalThis.trustedTypes?.createPolicy("default", { createHTML: (page) => page });
