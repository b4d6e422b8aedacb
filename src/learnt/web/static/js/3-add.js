// Add: a paste or a dropped file is read at once; one more point grows where it is wanted.
(() => {
  "use strict";
  const MOST = 3000000;  // letters of rich text that the program looks at
  document.addEventListener("paste", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLTextAreaElement) || !box.closest("[data-paste]") || box.value) return;
    const rich = box.form.elements.html;
    const html = event.clipboardData ? event.clipboardData.getData("text/html") : "";
    setTimeout(() => {
      if (rich) rich.value = html.length + box.value.length <= MOST ? html : "";
      if (box.value.includes("\n") || (!box.value && rich && rich.value)) box.form.requestSubmit();
    });
  });
  // What is typed after a paste is newer than its rich form.
  document.addEventListener("input", (event) => {
    const box = event.target;
    if (box instanceof HTMLTextAreaElement && box.closest("[data-paste]") && box.form.elements.html) box.form.elements.html.value = "";
  });
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box instanceof HTMLInputElement && box.type === "file" && box.closest("[data-paste]") && box.files.length) box.form.requestSubmit();
  });
  const over = (event) => {
    const form = document.querySelector("[data-paste]");
    if (!form || ![...event.dataTransfer.types].includes("Files")) return null;
    event.preventDefault();
    return form;
  };
  document.addEventListener("dragover", (event) => { const form = over(event); if (form) form.classList.add("over"); });
  document.addEventListener("dragleave", (event) => { const form = document.querySelector("[data-paste]"); if (form && !event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    const form = over(event);
    if (!form) return;
    form.classList.remove("over");
    const field = form.querySelector("input[type=file]");
    field.files = event.dataTransfer.files;
    form.requestSubmit();
  });

  document.addEventListener("input", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLTextAreaElement) || !("more" in box.dataset) || !box.value) return;
    const row = box.closest(".edit-point");
    const next = row.cloneNode(true);
    next.querySelector("textarea").value = "";
    delete box.dataset.more;
    row.after(next);
  });
  // Escape and a click elsewhere close a menu.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
  });
})();
