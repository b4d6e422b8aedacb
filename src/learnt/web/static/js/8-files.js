// A package's decks: a level ticks what is below it. A file that is too large is not sent at all.
(() => {
  "use strict";
  const boxes = (place) => [...place.querySelectorAll("input[type=checkbox]")];
  const below = (box) => boxes(box.closest("li")).slice(1);
  const named = (list) => list.filter((box) => box.name);

  const show = (form) => {
    form.querySelectorAll("label[data-level] input, input[data-every]").forEach((box) => {
      const its = named("every" in box.dataset ? boxes(form) : below(box));
      const ticked = its.filter((one) => one.checked).length;
      box.checked = ticked === its.length;
      box.indeterminate = ticked > 0 && ticked < its.length;
    });
  };
  const begin = () => document.querySelectorAll("form[data-decks]").forEach((form) => {
    form.querySelectorAll("label[data-level], label.every").forEach((one) => { one.hidden = false; });
    show(form);
  });
  document.addEventListener("change", (event) => {
    const box = event.target;
    const form = box instanceof HTMLInputElement && box.type === "checkbox" && box.closest("form[data-decks]");
    if (!form) return;
    const its = "every" in box.dataset ? boxes(form) : box.name === "rest" ? [] : below(box);
    its.forEach((one) => { one.checked = box.checked; });
    show(form);
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
  addEventListener("pageshow", begin);

  document.addEventListener("submit", (event) => {
    const field = event.target.querySelector("input[type=file][data-most]");
    const large = field && [...field.files].find((file) => file.size > Number(field.dataset.most));
    if (!large) return;
    event.preventDefault();
    event.stopPropagation();
    const most = Math.round(Number(field.dataset.most) / 1e6);
    const notice = document.getElementById("notice");
    const told = document.createElement("p");
    told.textContent = `${large.name} is larger than ${most} MB, which is more than the browser brings over. Add it from the terminal: learnt add ${large.name}`;
    told.className = "wrong";
    notice.replaceChildren(told);
    field.value = "";
    scrollTo(0, 0);
  }, true);
})();
