// Forms that act, and links that only change a page's words, answer without a page load: the new
// page's content takes the place of the old.
const BOOST = { "X-Requested-With": "boost" };

function send(form, button) {
  const values = new FormData(form, button);
  const address = button?.getAttribute("formaction") || form.action;
  if (form.method === "get") {
    const asked = new URL(address);
    asked.search = new URLSearchParams(values);
    return fetch(asked, { credentials: "same-origin", headers: BOOST });
  }
  return fetch(address, { method: "POST", body: values, credentials: "same-origin", headers: BOOST });
}

// Which of the things on the page the keyboard was at, so that it stays there.
const things = () => [...document.querySelectorAll("main [data-item]")].filter((one) => one.checkVisibility());
const place = () => things().indexOf(document.activeElement?.closest("[data-item]") || document.querySelector("main .now"));

function stay(content, at) {
  const thing = at < 0 ? null : things()[Math.min(at, things().length - 1)];
  thing?.classList.add("now");
  (thing || content).focus({ preventScroll: true });
}

async function take(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const content = page.querySelector("#main");
  const signedOut = document.querySelector(".places") && !page.querySelector(".places");
  if (!content || signedOut) return location.assign(answer.url);
  const opened = new URL(answer.url), same = opened.pathname === location.pathname;
  if (opened.pathname + opened.search !== location.pathname + location.search) history.pushState({}, "", answer.url);
  const at = same ? place() : -1;
  document.querySelector("#main").replaceWith(document.adoptNode(content));
  document.title = page.title;
  for (const name of [".places", ".bar"]) {
    const [old, fresh] = [document.querySelector(name), page.querySelector(name)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  window.htmx?.process(content);
  stay(content, at);
  if (!same) scrollTo(0, 0);
  // A live region speaks when it changes: what was swapped in with its words stays silent. Whoever
  // waits for the page, such as a key that undoes, waits for the words too.
  const settled = () => document.dispatchEvent(new CustomEvent("htmx:afterSettle"));
  const said = content.querySelector("#said");
  const words = said ? [...said.childNodes] : [];
  if (!words.some((one) => one.nodeType === Node.ELEMENT_NODE)) return settled();
  said.replaceChildren();
  said.setAttribute("data-settling", "");
  setTimeout(() => { said.replaceChildren(...words); said.removeAttribute("data-settling"); settled(); }, 20);
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-boost]") || event.defaultPrevented) return;
  event.preventDefault();
  if (form.hasAttribute("aria-busy")) return;  // pressed twice
  form.setAttribute("aria-busy", "true");
  try {
    await take(await send(form, event.submitter));
  } catch {
    form.removeAttribute("data-boost");  // the network failed: let the browser say so
    form.requestSubmit(event.submitter);
  }
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-boost]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    await take(await fetch(link.href, { credentials: "same-origin", headers: BOOST }));
  } catch {
    location.assign(link.href);
  }
});
addEventListener("popstate", () => location.reload());
