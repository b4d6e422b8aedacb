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
  // A card that was changed in another tab too comes back as it is now, but under nobody's hands.
  let hands = -1;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = kept(event.detail.requestConfig.elt);
    if (!form || !event.detail.target.matches(".row-card") || !event.detail.xhr.getResponseHeader("HX-Reswap")) return;
    if (sent.get(form) !== written.get(form)) event.detail.shouldSwap = false;
    hands = [...form.elements].indexOf(document.activeElement);
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const form = hands < 0 ? null : document.getElementById(event.target.id)?.querySelector("form[data-autosave]");
    if (form) form.elements[hands]?.focus();
    hands = -1;
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
