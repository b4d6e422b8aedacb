"""Numbers that differ, where both count the same thing. Numbers are never nearly right."""

import re

from learnt.facts.lexical.words import Word, american, folded
from learnt.facts.quantities.amounts import Amount, agrees, amount, measured
from learnt.facts.values import Span, TextFacts
from learnt.marking.beside import Beside
from learnt.marking.slots.clash import Clash, ClashKind

_END = re.compile(r"[.!?;](?=\s|$)|\n")
"""What ends a sentence."""
_TIMES = {"s", "mo"}
"""Days and months have no common unit, and are never the same length."""


def number_clash(beside: Beside) -> Clash | None:
    """A number that counts what one of the point counts, and is another.

    It stands in the stretch, or beside it in the sentence where it counts the very same thing.
    """
    text, around = beside.answer.text, _sentence(beside)
    own = [amount(one) for one in beside.point.facts.quantities]
    said = [
        amount(one)
        for one in beside.answer.facts.quantities
        if around.covers(one.span) and not _taken_back(text, one.span)
    ]
    for wanted in own:
        if any(agrees(wanted, one) for one in said):
            continue
        for one in said:
            inside = beside.window.covers(one.quantity.span)
            same = wanted.measure == one.measure != "" or (
                inside and _one_measure(wanted, one, beside)
            )
            if same and not any(agrees(other, one) for other in own):
                where = wanted.quantity.span.of(beside.point.text)
                return Clash(ClashKind.NUMBER, one.quantity.span, where)
    return _bare_clash(beside)


def _sentence(beside: Beside) -> Span:
    """The stretch with the rest of the sentences that it stands in."""
    text, window = beside.answer.text, beside.window
    before = [one.end() for one in _END.finditer(text, 0, window.start)]
    after = _END.search(text, window.end)
    return Span(before[-1] if before else 0, after.start() if after else len(text))


def _bare_clash(beside: Beside) -> Clash | None:
    """The one number that the point has more, and the one that the stretch has in its place."""
    unsaid = [w for w in beside.unsaid if w.number and not _in_date(w, beside.point.facts)]
    surplus = [
        w
        for w in beside.surplus
        if w.number
        and not _in_date(w, beside.answer.facts)
        and not _taken_back(beside.answer.text, Span(w.start, w.end))
    ]
    if len(unsaid) != 1 or len(surplus) != 1:
        return None
    own = [amount(one) for one in beside.point.facts.quantities]
    said = [amount(one) for one in beside.answer.facts.quantities]
    if any(agrees(one, two) and one.measure == two.measure for one in own for two in said):
        return None
    wanted, number = unsaid[0], surplus[0]
    return Clash(ClashKind.NUMBER, Span(number.start, number.end), wanted.text)


def _in_date(word: Word, facts: TextFacts) -> bool:
    return any(one.span.start <= word.start < one.span.end for one in facts.dates)


def _one_measure(wanted: Amount, said: Amount, beside: Beside) -> bool:
    """Whether both count the same: one measure, or things that are called alike."""
    if wanted.measure == said.measure:
        return True
    if not wanted.measure or not said.measure:
        return True
    if measured(wanted.measure) or measured(said.measure):
        return {wanted.measure, said.measure} == _TIMES
    stems = [
        {beside.lexicon.stem(american(folded(word))) for word in one.measure.split()}
        for one in (wanted, said)
    ]
    return not stems[0].isdisjoint(stems[1])


def _taken_back(text: str, span: Span) -> bool:
    return text[max(0, span.start - 5) : span.start].lower().endswith("not ")
