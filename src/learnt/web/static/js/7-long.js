// What takes a while says so on its button, and is not begun twice.
(() => {
  "use strict";
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.long || event.defaultPrevented) return;
    if (form.dataset.begun) { event.preventDefault(); return; }
    form.dataset.begun = "1";
    const button = form.querySelector("button");
    form.dataset.before = button.textContent;
    button.textContent = form.dataset.long;
    button.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    document.querySelectorAll("form[data-begun]").forEach((form) => {
      const button = form.querySelector("button");
      button.textContent = form.dataset.before;
      button.removeAttribute("aria-disabled");
      delete form.dataset.begun;
    });
  });
})();
