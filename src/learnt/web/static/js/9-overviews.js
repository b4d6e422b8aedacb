// The timeline and the map made larger and smaller. The box scrolls by itself; only what is seen is moved.
(() => {
  "use strict";
  const STEP = 1.5, SETTLE = 140, PORTION = 24;
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
      seen() {}, settle: () => false,
    };
  };

  const start = (box) => {
    const picture = box.dataset.overview === "time" ? window.learnt.timeline(box) : bySize(box), glass = picture.glass;
    const room = () => [box.clientWidth, box.clientHeight];
    let [wide, tall] = room(), k = 1, wanted = null, waited = 0, turn = 0;
    // While it is drawn on the glass: how far along that is, and how far along the page beneath is.
    let along = null, beneath = 0;
    const left = () => (along === null ? box.scrollLeft : along);
    const within = (place) => clamp(place, 0, Math.max(0, picture.width(k) - wide));
    // Work for later, frame by frame while there is more of it; what was to be done before is given up.
    const stop = () => { clearTimeout(waited); turn++; };
    const frames = (work, mine = turn) => requestAnimationFrame(() => { if (mine === turn && work()) frames(work, mine); });
    const quiet = (work) => { stop(); waited = setTimeout(() => frames(work), SETTLE); };

    const apply = () => {
      if (!wanted) return;
      const { factor, at, place, across, down } = wanted;
      wanted = null;
      const ratio = picture.width(factor) / picture.width(k);
      k = factor;
      const to = within(at * ratio - place);
      if (glass) {
        if (along === null) beneath = box.scrollLeft;
        along = to;
        glass.draw(k, along, box.scrollTop, wide, tall);
        quiet(land);
        return;
      }
      picture.draw(k, to, wide, box.scrollTop, tall);
      box.scrollLeft = to;
      if (picture.tall) box.scrollTop = clamp(across * ratio - down, 0, 1e6);
      quiet(() => picture.settle());
    };
    // What is on the glass is done beneath it, a little in each frame; then the glass is taken away.
    const land = () => {
      const steps = [() => picture.years(along, wide), () => picture.seen(along, wide, box.scrollTop, tall, PORTION)];
      picture.stretch(k);
      box.scrollLeft = Math.round(along);
      beneath = box.scrollLeft;
      frames(() => { if (!steps[0]()) steps.shift(); return steps.length ? true : lift(); });
    };
    const lift = () => {
      glass.away();
      along = null;
      quiet(() => picture.settle());
    };
    const landNow = () => {
      apply();
      if (along === null) return;
      stop();
      picture.draw(k, along, wide, box.scrollTop, tall);
      box.scrollLeft = Math.round(along);
      lift();
    };
    // By a factor, around a place in the box; several in one frame are one.
    const zoom = (by, x = wide / 2, y = tall / 2) => {
      const before = wanted ? wanted.factor : k;
      const factor = clamp(before * by, picture.least(wide, tall), picture.most);
      if (!wanted) { wanted = { factor, at: left() + x, place: x, across: box.scrollTop + y, down: y }; requestAnimationFrame(apply); }
      wanted.factor = factor;
    };
    const all = () => { wanted = { factor: picture.least(wide, tall), at: 0, place: 0, across: 0, down: 0 }; requestAnimationFrame(apply); };

    let waiting = false;
    box.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        if (along === null) { picture.seen(box.scrollLeft, wide, box.scrollTop, tall); return; }
        along = within(along + box.scrollLeft - beneath);
        beneath = box.scrollLeft;
        glass.draw(k, along, box.scrollTop, wide, tall);
      });
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
      if (event.key !== "=") landNow();
      key();
    });
    document.addEventListener("click", (event) => {
      const button = event.target.closest && event.target.closest("[data-zoom]");
      if (button) ({ in: () => zoom(STEP), out: () => zoom(1 / STEP), all })[button.dataset.zoom]();
    });
    box.addEventListener("focusin", (event) => {
      const link = event.target.closest("a");
      if (!link || !link.matches(":focus-visible")) return;
      landNow();
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
      landNow();
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
      addEventListener("beforeprint", () => { landNow(); before = k; picture.draw(1, 0, picture.width(1), 0, 1e7); while (picture.settle()); paper(true); });
      addEventListener("afterprint", () => { paper(false); picture.draw(before, box.scrollLeft, wide, 0, 1e7); });
    }

    // Coming back from a card finds the picture as it was left.
    const name = `overview ${location.pathname}${location.search}`;
    addEventListener("pagehide", () => sessionStorage.setItem(name, JSON.stringify([k, left(), box.scrollTop])));
    const kept = JSON.parse(sessionStorage.getItem(name) || "null");
    paper(false);
    k = kept ? clamp(kept[0], picture.least(wide, tall), picture.most) : picture.first(wide);
    picture.draw(k, kept ? kept[1] : 0, wide, kept ? kept[2] : 0, tall);
    if (kept) box.scrollTo(kept[1], kept[2]);
    else if (picture.begin && picture.width(k) > wide) {
      const from = picture.begin();
      if (from) box.scrollTo(from[0] * k - wide / 2, from[1] * k - tall / 2);
    }
    // What the first turn of the wheel would wait for is done before it.
    waited = setTimeout(() => frames(() => {
      if (glass) glass.draw(k, left(), box.scrollTop, wide, tall, true);
      quiet(() => picture.settle());
    }));
    document.querySelectorAll(".overview-tools").forEach((one) => { one.hidden = false; });
    box.dataset.ready = "";
  };
  const ready = () => document.querySelectorAll("[data-overview]").forEach(start);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready); else ready();
})();
