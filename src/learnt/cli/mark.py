"""`learnt mark`: typed answers marked point by point, a line each."""

import sys
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.options import Options, verb
from learnt.cli.output import console, line_of_json, shown, talk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from learnt.marking import Question, Verdict

_SIGNS = {"covered": "+", "missing": "-", "conflict": "≠", "unsure": "?"}
_LONGEST = 2_000_000
"""Letters of a line; a longer one is no answer."""


@verb()
@click.option(
    "--strictness",
    type=click.Choice(["lenient", "normal", "strict"]),
    default="normal",
    help="How much an answer must say.",
)
@click.option("--retrain", is_flag=True, help="Fit marking to what you confirmed and corrected.")
def mark(options: Options, strictness: str, *, retrain: bool) -> None:
    """Mark answers from standard input, a JSON object on each line.

    A line has "front", "points" and "answer"; "title" and "ordered" may be there too, and a point
    may be an object with "text", "accepted" and "refused". With --json there is a line for each
    line: {"points": [{"outcome", "score", "evidence", "reason"}]}, in the order of the points.
    Nothing is saved.

    With --retrain nothing is read: the bounds from which a statement counts as said are fitted to
    your own answers so far, and taken only if they mark those better and the program's own
    development answers no worse.
    """
    if retrain:
        _retrain(options)
        return
    from learnt.marking import Strictness
    from learnt.weights.marking import marker

    asked = Strictness(strictness)
    for number, line in _lines():
        try:
            question, answer = _read(line)
        except ValueError as error:
            options.problems = True
            talk(f"Line {number}: {error}")
            if options.json:
                line_of_json({"points": [], "problem": f"line {number}: {error}"})
            continue
        verdicts = marker().mark(question, answer, asked)
        if options.json:
            line_of_json({"points": [_told(verdict) for verdict in verdicts]})
        else:
            _draw(question, verdicts)


def _retrain(options: Options) -> None:
    """Fit, and tell what came of it."""
    from learnt.marking.retraining import FEWEST

    with options.open() as collection:
        found = collection.retrain()
    if options.json:
        line_of_json(
            {
                "points": found.points,
                "adopted": found.adopted,
                "right_before": round(found.before, 4),
                "right_after": round(found.after, 4),
                "development_before": round(found.development_before, 4),
                "development_after": round(found.development_after, 4),
            }
        )
    elif found.points < FEWEST:
        talk(
            f"You have confirmed or corrected {found.points} marks of statements; "
            f"at least {FEWEST} are needed. Marking stays as it is."
        )
    elif found.adopted:
        talk(
            f"Of your {found.points} points {found.after:.0%} are now marked right, "
            f"{found.before:.0%} before. Marking was changed for you."
        )
    else:
        talk(
            f"Of your {found.points} points {found.before:.0%} are marked right. "
            "No other bounds are better for you and as good elsewhere: marking stays as it is."
        )


def _lines() -> "Iterator[tuple[int, bytes]]":
    """The lines of standard input that hold anything, with their numbers from 1."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            yield number, line


def _read(line: bytes) -> "tuple[Question, str]":
    """The question and the answer of a line. Raises ValueError with what is wrong with it."""
    import msgspec

    from learnt.deck import Point
    from learnt.deck.tidy import tidy
    from learnt.ids import PointId
    from learnt.marking import Question

    if len(line) > _LONGEST:
        raise ValueError("this is longer than any answer; nobody types so much.")
    try:
        given = msgspec.json.decode(line, type=_shape())
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(
            f"this is no answer to mark ({error}). "
            'Write {"front": "…", "points": ["…"], "answer": "…"}.'
        ) from None
    if not given.points:
        raise ValueError("a card needs a point; write at least one in “points”.")
    points = [
        Point(PointId(str(n)), one)
        if isinstance(one, str)
        else Point(PointId(str(n)), one.text, tuple(one.accepted), tuple(one.refused))
        for n, one in enumerate(given.points)
    ]
    front, title = (tidy(text) or None for text in (given.front or "", given.title or ""))
    return Question(front, tuple(points), title, given.ordered), given.answer


def _shape() -> type[Any]:
    """The type of a line; made here, so that msgspec is loaded by this verb alone."""
    import msgspec

    point = msgspec.defstruct(
        "point",
        [
            ("text", str),
            ("accepted", list[str], msgspec.field(default_factory=list)),
            ("refused", list[str], msgspec.field(default_factory=list)),
        ],
    )
    return msgspec.defstruct(
        "line",
        [
            ("points", list[str | point]),  # type: ignore[valid-type] # a type made as it runs
            ("answer", str),
            ("front", str | None, None),
            ("title", str | None, None),
            ("ordered", bool, False),
        ],
    )


def _told(verdict: "Verdict") -> dict[str, object]:
    """A verdict as a JSON object."""
    return {
        "outcome": verdict.kind.value,
        "score": round(verdict.score, 3),
        "evidence": [[one.start, one.end] for one in verdict.evidence],
        "reason": verdict.reason,
    }


def _draw(question: "Question", verdicts: "tuple[Verdict, ...]") -> None:
    """The points with their signs and reasons."""
    if question.prompt:
        console().print(shown(question.prompt), style="bold", markup=False, highlight=False)
    for point, verdict in zip(question.points, verdicts, strict=True):
        line = (
            f"  {_SIGNS[verdict.kind.value]} {point.text}: {verdict.kind.value}. {verdict.reason}"
        )
        console().print(shown(line), markup=False, highlight=False)
