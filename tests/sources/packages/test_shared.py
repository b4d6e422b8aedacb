"""Real decks, where the folder with them is there: all of them is read, and read again the same."""

from pathlib import Path

import pytest

from learnt import Collection
from learnt.sources.packages import map_package, open_package

pytestmark = pytest.mark.shared


def packages(shared: Path) -> list[Path]:
    return sorted((shared / "decks").glob("*.apkg"))


def test_every_note_becomes_a_card_or_is_listed(shared: Path) -> None:
    assert packages(shared)
    for path in packages(shared):
        with path.open("rb") as file:
            package = open_package(file, path.name)
        assert package.problems == (), path
        assert len(package.notes) <= len(package.cards), path
        found = map_package(package)
        made = sum(len(its) for its in found.origins.values())
        said = [one.why for one in found.problems if "in this package" in one.why]
        assert made == len(package.cards) or said, path
        assert made > 0.99 * len(package.cards), path


def test_a_second_import_adds_nothing(shared: Path, tmp_path: Path) -> None:
    with Collection.open(tmp_path / "home") as collection:
        for path in packages(shared):
            first, second = collection.add_package(path), collection.add_package(path)
            assert sum(one.new for one in first.decks) > 0
            assert [(one.new, one.updated) for one in second.decks] == [(0, 0)] * len(first.decks)
            assert (second.reviews, second.holds) == (0, 0)
        assert collection.doctor().differences == 0
