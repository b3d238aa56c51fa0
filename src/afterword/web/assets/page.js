// What JavaScript adds to pages that work without it.
import "./boost.js";
import "./copy.js";
import "./keys.js";

document.documentElement.classList.add("js");

// The browser knows the zone; a person need not spell it.
export function settle(root = document) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  for (const field of root.querySelectorAll("input[data-zone]")) if (!field.value) field.value = zone;
}
settle();
document.addEventListener("htmx:afterSettle", () => settle());
