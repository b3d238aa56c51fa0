// Copying a letter, taking a better wording, and showing where a finding is.
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
  const form = field.form, values = new FormData(form);
  values.set("do", "copied");
  fetch(form.action, { method: "POST", body: values, credentials: "same-origin", headers: { "X-Requested-With": "afterword" } });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const field = text();
  if (button.matches("[data-copy]")) copy();
  if (!field) return;
  const [start, end] = [Number(button.dataset.start), Number(button.dataset.end)];
  if (button.matches("[data-use]")) {
    event.preventDefault();
    field.setRangeText(button.dataset.use, start, end, "end");
    field.focus(); changed(field);
  } else if (button.matches("[data-show]")) {
    field.focus(); field.setSelectionRange(start, end);
  } else if (button.matches("[data-insert]")) {
    field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
    field.focus(); changed(field);
  }
});

document.addEventListener("input", () => {
  const link = document.querySelector("[data-mailto]"), field = text();
  if (!link || !field) return;
  const subject = document.querySelector("#subject")?.value || "";
  const address = link.href.split("?")[0];
  link.href = `${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(field.value.replaceAll("\n", "\r\n"))}`;
});
