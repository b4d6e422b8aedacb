"""A page as it was read: its cards beside their lines, the doubtful marked, problems listed."""

from typing import TYPE_CHECKING, Any

from learnt.cli.output import console, count, shown, table

if TYPE_CHECKING:
    from rich.console import Console

    from learnt.deck import Card
    from learnt.sources import Reading


def reading_as_json(reading: "Reading") -> dict[str, Any]:
    """The line that `learnt read --json` prints of a page."""
    deck = reading.deck
    return {
        "file": reading.file,
        "title": deck.title if reading.deck.cards else None,
        "question": deck.question,
        "declared": reading.declared,
        "layout": reading.layout,
        "separator": reading.separator,
        "furniture": list(reading.furniture),
        "corrections": [
            {"said": one.said.value, "line": one.line, "text": one.text}
            for one in reading.corrections
        ],
        "problems": [
            {"line": problem.line, "text": problem.text, "why": problem.why}
            for problem in reading.problems
        ],
        "cards": [
            {
                "front": card.prompt,
                "back": card.back,
                "points": [point.text for point in card.points],
                "lines": list(card.source_lines) if card.source_lines else None,
                "confidence": round(card.confidence, 3),
            }
            for card in deck.cards
        ],
    }


def show_reading(reading: "Reading") -> None:
    """Draw the page's cards and problems for a person."""
    from rich.padding import Padding
    from rich.text import Text

    from learnt.sources import separator_told

    out = console()
    deck = reading.deck
    points = sum(len(card.points) for card in deck.cards)
    out.print(
        Text.assemble(
            (deck.title, "bold"),
            f"  {count(len(deck.cards), 'card')}, {count(points, 'point')}",
            (f"  from {reading.file}", "dim"),
        )
    )
    if deck.cards:
        drawn = table("#Line", "Asked", "Points")
        for card in deck.cards:
            drawn.add_row(_lines(card), _prompt(card), _points(card))
        out.print(Padding(drawn, (1, 0, 1, 0)))
    if sentence := separator_told(reading.separator):
        out.print(Text(sentence, "dim"))
    show_problems(out, reading)
    if doubtful := sum(_doubtful(card) for card in deck.cards):
        out.print(Text(f"? {count(doubtful, 'card')} to check, marked with ?", "yellow"))


def show_problems(out: "Console", reading: "Reading") -> None:
    """List what could not be read, by line."""
    from rich.text import Text

    for problem in reading.problems:
        where = f"line {problem.line}: " if problem.line else ""
        out.print(Text(f"! {where}{problem.why}", "yellow"))
        if problem.text.strip():
            out.print(Text(f"    {on_one_line(problem.text)}", "dim"))


def _doubtful(card: "Card") -> bool:
    from learnt.sources import DOUBTFUL

    return card.confidence < DOUBTFUL


def _lines(card: "Card") -> str:
    if card.source_lines is None:
        return ""
    first, last = card.source_lines
    return str(first) if first == last else f"{first}-{last}"


def _prompt(card: "Card") -> Any:  # noqa: ANN401 - rich's renderables have no one type
    from rich.text import Text

    mark = ("? ", "bold yellow") if _doubtful(card) else ("", "")
    return Text.assemble(mark, shown(card.prompt) if card.prompt else ("(a statement)", "dim"))


def _points(card: "Card") -> Any:  # noqa: ANN401 - rich's renderables have no one type
    from rich.text import Text

    if len(card.points) == 1:
        return shown(card.points[0].text)
    sign = [f"{number}. " if card.ordered else "• " for number in range(1, len(card.points) + 1)]
    lines = [Text(a) + shown(point.text) for a, point in zip(sign, card.points, strict=True)]
    return Text("\n").join(lines)


def on_one_line(text: str) -> str:
    """A line of a page without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
