"""What the sitting looks like, phase by phase. Card text is shown as it is, never as markup."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from learnt.cli.output import count, shown, span, table
from learnt.cli.terminal import draw_marks
from learnt.cli.terminal.flowing import Flowing
from learnt.clock import DAY_MS, Instant, local_text
from learnt.collection import CardReport
from learnt.deck import Point
from learnt.deck.tidy import one_line
from learnt.journal import Rating
from learnt.memory import MemoryModel
from learnt.plan import Queue, Schedule
from learnt.practice import Answered, Phase, Sitting

WIDEST = 88

_NAMES = {Rating.AGAIN: "Again", Rating.HARD: "Hard", Rating.GOOD: "Good", Rating.EASY: "Easy"}
_COLOURS = {
    Rating.AGAIN: "red",
    Rating.HARD: "yellow",
    Rating.GOOD: "green",
    Rating.EASY: "cyan",
}
_ASKING = "Type your answer and press Enter, or just Enter to think it."
_AWAY = "Ctrl-Z undo   Ctrl-C stop"
_TICKING = "1-9 tick what you said, or ↑ ↓ and x   a all   Enter go on"
_RATING = "Enter takes the marked one"
_BACK = "Esc goes back to the ticks"
_OPEN = "y / n is it there?"
_MARKED = "1-9 said or not, or ↑ ↓ and x   a all   Enter takes the marked one   r rate otherwise"
_APART = "   "
_MORE = "u undo   e edit   - tomorrow   @ set aside   i info   q stop"


def question(sitting: Sitting) -> RenderableType:
    """The card that is asked, without its points."""
    table_ = sitting.exercise
    assert table_ is not None  # noqa: S101 - the desk draws only what is on the table
    parts: list[RenderableType] = [shown(table_.prompt, "bold")]
    if table_.cue:
        parts.append(Text(f"… the one that begins: {table_.cue}", "italic"))
    wanted = len(table_.points)
    if wanted > 1:
        order = " in order" if table_.card.ordered else ""
        parts.append(Text(f"{wanted} points{order}", "dim"))
    if table_.card.hint and sitting.phase is Phase.ASKING:
        parts.append(shown(f"Hint: {table_.card.hint}", "dim"))
    return Group(
        Text.assemble((table_.deck_title, "dim"), (f"   {left(sitting.queue)}", "dim cyan")),
        Panel(Group(*parts), box=box.ROUNDED, padding=(1, 2), border_style="dim"),
    )


def answer(sitting: Sitting, cursor: int, *, short: bool = False) -> RenderableType:
    """The points, as a numbered checklist where there are several, under what was typed.

    `short` keeps all points but the one under the cursor to a line each, for a small window.
    """
    table_ = sitting.exercise
    assert table_ is not None  # noqa: S101 - the desk draws only what is on the table
    parts: list[RenderableType] = []
    if sitting.marks:
        parts += [draw_marks.typed(sitting.marks), draw_marks.points(sitting, cursor, short=short)]
    else:
        if sitting.answer:
            parts += [Text("You wrote", "dim"), Padding(Text(sitting.answer), (0, 0, 1, 2))]
        parts.append(_points(sitting, table_.points, cursor, short=short))
    if table_.card.note:
        parts.append(Padding(shown(table_.card.note, "dim italic"), (1, 0, 0, 2)))
    return Group(*parts)


def _points(
    sitting: Sitting, points: Sequence[Point], cursor: int, *, short: bool
) -> RenderableType:
    if len(points) == 1:
        return Padding(shown(points[0].text, "green"), (0, 0, 0, 2))
    grid = Table.grid(padding=(0, 1))
    for number, point in enumerate(points, start=1):
        ticked = point.id in sitting.ticked
        here = sitting.phase is Phase.TICKING and number == cursor
        whole = here or not short
        text = point.text if whole else one_line(point.text)
        grid.add_row(
            Text("›" if here else " ", "cyan"),
            Text("[x]" if ticked else "[ ]", "bold green" if ticked else "dim"),
            Text(f"{number}.", "dim"),
            _point(text, "green" if ticked else "", whole=whole),
        )
    return grid


def _point(text: str, style: str, *, whole: bool) -> Text:
    drawn = shown(text, style)
    drawn.no_wrap = not whole
    drawn.overflow = "fold" if whole else "ellipsis"
    return drawn


def ratings(
    previews: Mapping[Rating, Schedule], proposed: Rating | None, *, numbered: bool = True
) -> RenderableType:
    """The four ratings with what each leads to; the proposed one marked, if there is one.

    They are `numbered` where digits rate.
    """
    four = []
    for rating, schedule in previews.items():
        marked = rating is proposed
        style = f"bold {_COLOURS[rating]}" + (" reverse" if marked else "")
        digit = f"{int(rating)} " if numbered else ""
        lasts = (f" {span(schedule.due - schedule.last)}", "dim")
        four.append(Text.assemble((f" {digit}{_NAMES[rating]} ", style), lasts))
    return Padding(Flowing(four, gap="     "), (1, 0, 0, 0))


def keys(sitting: Sitting) -> RenderableType:
    """The keys that do something now."""
    phase = sitting.phase
    first = {Phase.ASKING: _ASKING, Phase.TICKING: _TICKING, Phase.RATING: _RATING}[phase]
    if sitting.marks and phase is Phase.TICKING:
        first = _MARKED
    if sitting.open:
        first = f"{_OPEN}{_APART}{first}"
    if phase is Phase.RATING and sitting.exercise and len(sitting.exercise.points) > 1:
        first += f"{_APART}{_BACK}"
    lines = (first, _AWAY if phase is Phase.ASKING else _MORE)
    drawn = (Flowing([Text(one, "dim") for one in line.split(_APART)]) for line in lines)
    return Padding(Group(*drawn), (1, 0, 0, 0))


def left(queue: Queue) -> str:
    """What is left of the day's queue, in words."""
    found = queue.left
    parts = [f"{found.reviews} to review" if found.reviews else ""]
    parts += [f"{found.new} new" if found.new else ""]
    parts += [f"{found.returning} coming back" if found.returning else ""]
    return " · ".join(part for part in parts if part)


def info(report: CardReport, model: MemoryModel, now: Instant, zone: str) -> RenderableType:
    """What is remembered of a card, point by point."""
    drawn = table("Point", "#Known now", "#Lasts", "#Asked", "Last asked")
    for point in report.card.points:
        memory = report.memories.get(point.id)
        if memory is None:
            drawn.add_row(shown(point.text), "new", "", "0", "")
            continue
        drawn.add_row(
            shown(point.text),
            f"{memory.recall(model, now):.0%}",
            span(round(memory.stability(model) * DAY_MS)),
            str(memory.reviews),
            local_text(memory.last, zone),
        )
    lines = report.card.source_lines
    where = Text(f"Read from lines {lines[0]}-{lines[1]} of its page", "dim") if lines else Text()
    return Group(drawn, where)


def summary(answered: Sequence[Answered], queue: Queue, now: Instant, zone: str) -> RenderableType:
    """The end of a sitting: what was done, what was forgotten, what comes back."""
    if not answered:
        return Text("Nothing was asked this time.")
    known = sum(not one.missed for one in answered)
    parts: list[RenderableType] = [
        Text.assemble((count(len(answered), "answer"), "bold"), f", {known} with every point.")
    ]
    forgotten = {one.label: one.missed for one in answered if one.missed}
    if forgotten:
        parts.append(Text("\nTo look at again:", "bold"))
    for label, missed in forgotten.items():
        parts.append(Text(f"  {label}"))
        parts.extend(shown(f"    – {point}", "dim") for point in missed)
    if queue.returning:
        soonest = local_text(max(now, queue.returning[0].due), zone)[-5:]
        back = count(len(queue.returning), "card comes", "cards come")
        parts.append(Text(f"\n{back} back later today, the first at {soonest}.", "dim"))
    return Group(*parts)


def too_tall(console: Console, parts: Sequence[RenderableType]) -> bool:
    """Whether the parts would run off the top of the window."""
    return len(console.render_lines(Group(*parts), pad=False)) >= console.height


def screen() -> Console:
    """The terminal, no wider than text reads well."""
    plain = Console(highlight=False)
    return Console(highlight=False, width=min(plain.width, WIDEST))
