"""A piece of a long text: where it is cut, what its lines are in the whole, what came before."""

from dataclasses import replace
from hashlib import blake2b

from learnt.deck import Card, Problem
from learnt.deck.tidy import same_text
from learnt.sources.reading import Reading
from learnt.sources.tables.anki_header import anki_header

_TAIL = 120  # lines: no quoted cell and no paragraph reaches over more of them
_MOST_HEAD = 40  # lines; a title, what a program wrote, the names of the columns
_NAMES = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "pipe"}
_SIGNS = {name: sign for sign, name in _NAMES.items()}
_OF_THE_PAGE = (  # what is said once of a whole page, and need not be said of each of its pieces
    "Of this table",
    "Signs of a web page",
    "Some letters were put right",
    "This page's layout is a guess",
    "The page says it has",
)
_MANY = 50  # cards that stand there twice, which are told one by one
_MANY_AGAIN = "From here on {} cards stand on this page already; each was kept once."
_AGAIN = "This card stands on this page already; it was kept once."


def cut_of(reading: Reading, head: int) -> int | None:
    """The line of a piece at which the next one is to begin: the first of a card; None if none is.

    It is the last such line that is far from the end, else the last. `head` lines stand before
    the piece.
    """
    end, starts = head, []
    for card in reading.deck.cards:
        first, last = card.source_lines or (0, 0)
        if first > end > head:
            starts.append(first)
        end = max(end, last)
    far = [line for line in starts if line <= len(reading.lines) - _TAIL]
    return max(far, default=max(starts, default=None))


def piece_of(reading: Reading, cut: int | None, head: int, before: int) -> Reading:
    """What is read of a piece up to the line `cut`, with the numbers its lines have in the whole.

    `head` lines were put before the piece, and `before` of the whole stand before it.
    """
    moved = before - head
    end = len(reading.lines) + 1 if cut is None else cut
    cards = [card for card in reading.deck.cards if (card.source_lines or (0, 0))[0] < end]
    problems = [
        problem if problem.line is None else replace(problem, line=problem.line + moved)
        for problem in reading.problems
        if problem.line is None or head < problem.line < end
        if not (before and problem.why.startswith(_OF_THE_PAGE))
        if not problem.why.startswith(_OF_THE_PAGE[-1])
    ]
    return replace(
        reading,
        deck=replace(reading.deck, cards=tuple(_moved(card, moved) for card in cards)),
        problems=tuple(problems),
        lines=(),
        furniture=tuple(line + moved for line in reading.furniture if head < line < end),
    )


def head_of(reading: Reading) -> tuple[str, ...]:
    """The lines to put before the later pieces of a table, so that its columns stay what they are.

    They are those above its first row where they name the columns; else they say the separator.
    """
    if reading.layout != "separated" or not reading.deck.cards or not reading.separator:
        return ()
    first = reading.deck.cards[0].source_lines or (1, 1)
    above = reading.lines[: first[0] - 1]
    sign = _SIGNS.get(reading.separator, reading.separator)
    rows = [line for line in above if any(map(str.isalnum, line))]
    if len(above) <= _MOST_HEAD and (anki_header(above).lines or (rows and sign in rows[-1])):
        return above
    if sign not in _NAMES:
        return ()
    return (f"#separator:{_NAMES[sign]}", f"#columns:Front{sign}Back")


class Seen:
    """The cards of the pieces before, known by a digest of what they say."""

    def __init__(self) -> None:
        self._known: set[bytes] = set()

    def without_known(self, reading: Reading) -> Reading:
        """The reading without the cards that stood in an earlier piece; each is a Problem."""
        kept: list[Card] = []
        again: list[Card] = []
        for card in reading.deck.cards:
            digest = digest_of(card)
            if digest in self._known:
                again.append(card)
                continue
            self._known.add(digest)
            kept.append(card)
        if not again:
            return reading
        return replace(
            reading,
            deck=replace(reading.deck, cards=tuple(kept)),
            problems=(*reading.problems, *_told(reading, again)),
            furniture=(*reading.furniture, *(line for card in again for line in _lines(card))),
        )


def _told(reading: Reading, again: list[Card]) -> list[Problem]:
    """A word for each card, or one for them all where they are many."""
    if len(again) > _MANY:
        first = again[0].source_lines
        why = _MANY_AGAIN.format(len(again))
        return [Problem(first[0] if first else None, reading.file, why)]
    lines = [card.source_lines[0] if card.source_lines else None for card in again]
    return [Problem(line, card.label, _AGAIN) for line, card in zip(lines, again, strict=True)]


def _lines(card: Card) -> range:
    first, last = card.source_lines or (1, 0)
    return range(first, last + 1)


def digest_of(card: Card) -> bytes:
    """Few bytes that cards have in common only where they say the same."""
    return digest_of_texts(card.prompt, *(point.text for point in card.points))


def digest_of_texts(prompt: str | None, *points: str) -> bytes:
    """The digest of a card by its texts."""
    texts = "\0".join(map(same_text, (prompt or "", *points)))
    return blake2b(texts.encode(errors="replace"), digest_size=12).digest()


def _moved(card: Card, lines: int) -> Card:
    if not lines or card.source_lines is None:
        return card
    first, last = card.source_lines
    return replace(card, source_lines=(first + lines, last + lines))
