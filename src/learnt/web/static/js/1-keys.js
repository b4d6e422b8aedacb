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

  // A point of which marking is unsure: its two choices, yes before no.
  const choices = (place) => [...place.querySelectorAll("input[type=radio]")];
  const openPlaces = () => [...document.querySelectorAll("[data-unsure]")].filter((one) => !choices(one).some((box) => box.checked));
  const tickNumber = (digit) => {
    const place = document.querySelector(`.points [data-number="${digit}"]`);
    if (!place) { tick(boxes()[Number(digit) - 1]); return; }
    const [yes, no] = choices(place);
    if (yes) tick(yes.checked ? no : yes); else tick(place.querySelector("input[type=checkbox]"));
  };
  const say = (which) => {
    const here = document.activeElement && document.activeElement.closest("[data-unsure]");
    const place = here || openPlaces()[0] || document.querySelector("[data-unsure]");
    if (!place) return false;
    tick(choices(place)[which]);
    return true;
  };
  const askOpen = () => {
    const place = openPlaces()[0];
    if (!place) return false;
    choices(place)[0].focus();
    const told = document.createElement("p");
    told.className = "still-open";
    told.textContent = `Say yes or no first: is ${boxes().length || openPlaces().length > 1 ? `point ${place.dataset.number}` : "this"} in your answer?`;
    document.getElementById("notice").replaceChildren(told);
    return true;
  };

  // Enter takes the rating that is marked; where something is still open, it leads there.
  const takeProposed = () => {
    if (askOpen()) return true;
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
    const unsure = [...document.querySelectorAll("[data-unsure]")].map(choices);
    if (!every.length && !unsure.length) return false;
    const wanted = !(every.every((box) => box.checked) && unsure.every(([yes]) => yes.checked));
    every.forEach((box) => { box.checked = wanted; });
    unsure.forEach((two) => { two[wanted ? 0 : 1].checked = true; });
    (every[0] || unsure[0][0]).dispatchEvent(new Event("change", { bubbles: true }));
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
    // Digits rate and shifted digits tick; the other way round where marks are to be put right.
    const ticks = answered && digit && event.shiftKey !== (desk().dataset.digits === "points");
    if (ticks) { tickNumber(digit[1]); return true; }
    if (answered && digit) return press(digit[1]);
    if (answered && !event.shiftKey && event.key === "y") return say(0);
    if (answered && !event.shiftKey && event.key === "n") return say(1);
    if (onBox && event.target.type === "radio" && event.key.startsWith("Arrow")) return false;
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
