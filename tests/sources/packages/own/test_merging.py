"""What was changed in Anki and what here."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from learnt.deck import Card
from learnt.sources.packages.own import Returned, merged
from tests.collection.world import a_card
from tests.strategies import cards

BASE = replace(a_card(1, ["one", "two", "three"]), tags=("a", "b"), hint="h")
ONE, TWO, THREE = BASE.points
NEW = a_card(9, ["new"]).points[0]


def after(now: Card, known: Card) -> Card:
    return merged(Returned(now, BASE), known)


@given(cards())
def test_what_nobody_changed_there_is_as_it_is_here(card: Card) -> None:
    known = replace(card, id=BASE.id)
    assert after(BASE, known) == known


@given(st.sampled_from([(ONE,), (THREE, ONE), (ONE, replace(TWO, text="2"), THREE), (ONE, NEW)]))
def test_what_nobody_changed_here_is_as_it_is_there(points: tuple[object, ...]) -> None:
    now = replace(BASE, points=points, prompt="p", hint=None, tags=("b", "c"))  # type: ignore[arg-type] # points
    assert after(now, BASE) == now


def test_both_edits_stay_where_they_are_about_different_things() -> None:
    now = replace(BASE, points=(ONE, replace(TWO, text="2"), THREE))
    known = replace(
        BASE,
        prompt="ours",
        points=(replace(ONE, text="1", weight=3.0), TWO, THREE, NEW),
        tags=("a", "b", "ours"),
    )
    assert after(now, known) == replace(
        known, points=(replace(ONE, text="1", weight=3.0), replace(TWO, text="2"), THREE, NEW)
    )


def test_the_text_from_anki_is_the_later_one_and_keeps_what_was_taught_here() -> None:
    now = replace(BASE, points=(ONE, replace(TWO, text="2"), THREE))
    known = replace(BASE, points=(ONE, replace(TWO, text="II", accepted=("deux",)), THREE))
    assert after(now, known).points[1] == replace(TWO, text="2", accepted=("deux",))


def test_deleted_at_one_place_is_deleted_unless_it_was_edited_at_the_other() -> None:
    there, here = replace(BASE, points=(ONE, TWO)), replace(BASE, points=(TWO, THREE))
    assert after(there, here).points == (TWO,)
    edited = replace(BASE, points=(replace(ONE, text="1"), TWO, THREE))
    assert after(edited, here).points == (replace(ONE, text="1"), TWO, THREE)


def test_a_card_is_never_left_without_a_point() -> None:
    assert after(replace(BASE, points=(ONE,)), replace(BASE, points=(TWO,))).points == (TWO,)


def test_tags_are_put_together() -> None:
    now, known = replace(BASE, tags=("b", "there")), replace(BASE, tags=("a", "b", "here"))
    assert after(now, known).tags == ("b", "here", "there")
