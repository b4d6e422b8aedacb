"""What a fact takes from others that are the same: what they say and it does not."""

from collections.abc import Iterable
from dataclasses import replace

from learnt.facts.values import Agreement, Event, Fact, Quantity


def filled(one: Fact, others: Iterable[Fact], *, near: bool) -> Fact:
    """The fact with what others of its kind say more; `near` where they stand in the same text.

    A date says all it has to say, and so does a cause: of two, the one that stays is right.
    """
    for other in others:
        match one, other:
            case Event(), Event():
                one = _event(one, other, near=near)
            case Agreement(), Agreement():
                one = _agreement(one, other)
            case Quantity(), Quantity():
                one = replace(one, unit=one.unit or other.unit)
            case _:
                pass
    return one


def _event(one: Event, other: Event, *, near: bool) -> Event:
    """An event with its own verb and date, if it has them, and everybody of both."""
    date = one.date if one.edtf else other.date if near else None
    return replace(
        one,
        verb=one.verb or other.verb,
        verb_class=one.verb_class or other.verb_class,
        actors=_both(one.actors, other.actors),
        edtf=one.edtf or other.edtf,
        date=date,
        place=one.place or other.place,
        qualifier=one.qualifier or other.qualifier,
        condition=one.condition or other.condition,
    )


def _agreement(one: Agreement, other: Agreement) -> Agreement:
    """An agreement with its own terms, if it has them, and the parties of both."""
    return replace(
        one,
        parties=_both(one.parties, other.parties),
        negotiated=one.negotiated or other.negotiated,
        signed=one.signed or other.signed,
        duration=one.duration or other.duration,
        condition=one.condition or other.condition,
        qualifier=one.qualifier or other.qualifier,
    )


def _both(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *others)))
