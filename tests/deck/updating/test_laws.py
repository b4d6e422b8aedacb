"""What holds whatever the source and the learner did to a deck."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.deck.updating import Known, Side, State, Update, key_of
from tests.deck.updating.made import SOURCE, History, histories, known, said, under_new_ids, update

quickly = settings(deadline=None)


def after(found: Update, drawn: History, side: Side) -> list[Known]:
    """The deck once the update was saved, with what the source said last."""
    written = {met.ours.id: met.after(side) for met in found.met}
    base = {card.id: card for card in found.gone} | said(found.new)
    base |= {met.ours.id: met.said for met in found.met if met.said is not None}
    return known([*(written.get(card.id, card) for card in drawn.ours), *found.new], base)


@quickly
@given(histories())
def test_what_the_source_said_before_changes_nothing(
    drawn: History,
) -> None:
    base, ours = drawn.base, drawn.ours
    found = update(base, known(ours, said(base)))
    assert not found.writes
    assert (found.new, found.gone, found.left) == ((), (), ())
    assert {met.state for met in found.met} <= {State.SAME, State.KEPT}
    assert all(met.merged == met.otherwise == met.ours for met in found.met)


@quickly
@given(histories())
def test_what_the_learner_left_alone_is_taken(
    drawn: History,
) -> None:
    base, theirs = drawn.base, drawn.theirs
    found = update(theirs, known(base, said(base)))
    assert {met.state for met in found.met} <= {State.SAME, State.CHANGED}
    assert all(met.merged == met.otherwise == met.theirs for met in found.met)
    assert {key_of(met.merged) for met in found.met} | {key_of(one) for one in found.new} == {
        key_of(card) for card in theirs
    }
    was, kept = {card.id for card in base}, {card.id for card in theirs}
    again = len(was & kept) * 2 >= min(len(was), len(kept))  # half of its cards: it is that source
    assert {card.id for card in found.gone} == (was - kept if again else set())


@quickly
@given(histories(), st.sampled_from([Side.OURS, Side.THEIRS]))
def test_a_second_time_writes_nothing(drawn: History, side: Side) -> None:
    base, ours, theirs = drawn.base, drawn.ours, drawn.theirs
    first = update(theirs, known(ours, said(base)))
    again = update(theirs, after(first, drawn, side))
    assert not again.writes
    assert again.of(State.CONFLICT) == ()
    assert again.gone == first.gone


@quickly
@given(histories(), st.booleans())
def test_no_point_is_lost_that_either_side_still_wants(drawn: History, named: bool) -> None:
    """A point with a history stays under its id where it is edited here, or still in the source."""
    base, ours, theirs = drawn.base, drawn.ours, drawn.theirs
    coming = theirs if named else [under_new_ids(card) for card in theirs]
    found = update(coming, known(ours, said(base)))
    was = {card.id: {point.id: point for point in card.points} for card in base}
    texts = {point.text for card in theirs for point in card.points}
    for met in found.met:
        left = {point.id for point in met.merged.points}
        for point in met.ours.points:
            before = was[met.ours.id].get(point.id)
            if before != point or point.text in texts:
                assert point.id in left


@quickly
@given(histories())
def test_no_point_id_goes_to_another_text(
    drawn: History,
) -> None:
    """Under an id that was there stands what stood there, or words that share most of it."""
    base, ours, theirs = drawn.base, drawn.ours, drawn.theirs
    found = update([under_new_ids(card) for card in theirs], known(ours, said(base)))
    texts: dict[str, list[set[str]]] = {}
    for card in (*base, *ours):
        for point in card.points:
            texts.setdefault(point.id, []).append(set(point.text.split()))
    for met in found.met:
        for point in met.merged.points:
            words = set(point.text.split())
            for known_words in [texts[point.id]] if point.id in texts else []:
                assert any(len(words & one) * 3 >= len(words | one) for one in known_words)


@quickly
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_the_cards_does_not_matter(drawn: History, chance: Random) -> None:
    base, ours, theirs = drawn.base, drawn.ours, drawn.theirs
    shuffled, there = list(theirs), known(ours, said(base))
    mixed = list(there)
    chance.shuffle(shuffled)
    chance.shuffle(mixed)
    one, other = update(theirs, there), update(shuffled, mixed)
    assert {met.ours.id: (met.state, met.merged) for met in one.met} == {
        met.ours.id: (met.state, met.merged) for met in other.met
    }
    assert {key_of(card) for card in one.new} == {key_of(card) for card in other.new}
    assert {card.id for card in one.gone} == {card.id for card in other.gone}


@quickly
@given(histories(), st.randoms(use_true_random=False))
def test_without_ids_cards_are_known_by_what_they_say(drawn: History, chance: Random) -> None:
    """Pages know no ids: an unchanged one finds every card, also where the learner edited it."""
    page = [under_new_ids(card) for card in drawn.base]
    chance.shuffle(page)
    found = update(page, drawn.known())
    assert (found.new, found.gone, found.source) == ((), (), SOURCE)
    texts = {card.id: key_of(card) for card in drawn.base}
    assert all(key_of(card) == texts[found.became[card.id]] for card in page)
