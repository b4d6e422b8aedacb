"""What stands in the place of what: words that differ between words that agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from learnt.facts.lexical.words import Word
from learnt.facts.values import Span
from learnt.marking.beside import Beside, Told
from learnt.marking.slots.clash import Clash, ClashKind

_LONGEST = 2
"""Words that may stand in the place of others."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words of the point, and those that the answer has in their place."""

    wanted: tuple[Word, ...]
    said: tuple[Word, ...]


def exchanges(beside: Beside) -> tuple[Exchange, ...]:
    """Runs of a word or two that differ, with the same words around them on both sides."""
    return tuple(_exchanges(beside))


def _exchanges(beside: Beside) -> Iterator[Exchange]:
    place = {id(word): n for n, word in enumerate(beside.point.content)}
    there = {id(word): n for n, word in enumerate(beside.said)}
    anchors = [(place[id(one)], there[id(two)]) for one, two in beside.pairs]
    if not anchors:
        return
    first, last = _clause_ends(beside, anchors[0][1]), _clause_ends(beside, anchors[-1][1])
    anchors = [(-1, first[0] - 1), *anchors, (len(beside.point.content), last[1])]
    for (row, column), (next_row, next_column) in pairwise(anchors):
        wanted = beside.point.content[row + 1 : next_row]
        said = beside.said[column + 1 : next_column] if column < next_column else ()
        if 1 <= len(wanted) <= _LONGEST and 1 <= len(said) <= _LONGEST:
            yield Exchange(wanted, said)


def _clause_ends(beside: Beside, column: int) -> tuple[int, int]:
    """The first content word of the clause that holds this one, and the place after its last."""
    word = beside.said[column]
    for start, end in beside.clauses:
        if start <= word.start < end:
            inside = [n for n, one in enumerate(beside.said) if start <= one.start < end]
            return inside[0], inside[-1] + 1
    return 0, len(beside.said)


def exchange_clash(beside: Beside) -> Clash | None:
    """A name, or a word that belongs to another point, in the place of one of this point."""
    denied = beside.denied_here
    verbs = beside.point.verbs, beside.answer.verbs
    for one in exchanges(beside):
        wanted = max(one.wanted, key=lambda word: word.weight)
        said = max(one.said, key=lambda word: word.weight)
        if any(id(word) in denied for word in one.said):
            continue
        if id(wanted) in verbs[0] or id(said) in verbs[1]:
            continue
        if wanted.number != said.number or said.weight < 0.3:
            continue
        another = _is_of_another(said, beside) and wanted.stem not in beside.elsewhere
        proper = _is_proper(wanted, beside.point) and _is_proper(said, beside.answer)
        if another or (proper and not _near(wanted, said, beside)):
            return Clash(ClashKind.EXCHANGE, Span(one.said[0].start, one.said[-1].end), wanted.text)
    return None


def intruders(beside: Beside) -> float:
    """How much the stretch says of other points in place of what is this point's alone."""
    own = [w.weight for w in beside.unsaid if w.stem not in beside.elsewhere]
    others = [w.weight for w in beside.surplus if _is_of_another(w, beside)]
    return min(max(own, default=0.0), max(others, default=0.0))


def _is_of_another(word: Word, beside: Beside) -> bool:
    return word.stem in beside.elsewhere and word.stem not in {w.stem for w in beside.point.content}


def _is_proper(word: Word, told: Told) -> bool:
    """Whether it is part of a name, or has a capital where no sentence begins."""
    if any(one.span.start <= word.start < one.span.end for one in told.facts.names):
        return True
    before = told.text[: word.start].rstrip()
    return word.text[0].isupper() and bool(before) and before[-1] not in ".!?:"


def _near(wanted: Word, said: Word, beside: Beside) -> bool:
    pair = beside.lexicon.vectors([wanted.low, said.low])
    return wanted.low[:4] == said.low[:4] or float(pair[0] @ pair[1]) > 0.75
