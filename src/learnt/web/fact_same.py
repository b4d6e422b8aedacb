"""Which other facts of its card a fact can be the same as, and how that is chosen and told."""

from learnt.collection import fact_told
from learnt.deck.tidy import one_line
from learnt.errors import UsageError
from learnt.facts import CardFacts, Correction, Fact, FactKind, Span, goal_of
from learnt.facts.correcting import phrase_of
from learnt.ids import PointId
from learnt.web.asked import OLD_PAGE
from learnt.web.fact_fields import Choices

_MOST = 40
"""Facts that are listed, the nearest ones: every fact of a long card has such a list."""
_AROUND, _TOLD, _QUOTED = 16, 60, 90
_NO_POINT = "-"
_NOT_CHOSEN = "Choose the fact that it is the same as."


class Others:
    """The facts of a card by their kind, each as it can be chosen."""

    def __init__(self, card: CardFacts) -> None:
        """All of them are put into words once."""
        self._all: dict[FactKind, list[tuple[Fact, PointId | None, str, str]]] = {}
        for text in card.texts:
            place = where(card, text.point) if len(card.texts) > 1 else ""
            for kind, fact in text.all():
                span = phrase_of(fact)
                value = f"{span.start} {text.point or _NO_POINT} {span.of(text.text)}"
                words = _shown(fact, text.text, span, place)
                self._all.setdefault(kind, []).append((fact, text.point, value, words))

    def than(self, kind: FactKind, fact: Fact, point: PointId | None) -> Choices:
        """The others of its kind, those that stand near it; none for a name (see `facts.html`)."""
        if kind is FactKind.NAME:
            return ()
        known = self._all[kind]
        at = next(n for n, one in enumerate(known) if one[0] is fact and one[1] == point)
        first = max(0, min(at - _MOST // 2, len(known) - _MOST - 1))
        near = known[first : first + _MOST + 1]
        return tuple((value, words) for other, _, value, words in near if other is not fact)


def chosen(value: str) -> dict[str, str]:
    """What was chosen of the others, as a merge says it. Raises UsageError."""
    if not value:
        raise UsageError(_NOT_CHOSEN)
    start, _, rest = value.partition(" ")
    point, _, words = rest.partition(" ")
    if not words:
        raise UsageError(OLD_PAGE)
    return {
        "into": words,
        "into_point": "" if point == _NO_POINT else point,
        "into_start": start,
    }


def same_in_words(one: Correction, card: CardFacts) -> str:
    """What a fact is the same as: its words, and where they stand if that is elsewhere."""
    goal = goal_of(one)
    if goal.point != one.point:
        return f"“{_cut(goal.quote, _QUOTED)}” in {where(card, goal.point)}"
    other = "the other " if goal.quote == one.quote else ""
    return f"{other}“{_cut(goal.quote, _QUOTED)}”"


def where(card: CardFacts, point: PointId | None) -> str:
    """Where a text of a card stands: the prompt, or point 2."""
    if point is None:
        return "the prompt"
    points = [text.point for text in card.texts if text.point is not None]
    return f"point {points.index(point) + 1}" if point in points else "a point that is gone"


def _shown(fact: Fact, text: str, span: Span, place: str) -> str:
    """A fact in a few words, the place of its text, and the words around it."""
    told = _cut(one_line(fact_told(fact)), _TOLD)
    return (
        f"{told} – {place}: {_around(text, span)}" if place else f"{told} – {_around(text, span)}"
    )


def _around(text: str, span: Span) -> str:
    """A phrase with a few of the words before and after it."""
    first, last = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    while 0 < first < span.start and not text[first - 1].isspace():
        first += 1
    while span.end < last < len(text) and not text[last].isspace():
        last -= 1
    words = _cut(one_line(text[first:last]), _TOLD)
    return f"“{'… ' if first else ''}{words}{' …' if last < len(text) else ''}”"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
