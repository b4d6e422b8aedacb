"""What is said of a card's sides is done to the card: swapped, or a statement without a prompt."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from learnt.deck import Card, Deck, Direction, Point
from learnt.deck.tidy import one_line
from learnt.ids import MakeId, PointId
from learnt.sources.corrections import Correction, Said, lines_said, whole_page
from learnt.sources.line import parse_line

SEEN = 0.95
"""The least confidence in a card of which the learner has said how it is to be read."""


def corrected(
    deck: Deck, corrections: Sequence[Correction], raw: Sequence[str], make_id: MakeId
) -> Deck:
    """The deck with its sides as they were said to be; `raw` are the lines of its page.

    What is said twice of a card, of it and of the whole page, is said once of all the others.
    """
    if not corrections:
        return deck
    plain = _places(deck.cards, lines_said(corrections, Said.STATEMENTS))
    turned = _places(deck.cards, lines_said(corrections, Said.SWAPPED))
    told = plain | turned | _places(deck.cards, lines_said(corrections, Said.SPLIT, Said.JOIN))
    all_plain = whole_page(corrections, Said.STATEMENTS)
    all_turned = whole_page(corrections, Said.SWAPPED)
    cards = list(deck.cards)
    for place, card in enumerate(cards):
        if all_plain or place in plain:
            cards[place] = as_statement(card, raw, make_id)
        if all_turned != (place in turned):
            cards[place] = swapped(cards[place], make_id)
        if place in told or all_plain:
            cards[place] = replace(cards[place], confidence=max(card.confidence, SEEN))
    return replace(deck, cards=tuple(cards))


def swapped(card: Card, make_id: MakeId) -> Card:
    """The card with its prompt as its points, a line each, and its points as its prompt.

    A statement stays as it is. Wrong options are wrong for the other question: they become a note.
    """
    if card.prompt is None:
        return card
    points = tuple(Point(PointId(make_id()), line) for line in card.prompt.split("\n") if line)
    return _without_options(replace(card, prompt=card.back, points=points, ordered=False))


def as_statement(card: Card, raw: Sequence[str], make_id: MakeId) -> Card:
    """The card as one point without a prompt: its line as it stands, or its texts, a line each."""
    if card.prompt is None:
        return card
    point = Point(PointId(make_id()), _whole_line(card, raw) or f"{card.prompt}\n{card.back}")
    kept = replace(card, prompt=None, points=(point,), ordered=False)
    return _without_options(replace(kept, directions=(Direction.FORWARD,)))


def change_of(correction: Correction) -> Callable[[Card, Sequence[str], MakeId], Card] | None:
    """What a correction does to a card by itself; None where it is about lines."""
    if correction.said is Said.SWAPPED:
        return lambda card, _, make_id: swapped(card, make_id)
    return as_statement if correction.said is Said.STATEMENTS else None


def of_line(cards: Sequence[Card], line: int) -> list[int]:
    """The places of the cards that begin at a line of the page, else of those it is a part of."""
    there = [(place, card.source_lines) for place, card in enumerate(cards) if card.source_lines]
    first = [place for place, lines in there if lines[0] == line]
    return first or [place for place, lines in there if lines[0] <= line <= lines[1]]


def _places(cards: Sequence[Card], lines: frozenset[int]) -> set[int]:
    return {place for line in lines for place in of_line(cards, line)}


def _whole_line(card: Card, raw: Sequence[str]) -> str:
    """The line a card stands on alone, if all of it is the card's and no table's sign is in it."""
    if card.source_lines is None or card.source_lines[0] != card.source_lines[1]:
        return ""
    number = card.source_lines[0]
    body = parse_line(raw[number - 1], number, 0).body if number <= len(raw) else ""
    texts = [*(card.prompt or "").split("\n"), *(point.text for point in card.points)]
    whole = all(one_line(text) in one_line(body) for text in texts)
    longer = len(body) > len("".join(texts)) + 12  # other cards stand on this line, too
    return "" if not whole or longer or "\t" in body or "|" in body else body


def _without_options(card: Card) -> Card:
    if not card.wrong_options:
        return card
    wrong = "Wrong: " + "; ".join(card.wrong_options)
    note = f"{card.note}\n{wrong}" if card.note else wrong
    return replace(card, note=note, wrong_options=())
