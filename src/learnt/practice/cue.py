"""A cue cut from a bare statement: enough to know which one is meant, too little to copy."""

from collections import Counter
from collections.abc import Iterable, Sequence

from learnt.deck import Deck
from learnt.deck.tidy import one_line
from learnt.ids import CardId

_LONGEST = 6


def cue(statement: str, others: Iterable[str] = ()) -> str:
    """The first words of a statement, followed by `…`.

    A quarter of the words and at most six; more, but never over half, where the other
    statements of the deck begin alike.
    """
    return next(iter(cues([statement, *others])))


def cues(statements: Sequence[str]) -> list[str]:
    """The cue of each statement among them all, in time that grows with their words."""
    openings = _Openings()
    paths = [openings.add(one_line(one).casefold().split(" ")) for one in statements]
    return [
        _cue(one_line(one).split(" "), [openings.beginning[place] for place in path])
        for one, path in zip(statements, paths, strict=True)
    ]


def statements_asked(deck: Deck) -> dict[CardId, str]:
    """What the bare statements of a deck are asked by: its title or question, and a cue."""
    bare = [card for card in deck.cards if card.prompt is None]
    title = deck.question or deck.title.replace("::", " · ")
    hints = cues([card.points[0].text for card in bare])
    return {card.id: f"{title}\n{hint}" for card, hint in zip(bare, hints, strict=True)}


def _cue(words: list[str], alike: list[int]) -> str:
    """`alike` says how many statements begin with as many words as these, one word and more."""
    size = min(_LONGEST, max(1, len(words) // 4))
    while size < len(words) // 2 and alike[size - 1] > 1:
        size += 1
    shown = words[:size] if len(words) > 1 else [words[0][:1]]
    return " ".join(shown) + " …"


class _Openings:
    """The beginnings of statements, as places in a tree of words."""

    def __init__(self) -> None:
        self._after: dict[tuple[int, str], int] = {}
        self.beginning: Counter[int] = Counter()

    def add(self, words: list[str]) -> list[int]:
        """The place of the first word, of the first two, and so on."""
        place, path = 0, []
        for word in words:
            place = self._after.setdefault((place, word), len(self._after) + 1)
            path.append(place)
        self.beginning.update(path)
        return path
