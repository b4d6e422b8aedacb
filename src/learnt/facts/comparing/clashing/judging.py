"""Whether what looks like a clash is one: all that speaks for and against it, weighed."""

from typing import NamedTuple

from learnt.facts.comparing.clashing.actors import actor_clash
from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.clashing.dates import date_clash
from learnt.facts.comparing.clashing.doubts import doubts
from learnt.facts.comparing.clashing.numbers import number_clash
from learnt.facts.comparing.clashing.outcomes import outcome_clash
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.weights import Judgement

LOOKS = (date_clash, number_clash, outcome_clash, actor_clash)
"""All that is looked for."""
_SURE, _NONE = 8.0, -8.0
"""The odds of what is plain, and of what is not there."""


class Judged(NamedTuple):
    """The likeliest clash of two pieces, and the log odds that it is one."""

    clash: Clash | None = None
    odds: float = _NONE


NO_CLASH = Judged()


def likeliest_clash(one: Scored, a: Piece, b: Piece, known: Known, judgement: Judgement) -> Judged:
    """What two pieces most likely disagree in."""
    looked = (look(one, a, b, known) for look in LOOKS)
    found = [clash for clash in looked if clash is not None]
    if not found:
        return NO_CLASH
    if (plain := next((clash for clash in found if clash.plain), None)) is not None:
        return Judged(plain, _SURE)
    common = one.signs() | doubts(a, b, known)
    each = (
        Judged(clash, judgement.clashes[clash.about].odds(common | dict(clash.signs)))
        for clash in found
    )
    return max(each, key=lambda judged: judged.odds)
