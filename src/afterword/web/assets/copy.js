// Copying a letter, taking a better wording, showing where a finding is, and losing nothing.
const text = () => document.querySelector("#text");

function changed(field) { field.dispatchEvent(new Event("input", { bubbles: true })); }

function say(words) {
  const said = document.querySelector("[data-copied]");
  if (said) said.textContent = words;
}

async function copy() {
  const field = text(), said = document.querySelector("[data-copied]");
  const stops = Number(document.querySelector("#findings")?.dataset.stops || 0);
  // Never forbidden, and asked once, in words.
  if (stops && said.textContent !== said.dataset.ask) return say(said.dataset.ask);
  try {
    await navigator.clipboard.writeText(field.value);
    say(said.dataset.done);
  } catch {
    field.focus(); field.select();
    say(said.dataset.select);
  }
  document.querySelector("[data-after-copy]")?.setAttribute("data-shown", "");
  keep(field, "copied");
}

function keep(field, what) {
  const form = field.form, values = new FormData(form);
  values.set("do", what);
  delete form.dataset.typed;
  fetch(form.action, { method: "POST", body: values, credentials: "same-origin", keepalive: true, headers: { "X-Requested-With": "afterword" } });
}

// Words that were typed and not yet kept are kept when the page is left.
function leaving() {
  const field = text();
  if (field?.form?.dataset.typed) keep(field, "save");
}
addEventListener("pagehide", leaving);
document.addEventListener("click", (event) => { if (event.target.closest("a[data-boost]")) leaving(); }, { capture: true });

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const field = text();
  if (button.matches("[data-copy]")) copy();
  if (!field) return;
  const [start, end] = [Number(button.dataset.start), Number(button.dataset.end)];
  if (button.matches("[data-use]")) {
    event.preventDefault();
    field.setRangeText(button.dataset.use, start, end, "select");
    field.focus(); changed(field);
  } else if (button.matches("[data-cut]")) {
    event.preventDefault();
    const gap = field.value[start - 1] === " " && /[ .,;]/.test(field.value[end] || " ") ? 1 : 0;
    field.setRangeText("", start - gap, end, "end");
    field.focus(); changed(field);
  } else if (button.matches("[data-show]")) {
    field.focus(); field.setSelectionRange(start, end);
  } else if (button.matches("[data-insert]")) {
    field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
    field.focus(); changed(field);
  }
});

// Pressing a finding selects what it speaks of, anywhere on it that is not a button.
document.addEventListener("click", (event) => {
  const show = event.target.closest("button, a") ? null : event.target.closest(".finding")?.querySelector("[data-show]");
  show?.click();
});

document.addEventListener("input", (event) => {
  if (event.target.form?.matches("[data-letter-form]")) event.target.form.dataset.typed = "yes";
  const link = document.querySelector("[data-mailto]"), field = text();
  if (!link || !field) return;
  const subject = document.querySelector("#subject")?.value || "";
  const address = link.href.split("?")[0];
  link.href = `${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(field.value.replaceAll("\n", "\r\n"))}`;
});

// Typed before this module was there.
const early = text();
if (early && early.value !== early.defaultValue) changed(early);
