"""What becomes of a deck that comes again, case by case."""

from dataclasses import replace

import pytest

from learnt.deck import Card, Direction
from learnt.deck.updating import Known, Manner, Met, Side, State, update_of
from tests.deck.updating.made import SOURCE, a_card, fresh, known, under_new_ids, update

TREATY = a_card(
    "What did the Treaty of Sèvres say?",
    "Smyrna is governed by Greece",
    "The Straits are open to all ships",
    "There is to be an Armenian state",
)
RIVER = a_card("Why do meanders move?", "The water outside is faster", "It wears the bank away")


def with_point(card: Card, at: int, text: str) -> Card:
    point = replace(card.points[at], text=text)
    return replace(card, points=(*card.points[:at], point, *card.points[at + 1 :]))


def one(theirs: Card, ours: Card, base: Card | None) -> Met:
    its = {} if base is None else {ours.id: base}
    (met,) = update([under_new_ids(theirs)], known([ours, RIVER], its)).met
    return met


def test_both_changed_different_points() -> None:
    mine = with_point(TREATY, 0, "Smyrna is governed by Greece for five years")
    theirs = with_point(TREATY, 2, "There is to be a free Armenian state")
    met = one(theirs, mine, TREATY)
    assert met.state is State.MERGED
    assert [point.text for point in met.merged.points] == [
        "Smyrna is governed by Greece for five years",
        "The Straits are open to all ships",
        "There is to be a free Armenian state",
    ]
    assert [point.id for point in met.merged.points] == [point.id for point in TREATY.points]


def test_both_changed_the_same_point_otherwise() -> None:
    mine = with_point(TREATY, 0, "Smyrna is governed by Greece for five years")
    theirs = with_point(TREATY, 0, "Smyrna is governed by Greece until a vote")
    met = one(theirs, mine, TREATY)
    assert met.state is State.CONFLICT
    assert met.after(Side.OURS) == mine
    assert met.after(Side.THEIRS).points[0].text == theirs.points[0].text
    assert met.after(Side.THEIRS).points[0].id == TREATY.points[0].id
    assert met.after(Side.BOTH) == mine
    assert met.copied(Side.BOTH) == met.theirs
    assert met.copied(Side.OURS) is None


def test_both_made_the_same_change() -> None:
    mine = with_point(TREATY, 0, "Smyrna goes to Greece")
    met = one(mine, mine, TREATY)
    assert met.state is State.SAME
    assert met.news  # it is the base from now on


def test_a_point_the_learner_took_out_stays_out_and_one_they_added_stays() -> None:
    added = a_card("", "and much else").points[0]
    mine = replace(TREATY, points=(TREATY.points[0], TREATY.points[2], added))
    met = one(TREATY, mine, TREATY)
    assert (met.state, met.merged) == (State.KEPT, mine)
    theirs = replace(TREATY, points=(*TREATY.points, *a_card("", "It was never ratified").points))
    met = one(theirs, mine, TREATY)
    assert met.state is State.MERGED
    assert [point.text for point in met.merged.points] == [
        "Smyrna is governed by Greece",
        "There is to be an Armenian state",
        "It was never ratified",
        "and much else",
    ]


def test_a_point_taken_out_by_the_source_goes_unless_it_was_edited() -> None:
    theirs = replace(TREATY, points=TREATY.points[1:])
    assert one(theirs, TREATY, TREATY).merged.points == TREATY.points[1:]
    mine = with_point(TREATY, 0, "Smyrna is governed by Greece for five years")
    met = one(theirs, mine, TREATY)
    assert met.state is State.CONFLICT
    assert met.after(Side.OURS) == mine
    assert met.after(Side.THEIRS).points == TREATY.points[1:]


def test_without_a_base_what_comes_in_is_taken_and_shown() -> None:
    theirs = with_point(TREATY, 0, "Smyrna is governed by Greece until a vote")
    met = one(theirs, TREATY, None)
    assert met.state is State.CHANGED
    assert met.merged.points[0].text == theirs.points[0].text


def test_a_page_that_says_nothing_of_hints_takes_none_away() -> None:
    mine = replace(
        TREATY,
        hint="1920",
        tags=("treaties",),
        ordered=True,
        directions=(Direction.FORWARD, Direction.BACKWARD),
        points=(
            replace(TREATY.points[0], accepted=("Izmir is Greek",), weight=2.0),
            *TREATY.points[1:],
        ),
    )
    for base in (TREATY, None):
        assert one(TREATY, mine, base).merged == mine


def test_what_a_source_gave_it_can_take_away() -> None:
    """As far as it says any of that still: of another card, for one."""
    had = replace(TREATY, hint="1920", tags=("treaties", "exam"))
    hinted = replace(RIVER, hint="in the east")
    pages = [replace(TREATY, tags=("exam",)), hinted], [replace(TREATY, tags=("exam",)), RIVER]
    for page, hint in zip(pages, (None, "1920"), strict=True):
        there = known([replace(had, note="mine"), RIVER], {had.id: had, RIVER.id: RIVER})
        met = update([*map(under_new_ids, page)], there).met[0]
        assert (met.merged.hint, met.merged.tags, met.merged.note) == (hint, ("exam",), "mine")


def test_a_form_that_has_no_room_for_it_takes_nothing_away() -> None:
    """The deck that was exported as a table, and is added again."""
    had = replace(
        TREATY,
        hint="1920",
        note="read",
        wrong_options=("none",),
        ordered=True,
        directions=tuple(Direction),
    )
    met = one(TREATY, had, had)
    assert (met.state, met.merged) == (State.SAME, had)


def test_a_deck_file_of_ours_says_all_of_its_cards() -> None:
    """Also that a hint is gone, where it is not known what it said before."""
    mine = replace(TREATY, hint="1920", wrong_options=("b", "a"))
    (met,) = update([TREATY], known([mine]), whole=True).met
    assert met.merged == TREATY
    (met,) = update([TREATY], known([mine], {TREATY.id: TREATY}), whole=True).met
    assert met.merged == mine


def test_answers_that_changed_places_keep_their_questions() -> None:
    """A correction of the page, not two cards that were moved."""
    first, second = a_card("Capital of Chad?", "Bamako"), a_card("Capital of Mali?", "N'Djamena")
    theirs = [
        under_new_ids(replace(first, points=second.points)),
        under_new_ids(replace(second, points=first.points)),
    ]
    found = update(theirs, known([first, second], {first.id: first, second.id: second}))
    assert [met.ours.id for met in found.met] == [first.id, second.id]
    assert [met.merged.back for met in found.met] == ["N'Djamena", "Bamako"]
    ids = {point.id for met in found.met for point in met.merged.points}
    assert not ids & {first.points[0].id, second.points[0].id}  # other words, another memory


def test_a_card_reworded_all_over_is_known_again_and_its_neighbour_is_not_it() -> None:
    theirs = a_card(
        "What was laid down in the Treaty of Sèvres?",
        "Smyrna is governed by the Greeks",
        "The Straits are open to ships of all",
        "There is to be an Armenian state",
    )
    other = a_card(
        "What did the Treaty of Lausanne say?", "The Straits are open", "There are exchanges"
    )
    found = update([theirs, other], known([TREATY, RIVER]))
    assert [met.ours.id for met in found.met] == [TREATY.id]
    assert [point.id for point in found.met[0].merged.points] == [one.id for one in TREATY.points]
    assert found.new == (other,)


@pytest.mark.parametrize("number", [7, 70])
def test_page_seven_is_not_page_eight(number: int) -> None:
    mine = a_card(f"What is on page {number}?", "A map of the river and its springs")
    theirs = a_card(f"What is on page {number + 1}?", "A map of the river and its two springs")
    found = update([theirs], known([mine]))
    assert (found.met, found.new) == ((), (theirs,))


def test_two_that_are_as_like_are_neither() -> None:
    twins = [
        a_card("Name a cause.", f"{word} in the north of the country")
        for word in ("Drought", "Famine")
    ]
    found = update([a_card("Name a cause.", "Trouble in the north of the country")], known(twins))
    assert found.met == ()


def test_what_is_gone_is_what_this_source_said() -> None:
    ours = [
        a_card(f"Why is {word} so?", f"Because of {word}") for word in "ice oil ash tin".split()
    ]
    there = [
        Known(ours[0], {"page": ours[0]}),
        Known(ours[1], {"page": ours[1]}),
        Known(ours[2], {"another": ours[2]}),
        Known(ours[3]),
    ]
    found = update([under_new_ids(ours[0])], there)
    assert (found.source, found.gone) == ("page", (ours[1],))
    found = update([under_new_ids(ours[3]), a_card("Why is fog so?", "Because of fog")], there)
    assert (found.source, found.gone) == (None, ())


def test_a_page_that_shares_a_card_is_not_the_page_that_was_here() -> None:
    ours = [a_card(f"Why is {word} so?", f"Because of {word}") for word in "ice oil ash".split()]
    theirs = [a_card(f"How is {word} made?", f"By {word}") for word in "fog dew rain hail".split()]
    base = {card.id: card for card in ours}
    found = update([under_new_ids(ours[0]), *theirs], known(ours, base))
    assert (found.source, found.gone, len(found.new)) == (None, (), 4)


def test_what_the_learner_took_out_stays_out() -> None:
    out = Known(TREATY, {SOURCE: TREATY}, here=False)
    theirs = under_new_ids(TREATY)
    found = update([theirs, under_new_ids(RIVER)], [*known([RIVER], {RIVER.id: RIVER}), out])
    assert (found.left, found.new, found.gone) == ((theirs,), (), ())


def test_what_the_learner_changed_before_saving_is_not_what_the_page_says() -> None:
    page, mine = under_new_ids(RIVER), fresh()
    better = with_point(page, 0, "The water outside is much faster")
    written = a_card("By whom?", "By me")
    read = {page.id: page, written.id: None}
    there = known([RIVER], {RIVER.id: RIVER})
    found = update_of([better, written], there, {}, lambda: mine, Manner(), read=read)
    (met,) = found.met
    assert met.state is State.CHANGED
    assert met.said is not None
    assert met.said.points == RIVER.points
    assert met.merged.points[0].text == "The water outside is much faster"
    assert found.new == (written,)
    found = update_of([page], there, {}, fresh, Manner(), unwanted={page.id})
    assert (found.met, found.new, found.gone) == ((), (), ())


def test_ids_made_of_texts_tell_what_the_source_said() -> None:
    """Of a collection in which nothing was noted yet."""
    mine = with_point(TREATY, 0, "Smyrna is Greek")
    (met,) = update_of([TREATY], known([mine]), {}, fresh, Manner(text_ids=True)).met
    assert (met.state, met.merged) == (State.KEPT, mine)


def test_a_point_id_that_another_card_has_is_given_anew() -> None:
    points = tuple(replace(point, text=f"Copied, {n}") for n, point in enumerate(RIVER.points))
    copy = replace(a_card("Copied?", "so"), points=points)
    (new,) = update([copy], known([RIVER])).new
    assert not {point.id for point in new.points} & {point.id for point in RIVER.points}
