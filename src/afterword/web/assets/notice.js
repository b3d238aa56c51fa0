// What just changed stays in sight for ten seconds, with its way back; then it keeps its place.
const SECONDS = 10;
let waiting = 0;

export function notice() {
  const said = document.querySelector("#said");
  clearTimeout(waiting);
  if (!said?.querySelector("[data-key=u]")) return;
  said.classList.add("fresh");
  waiting = setTimeout(() => said.classList.remove("fresh"), SECONDS * 1000);
}

// The key `?` shows the list in place, so that nothing that is being written is left for it.
async function list(address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [title, keys] = [page.querySelector("#keys"), page.querySelector("[data-keys-list]")];
  if (!title || !keys) return location.assign(address);
  const dialog = document.createElement("dialog");
  const close = Object.assign(document.createElement("button"), { textContent: keys.dataset.close });
  close.addEventListener("click", () => dialog.close());
  dialog.setAttribute("aria-labelledby", "keys");
  Object.assign(title, { tabIndex: -1, autofocus: true });  // begin at the top, not at its button
  dialog.append(title, keys, close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(document.adoptNode(dialog));
  dialog.showModal();
}

// A key presses the link by itself, which is not a trusted event; a mouse goes to the page.
document.addEventListener("click", (event) => {
  const help = event.target.closest("[data-key='?']");
  if (!help || event.isTrusted) return;
  event.preventDefault();
  list(help.href);
}, { capture: true });
