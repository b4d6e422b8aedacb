// The timeline made larger and smaller: time alone. Marks move apart, and their words keep their size.
(() => {
  "use strict";
  const MOST = 400, BESIDE = 80, PORTION = 40;
  const learnt = (window.learnt = window.learnt || {});

  // From years to places, at a scale that is `k` times that of the server.
  const axisOf = (box) => {
    const { start, end, scale, margin } = Object.fromEntries(["start", "end", "scale", "margin"].map((name) => [name, Number(box.dataset[name])]));
    const year = (x, k) => start + (x - margin) / (scale * k);
    return {
      scale, margin, x: (at, k) => margin + (at - start) * scale * k,
      ticks: (k, from, to) => learnt.ticks(Math.max(start, year(from, k)), Math.min(end, year(to, k)), scale * k),
    };
  };

  // The years and the lines from them, for as much more on either side as is in sight. A label is kept for as long as its year is shown.
  const linesOf = (box, axis) => {
    const labels = box.querySelector(".tl-axis"), under = box.querySelector(".tl-lines"), high = Number(under.getAttribute("height"));
    const [plain, strong] = under.querySelectorAll(".tl-grid"), pool = [...labels.querySelectorAll("text")];
    let drawn = [0, 0];
    pool.forEach((text) => text.setAttribute("x", 0));
    const added = () => {
      const text = pool[0].cloneNode(true);
      labels.append(text);
      pool.push(text);
      return text;
    };
    // As many as there can be at once, lest any be made while it is in use.
    while (pool.length && pool.length < 3 * innerWidth / learnt.ticksApart + 2) added();
    const put = (text, year, words, x) => {
      text.year = year;
      // The letters are changed and never the nodes: a browser would look at all of its styles.
      if (text.firstChild.data !== words) text.firstChild.data = words;
      if (text.at !== x) text.setAttribute("transform", `translate(${x} 0)`);
      text.at = x;
    };
    const draw = (k, left, room) => {
      drawn = [left - room, left + 2 * room];
      const found = axis.ticks(k, ...drawn).map(([year, words, is]) => [year, words, axis.x(year, k).toFixed(1), is]);
      const path = (which) => found.filter((one) => one[3] === which).map(([, , x]) => `M${x} 0V${high}`).join("") || "M0 0";
      plain.setAttribute("d", path(false));
      strong.setAttribute("d", path(true));
      const shown = new Set(found.map(([year]) => year)), by = new Map(), spare = [];
      for (const text of pool) if (shown.has(text.year)) by.set(text.year, text); else spare.push(text);
      for (const [year, words, x] of found) put(by.get(year) || spare.pop() || added(), year, words, x);
      for (const text of spare) put(text, null, text.firstChild.data, -999);
    };
    return { draw, reach: (k, left, room) => { if (left < drawn[0] + room / 12 || left + room > drawn[1] - room / 12) draw(k, left, room); } };
  };

  learnt.timeline = (box) => {
    const body = box.querySelector(".tl-body"), top = box.querySelector(".tl-top"), wide = Number(box.querySelector(".tl-axis").getAttribute("width"));
    const head = Number(box.querySelector(".tl-axis").getAttribute("height"));
    const axis = axisOf(box), marks = learnt.timelineMarks(box, axis), lines = linesOf(box, axis), inner = wide - 2 * axis.margin;
    const least = (room) => Math.max(1, (room - 2 * axis.margin) / inner);
    let k = 1;

    return {
      most: MOST, tall: false, width: (factor) => 2 * axis.margin + inner * factor, least, first: least,
      glass: learnt.timelineGlass(box, axis, marks),
      // As wide as a scale needs; nothing is moved yet.
      stretch(factor) {
        k = factor;
        body.style.width = top.style.width = `${this.width(k).toFixed(1)}px`;
      },
      years(left, room) { lines.draw(k, left, room); },
      draw(factor, left, room, above, tall) {
        this.stretch(factor);
        this.years(left, room);
        this.seen(left, room, above, tall);
      },
      // What is in sight, or was: nothing may stay behind where something else is now. True where more than `most` are to be moved.
      seen(left, room, above, tall, most = Infinity) {
        const low = left - BESIDE, up = left + room + BESIDE;
        lines.reach(k, left, room);
        for (const row of marks.rows) {
          if (row.y + head < above - 60) continue;
          if (row.y + head > above + tall + 60) break;
          for (const one of row.marks) {
            if (one.k === k || !(marks.within(one, k, low, up) || marks.within(one, one.k, low, up))) continue;
            if (!most--) return true;
            marks.place(one, k);
          }
        }
        return false;
      },
      // The rest, a little at a time; true while there is more.
      settle() {
        let left = PORTION;
        for (const one of marks.every) {
          if (one.k === k) continue;
          marks.place(one, k);
          if (!--left) return true;
        }
        return false;
      },
      focus(link) {
        const one = marks.every.find((each) => each.mark === link);
        if (one && one.k !== k) marks.place(one, k);
      },
    };
  };
})();
