// Single keys outside of fields, where the person wants them; and the palette that teaches them.
const on = () => document.body.hasAttribute("data-keys");
const FIELDS = "input, textarea, select, [contenteditable]";
let going = -1500;

const items = () => [...document.querySelectorAll("main [data-item]")].filter((one) => one.checkVisibility());
const current = () => document.activeElement?.closest("[data-item]") || document.querySelector("main .now");

function move(by) {
  const all = items();
  if (!all.length) return;
  const at = all.indexOf(current());
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))];
  document.querySelector("main .now")?.classList.remove("now");
  next.classList.add("now");
  next.focus();
}

// What a key means depends on where one is: within the current thing first, then on the page.
function target(key) {
  const wanted = `[data-key="${CSS.escape(key)}"]`;
  const found = current()?.querySelector(wanted) || document.querySelector(`main ${wanted}`) || document.querySelector(wanted);
  return found?.checkVisibility() ? found : null;
}

function press(element) {
  if (element.matches("input")) return element.focus();
  element.click();
}

// While a form or another page is on its way, this page is no longer the one that is meant.
const GOING = 2000;
let left = -GOING;
const away = () => document.querySelector("form[aria-busy], #said[data-settling]") || performance.now() - left < GOING;

function leave(event, away) {
  if (event.defaultPrevented || !away) return;
  left = performance.now();
  setTimeout(catchUp, GOING);  // it was a download, or the network failed
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  leave(event, link && !link.target && !link.hash && link.protocol.startsWith("http"));
});
document.addEventListener("submit", (event) => leave(event, true));
addEventListener("pageshow", () => { left = -GOING; });

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); return palette(); }
  if (!on() || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(FIELDS) || document.querySelector("dialog[open]")) return;
  if (away()) return window.early.hold(event);
  if (pressed(event.key, event.timeStamp)) event.preventDefault();
});

// Do what a key means, pressed at a moment of the page's clock; return whether it meant anything.
function pressed(key, at = performance.now()) {
  if (at - going < 1500) {
    going = -1500;
    const place = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    place?.click();
    return Boolean(place);
  }
  if (key === "g") { going = at; return false; }
  if (key === "j" || key === "k") { move(key === "j" ? 1 : -1); return true; }
  if (key === "Enter") {
    if (document.activeElement?.matches("[data-item]")) document.activeElement.querySelector("[data-open]")?.click();
    return false;
  }
  const found = key.length === 1 && target(key);
  if (found) press(found);
  return Boolean(found);
}

// Keys that came before this module, or while the last page was leaving.
function catchUp() {
  window.early.ready = true;
  const keys = window.early.take();
  for (const [place, key] of keys.entries()) {
    if (!on()) return;
    if (away()) return keys.slice(place).forEach((rest) => window.early.hold({ key: rest, target: document.body }));
    pressed(key);
  }
}
// After the frame in which what was said comes back, with its undo.
document.addEventListener("htmx:afterSettle", () => requestAnimationFrame(() => setTimeout(catchUp)));
catchUp();

// The palette: everything on this page that can be pressed, with its key beside it.
function entries() {
  const seen = new Set();
  return [...document.querySelectorAll(".places a, .top .end a, main a.button, main button")]
    .filter((one) => !one.closest("dialog") && one.checkVisibility())
    .map((one) => {
      const copy = one.cloneNode(true);
      copy.querySelectorAll("kbd").forEach((kbd) => kbd.remove());
      const heading = one.closest("[data-item]")?.querySelector("h3")?.textContent.trim();
      const key = one.dataset.go ? `g ${one.dataset.go}` : one.dataset.key || "";
      return { one, key, label: [copy.textContent.trim(), heading].filter(Boolean).join(" – ") };
    })
    .filter(({ label }) => label && !seen.has(label) && seen.add(label));
}

function palette() {
  const open = document.querySelector("dialog.commands");
  if (open) return open.remove();
  const dialog = document.createElement("dialog");
  dialog.className = "commands";
  dialog.setAttribute("aria-label", document.body.dataset.commands);
  const field = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off", placeholder: document.body.dataset.ask });
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-label", document.body.dataset.ask);
  field.setAttribute("aria-controls", "commands");
  field.setAttribute("aria-expanded", "true");
  const list = Object.assign(document.createElement("div"), { className: "palette", id: "commands" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.body.dataset.commands);
  dialog.append(field, list);
  const all = entries();
  let chosen = 0, shown = [];
  const draw = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = all.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
    chosen = Math.min(chosen, Math.max(0, shown.length - 1));
    list.replaceChildren(...shown.map(({ label, key, one }, place) => {
      const row = Object.assign(document.createElement("button"), { type: "button", textContent: label, tabIndex: -1, id: `command-${place}` });
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", String(place === chosen));
      if (key) row.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      row.addEventListener("click", () => run(one));
      return row;
    }));
    field.setAttribute("aria-activedescendant", shown.length ? `command-${chosen}` : "");
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  };
  const run = (one) => { dialog.close(); one.click(); };
  field.addEventListener("input", () => { chosen = 0; draw(); });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") chosen = Math.min(shown.length - 1, chosen + 1);
    else if (event.key === "ArrowUp") chosen = Math.max(0, chosen - 1);
    else if (event.key === "Enter" && shown[chosen]) { event.preventDefault(); return run(shown[chosen].one); }
    else return;
    event.preventDefault(); draw();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  draw();
  dialog.showModal();
  field.focus();
}
