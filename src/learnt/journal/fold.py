"""What the events say together. Order of arrival and repeats make no difference.

Two devices merge by the union of their events: `merge(a, b)` is commutative, associative and
idempotent, and everything else here is a function of the merged journal.
"""

from collections.abc import Iterable

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId
from learnt.journal.brief import BriefReview
from learnt.journal.events import Event, Hold, Known, Review, Undo


def merge(*journals: Iterable[Event]) -> tuple[Event, ...]:
    """The union of journals, each event once, by time and then by id."""
    by_id = {event.id: event for journal in journals for event in journal}
    return tuple(sorted(by_id.values(), key=lambda event: (event.at, event.id)))


def standing(journal: Iterable[Event]) -> tuple[Review | Hold, ...]:
    """The reviews and holds that were not taken back, by time and then by id."""
    events = merge(journal)
    undone = {event.event for event in events if isinstance(event, Undo)}
    return tuple(
        event for event in events if isinstance(event, Review | Hold) and event.id not in undone
    )


def reviews(journal: Iterable[Event]) -> tuple[Review, ...]:
    """The reviews that stand, by time and then by id."""
    return tuple(event for event in standing(journal) if isinstance(event, Review))


def begins_with(
    knowns: Iterable[Known], reviews: Iterable[Review | BriefReview], direction: Direction
) -> Known | None:
    """What a card's memory begins with in a direction; None where its answers tell it.

    What another program knew counts as long as no answer is as old: then there is something better
    to go by. Of several that count it is the latest.
    """
    first = min((one.at for one in reviews if one.direction is direction), default=None)
    found = [
        one for one in knowns if one.direction is direction and (first is None or one.at < first)
    ]
    return max(found, key=lambda one: (one.at, one.id), default=None)


def held_until(journal: Iterable[Event]) -> dict[CardId, Instant]:
    """For each card that was ever set aside, the instant until which it is."""
    return held(event for event in standing(journal) if isinstance(event, Hold))


def held(holds: Iterable[Hold]) -> dict[CardId, Instant]:
    """The same of holds that stand, by time and then by id.

    A card that is suspended, and then buried, stays suspended: only a release ends it.
    """
    found: dict[CardId, Instant] = {}
    for hold in holds:
        before = found.get(hold.card, hold.until)
        found[hold.card] = max(hold.until, before) if hold.until > hold.at else hold.until
    return found


def last_to_undo(journal: Iterable[Event]) -> Review | Hold | None:
    """The latest review or hold that stands: what one undo takes back."""
    events = standing(journal)
    return events[-1] if events else None
