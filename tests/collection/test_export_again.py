"""A deck that was written to a file, and is added again from there, stays as it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from learnt import Collection
from learnt.deck import Direction
from learnt.journal import Rating
from tests.collection.test_packing import answered, kept
from tests.collection.world import Clock, a_card, a_deck


@pytest.mark.parametrize("ending", [".json", ".txt", ".md", ".csv", ".apkg"])
def test_nothing_is_new_and_nothing_changed(
    collection: Collection, clock: Clock, tmp_path: Path, ending: str
) -> None:
    cards = [
        a_card(1, 3),
        a_card(2, 1, tuple(Direction)),
        a_card(3, ["slate was mud once"], prompt=None),
        replace(
            a_card(4, 2),
            hint="by pressure",
            note="see page 9",
            tags=("rocks",),
            wrong_options=("by fire",),
            ordered=True,
        ),
    ]
    collection.add(replace(a_deck(1, cards, "Rocks"), question="What is slate?"))
    answered(collection, clock, Rating.GOOD)
    path, before = tmp_path / f"Rocks{ending}", kept(collection)
    collection.export("Rocks", path)
    if ending == ".apkg":
        collection.add_package(path)
    else:
        collection.add(path)
    assert kept(collection) == before
    assert collection.trash() == ()
