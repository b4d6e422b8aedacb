"""All that a stretch of an answer says otherwise than the point."""

from learnt.marking.beside import Beside
from learnt.marking.slots.clash import Clash
from learnt.marking.slots.dates import date_clash
from learnt.marking.slots.frames import exchange_clash
from learnt.marking.slots.names import name_clash
from learnt.marking.slots.numbers import number_clash
from learnt.marking.slots.polarity import opposite_clash, polarity_clash
from learnt.marking.slots.roles import role_clash

_ALL = (
    date_clash,
    number_clash,
    name_clash,
    opposite_clash,
    polarity_clash,
    role_clash,
    exchange_clash,
)


def clashes_of(beside: Beside) -> tuple[Clash, ...]:
    """One clash of each kind at most."""
    return tuple(clash for look in _ALL if (clash := look(beside)) is not None)
