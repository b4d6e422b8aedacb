"""Facts that the learner says are one: told once, with all that both of them say.

The fact that is merged goes, and the one that it is the same as stays and takes what it lacks.
They may stand in different texts of a card, so this is done when all its texts are read. A name
is told wherever it stands: what it is the same as is so all through the deck (`learnt.facts.same`).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from learnt.facts.correcting import mended, phrase_of
from learnt.facts.corrections import Action, Correction, found_again, goal_of
from learnt.facts.filling import filled
from learnt.facts.same import ends
from learnt.facts.values import Date, Fact, FactKind, Span, TextFacts
from learnt.ids import PointId

Texts = tuple[TextFacts, ...]


class Place(NamedTuple):
    """Where facts of a kind stand on a card."""

    kind: FactKind
    point: PointId | None
    phrase: Span


def with_merged(texts: Texts, said: Sequence[Correction]) -> Texts:
    """The facts of a card's texts, those that are one told once; `said` is of this card."""
    for gone, kept in _same(texts, said).items():
        if _at(texts, kept):
            texts = _told_once(texts, gone, kept, said)
    return texts


def read_again(texts: Texts, said: Sequence[Correction]) -> tuple[Correction, ...]:
    """What is to be said besides when the card is read again, so that what is told with it follows.

    A date that is the same as another says what that one does. What is the same as something that
    the learner says is no fact is none either.
    """
    same = _same(texts, said)
    found: list[Correction] = []
    for one in said:
        gone = _place(texts, one.kind, one.point, one.quote, one.start)
        if not one.merges_on_its_card or gone is None or gone not in same:
            continue
        kept = _at(texts, same[gone])
        if kept and isinstance(kept[0], Date):
            found.append(replace(one, action=Action.CHANGE, values={"edtf": kept[0].edtf}))
        elif _is_rejected(texts, same[gone], said):
            found.append(replace(one, action=Action.REJECT, values={}))
    return tuple(found)


def _same(texts: Texts, said: Sequence[Correction]) -> dict[Place, Place]:
    """By the place of what is merged: the place of what stays."""
    pairs: list[tuple[Place, Place]] = []
    for one in said:
        if one.merges_on_its_card:
            gone = _place(texts, one.kind, one.point, one.quote, one.start)
            kept = _place(texts, one.kind, *goal_of(one))
            if gone is not None and kept is not None:
                pairs.append((gone, kept))
    return ends(pairs)


def _place(
    texts: Texts, kind: FactKind, point: PointId | None, quote: str, start: int
) -> Place | None:
    text = next((text.text for text in texts if text.point == point), "")
    span = found_again(quote, start, text)
    return None if span is None else Place(kind, point, span)


def _at(texts: Texts, place: Place) -> tuple[Fact, ...]:
    return tuple(
        fact
        for text in texts
        if text.point == place.point
        for fact in text.of(place.kind)
        if phrase_of(fact) == place.phrase
    )


def _is_rejected(texts: Texts, place: Place, said: Sequence[Correction]) -> bool:
    """Whether the learner says that what stands there is no fact."""
    return any(
        one.action is Action.REJECT
        and one.kind is place.kind
        and _place(texts, one.kind, one.point, one.quote, one.start) == place
        for one in said
    )


def _told_once(texts: Texts, gone: Place, kept: Place, said: Sequence[Correction]) -> Texts:
    """The texts without what is merged; what stays has what it lacked.

    What the learner has said of the one that stays is said again: that is not to be filled up.
    """
    merged = _at(texts, gone)
    found: list[TextFacts] = []
    for text in texts:
        facts = [
            fact for fact in text.of(gone.kind) if fact not in merged or text.point != gone.point
        ]
        if text.point == kept.point:
            for place, fact in enumerate(facts):
                if phrase_of(fact) == kept.phrase:
                    whole = filled(fact, merged, near=gone.point == kept.point)
                    facts[place] = _said_again(whole, texts, kept, said)
        found.append(_dated(text.having(gone.kind, facts), gone, kept))
    return tuple(found)


def _said_again(fact: Fact, texts: Texts, place: Place, said: Sequence[Correction]) -> Fact:
    for one in said:
        has_values = one.action in (Action.CHANGE, Action.ADD) and one.kind is place.kind
        if has_values and _place(texts, one.kind, one.point, one.quote, one.start) == place:
            fact = mended(fact, one.values)
    return fact


def _dated(text: TextFacts, gone: Place, kept: Place) -> TextFacts:
    """A text whose events are told with the date that stays, if it stands here."""
    if gone.kind is not FactKind.DATE or text.point != gone.point:
        return text
    here = kept.phrase if kept.point == gone.point else None
    events = tuple(
        replace(one, date=here) if one.date == gone.phrase else one for one in text.events
    )
    return replace(text, events=events)
