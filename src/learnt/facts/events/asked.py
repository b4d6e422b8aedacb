"""What the prompt gives to the points that answer it."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.facts.dates import years_of
from learnt.facts.events.actors import Spoken
from learnt.facts.events.verbs import Verb
from learnt.facts.light import value
from learnt.facts.values import Event

_NOBODY = Spoken()


@value(frozen=True, slots=True)
class Asked:
    """What a prompt asks about.

    `edtf` is its date, which holds for all points; `verb` and `subjects` are taken by a point that
    has no verb. `spoken` is what was spoken of before.
    """

    edtf: str | None = None
    verb: Verb | None = None
    subjects: tuple[str, ...] = ()
    spoken: Spoken = _NOBODY


def dated_by_prompt(found: Sequence[Event], asked: Asked) -> list[Event]:
    """Events without a date of their own have the one that the prompt asks about.

    Not where the text itself goes to another time, and not from "since 1954", which is none.
    """
    if asked.edtf is None or asked.edtf.endswith(".."):
        return list(found)
    when = years_of(asked.edtf)
    own = [years_of(one.edtf) for one in found if one.edtf]
    if any(first > when[1] or last < when[0] for first, last in own):
        return list(found)
    return [one if one.edtf else replace(one, edtf=asked.edtf) for one in found]
