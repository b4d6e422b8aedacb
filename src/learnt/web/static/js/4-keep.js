// A draft's fields: what was written and is not yet sent goes out before the page does.
(() => {
  "use strict";
  const written = new Map(), sent = new Map();
  const kept = (element) => element instanceof Element && element.closest("form[data-autosave]");

  document.addEventListener("input", (event) => {
    const form = kept(event.target);
    if (form) written.set(form, (written.get(form) || 0) + 1);
  });
  document.addEventListener("htmx:beforeSend", (event) => {
    const form = kept(event.target);
    if (form) sent.set(form, written.get(form));
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = kept(event.target);
    if (form && event.detail.successful && sent.get(form) === written.get(form)) written.delete(form);
  });
  // Left by a link, by the way back, by closing the window.
  addEventListener("pagehide", () => written.forEach((_, form) => {
    if (form.isConnected) navigator.sendBeacon(form.action, new FormData(form));
  }));
  // Left by a button such as Save: the fields come first, or the deck would be without them.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!written.size || kept(form) || form.hasAttribute("hx-post")) return;
    event.preventDefault();
    const ways = [...written.keys()].filter((one) => one.isConnected).map((one) =>
      fetch(one.action, { method: "POST", body: new FormData(one), headers: { "HX-Request": "true" } }));
    Promise.all(ways).then(async (answers) => {
      const refused = answers.find((one) => !one.ok); // a field that cannot be: nothing is saved without it
      if (refused) { htmx.swap("#notice", await refused.text(), { swapStyle: "innerHTML" }); return; }
      written.clear();
      form.submit();
    }, () => document.dispatchEvent(new Event("htmx:sendError")));
  }, true);
})();
