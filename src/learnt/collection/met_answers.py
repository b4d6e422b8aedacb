"""Answers that come with a package and are here already, under another id.

An answer has the id that it was given with. One that was brought from Anki has an id made for the
learner who brought it: where two collections brought it, and one gives its cards to the other, it
comes under both. So does one that Anki's log has and the card's record has not. No one answers a
card twice in a millisecond: what was answered in the same way at the same instant is the same
answer, and where it was taken back here it stays so.
"""

from collections.abc import Iterable, Iterator

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, LearnerId
from learnt.journal import History, Known, Review
from learnt.store import Transaction

_Moment = tuple[CardId, Direction, Instant]


class MetAnswers:
    """The answers that there are to some cards, taken back or not."""

    def __init__(
        self, transaction: Transaction, learner: LearnerId, cards: Iterable[CardId]
    ) -> None:
        self._transaction, self._learner = transaction, learner
        asked = list(transaction.journal.cards_reviewed(list(cards)))
        self._heads = transaction.journal.answers_to(learner, asked) if asked else ()

    def histories(self, coming: Iterable[History]) -> Iterator[History]:
        """Histories less the answers that are here."""
        there = {_moment(card, way, at) for _, card, way, at in self._heads}
        if not there:  # as of nearly every package that comes for the first time
            yield from coming
            return
        for one in coming:
            key = one.card, one.direction
            new = tuple(each for each in one.answers if (*key, each.at) not in there)
            if len(new) == len(one.answers):
                yield one
            elif new:
                yield one._replace(answers=new)

    def reviews(self, coming: Iterable[Review]) -> list[Review]:
        """Reviews less those that are here under an id that none of them has."""
        reviews = list(coming)
        ids = {one.id for one in reviews}
        there = {_moment(card, way, at) for id_, card, way, at in self._heads if id_ not in ids}
        return [one for one in reviews if (one.card, one.direction, one.at) not in there]

    def known(self, coming: Iterable[Known]) -> list[Known]:
        """What another program knew, less what was known of the same instant, taken back or not."""
        knowns = list(coming)
        cards = [one.card for one in knowns]
        there = self._transaction.journal.knew_of(self._learner, cards)
        met = {(one.card, one.direction, one.at) for one in there}
        return [one for one in knowns if (one.card, one.direction, one.at) not in met]


def _moment(card: CardId, direction: str, at: Instant) -> _Moment:
    return card, _DIRECTIONS[direction], at


_DIRECTIONS = {one.value: one for one in Direction}  # a call for each of many rows is slower
