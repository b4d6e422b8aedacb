"""The journal says the same in whatever order, and however often, its events arrive."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.ids import EventId
from learnt.journal import (
    FOREVER,
    Event,
    Hold,
    Outcome,
    Rating,
    Review,
    Undo,
    held_until,
    last_to_undo,
    merge,
    reviews,
    standing,
)
from tests.journal.strategies import CARDS, ME, POINTS, START, journals, numbered


def review(number: int, at: int = START) -> Review:
    outcomes = (Outcome(POINTS[0], Rating.GOOD),)
    return Review(EventId(numbered(number)), ME, CARDS[0], Instant(at), Rating.GOOD, outcomes)


@given(st.data())
def test_order_of_delivery_and_repeats_make_no_difference(data: st.DataObject) -> None:
    journal = data.draw(journals())
    again = data.draw(st.lists(st.sampled_from(journal), max_size=9)) if journal else []
    delivered = data.draw(st.permutations([*journal, *again]))
    assert merge(delivered) == merge(journal)
    assert standing(delivered) == standing(journal)
    assert reviews(delivered) == reviews(journal)
    assert held_until(delivered) == held_until(journal)
    assert last_to_undo(delivered) == last_to_undo(journal)


@given(st.data())
def test_merge_is_commutative_associative_and_idempotent(data: st.DataObject) -> None:
    whole = data.draw(journals())
    part = st.lists(st.sampled_from(whole)) if whole else st.just([])
    a, b, c = data.draw(part), data.draw(part), data.draw(part)
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c)) == merge(a, b, c)
    assert merge(a, a) == merge(a)
    assert set(merge(a, b)) == {*a, *b}


@given(journals())
def test_what_stands_is_everything_not_taken_back_in_order_of_time(
    journal: tuple[Event, ...],
) -> None:
    undone = {event.event for event in journal if isinstance(event, Undo)}
    stands = standing(journal)
    assert {event.id for event in stands} == {
        event.id for event in journal if not isinstance(event, Undo) and event.id not in undone
    }
    assert list(stands) == sorted(stands, key=lambda event: (event.at, event.id))


def test_an_undo_that_arrives_before_its_event_still_takes_it_back() -> None:
    event = review(1)
    undo = Undo(EventId(numbered(2)), ME, event.id, Instant(START - 1000))
    assert standing([undo]) == ()
    assert standing([undo, event]) == ()
    assert merge([undo], [event]) == merge([event], [undo])


def test_an_undo_does_not_undo_an_undo() -> None:
    """To bring an answer back it is given again: what was taken back stays so."""
    event = review(1)
    first = Undo(EventId(numbered(2)), ME, event.id, Instant(START + 1))
    second = Undo(EventId(numbered(3)), ME, first.id, Instant(START + 2))
    assert standing([event, first, second]) == ()


def test_of_events_at_one_instant_the_greater_id_is_the_later() -> None:
    first, second = review(1), review(2)
    assert reviews([second, first]) == (first, second)
    assert last_to_undo([second, first]) == second


def test_the_latest_standing_hold_counts() -> None:
    def hold(number: int, at: int, until: int) -> Hold:
        return Hold(EventId(numbered(number)), ME, CARDS[0], Instant(at), Instant(until))

    first, second = hold(1, START, START + 900), hold(2, START + 10, START + 10)
    undo = Undo(EventId(numbered(3)), ME, second.id, Instant(START + 20))
    assert held_until([second, first]) == {CARDS[0]: START + 10}
    assert held_until([second, first, undo]) == {CARDS[0]: START + 900}
    assert last_to_undo([second, first, undo]) == first


def test_a_suspended_card_that_is_buried_stays_suspended() -> None:
    def hold(number: int, at: int, until: int) -> Hold:
        return Hold(EventId(numbered(number)), ME, CARDS[0], Instant(at), Instant(until))

    suspended, buried = hold(1, START, FOREVER), hold(2, START + 10, START + 900)
    released = hold(3, START + 20, START + 20)
    assert held_until([buried, suspended]) == {CARDS[0]: FOREVER}
    assert held_until([buried, suspended, released]) == {CARDS[0]: START + 20}
    assert held_until([hold(4, START + 30, START + 900), released]) == {CARDS[0]: START + 900}


def test_an_empty_journal_says_nothing() -> None:
    assert merge() == standing([]) == ()
    assert held_until([]) == {}
    assert last_to_undo([]) is None
