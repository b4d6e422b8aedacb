"""A deck to a text of the format. What has its default value is not written; ids always are."""

from collections.abc import Iterator

from learnt.deck.card import Card, Direction, Point
from learnt.deck.deck import Deck
from learnt.deck.plain.grammar import escape, escape_inside
from learnt.deck.plain.values import ASK
from learnt.ids import is_id

_FIELD_INDENT = "  "
_ASK_WORDS = {directions: words for words, directions in ASK.items()}


def write(deck: Deck) -> str:
    """The text that `parse` reads back as an equal deck, without problems.

    Raises ValueError for an id that is no UUID in its usual form: it could not be read back.
    """
    blocks = [_header(deck), *(_card(card) for card in deck.cards)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _header(deck: Deck) -> Iterator[str]:
    yield f"# {deck.title}{_id(deck.id)}"
    if deck.question is not None:
        yield f"question: {deck.question}"
    if deck.tags:
        yield f"tags: {', '.join(deck.tags)}"
    if deck.source is not None:
        yield f"source: {deck.source}"


def _card(card: Card) -> Iterator[str]:
    if card.prompt is None:
        yield f"statement:{_id(card.id)}"
    else:
        first, *rest = card.prompt.split("\n")
        yield f"{escape(first)}{_id(card.id)}"
        yield from map(escape, rest)
    for number, point in enumerate(card.points, 1):
        yield from _point(point, f"{number}. " if card.ordered else "- ")
    yield from _fields(card)


def _point(point: Point, marker: str) -> Iterator[str]:
    indent = " " * len(marker)
    first, *rest = point.text.split("\n")
    yield f"{marker}{first}{_id(point.id)}"
    yield from (f"{indent}{escape_inside(line)}" for line in rest)
    yield from (f"{indent}also: {text}" for text in point.accepted)
    yield from (f"{indent}not: {text}" for text in point.refused)
    if point.weight != 1:
        yield f"{indent}weight: {_number(point.weight)}"


def _fields(card: Card) -> Iterator[str]:
    if card.hint is not None:
        yield from _text("hint", card.hint)
    if card.note is not None:
        yield from _text("note", card.note)
    yield from (f"wrong: {text}" for text in card.wrong_options)
    if card.tags:
        yield f"tags: {', '.join(card.tags)}"
    if card.directions != (Direction.FORWARD,):
        yield f"ask: {_ASK_WORDS[card.directions]}"
    yield from (f"media: {name}" for name in card.media)
    if card.source_lines is not None:
        yield f"lines: {card.source_lines[0]}-{card.source_lines[1]}"
    if card.confidence != 1:
        yield f"confidence: {_number(card.confidence)}"


def _text(word: str, text: str) -> Iterator[str]:
    first, *rest = text.split("\n")
    yield f"{word}: {first}"
    yield from (f"{_FIELD_INDENT}{escape_inside(line)}" for line in rest)


def _number(value: float) -> str:
    """The shortest text that reads back as the same number: 2 and not 2.0."""
    return repr(value).removesuffix(".0")


def _id(identifier: str) -> str:
    if not is_id(identifier):
        raise ValueError(
            f"{identifier!r} is no id: it must be a UUID such as learnt.ids.uuid7 makes"
        )
    return f" ^{identifier}"
