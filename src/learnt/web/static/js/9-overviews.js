// The timeline and the map made larger and smaller. The box scrolls by itself; only what is seen is moved.
(() => {
  "use strict";
  const MOST = 400, STEP = 1.5, BESIDE = 80, CHUNK = 120, SETTLE = 140;
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const DAYS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
  const NS = "http://www.w3.org/2000/svg", APART = 64, RADIUS = 7, LEAST_DOUBT = 24;
  const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

  // How a picture becomes larger: all of it alike.
  const bySize = (box) => {
    const body = box.querySelector("svg"), wide = Number(body.getAttribute("width")), high = Number(body.getAttribute("height"));
    return {
      least: (room, tall) => Math.min(1, room / wide, tall / high),
      first: (room) => Math.min(1.15, Math.max(1, room / wide)),
      most: 3, width: (k) => wide * k, tall: true,
      draw: (k) => { body.setAttribute("width", wide * k); body.setAttribute("height", high * k); },
      // A corner of a map may hold nothing: it is first seen around the party that is amid the others.
      begin: () => {
        const middle = (one) => { const its = one.getBBox(); return [its.x + its.width / 2, its.y + its.height / 2]; };
        const places = [...body.querySelectorAll("a")].map(middle), parties = [...body.querySelectorAll(".map-actor")].map(middle);
        const mean = [0, 1].map((axis) => places.reduce((sum, one) => sum + one[axis], 0) / places.length);
        const away = ([x, y]) => Math.hypot(x - mean[0], y - mean[1]);
        return parties.sort((one, other) => away(one) - away(other))[0];
      },
      seen() {}, settle() {},
    };
  };

  // Round years, or months where a year is wide enough: as the server draws them.
  const stepOf = (scale) => { for (let unit = 1; ; unit *= 10) for (const step of [unit, 2 * unit, 5 * unit]) if (step * scale >= APART) return step; };
  const yearLabel = (year) => (year > 0 ? String(year) : `${1 - year} BC`);
  const ticksOf = (from, to, scale) => {
    const found = [], step = stepOf(scale);
    if (step > 1 || scale / 4 < APART) {
      for (let n = Math.floor((1 - from) / step); n >= Math.max(1, Math.ceil((1 - to) / step)); n--) found.push([1 - n * step, yearLabel(1 - n * step), false]);
      for (let n = Math.max(1, Math.ceil(from / step)); n <= Math.floor(to / step); n++) found.push([n * step, yearLabel(n * step), false]);
      return found;
    }
    const by = scale / 12 >= APART ? 1 : 3;
    for (let year = Math.floor(from); year < to; year++) for (let month = 0; month < 12; month += by) {
      const at = year + DAYS[month] / 365;
      if (at >= from && at <= to) found.push([at, month ? MONTHS[month] : yearLabel(year), month === 0]);
    }
    return found;
  };

  // Time alone: marks move apart, and their words keep their size.
  const byTime = (box) => {
    const body = box.querySelector(".tl-body"), top = box.querySelector(".tl-top"), axis = box.querySelector(".tl-axis"), under = box.querySelector(".tl-lines");
    const [plain, strong] = under.querySelectorAll(".tl-grid"), pool = [...axis.querySelectorAll("text")];
    const { start, end, scale, margin } = Object.fromEntries(["start", "end", "scale", "margin"].map((name) => [name, Number(box.dataset[name])]));
    const wide = Number(axis.getAttribute("width")), high = Number(under.getAttribute("height")), head = Number(axis.getAttribute("height"));
    const rows = [];
    let down = 0;
    box.querySelectorAll(".tl-rows").forEach((strip) => {
      const svg = strip.firstElementChild, its = Number(svg.getAttribute("height")), by = new Map();
      strip.style.containIntrinsicHeight = `${its}px`;
      svg.querySelectorAll(".tl-item").forEach((mark) => {
        const y = Number(/ (-?[\d.]+)\)/.exec(mark.getAttribute("transform"))[1]);
        const [t, w, part] = [mark.dataset.t, mark.dataset.w, mark.dataset.o].map(Number);
        const stretches = [...mark.querySelectorAll("rect:not(.plot-hit)")].map((rect) => ({ rect, doubt: rect.classList.contains("tl-doubt"), circle: !mark.querySelector(".tl-edge"), long: Number(rect.getAttribute("width")) }));
        const hit = mark.querySelector(".plot-hit"), from = Number(hit.getAttribute("x")), to = from + Number(hit.getAttribute("width"));
        if (!by.has(y)) by.set(y, { y: down + y, marks: [] });
        by.get(y).marks.push({ mark, t, w, part, y, stretches, from, to, k: 1, x: margin + (t - start) * scale });
      });
      rows.push(...by.values());
      down += its;
    });
    const every = rows.flatMap((row) => row.marks);
    let k = 1, drawn = [0, 0];

    pool.forEach((text) => { text.setAttribute("x", 0); text.at = true; });

    const place = (one, x, factor) => {
      one.x = x; one.k = factor;
      one.mark.setAttribute("transform", `translate(${x.toFixed(1)} ${one.y})`);
      const whole = one.w * scale * factor;
      for (const stretch of one.stretches) {
        const { rect, doubt, circle } = stretch;
        const long = !circle ? whole : doubt ? Math.max(whole, LEAST_DOUBT) : whole > 2 * RADIUS ? whole : 0;
        if (Math.abs(long - stretch.long) < 0.05) continue;
        stretch.long = long;
        if (one.part) rect.setAttribute("x", (-one.part * long).toFixed(1));
        rect.setAttribute("width", long.toFixed(1));
      }
    };
    const lines = (left, room) => {
      const factor = scale * k, from = Math.max(start, start + (left - room / 3 - margin) / factor), to = Math.min(end, start + (left + room * 4 / 3 - margin) / factor);
      drawn = [left - room / 3, left + room * 4 / 3];
      const found = ticksOf(from, to, factor), x = (year) => margin + (year - start) * factor;
      const path = (which) => found.filter((one) => one[2] === which).map((one) => `M${x(one[0]).toFixed(1)} 0V${high}`).join("") || "M0 0";
      plain.setAttribute("d", path(false));
      strong.setAttribute("d", path(true));
      while (pool.length && pool.length < found.length) {
        const text = pool[0].cloneNode(true);
        text.at = true;
        axis.append(text);
        pool.push(text);
      }
      pool.forEach((text, nth) => {
        const tick = found[nth];
        // The letters are changed and never the nodes: a browser would look at all of its styles.
        if (tick && text.firstChild.data !== tick[1]) text.firstChild.data = tick[1];
        if (tick || text.at) text.setAttribute("transform", `translate(${tick ? x(tick[0]).toFixed(1) : -999} 0)`);
        text.at = Boolean(tick);
      });
    };
    return {
      most: MOST, tall: false, width: (factor) => 2 * margin + (wide - 2 * margin) * factor,
      least: (room) => Math.max(1, (room - 2 * margin) / (wide - 2 * margin)),
      first: (room) => Math.max(1, (room - 2 * margin) / (wide - 2 * margin)),
      draw(factor, left, room, above, tall) {
        k = factor;
        body.style.width = top.style.width = `${this.width(k).toFixed(1)}px`;
        lines(left, room);
        this.seen(left, room, above, tall);
      },
      // What is in sight, or was: nothing may stay behind where something else is now.
      seen(left, room, above, tall) {
        const low = left - BESIDE, up = left + room + BESIDE;
        if (left < drawn[0] + room / 12 || left + room > drawn[1] - room / 12) lines(left, room);
        for (const row of rows) {
          if (row.y + head < above - 60 || row.y + head > above + tall + 60) continue;
          for (const one of row.marks) {
            if (one.k === k) continue;
            const x = margin + (one.t - start) * scale * k, before = one.w * scale * one.k, after = one.w * scale * k;
            const near = (at, long) => at + Math.max(one.to, (1 - one.part) * long) > low && at + Math.min(one.from, -one.part * long) < up;
            if (near(x, after) || near(one.x, before)) place(one, x, k);
          }
        }
      },
      // The rest, a little at a time; true while there is more.
      settle() {
        let left = CHUNK;
        for (const one of every) {
          if (one.k === k) continue;
          place(one, margin + (one.t - start) * scale * k, k);
          if (!--left) return true;
        }
        return false;
      },
      focus(link) {
        const one = every.find((each) => each.mark === link);
        if (one && one.k !== k) place(one, margin + (one.t - start) * scale * k, k);
      },
    };
  };

  const start = (box) => {
    const picture = box.dataset.overview === "time" ? byTime(box) : bySize(box);
    const room = () => [box.clientWidth, box.clientHeight];
    let [wide, tall] = room(), k = 1, wanted = null, later = 0;

    const apply = () => {
      if (!wanted) return;
      const { factor, at, place, across, down } = wanted;
      wanted = null;
      const ratio = picture.width(factor) / picture.width(k);
      k = factor;
      const left = clamp(at * ratio - place, 0, Math.max(0, picture.width(k) - wide));
      const top = picture.tall ? clamp(across * ratio - down, 0, 1e6) : box.scrollTop;
      picture.draw(k, left, wide, top, tall);
      box.scrollLeft = left;
      if (picture.tall) box.scrollTop = top;
      clearTimeout(later);
      later = setTimeout(settle, SETTLE);
    };
    const settle = () => { if (picture.settle()) later = setTimeout(() => requestAnimationFrame(settle), 0); };
    // By a factor, around a place in the box; several in one frame are one.
    const zoom = (by, x = wide / 2, y = tall / 2) => {
      const before = wanted ? wanted.factor : k;
      const factor = clamp(before * by, picture.least(wide, tall), picture.most);
      if (!wanted) { wanted = { factor, at: box.scrollLeft + x, place: x, across: box.scrollTop + y, down: y }; requestAnimationFrame(apply); }
      wanted.factor = factor;
    };
    const all = () => { wanted = { factor: picture.least(wide, tall), at: 0, place: 0, across: 0, down: 0 }; requestAnimationFrame(apply); };

    let waiting = false;
    box.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; picture.seen(box.scrollLeft, wide, box.scrollTop, tall); });
    }, { passive: true });
    new ResizeObserver(() => {
      const before = wide;
      [wide, tall] = room();
      if (wide !== before && k < picture.least(wide, tall)) all();
    }).observe(box);

    const keys = { Home: () => { box.scrollLeft = 0; }, End: () => { box.scrollLeft = picture.width(k); }, "=": () => zoom(STEP) };
    box.addEventListener("keydown", (event) => {
      const key = keys[event.key];
      if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      key();
    });
    document.addEventListener("click", (event) => {
      const button = event.target.closest && event.target.closest("[data-zoom]");
      if (button) ({ in: () => zoom(STEP), out: () => zoom(1 / STEP), all })[button.dataset.zoom]();
    });
    box.addEventListener("focusin", (event) => {
      const link = event.target.closest("a");
      if (!link || !link.matches(":focus-visible")) return;
      if (picture.focus) picture.focus(link);
      link.scrollIntoView({ block: "nearest", inline: "nearest" });
    });

    const inside = (event) => { const around = box.getBoundingClientRect(); return [event.clientX - around.left, event.clientY - around.top]; };
    box.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && !box.contains(document.activeElement)) return;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 24 : 1;
      zoom(Math.exp(-clamp(event.deltaY * lines, -150, 150) * (event.ctrlKey ? 0.008 : 0.0022)), ...inside(event));
    }, { passive: false });

    let apart = 0;
    const between = (event) => Math.hypot(event.touches[0].clientX - event.touches[1].clientX, event.touches[0].clientY - event.touches[1].clientY);
    box.addEventListener("touchstart", (event) => { if (event.touches.length === 2) apart = between(event); }, { passive: true });
    box.addEventListener("touchmove", (event) => {
      if (event.touches.length !== 2 || !apart) return;
      event.preventDefault();
      const now = between(event), around = box.getBoundingClientRect(), [one, two] = event.touches;
      zoom(now / apart, (one.clientX + two.clientX) / 2 - around.left, (one.clientY + two.clientY) / 2 - around.top);
      apart = now;
    }, { passive: false });

    let held = null;
    box.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && event.button === 0) held = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop, moved: false };
    });
    addEventListener("pointermove", (event) => {
      if (!held) return;
      if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 5) return;
      held.moved = true;
      box.classList.add("dragged");
      box.scrollTo(held.left - event.clientX + held.x, held.top - event.clientY + held.y);
    });
    addEventListener("pointerup", () => {
      if (held && held.moved) addEventListener("click", (event) => { event.preventDefault(); event.stopPropagation(); }, { capture: true, once: true });
      if (held && held.moved) setTimeout(() => box.classList.remove("dragged"));
      held = null;
    });
    box.addEventListener("dragstart", (event) => event.preventDefault());

    // On paper the whole of it, as it was drawn at first.
    const paper = (of) => box.querySelectorAll(".tl-axis, .tl-lines, .tl-strip").forEach((svg) => {
      if (of) svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
      else svg.removeAttribute("viewBox");
    });
    if (box.dataset.overview === "time") {
      let before = 1;
      addEventListener("beforeprint", () => { before = k; picture.draw(1, 0, picture.width(1), 0, 1e7); while (picture.settle()); paper(true); });
      addEventListener("afterprint", () => { paper(false); picture.draw(before, box.scrollLeft, wide, 0, 1e7); });
    }

    // Coming back from a card finds the picture as it was left.
    const name = `overview ${location.pathname}${location.search}`;
    addEventListener("pagehide", () => sessionStorage.setItem(name, JSON.stringify([k, box.scrollLeft, box.scrollTop])));
    const left = JSON.parse(sessionStorage.getItem(name) || "null");
    paper(false);
    k = left ? clamp(left[0], picture.least(wide, tall), picture.most) : picture.first(wide);
    picture.draw(k, left ? left[1] : 0, wide, left ? left[2] : 0, tall);
    if (left) box.scrollTo(left[1], left[2]);
    else if (picture.begin && picture.width(k) > wide) {
      const from = picture.begin();
      if (from) box.scrollTo(from[0] * k - wide / 2, from[1] * k - tall / 2);
    }
    later = setTimeout(settle, SETTLE);
    document.querySelectorAll(".overview-tools").forEach((one) => { one.hidden = false; });
    box.dataset.ready = "";
  };
  const ready = () => document.querySelectorAll("[data-overview]").forEach(start);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready); else ready();
})();
