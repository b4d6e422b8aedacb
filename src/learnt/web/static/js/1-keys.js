// Keys. While a text box has the focus a key is only a letter; otherwise it presses what says so.
(() => {
  "use strict";
  const TYPED = "textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=file])";
  const typing = (target) => target instanceof Element && (target.matches(TYPED) || target.isContentEditable);
  const shown = (element) => element && element.offsetParent !== null && !element.disabled;
  const desk = () => document.getElementById("desk");
  const press = (key) => {
    const found = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key && shown(one));
    if (!found) return false;
    if (found.matches("input, textarea")) found.focus(); else found.click();
    return true;
  };
  const boxes = () => [...document.querySelectorAll(".points input[type=checkbox]")];
  const tick = (box) => { if (box) { box.focus(); box.click(); } };

  // Enter takes the rating that is marked.
  const takeProposed = () => {
    const marked = document.querySelector(".rating.proposed");
    const form = marked && marked.form;
    if (!form) return false;
    form.requestSubmit(form.querySelector("button[name=rating][value='0']"));
    return true;
  };
  const move = (step) => {
    const all = boxes();
    if (!all.length) return false;
    const at = all.indexOf(document.activeElement);
    all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))].focus();
    return true;
  };
  const all = () => {
    const every = boxes();
    if (!every.length) return false;
    const wanted = !every.every((box) => box.checked);
    every.forEach((box) => { box.checked = wanted; });
    every[0].dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };

  const inText = (event) => {
    const box = event.target;
    if (event.key === "Escape") { box.blur(); const place = document.querySelector("#desk [data-focus]:not(textarea)") || document.getElementById("main"); place.focus(); return true; }
    if (box.id !== "answer" || event.isComposing) return false;
    const empty = !box.value;
    const enter = event.key === "Enter" && !event.shiftKey && (empty || matchMedia("(hover: hover)").matches);
    if (enter || (event.key === " " && empty)) { box.form.requestSubmit(); return true; }
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && empty) return press("u");
    return false;
  };
  const onDesk = (event) => {
    const answered = desk() && desk().dataset.phase === "answer";
    const onBox = event.target instanceof Element && event.target.matches(".points input");
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (answered && event.shiftKey && digit) { tick(boxes()[Number(digit[1]) - 1]); return true; }
    if (answered && digit && !event.shiftKey) return press(digit[1]);
    if (event.key === "ArrowDown") return answered && move(1);
    if (event.key === "ArrowUp") return answered && move(-1);
    if (event.key === "x" && onBox) { event.target.click(); return true; }
    if (event.key === "a" && answered) return all();
    const chosen = event.target instanceof Element && event.target.closest("button, a, summary");
    if ((event.key === "Enter" || event.key === " ") && !chosen && !(event.key === " " && onBox)) return answered ? takeProposed() : press(" ");
    return false;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.repeat) return;
    let done = false;
    if (typing(event.target)) done = inText(event);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else done = (desk() && onDesk(event)) || ("1234 ".includes(event.key) ? false : press(event.key));
    if (done) event.preventDefault();
  });
})();
