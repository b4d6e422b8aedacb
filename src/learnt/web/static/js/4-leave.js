// A page asks before it is left, where something was written in it that is nowhere else.
(() => {
  "use strict";
  const sent = new WeakSet();
  let meant = false;
  const chosen = (list, by) => Math.max(0, [...list.options].findIndex((one) => one[by]));
  const differs = (one) => {
    if (one.matches("[type=checkbox], [type=radio]")) return one.checked !== one.defaultChecked;
    if (one.matches("select")) return chosen(one, "selected") !== chosen(one, "defaultSelected");
    return one.matches("textarea, input:not([type=hidden], [type=file])") && one.value !== one.defaultValue;
  };
  const changed = (form) => !sent.has(form) && (form.dataset.ask === "changed" || [...form.elements].some(differs));

  addEventListener("beforeunload", (event) => {
    if (!meant && [...document.querySelectorAll("form[data-ask]")].some(changed)) event.preventDefault();
    meant = false;
  });
  // A press on "Leave it as it was" is meant; the key that is struck once too often may not be.
  document.addEventListener("click", (event) => { meant = event.isTrusted && Boolean(event.target.closest("[data-leave]")); });
  document.addEventListener("submit", (event) => { sent.add(event.target); });
  document.addEventListener("input", (event) => { if (event.target.form) sent.delete(event.target.form); });
  addEventListener("pageshow", () => { document.querySelectorAll("form[data-ask]").forEach((one) => sent.delete(one)); });
})();
