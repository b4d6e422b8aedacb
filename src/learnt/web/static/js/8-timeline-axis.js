// Round years of a timeline, or months where a year is wide enough: as the server draws them.
(() => {
  "use strict";
  const APART = 64, MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const DAYS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
  const learnt = (window.learnt = window.learnt || {});

  const stepOf = (scale) => { for (let unit = 1; ; unit *= 10) for (const step of [unit, 2 * unit, 5 * unit]) if (step * scale >= APART) return step; };
  const yearLabel = (year) => (year > 0 ? String(year) : `${1 - year} BC`);

  learnt.ticksApart = APART;
  // Each a year, its label, and whether it is one of a year among those of months; a year has `scale` units.
  learnt.ticks = (from, to, scale) => {
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
})();
