// Forms that act answer without a page load: the new page's content takes the place of the old.
function send(form, button) {
  const values = new FormData(form, button);
  return fetch(button?.getAttribute("formaction") || form.action, {
    method: "POST", body: values, credentials: "same-origin", headers: { "X-Requested-With": "boost" },
  });
}

async function take(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const content = page.querySelector("#main");
  if (!content) return location.assign(answer.url);
  const opened = new URL(answer.url);
  if (opened.pathname + opened.search !== location.pathname + location.search) history.pushState({}, "", answer.url);
  const swap = () => {
    document.querySelector("#main").replaceWith(document.adoptNode(content));
    document.title = page.title;
    for (const name of [".places", ".bar"]) {
      const [old, fresh] = [document.querySelector(name), page.querySelector(name)];
      if (old && fresh) old.replaceWith(document.adoptNode(fresh));
    }
    window.htmx?.process(content);
    document.dispatchEvent(new CustomEvent("htmx:afterSettle"));
    // A live region speaks when it changes: what was swapped in with its words stays silent.
    const said = content.querySelector("#said");
    const words = said && [...said.childNodes];
    if (words?.length) { said.replaceChildren(); requestAnimationFrame(() => said.replaceChildren(...words)); }
    content.focus({ preventScroll: true });
    if (opened.pathname !== take.before) scrollTo(0, 0);
    take.before = opened.pathname;
  };
  swap();
}
take.before = location.pathname;

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-boost]") || event.defaultPrevented) return;
  event.preventDefault();
  form.setAttribute("aria-busy", "true");
  try {
    await take(await send(form, event.submitter));
  } catch {
    form.removeAttribute("data-boost");  // the network failed: let the browser say so
    form.requestSubmit(event.submitter);
  }
});
addEventListener("popstate", () => location.reload());
