// The button that prints: shown where a script can press it.
(() => {
  const ready = () => document.querySelectorAll("[data-print]").forEach((one) => { one.hidden = false; });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
