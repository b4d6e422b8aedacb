// What is typed is kept on this device until its card is rated: nothing that happens to the page loses it.
(() => {
  "use strict";
  const PREFIX = "answer ", LONGEST = 12 * 3600e3;  // later, it would tell an answer from another day
  const stored = (work) => { try { return work(localStorage); } catch { return null; } };  // it may be full, or forbidden
  const all = (store) => Object.keys(store).filter((one) => one.startsWith(PREFIX));
  const keyOf = (card, direction) => `${PREFIX}${card} ${direction}`;
  const keyFor = (box) => keyOf(box.form.elements.card.value, box.form.elements.direction.value);

  const keep = (box) => stored((store) => {
    if (box.value) store.setItem(keyFor(box), JSON.stringify({ text: box.value, at: Date.now() }));
    else store.removeItem(keyFor(box));
  });
  const restore = () => stored((store) => {
    const box = document.getElementById("answer");
    if (!(box instanceof HTMLTextAreaElement)) return;
    if (box.value) { keep(box); return; }  // one that was taken back
    const found = JSON.parse(store.getItem(keyFor(box)) || "null");
    if (found) box.value = found.text;
  });
  const tidy = () => stored((store) => all(store).forEach((one) => {
    const { at } = JSON.parse(store.getItem(one)) || {};
    if (!(Date.now() - at < LONGEST)) store.removeItem(one);
  }));
  document.addEventListener("input", (event) => {
    if (event.target.id === "answer") keep(event.target);
  });
  document.addEventListener("DOMContentLoaded", () => { tidy(); restore(); });
  document.addEventListener("htmx:afterSwap", restore);
  // Said by the server, before it shows what is next: this answer is in the journal.
  document.addEventListener("answer-kept", (event) => stored((store) => store.removeItem(keyOf(event.detail.card, event.detail.direction))));
})();
