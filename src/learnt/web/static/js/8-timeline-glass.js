// A glass over the timeline: while it is made larger or smaller, what is in sight is drawn on it, and the page beneath rests.
(() => {
  "use strict";
  const BESIDE = 60, FINGER = 44;
  const learnt = (window.learnt = window.learnt || {});
  const ALIGNED = { start: "left", middle: "center", end: "right" };
  const tenth = (x) => Math.round(10 * x) / 10;  // as places in the page are
  const number = (element, name) => Number(element.getAttribute(name));

  // How the style sheet paints an element; asked once for all that have the same classes.
  const looks = () => {
    const known = new Map();
    return (element) => {
      const name = `${element.parentNode.getAttribute("class")} ${element.getAttribute("class")}`;
      if (!known.has(name)) {
        const its = getComputedStyle(element), dashes = its.strokeDasharray === "none" ? [] : its.strokeDasharray.split(/[ ,]+/).map(parseFloat);
        known.set(name, {
          fill: its.fill, stroke: its.stroke, wide: parseFloat(its.strokeWidth), alpha: Number(its.fillOpacity), dashes,
          font: `${its.fontWeight} ${its.fontSize} ${its.fontFamily}`,
        });
      }
      return known.get(name);
    };
  };

  // The parts of a mark as they were sent, ready to be drawn around its place.
  const partsOf = (one) => [...one.mark.children].filter((part) => part.matches("rect:not(.plot-hit), circle, path")).map((element) => {
    const stretch = one.stretches.find((each) => each.rect === element);
    if (stretch) return { element, stretch, y: number(element, "y"), high: number(element, "height"), round: number(element, "rx") };
    const path = new Path2D(element.getAttribute("d") || "");
    if (element.matches("circle")) path.arc(0, 0, number(element, "r"), 0, 2 * Math.PI);
    return { element, path };
  });
  const wordsOf = (element) => ({ element, words: element.textContent, x: number(element, "x"), y: number(element, "y"), align: ALIGNED[element.getAttribute("text-anchor")] || "left" });

  learnt.timelineGlass = (box, axis, marks) => {
    const holder = document.createElement("div"), canvas = document.createElement("canvas"), brush = canvas.getContext("2d", { alpha: false });
    if (!brush) return null;
    const part = (name) => box.querySelector(name), tick = part(".tl-tick"), [plain, strong] = box.querySelectorAll(".tl-grid");
    const names = [...box.querySelectorAll(".tl-names .tl-name")].map(wordsOf);
    let look = looks(), ground = "", line = "", shade = "", hatch = null, body = 0, dense = 0, drawn = "";
    holder.className = "tl-glass";
    holder.hidden = true;
    holder.setAttribute("aria-hidden", "true");
    holder.append(canvas);
    box.prepend(holder);

    const hatched = () => {
      const tile = document.createElement("canvas"), lines = part(".tl-hatching"), on = tile.getContext("2d"), its = look(lines);
      tile.width = tile.height = Math.round(6 * dense);
      on.scale(tile.width / 6, tile.width / 6);
      on.strokeStyle = its.stroke;
      on.lineWidth = its.wide;
      on.stroke(new Path2D(lines.getAttribute("d")));
      const pattern = brush.createPattern(tile, "repeat");
      pattern.setTransform(new DOMMatrix().scale(6 / tile.width));
      return pattern;
    };
    // What may have changed since it was last used: the size, the light.
    const begin = () => {
      const its = getComputedStyle(box).backgroundColor;
      if (its !== ground || dense !== devicePixelRatio) {
        [ground, dense, look] = [its, devicePixelRatio, looks()];
        line = getComputedStyle(part(".tl-top")).borderBottomColor;
        hatch = hatched();
        const shaded = part(".tl-rows.shaded");
        shade = shaded ? getComputedStyle(shaded).backgroundColor : "transparent";
      }
      body = part(".tl-body").offsetTop;
    };
    const sized = (wide, tall) => {
      const [across, down] = [Math.round(wide * dense), Math.round(tall * dense)];
      if (canvas.width === across && canvas.height === down) return;
      [canvas.width, canvas.height] = [across, down];
      canvas.style.width = `${wide}px`;
      canvas.style.height = `${tall}px`;
    };

    const paint = (its, path) => {
      if (its.fill !== "none") {
        brush.fillStyle = its.fill.startsWith("url") ? hatch : its.fill;
        brush.globalAlpha = its.alpha;
        brush.fill(path);
        brush.globalAlpha = 1;
      }
      if (its.stroke === "none") return;
      brush.strokeStyle = its.stroke;
      brush.lineWidth = its.wide;
      brush.setLineDash(its.dashes);
      brush.stroke(path);
    };
    // Of a bar that is far longer than the box only what is near: its dashes alone would take long.
    const drawMark = (one, k, x, wide) => {
      if (!one.parts) one.parts = partsOf(one);
      for (const { element, stretch, path, y, high, round } of one.parts) {
        if (path) { paint(look(element), path); continue; }
        const long = marks.lengthOf(one, stretch, k), block = new Path2D();
        if (!long) continue;
        const low = Math.max(-one.part * long, -x - wide), up = Math.min((1 - one.part) * long, 2 * wide - x);
        if (block.roundRect) block.roundRect(low, y, up - low, high, Math.min(round, long / 2, high / 2));
        else block.rect(low, y, up - low, high);
        paint(look(element), block);
      }
    };
    const write = ({ words, x, y, align }) => { brush.textAlign = align; brush.fillText(words, x, y); };
    const hand = (element) => { const its = look(element); brush.font = its.font; brush.fillStyle = its.fill; return its; };

    const drawLines = (found, left, tall) => {
      for (const [element, which] of [[plain, false], [strong, true]]) {
        const its = look(element), path = new Path2D();
        for (const [x, , is] of found) if (is === which) { path.moveTo(x - left, 0); path.lineTo(x - left, tall); }
        brush.strokeStyle = its.stroke;
        brush.lineWidth = its.wide;
        brush.stroke(path);
      }
    };
    const drawAxis = (found, left, wide) => {
      brush.fillStyle = ground;
      brush.fillRect(0, 0, wide, body);
      brush.fillStyle = line;
      brush.fillRect(0, body - 1, wide, 1);
      hand(tick);
      for (const [x, words] of found) write({ words, x: x - left, y: number(tick, "y"), align: "center" });
    };
    // Around the one that the keys are on, where the page has it.
    const ring = (one, x, y, k) => {
      const its = getComputedStyle(one.mark), wide = parseFloat(its.outlineWidth), out = parseFloat(its.outlineOffset) + wide / 2;
      const long = one.w * axis.scale * k, low = Math.min(one.from, -one.part * long), up = Math.max(one.to, (1 - one.part) * long);
      brush.strokeStyle = its.outlineColor;
      brush.lineWidth = wide;
      brush.strokeRect(x + low - out, y - FINGER / 2 - out, up - low + 2 * out, FINGER + 2 * out);
    };
    const drawMarks = (k, left, top, wide, tall) => {
      const seen = [];
      for (const row of marks.rows) {
        const y = body + row.y - top;
        if (y < -BESIDE) continue;
        if (y > tall + BESIDE) break;
        for (const one of row.marks) if (marks.within(one, k, left, left + wide)) seen.push([one, tenth(marks.xOf(one, k)) - left, y]);
      }
      for (const [one, x, y] of seen) {
        brush.setTransform(dense, 0, 0, dense, dense * x, dense * y);
        drawMark(one, k, x, wide);
      }
      brush.setTransform(dense, 0, 0, dense, 0, 0);
      brush.setLineDash([]);
      if (seen.length) hand(seen[0][0].mark.lastElementChild);
      for (const [one, x, y] of seen) {
        if (!one.label) one.label = wordsOf(one.mark.lastElementChild);
        write({ ...one.label, x: x + one.label.x, y: y + one.label.y });
        if (one.mark === document.activeElement && one.mark.matches(":focus-visible")) ring(one, x, y, k);
      }
    };
    const drawNames = (top, tall) => {
      for (const name of names) {
        const y = body + name.y - top;
        if (y < 0 || y > tall + BESIDE) continue;
        const its = hand(name.element);
        brush.textAlign = name.align;
        brush.strokeStyle = its.stroke;
        brush.lineWidth = its.wide;
        brush.lineJoin = "round";
        brush.strokeText(name.words, name.x, y);
        write({ ...name, y });
      }
    };

    return {
      // All that is in sight when it is scrolled to a place at a scale.
      draw(k, left, top, wide, tall, unseen = false) {
        const wanted = [k, left, top, wide, tall].join(" ");
        if (!holder.hidden && wanted === drawn) return;
        drawn = wanted;
        if (holder.hidden) begin();
        sized(wide, tall);
        holder.hidden = unseen;
        left = Math.round(left);  // a page is scrolled by whole pixels
        brush.setTransform(dense, 0, 0, dense, 0, 0);
        brush.fillStyle = ground;
        brush.fillRect(0, 0, wide, tall);
        const found = axis.ticks(k, left - BESIDE, left + wide + BESIDE).map(([year, words, is]) => [tenth(axis.x(year, k)), words, is]);
        drawLines(found, left, tall);
        brush.fillStyle = shade;
        for (const { top: at, high } of marks.shaded) if (body + at - top < tall && body + at + high > top) brush.fillRect(0, body + at - top, wide, high);
        drawMarks(k, left, top, wide, tall);
        drawNames(top, tall);
        drawAxis(found, left, wide);
      },
      away() { holder.hidden = true; },
    };
  };
})();
