"""The reviews of decks in brief, whether most of all are asked for or few."""

from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, DeckId, EventId, LearnerId, PointId, uuid7
from learnt.journal import Undo, merge
from learnt.journal import reviews as standing_reviews
from learnt.store import Store
from tests.journal.brief import in_brief
from tests.journal.strategies import CARDS, histories, journals
from tests.store.values import ME, NOW, an_id

_learners = count(1_000_000)


def _deck(number: int, *cards: CardId) -> Deck:
    places = enumerate(cards)
    point = 10_000 * number
    return Deck(
        DeckId(an_id(number)),
        f"Deck {number}",
        tuple(Card(one, "?", (Point(PointId(an_id(point + at)), "!"),)) for at, one in places),
    )


FEW = _deck(71, *CARDS[:2])
MANY = _deck(72, *CARDS[2:], *(CardId(an_id(73_000 + number)) for number in range(30)))
ALL = (FEW, MANY)


class BriefConformance:
    """Tests of reviews in brief, for each database."""

    @settings(
        deadline=None,
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.differing_executors,
            HealthCheck.too_slow,
        ],
    )
    @given(data=st.data())
    def test_reviews_of_decks_are_those_that_stand_in_brief(
        self, learned: Store, data: st.DataObject
    ) -> None:
        number = next(_learners)
        me = LearnerId(uuid7(number, 0))
        came = data.draw(histories(me, 1000 * number))
        given_ = data.draw(journals(me, lambda place: uuid7(number, place)))
        answers = [review for one in came for review in one.reviews()]
        undos = [
            Undo(EventId(uuid7(number, 5000 + place)), me, one.id, one.at)
            for place, one in enumerate(answers)
            if data.draw(st.booleans())
        ]
        with learned.writing() as transaction:
            transaction.learners.add(replace(ME, id=me), NOW)
            for deck in ALL:
                if not transaction.decks.exists(deck.id):
                    transaction.decks.add(deck, NOW)
            transaction.journal.histories.append(came)
            for event in (*given_, *undos):
                transaction.journal.append(event)
        standing = standing_reviews(merge(given_, answers, undos))
        with learned.reading() as transaction:
            for asked in ((FEW,), (MANY,), ALL):
                found = transaction.journal.reviews_of_decks(me, [one.id for one in asked])
                cards = [card.id for deck in asked for card in deck.cards]
                expected = {
                    card: in_brief(one for one in standing if one.card == card) for card in cards
                }
                assert found == expected
                for card in cards:
                    points = [[*one.points] for one in found[card]]
                    assert points == [[*one.points] for one in expected[card]]
