"""A marked answer in the terminal. Each colour has a number or a word beside it."""

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from learnt.cli.output import shown
from learnt.deck.tidy import one_line
from learnt.journal import VerdictKind
from learnt.practice import Marked, Sitting, pieces

if TYPE_CHECKING:
    from learnt.marking import Verdict

_COLOURS = ("green", "cyan", "magenta", "yellow", "blue", "bright_red")
_SIGNS = {VerdictKind.CONFLICT: "≠", VerdictKind.UNSURE: "?"}
_SAID, _NOT_SAID = ("✓ said", "bold green"), ("– not said", "dim")
_DIFFERS, _ASKED = ("≠ differs", "bold yellow"), ("? is this there? y or n", "bold yellow")


def typed(marks: Marked) -> RenderableType:
    """The answer as it was typed, what was found in it underlined, with its point's number."""
    drawn, several = Text(), len(marks.verdicts) > 1
    for piece in pieces(marks.answer, marks.verdicts):
        number = piece.marks[0][0] if piece.marks else 0
        drawn.append(piece.text, f"underline {colour(number)}" if number else "")
        for ends, kind in piece.ends:
            sign = f"{ends if several else ''}{_SIGNS.get(kind, '')}"
            drawn.append(f"[{sign or '✓'}]", f"bold {colour(ends)}")
    return Group(Text("You wrote", "dim"), Padding(drawn, (0, 0, 1, 2)))


def points(sitting: Sitting, cursor: int, *, short: bool) -> RenderableType:
    """The points with what was found of each: a word and a sign, and the reason underneath."""
    table, marks = sitting.exercise, sitting.marks
    assert table is not None  # noqa: S101 - the desk draws only what is on the table
    assert marks is not None  # noqa: S101 - and marks only where there are some
    grid, several = Table.grid(padding=(0, 1)), len(table.points) > 1
    for number, (point, verdict) in enumerate(
        zip(table.points, marks.verdicts, strict=True), start=1
    ):
        whole = number == cursor or not short
        text = shown(point.text if whole else one_line(point.text))
        text.no_wrap, text.overflow = not whole, "fold" if whole else "ellipsis"
        row = [Text(f"{number}.", f"bold {colour(number)}")] if several else []
        here = Text("›" if several and number == cursor else " ", "cyan")
        grid.add_row(
            here, *row, Group(text, *_because(verdict)) if whole else text, _state(sitting, number)
        )
    return Group(Text(marks.told(), "bold"), grid)


def colour(number: int) -> str:
    """The colour of a point by its number, from 1."""
    return _COLOURS[(number - 1) % len(_COLOURS)]


def _state(sitting: Sitting, number: int) -> Text:
    """What counts now: as marking proposed, or as the learner has said since."""
    table, marks = sitting.exercise, sitting.marks
    if table is None or marks is None:
        return Text()
    point, kind = table.points[number - 1].id, marks.verdicts[number - 1].kind
    if number in sitting.open:
        return Text(*_ASKED)
    if point in sitting.ticked:
        return Text(*_SAID)
    return Text(*(_DIFFERS if kind is VerdictKind.CONFLICT else _NOT_SAID))


def _because(verdict: "Verdict") -> list[RenderableType]:
    """The two sides of a conflict side by side, and the reason small."""
    lines: list[RenderableType] = []
    if verdict.said and verdict.wanted:
        said, wanted = one_line(verdict.said), one_line(verdict.wanted)
        lines.append(Text(f"You wrote {said} – the card says {wanted}", "yellow"))
    if verdict.reason:
        lines.append(Text(verdict.reason, "dim"))
    return lines
