// A page was read again as the learner said: the place where they were stays in sight and in hand.
(() => {
  "use strict";
  let line = 0;
  document.addEventListener("submit", (event) => {
    line = event.target.id === "say" && event.submitter ? Number(event.submitter.value) || 0 : 0;
  }, true);
  document.addEventListener("htmx:afterSwap", (event) => {
    if (!line || event.detail.target.id !== "draft-rows") return;
    const place = document.getElementById(`line-${line}`);
    const row = place && place.closest("li");
    line = 0;
    if (!row) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  });
})();
