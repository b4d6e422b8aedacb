"""The day's queue: within the limits, siblings apart, and the same after every restart."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import DAY_MS, MINUTE_MS, Instant
from learnt.deck import Direction
from learnt.ids import CardId
from learnt.plan import Item, Kind, Queue, Settings, practice_queue
from learnt.plan.queue import AHEAD_MS
from tests.plan.day import END, START, Day, card_id, schedule

FORWARD, BACKWARD = Direction
BOTH = (FORWARD, BACKWARD)
Line = tuple[CardId, Direction, Kind, float]


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Up to twenty cards, some asked both ways, some due, some new, and any limits."""
    cards, schedules = [], {}
    for number in range(draw(st.integers(0, 20))):
        card = card_id(number)
        directions = draw(st.sampled_from(((FORWARD,), BOTH, (BACKWARD, FORWARD), (BACKWARD,))))
        cards.append((card, directions))
        for direction in directions:
            if draw(st.booleans()):
                schedules[card, direction] = schedule(
                    card,
                    draw(st.integers(START - 20 * DAY_MS, START + 2 * DAY_MS)),
                    direction=direction,
                    difficulty=draw(st.sampled_from((1.0, 4.5, 7.25, 10.0))),
                )
    settings = Settings(new_a_day=draw(st.integers(0, 8)), reviews_a_day=draw(st.integers(0, 12)))
    return Day(draw(st.permutations(cards)), schedules, settings)


def lines(items: tuple[Item, ...]) -> list[Line]:
    return [(item.card, item.direction, item.kind, item.place) for item in items]


def returning(queue: Queue) -> list[tuple[CardId, Direction, Instant]]:
    return [(item.card, item.direction, item.due) for item in queue.returning]


def which(item: Item | None) -> tuple[CardId, Direction] | None:
    return (item.card, item.direction) if item else None


@given(days(), st.data())
def test_a_queue_made_anew_after_any_answers_goes_on_where_the_old_one_stood(
    day: Day, data: st.DataObject
) -> None:
    """A sitting that is stopped after k answers and begun again asks what it would have asked."""
    queue = day.queue()
    for _ in range(data.draw(st.integers(1, 30))):
        item = queue.next(day.now)
        if item is None:
            break
        wait = data.draw(st.sampled_from((1, 10 * MINUTE_MS, 5 * 60 * MINUTE_MS, 3 * DAY_MS)))
        queue = queue.answered(day.answer(item, Instant(day.now + wait)), END)
        day.now = Instant(day.now + data.draw(st.integers(1000, 9 * MINUTE_MS)))
        anew = day.queue()
        assert lines(anew.items) == lines(queue.items)
        assert returning(anew) == returning(queue)
        assert anew.left == queue.left
        assert which(anew.next(day.now)) == which(queue.next(day.now))


@given(days())
def test_no_card_is_asked_in_both_directions_on_one_day(day: Day) -> None:
    asked: dict[CardId, Direction] = {}
    queue = day.queue()
    cards = [item.card for item in (*queue.items, *queue.returning)]
    assert len(set(cards)) == len(cards)
    while item := queue.next(day.now):
        assert asked.setdefault(item.card, item.direction) is item.direction
        queue = queue.answered(day.answer(item, Instant(day.now + 3 * DAY_MS)), END)
        queue = day.queue()
        day.now = Instant(day.now + MINUTE_MS)


@given(days())
def test_the_days_limits_hold_until_its_end(day: Day) -> None:
    kinds = []
    while item := day.queue().next(day.now):
        kinds.append(item.kind)
        day.answer(item, Instant(day.now + 3 * DAY_MS))
        day.now = Instant(day.now + MINUTE_MS)
    assert kinds.count(Kind.NEW) <= day.settings.new_a_day
    assert kinds.count(Kind.REVIEW) <= day.settings.reviews_a_day


@given(days())
def test_all_that_is_due_or_new_is_asked_where_the_limits_allow(day: Day) -> None:
    day.settings = Settings(new_a_day=1000, reviews_a_day=1000)
    queue = day.queue()
    due = {card for (card, _), one in day.schedules.items() if one.due < END}
    new = {card for card, _ in day.never_asked()} - due
    assert {item.card for item in queue.items} == due | new
    assert {item.card for item in queue.items if item.kind is Kind.REVIEW} == due


@given(days())
def test_over_the_limit_the_hardest_are_left_for_another_day(day: Day) -> None:
    queue = day.queue()
    asked = {item.card: item.direction for item in queue.items if item.kind is Kind.REVIEW}
    waiting: dict[CardId, list[tuple[int, float]]] = {}
    for one in day.schedules.values():
        if one.due < END:
            waiting.setdefault(one.card, []).append((one.due, one.difficulty))
    difficulties = {
        card: day.schedules[card, direction].difficulty for card, direction in asked.items()
    }
    for card, dues in waiting.items():
        if card not in asked:
            earliest = min(due for due, _ in dues)
            left_out = max(difficulty for due, difficulty in dues if due == earliest)
            assert all(taken <= left_out for taken in difficulties.values())
    assert len(asked) == min(len(waiting), day.settings.reviews_a_day)


@given(days())
def test_new_cards_come_in_the_order_of_their_decks_evenly_among_the_reviews(day: Day) -> None:
    items = [item for item in day.queue().items if item.kind is Kind.NEW]
    order = [card for card, _ in day.cards]
    places = [order.index(item.card) for item in items]
    assert places == sorted(places)
    steps = [item.place * day.settings.new_a_day - 0.5 for item in items]
    assert all(abs(step - nth) < 1e-9 for nth, step in enumerate(steps))


def test_reviews_and_new_cards_are_mixed() -> None:
    """Forty reviews and twenty new cards: neither kind is over before the other has begun."""
    cards = [(card_id(number), (FORWARD,)) for number in range(60)]
    due = {(card, FORWARD): schedule(card, START) for card, _ in cards[:40]}
    kinds = [item.kind for item in Day(cards, due).queue().items]
    assert kinds.count(Kind.NEW) == 20
    for part in (kinds[:30], kinds[30:]):
        assert {Kind.NEW, Kind.REVIEW} == set(part)


def test_another_seed_is_another_order_and_the_same_seed_the_same() -> None:
    cards = [(card_id(number), (FORWARD,)) for number in range(30)]
    due = {(card, FORWARD): schedule(card, START) for card, _ in cards}
    one = Day(cards, dict(due), seed="one").queue()
    assert one == Day(cards, dict(due), seed="one").queue()
    other = Day(cards, dict(due), seed="other").queue()
    assert [item.card for item in one.items] != [item.card for item in other.items]
    assert {item.card for item in one.items} == {item.card for item in other.items}


def test_a_card_comes_back_when_its_minutes_are_over_and_before_others() -> None:
    cards = [(card_id(number), (FORWARD,)) for number in range(3)]
    day = Day(cards, {})
    queue = day.queue()
    first = queue.next(START)
    assert first is not None
    queue = queue.answered(day.answer(first, Instant(START + 10 * MINUTE_MS)), END)
    between = queue.next(Instant(START + 9 * MINUTE_MS))
    assert between is not None
    assert between.card != first.card
    back = queue.next(Instant(START + 10 * MINUTE_MS))
    assert back is not None
    assert (back.card, back.kind) == (first.card, Kind.AGAIN)


def test_when_nothing_else_is_left_a_card_is_asked_a_little_early() -> None:
    day = Day([(card_id(1), (FORWARD,))], {})
    queue = day.queue()
    only = queue.next(START)
    assert only is not None
    due = Instant(START + 60 * MINUTE_MS)
    queue = queue.answered(day.answer(only, due), END)
    assert queue.next(Instant(due - AHEAD_MS - 1)) is None
    assert len(queue) == 1
    early = queue.next(Instant(due - AHEAD_MS))
    assert early is not None
    assert early.card == only.card


def test_what_is_due_after_the_days_end_is_gone() -> None:
    day = Day([(card_id(1), (FORWARD,))], {})
    item = day.queue().next(START)
    assert item is not None
    assert len(day.queue().answered(day.answer(item, END), END)) == 0


@given(days(), st.integers(0, 20))
def test_a_queue_without_a_card_is_the_rest_of_it(day: Day, number: int) -> None:
    queue, card = day.queue(), card_id(number)
    rest = queue.without(card)
    assert rest.items == tuple(item for item in queue.items if item.card != card)
    assert rest.returning == tuple(item for item in queue.returning if item.card != card)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 99).map(card_id), st.sampled_from(BOTH))))
def test_practice_begins_with_the_least_known(marks: list[tuple[float, CardId, Direction]]) -> None:
    queue = practice_queue(marks)
    assert [(item.card, item.direction) for item in queue.items] == [
        (card, direction) for _, card, direction in sorted(marks)
    ]
    assert all(item.kind is Kind.PRACTICE for item in queue.items)
    assert queue.returning == ()
