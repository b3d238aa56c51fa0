// Keys pressed while a page is still on its way are held here, until keys.js takes them up.
document.documentElement.classList.add("js");  // before anything shows, so that nothing shows and goes
(() => {
  const FRESH = 3000, FIELDS = "input, textarea, select, [contenteditable], dialog";
  const held = () => JSON.parse(sessionStorage.getItem("keys") || "[]");
  const early = {
    ready: false,
    hold({ key, target, ctrlKey, metaKey, altKey }) {
      if (ctrlKey || metaKey || altKey || target.closest?.(FIELDS) || (key.length > 1 && key !== "Enter")) return;
      sessionStorage.setItem("keys", JSON.stringify([...held(), { key, at: Date.now() }]));
    },
    take() {
      const keys = held().filter(({ at }) => Date.now() - at < FRESH);
      sessionStorage.removeItem("keys");
      return keys.map(({ key }) => key);
    },
  };
  addEventListener("keydown", (event) => early.ready || early.hold(event));
  window.early = early;
})();
