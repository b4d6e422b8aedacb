"""The decks of a package as a tree: each is in it once, whatever their titles are."""

from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from learnt.web.package_page import Branch, tree_of
from learnt.web.uploads.seen import DeckSeen
from learnt.web.uploads.upload import Choice

TITLES = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=12).map("::".join))


def decks(titles: Iterable[str]) -> list[DeckSeen]:
    return [DeckSeen(str(place), title, 1, 0, ()) for place, title in enumerate(titles)]


def walked(branches: Iterable[Branch]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from walked(branch.below)


def test_levels() -> None:
    (a, b) = tree_of(decks(["a", "a::x", "b::y::z"]), Choice(("1",)))
    assert (a.label, a.chosen, [one.label for one in a.below]) == ("a", False, ["x"])
    assert a.below[0].chosen
    assert b.deck is None
    assert b.below[0].below[0].deck is not None


@given(TITLES)
def test_each_deck_is_in_it_once(titles: list[str]) -> None:
    its = decks(titles)
    found = [one.deck for one in walked(tree_of(its, Choice())) if one.deck]
    assert sorted(found, key=lambda one: int(one.id)) == its
