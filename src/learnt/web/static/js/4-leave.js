// A page asks before it is left, where something was written in it that is nowhere else.
(() => {
  "use strict";
  const open = new WeakSet();  // written in, here and since it was last sent: what a browser restores was sent
  let meant = false;
  const chosen = (list, by) => Math.max(0, [...list.options].findIndex((one) => one[by]));
  const differs = (one) => {
    if (one.matches("[type=checkbox], [type=radio]")) return one.checked !== one.defaultChecked;
    if (one.matches("select")) return chosen(one, "selected") !== chosen(one, "defaultSelected");
    return one.matches("textarea, input:not([type=hidden], [type=file])") && one.value !== one.defaultValue;
  };
  const changed = (form) => form.dataset.ask === "changed" || (open.has(form) && [...form.elements].some(differs));

  addEventListener("beforeunload", (event) => {
    if (!meant && [...document.querySelectorAll("form[data-ask]")].some(changed)) event.preventDefault();
    meant = false;
  });
  // A press on "Leave it as it was" is meant; the key that is struck once too often may not be.
  document.addEventListener("click", (event) => { meant = event.isTrusted && Boolean(event.target.closest("[data-leave]")); });
  document.addEventListener("submit", ({ target }) => { open.delete(target); if (target.dataset.ask) target.dataset.ask = ""; });
  document.addEventListener("htmx:responseError", ({ target }) => {
    const form = target.closest("form");
    if (!form) return;
    open.add(form);
    if ("autosave" in form.dataset) form.dataset.ask = "changed";  // refused, it is in this page alone
  });
  document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
    const form = target.closest("form[data-autosave]");
    if (form && detail.successful) delete form.dataset.ask;
  });
  document.addEventListener("input", (event) => { if (event.target.form) open.add(event.target.form); });
})();
