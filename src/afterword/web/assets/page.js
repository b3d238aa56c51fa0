// What JavaScript adds to pages that work without it.
import "./boost.js";
import "./copy.js";
import "./drop.js";
import "./keys.js";
import { notice } from "./notice.js";
import "./remind.js";

// The browser knows the zone; a person need not spell it.
export function settle(root = document) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  for (const field of root.querySelectorAll("input[data-zone]")) if (!field.value) field.value = zone;
}
settle();
notice();
document.addEventListener("htmx:afterSettle", () => { settle(); notice(); });
