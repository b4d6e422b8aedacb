// Facts: selected words go into the form that adds one, and the card that was corrected keeps the focus.
(() => {
  "use strict";
  let card = "";
  document.addEventListener("submit", (event) => {
    const form = event.target;
    card = form.closest(".fact-card") ? form.elements.card.value : "";
  }, true);
  document.addEventListener("htmx:afterSettle", () => {
    const place = card && document.getElementById(`facts-${card}`);
    card = "";
    if (place) place.focus({ preventScroll: true });
    if (place) place.scrollIntoView({ block: "nearest" });
  });

  let chosen = null;  // a press on the form takes the selection away, so it is remembered
  const fill = (details) => {
    const form = details.querySelector("form");
    if (!chosen || chosen.card !== details.dataset.card) return;
    form.elements.quote.value = chosen.quote;
    form.elements.point.value = chosen.point;
    form.elements.start.value = String(chosen.start);
  };
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const quote = selection.toString().trim();
    if (!quote || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const from = range.startContainer.parentElement, to = range.endContainer.parentElement;
    const text = from && from.closest("[data-text]"), whole = from && from.closest(".fact-card");
    if (!text || !to || to.closest("[data-text]") !== text) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    chosen = { card: whole.id.replace("facts-", ""), quote, point: text.dataset.text, start: before.toString().length };
    const open = whole.querySelector(".fact-add[open]");
    if (open) fill(open);
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches && event.target.matches(".fact-add[open]")) fill(event.target);
  }, true);
  // Words that are typed may stand anywhere on the card.
  document.addEventListener("input", (event) => {
    const form = event.target.name === "quote" && event.target.closest(".fact-add form");
    if (form) { form.elements.point.value = ""; form.elements.start.value = ""; }
  });
})();
