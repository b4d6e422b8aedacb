"""The cards that Anki has set aside, or takes back, as events with ids that are always the same.

Three states are held against each other, as of a text: as Anki told it the last time, as Anki tells
it now, and what the learner did here. What Anki tells as before changes nothing, however often it
is told: a card that was unsuspended here stays so.
"""

from collections.abc import Iterable, Iterator, Sequence

from learnt.clock import Instant, day_end
from learnt.deck import Card
from learnt.ids import LearnerId
from learnt.journal import FOREVER, Hold
from learnt.sources.packages.answers import LATEST
from learnt.sources.packages.cards import Origin
from learnt.sources.packages.identity import hold_id, is_of_anki, release_id
from learnt.sources.packages.own import Returned
from learnt.sources.packages.values import AnkiCard


def told_last(holds: Iterable[Hold]) -> Hold | None:
    """What a package last told of a card: of all its holds here, taken back or not."""
    told = (one for one in holds if is_of_anki(one))
    return max(told, key=lambda one: (one.at, one.id), default=None)


def holds_of(
    card: Card, origins: Sequence[Origin], learner: LearnerId, zone: str
) -> Iterator[Hold]:
    """The card's being set aside, of which no package told before."""
    if _are_aside(origins):
        yield _aside(card, origins, learner, zone)


def holds_again(
    card: Card,
    origins: Sequence[Origin],
    learner: LearnerId,
    zone: str,
    told: Hold,
    *,
    ours: bool,
) -> Iterator[Hold]:
    """What is otherwise than it was `told` the last time: set aside, or taken back.

    `ours` is a card that the learner set aside here: it is not taken back.
    """
    if _are_aside(origins):
        now = _aside(card, origins, learner, zone)
        if now.at > told.at and now.until > told.until:
            yield now
        return
    at = _last_changed(origins)
    if told.at < at < told.until and not ours:
        yield Hold(release_id(learner, card, at), learner, card.id, at, at)


def holds_since(
    card: Card,
    origins: Sequence[Origin],
    learner: LearnerId,
    zone: str,
    back: Returned,
    *,
    is_new: bool,
) -> Iterator[Hold]:
    """What was set aside in Anki, or taken back, since a card of ours went there.

    A card that is new here is set aside as it was when it went.
    """
    aside = _are_aside(origins)
    at = _last_changed(origins)
    if aside and not back.held:
        yield _aside(card, origins, learner, zone)
    elif aside and is_new:
        until = Instant(min(back.held, FOREVER))
        last = max((one.card for one in origins), key=lambda one: one.changed)
        yield Hold(hold_id(learner, card, last, at), learner, card.id, at, until)
    elif not aside and back.held >= FOREVER and not is_new:
        yield Hold(release_id(learner, card, at), learner, card.id, at, at)


def _are_aside(origins: Sequence[Origin]) -> bool:
    """Whether Anki has set aside all that a card comes from."""
    return all(one.card.suspended or one.card.buried for one in origins)


def _aside(card: Card, origins: Sequence[Origin], learner: LearnerId, zone: str) -> Hold:
    last = max((one.card for one in origins), key=lambda one: (one.suspended, one.changed))
    at = _changed(last)
    until = FOREVER if last.suspended else day_end(at, zone)
    return Hold(hold_id(learner, card, last, at), learner, card.id, at, until)


def _last_changed(origins: Sequence[Origin]) -> Instant:
    return max(_changed(one.card) for one in origins)


def _changed(card: AnkiCard) -> Instant:
    return Instant(min(max(card.changed, 1) * 1000, LATEST))
