// The marks of a timeline: where each stands at a scale, what of it grows, and moving it there.
(() => {
  "use strict";
  const RADIUS = 7, LEAST_DOUBT = 24;
  const learnt = (window.learnt = window.learnt || {});

  // How long a part of a mark is that shows a time of so many units: doubt is always seen, and what is exact never.
  const lengthOf = ({ doubt, circle }, whole) => (!circle ? whole : doubt ? Math.max(whole, LEAST_DOUBT) : whole > 2 * RADIUS ? whole : 0);

  // `t` is its year and `w` how long it was; `part` of that lies before `t`. From `from` to `to` a finger may hit it.
  const read = (mark) => {
    const [t, w, part] = [mark.dataset.t, mark.dataset.w, mark.dataset.o].map(Number), circle = !mark.querySelector(".tl-edge");
    const hit = mark.querySelector(".plot-hit"), from = Number(hit.getAttribute("x")), to = from + Number(hit.getAttribute("width"));
    const stretches = [...mark.querySelectorAll("rect:not(.plot-hit)")].map((rect) => ({ rect, doubt: rect.classList.contains("tl-doubt"), circle, long: Number(rect.getAttribute("width")) }));
    return { t, w, part, stretches, from, to };
  };

  learnt.timelineMarks = (box, axis) => {
    const rows = [], shaded = [];
    let down = 0;
    box.querySelectorAll(".tl-rows").forEach((strip) => {
      const svg = strip.firstElementChild, its = Number(svg.getAttribute("height")), by = new Map();
      strip.style.containIntrinsicHeight = `${its}px`;
      svg.querySelectorAll(".tl-item").forEach((mark) => {
        const name = mark.getAttribute("data-row");
        if (!by.has(name)) {
          const y = Number(/ (-?[\d.]+)\)/.exec(mark.getAttribute("transform"))[1]);
          by.set(name, { y: down + y, inside: y, marks: [] });
        }
        const row = by.get(name);
        row.marks.push({ mark, y: row.inside, k: 1 });
      });
      rows.push(...[...by.values()].sort((one, other) => one.y - other.y));
      if (strip.classList.contains("shaded")) shaded.push({ top: down, high: its });
      down += its;
    });

    box.querySelectorAll(".tl-block").forEach((block) => {
      block.style.containIntrinsicHeight = `${[...block.children].reduce((high, strip) => high + parseFloat(strip.style.containIntrinsicHeight), 0)}px`;
    });

    // A mark is read when it is first asked for: to read thousands at once would keep the page from answering.
    const xOf = (one, k) => {
      if (one.t === undefined) Object.assign(one, read(one.mark));
      return axis.x(one.t, k);
    };
    // Whether any of it stands between two places at a scale.
    const within = (one, k, low, up) => {
      const at = xOf(one, k), long = one.w * axis.scale * k;
      return at + Math.max(one.to, (1 - one.part) * long) > low && at + Math.min(one.from, -one.part * long) < up;
    };
    const place = (one, k) => {
      one.k = k;
      one.mark.setAttribute("transform", `translate(${xOf(one, k).toFixed(1)} ${one.y})`);
      for (const stretch of one.stretches) {
        const long = lengthOf(stretch, one.w * axis.scale * k);
        if (Math.abs(long - stretch.long) < 0.05) continue;
        stretch.long = long;
        if (one.part) stretch.rect.setAttribute("x", (-one.part * long).toFixed(1));
        stretch.rect.setAttribute("width", long.toFixed(1));
      }
    };
    return { rows, shaded, every: rows.flatMap((row) => row.marks), xOf, within, place, lengthOf: (one, stretch, k) => lengthOf(stretch, one.w * axis.scale * k) };
  };
})();
