"""A timeline and a map of agreements in the terminal."""

import textwrap
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from learnt.cli.output import console, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from learnt.collection import AgreementsMap, Timeline
    from learnt.plots.map import Tie
    from learnt.plots.timeline import Moment

_FILLED = "○◔◑◕●"
_NEVER = "◌"
_DATE, _BAR, _WIDEST = 17, 20, 110
_LEGEND = "● known  ◑ half  ○ fading  ◌ not asked yet  ━ it lasted  ┄ in doubt"


def show_timeline(found: "Timeline") -> None:
    """A line an event: its date, where it stands in the whole time, and what happened."""
    from rich.text import Text

    from learnt.plots.timeline import axis_of, timeline

    out = console()
    out.print(Text(found.title, "bold"))
    out.print(Text(timeline(found.title, found.moments).meaning))
    if not found.moments:
        return
    axis = axis_of(found.moments)
    room = max(20, min(out.width, _WIDEST) - _DATE - _BAR - 3)
    out.print()
    for one in found.moments:
        for line in _event(one, _bar(one, axis.start, axis.end), room):
            out.print(line, soft_wrap=True)
    out.print()
    out.print(Text(_LEGEND, "dim"))
    if found.total > len(found.moments):
        more = found.total - len(found.moments)
        out.print(Text(f"And {more:,} more: --from, --to, --actor and --topic choose.", "dim"))


def show_map(found: "AgreementsMap") -> None:
    """Agreement by agreement in the order of time, and who is in most of them."""
    from rich.text import Text

    from learnt.plots.map import agreements_map

    out = console()
    out.print(Text(found.title, "bold"))
    out.print(Text(agreements_map(found.title, found.ties).meaning))
    several_decks = len({tie.deck for tie in found.ties}) > 1
    for tie in sorted(found.ties, key=lambda one: one.bond.when or "9999"):
        out.print()
        for line in _agreement(tie, min(out.width, _WIDEST), deck=several_decks):
            out.print(line)
    counted = Counter(actor for tie in found.ties for actor in tie.bond.parties)
    several = [(name, many) for name, many in counted.most_common() if many > 1]
    if several:
        out.print()
        told = ", ".join(f"{name} {many}" for name, many in several)
        out.print(Text(f"In several: {printable(told)}", "dim"))


def _event(one: "Moment", bar: str, room: int) -> "Iterator[Text]":
    """The lines of an event, where its date or its words need several."""
    from rich.text import Text

    dates = textwrap.wrap(one.when, _DATE)
    labels = textwrap.wrap(printable(one.happening.label), room)
    bars = [bar] + [" " * _BAR] * max(len(dates), len(labels))
    for date, bar_of_line, label in zip_longest(dates, bars, labels, fillvalue=""):
        if date or label:
            line = Text(date.rjust(_DATE), "cyan")
            yield line.append(f" {bar_of_line}  ", "").append(label, "")


def _agreement(tie: "Tie", wide: int, *, deck: bool) -> "Iterator[Text]":
    from rich.text import Text

    first = Text(f"{_circle(tie.known)} ").append(printable(tie.name), "bold")
    yield first.append(f", {tie.when}", "cyan") if tie.when else first
    if tie.bond.parties:
        yield Text(f"  {' ─── '.join(map(printable, tie.bond.parties))}")
    told = [*tie.bond.conditions, *([f"for {tie.bond.duration}"] if tie.bond.duration else [])]
    for condition in told:
        yield Text(textwrap.indent(textwrap.fill(printable(condition), wide - 4), "    "), "italic")
    if deck:
        yield Text(f"  {printable(tie.deck)}", "dim")


def _bar(one: "Moment", start: float, end: float) -> str:
    """The whole time from left to right, and in it when this was."""
    extent, scale = one.happening.extent, _BAR / (end - start)
    first, last = (
        min(_BAR - 1, max(0, int((year - start) * scale))) for year in (extent.start, extent.end)
    )
    cells = ["·"] * _BAR
    for place in range(first, last + 1):
        cells[place] = "┄" if extent.doubtful else "━" if extent.lasting else "·"
    cells[first if extent.lasting else (first + last) // 2] = _circle(one.known)
    return "".join(cells)


def _circle(known: float | None) -> str:
    if known is None:
        return _NEVER
    return _FILLED[min(len(_FILLED) - 1, round(known * (len(_FILLED) - 1)))]
