// The desk: where the focus goes, how long an answer took, and what a tick proposes.
(() => {
  "use strict";
  const IDLE = 60000;
  let worked = 0, last = performance.now();
  const work = () => { const now = performance.now(); if (now - last <= IDLE) worked += now - last; last = now; };
  ["keydown", "pointerdown", "pointermove", "scroll"].forEach((name) => document.addEventListener(name, work, { passive: true, capture: true }));

  const focus = () => {
    const place = document.querySelector("[data-focus]");
    if (!place) return;
    if (place.matches("[aria-invalid]")) place.scrollIntoView({ block: "center" });  // a form that was refused
    if (place.matches("textarea, input") && matchMedia("(hover: none) and (pointer: coarse)").matches) return;
    place.focus({ preventScroll: true });
  };
  document.addEventListener("DOMContentLoaded", focus);

  // Only a new question begins a new count; turning the card over goes on with it.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (!document.getElementById("desk") || event.detail.target.id !== "desk") return;
    if (document.getElementById("desk").dataset.phase === "question") { worked = 0; last = performance.now(); }
    window.scrollTo({ top: 0 });
    const undone = event.detail.requestConfig && event.detail.requestConfig.path === "/study/undo";
    const prompt = undone && document.getElementById("prompt");
    if (prompt) { prompt.tabIndex = -1; prompt.focus({ preventScroll: true }); } else focus(); // u, u, u goes on undoing
  });
  document.addEventListener("submit", (event) => {
    const field = event.target.querySelector("input[name=worked]");
    if (field) { work(); field.value = String(Math.round(worked)); }
  }, true);
  document.addEventListener("htmx:configRequest", (event) => {
    if ("worked" in event.detail.parameters) { work(); event.detail.parameters.worked = String(Math.round(worked)); }
  });

  // The rule by which ticks become a rating is the server's; this only marks it at once.
  document.addEventListener("change", (event) => {
    const set = event.target.closest && event.target.closest(".points");
    if (!set) return;
    document.querySelector("#notice .still-open")?.remove();
    set.closest("form").querySelector("input[name=touched]").value = "1";
    const boxes = [...set.querySelectorAll("input[data-weight]")];
    const open = [...set.querySelectorAll("[data-unsure]")].some((one) => !one.querySelector(":checked"));
    const weigh = (some) => some.reduce((sum, box) => sum + Number(box.dataset.weight), 0);
    const said = boxes.filter((box) => box.checked);
    const rating = open ? 0 : said.length === boxes.length ? 3 : 2 * weigh(said) >= weigh(boxes) ? 2 : 1;
    document.querySelectorAll(".rating").forEach((one) => one.classList.toggle("proposed", one.value === String(rating)));
  }, true);

  // A second press while the first is on its way must not count for the next card.
  document.addEventListener("htmx:confirm", (event) => {
    const form = event.target;
    if (!form.matches || !form.matches("form[data-once]")) return;
    if (form.dataset.sent) event.preventDefault(); else form.dataset.sent = "1";
  });
  const again = (event) => { const form = event.target.closest && event.target.closest("form"); if (form) delete form.dataset.sent; };
  document.addEventListener("htmx:responseError", again);
  const silent = (event) => {
    again(event);
    const place = document.getElementById("notice");
    const told = document.createElement("p");
    told.textContent = "learnt does not answer. Nothing here is lost: start it again, then press the key again.";
    told.className = "wrong";
    place.replaceChildren(told);
  };
  document.addEventListener("htmx:sendError", silent);
  document.addEventListener("htmx:timeout", silent);
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) document.querySelector("#notice .wrong")?.remove(); });
})();
