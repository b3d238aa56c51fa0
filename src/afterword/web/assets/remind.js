// Says when something can be done, while a page lies open: once a day at most, and not at night.
const EVERY = 5 * 60 * 1000, MORNING = 8, EVENING = 20;
const kept = (name) => localStorage.getItem(`afterword-${name}`) || "";
const keep = (name, value) => localStorage.setItem(`afterword-${name}`, value);
const possible = () => "Notification" in window && window.isSecureContext;
const on = () => possible() && kept("remind") === "on" && Notification.permission === "granted";
const day = (now) => `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`;

async function open() {
  const answer = await fetch("/due.json", { credentials: "same-origin", redirect: "error" });
  return answer.ok ? (await answer.json()).steps : [];
}

// What was there already when it was switched on, or was told, is not told again.
function seen(steps) { keep("seen", JSON.stringify(steps.map((step) => step.id))); }

async function look() {
  const now = new Date();
  if (!on() || now.getHours() < MORNING || now.getHours() >= EVENING || kept("told") === day(now)) return;
  const steps = await open(), known = JSON.parse(kept("seen") || "[]");
  const fresh = steps.filter((step) => !known.includes(step.id));
  if (!fresh.length) return;
  keep("told", day(now));  // before it shows: of two tabs one is enough
  seen(steps);
  const more = fresh.length > 1 ? ` +${fresh.length - 1}` : "";
  const shown = new Notification("Afterword", { body: fresh[0].said + more, tag: "afterword" });
  shown.onclick = () => { window.focus(); location.assign("/"); shown.close(); };
}

function show(word) {
  const said = document.querySelector("[data-remind-said]");
  if (!said) return;
  if (word) said.textContent = said.dataset[word] || "";
  for (const one of document.querySelectorAll("[data-remind]")) one.hidden = on();
  for (const one of document.querySelectorAll("[data-remind-off]")) one.hidden = !on();
}

async function begin() {
  if (!possible()) return show("cannot");
  if ((await Notification.requestPermission()) !== "granted") return show("refused");
  try { seen(await open()); } catch { /* then everything is news */ }
  keep("remind", "on");
  show("on");
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-remind]")) begin();
  if (event.target.closest("[data-remind-off]")) { keep("remind", ""); show("off"); }
  if (event.target.matches("[data-whole]")) event.target.select();
});
document.addEventListener("htmx:afterSettle", () => show());
show(on() ? "on" : "");
setInterval(() => look().catch(() => {}), EVERY);
look().catch(() => {});
