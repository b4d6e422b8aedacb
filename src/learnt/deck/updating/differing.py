"""The words in which two texts differ, for every face to mark them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from learnt.deck.card import Card
from learnt.deck.tidy import same_text

_PARTS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 2_000  # words of a text that are compared one by one
_NEAR = 0.3  # texts that share less of their words than this are shown as two


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; `own` where the other text does not have it."""

    text: str
    own: bool


def differing(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces, those that the other one does not have marked.

    The pieces of a text joined are the text. Texts with little in common are marked whole.
    """
    from rapidfuzz.distance import Indel  # only a deck that comes again needs it

    if one == other:
        return _whole(one, own=False), _whole(other, own=False)
    mine, its = _PARTS.findall(one), _PARTS.findall(other)
    if len(mine) > _MOST or len(its) > _MOST:
        return _whole(one, own=True), _whole(other, own=True)
    if _near(mine, its) < _NEAR:
        return _whole(one, own=True), _whole(other, own=True)
    first: list[Piece] = []
    second: list[Piece] = []
    for step in Indel.opcodes(mine, its):
        same = step.tag == "equal"
        first.append(Piece("".join(mine[step.src_start : step.src_end]), not same))
        second.append(Piece("".join(its[step.dest_start : step.dest_end]), not same))
    return _joined(first), _joined(second)


def rows_beside(ours: Card, theirs: Card) -> list[tuple[str, str]]:
    """What two wordings of a card say, row by row: prompts, points by their ids, and the rest.

    An empty text stands where a wording does not have it. Rows that are the same are among them.
    """
    mine = {point.id: point.text for point in ours.points}
    its = {point.id: point.text for point in theirs.points}
    rows = [(ours.prompt or "", theirs.prompt or "")]
    rows += [(text, its.get(own, "")) for own, text in mine.items()]
    rows += [("", text) for own, text in its.items() if own not in mine]
    rows += [row for row in zip(_rest(ours), _rest(theirs), strict=True) if row[0] != row[1]]
    return [row for row in rows if any(row)]


def _rest(card: Card) -> Iterable[str]:
    """What is seldom seen of a card, in words; empty where there is none."""
    points = card.points
    accepted = [one for point in points for one in point.accepted]
    refused = [one for point in points for one in point.refused]
    return (
        _told("Hint", card.hint or ""),
        _told("Note", card.note or ""),
        _told("Tags", ", ".join(card.tags)),
        _told("Wrong answers", "; ".join(card.wrong_options)),
        _told("Also right", "; ".join(accepted)),
        _told("Not right", "; ".join(refused)),
        _told("Weights", ", ".join(f"{one.weight:g}" for one in points) if _weighed(card) else ""),
        "In order" if card.ordered else "",
        "Asked both ways" if len(card.directions) > 1 else "",
        _told("Pictures and sounds", ", ".join(card.media)),
    )


def _weighed(card: Card) -> bool:
    return any(point.weight != 1.0 for point in card.points)


def _told(name: str, text: str) -> str:
    return f"{name}: {text}" if text else ""


def _near(mine: list[str], its: list[str]) -> float:
    from rapidfuzz.distance import Indel

    ours, theirs = ([same_text(one) for one in parts if one.strip()] for parts in (mine, its))
    return Indel.normalized_similarity(ours, theirs)


def _whole(text: str, *, own: bool) -> tuple[Piece, ...]:
    return (Piece(text, own),) if text else ()


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The pieces without empty ones; spaces are marked between marked words, and never around."""
    runs: list[Piece] = []
    for own, several in groupby(pieces, key=lambda piece: piece.own):
        if text := "".join(piece.text for piece in several):
            runs.append(Piece(text, own))
    inner = range(1, len(runs) - 1)
    spaced = [
        Piece(run.text, own=run.own or (place in inner and run.text.isspace()))
        for place, run in enumerate(runs)
    ]
    found: list[Piece] = []
    for own, several in groupby(spaced, key=lambda piece: piece.own):
        text = "".join(piece.text for piece in several)
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        if not own or start >= end:
            found.append(Piece(text, own=False))
            continue
        around = ((text[:start], False), (text[start:end], True), (text[end:], False))
        found += (Piece(part, marked) for part, marked in around if part)
    return tuple(found)
