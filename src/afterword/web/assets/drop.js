// A file can be dropped anywhere on the form that asks for one; its field stays, and takes it.
const brings = (event) => Boolean(event.dataTransfer?.types.includes("Files"));
const asks = () => document.querySelector("form[data-drop]");
const under = (event) => (event.target instanceof Element ? event.target.closest("form[data-drop]") : null);

function mark(form) {
  for (const one of document.querySelectorAll("form[data-drop]")) one.classList.toggle("over", one === form);
}

function say(form, words, name) {
  const said = form.querySelector("[data-drop-said]");
  said.textContent = name ? said.dataset[words].replace("{}", name) : "";
}

document.addEventListener("dragover", (event) => {
  if (!brings(event) || !asks()) return;
  event.preventDefault();  // else the browser leaves the page, with whatever was typed, for the file
  const form = under(event);
  event.dataTransfer.dropEffect = form ? "copy" : "none";
  mark(form);
});
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) mark(null); });

document.addEventListener("drop", (event) => {
  if (!brings(event) || !asks()) return;
  event.preventDefault();
  mark(null);
  const form = under(event), [file, ...more] = event.dataTransfer.files;
  if (!form || !file) return;
  const field = form.querySelector("input[type=file]"), one = new DataTransfer();
  one.items.add(file);
  field.files = one.files;
  field.focus();
  say(form, more.length ? "first" : "chosen", file.name);
});

document.addEventListener("change", (event) => {
  const form = under(event);
  if (form && event.target.matches("input[type=file]")) say(form, "chosen", event.target.files[0]?.name);
});
