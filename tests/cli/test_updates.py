"""A page that comes again: what changes is shown before it is written, asked, and told as data."""

from collections.abc import Callable
from pathlib import Path

import pytest

from learnt import Collection
from tests.cli.conftest import Learnt
from tests.cli.terminal import Terminal
from tests.collection.rivers import NEXT, PAGE, edit, said

Write = Callable[..., Path]


@pytest.fixture
def rivers(learnt: Learnt, page: Write, own_home: Path) -> Path:
    """The page as it is now; the collection has what it said before, and the learner's edit."""
    path = page(PAGE, "rivers.txt")
    assert learnt("add", path, "-qy").status == 0
    with Collection.open(own_home) as collection:
        edit(collection, "What is an oxbow", 0, "A bend that was cut off by the river itself")
    return page(NEXT, "rivers.txt")


def lakes(home: Path) -> list[str]:
    with Collection.open(home) as collection:
        return said(collection, "What is an oxbow")


def test_what_changes_is_shown_and_nothing_is_saved(
    learnt: Learnt, rivers: Path, own_home: Path
) -> None:
    ended = learnt("add", rivers, "--dry-run")
    assert ended.status == 0
    assert "Nothing was saved." in ended.err
    out = " ".join(ended.out.split())
    assert (
        "Into “Rivers”: 1 new, 1 changed, 1 in conflict with your edits, 1 gone from the page."
        in out
    )
    assert "− was Land made of what a river carries + now Land made of" in out
    assert "− yours A bend that was cut off by the river itself" in out
    assert "+ Where do springs rise?" in out
    assert "− Why do meanders move?" in out
    with Collection.open(own_home) as collection:
        assert len(collection.deck("Rivers").cards) == 3


def test_the_same_as_data(learnt: Learnt, rivers: Path) -> None:
    line = learnt("add", rivers, "--json").line
    counts = {name: line[name] for name in ("new", "updated", "same", "conflicts", "gone", "out")}
    assert counts == {"new": 1, "updated": 1, "same": 0, "conflicts": 1, "gone": 1, "out": 0}
    update = line["update"]
    assert update["gone"] == [
        {"front": "Why do meanders move?", "points": ["The water outside is faster"]}
    ]
    (conflict,) = update["conflicts"]
    assert conflict["before"]["points"] == ["A bend that was cut off by the river itself"]
    assert conflict["after"]["points"] == ["A bend of a river that was cut off long ago"]
    assert [one["after"]["front"] for one in update["changed"]] == ["What is a delta?"]


@pytest.mark.parametrize(
    ("flag", "kept"),
    [
        ("--ours", "A bend that was cut off by the river itself"),
        ("--theirs", "A bend of a river that was cut off long ago"),
    ],
)
def test_a_side_is_chosen(
    learnt: Learnt, rivers: Path, own_home: Path, flag: str, kept: str
) -> None:
    assert learnt("add", rivers, "-qy", flag).status == 0
    assert lakes(own_home) == [kept]
    assert learnt("add", rivers, "--json").line["conflicts"] == 0


def test_both_are_kept(learnt: Learnt, rivers: Path, own_home: Path) -> None:
    line = learnt("add", rivers, "--json", "--both", "--take-out-gone").line
    assert (line["new"], line["out"], line["gone"]) == (2, 1, 0)
    assert len(learnt("trash", "--json").lines) >= 1
    with Collection.open(own_home) as collection:
        prompts = [card.prompt for card in collection.deck("Rivers").cards]
    assert prompts.count("What is an oxbow lake?") == 2
    assert "Why do meanders move?" not in prompts


def test_two_sides_at_once_are_refused(learnt: Learnt, rivers: Path, own_home: Path) -> None:
    ended = learnt("add", rivers, "-qy", "--ours", "--theirs")
    assert ended.status == 2
    assert "one of --ours, --theirs and --both" in ended.err
    assert lakes(own_home) == ["A bend that was cut off by the river itself"]


def test_at_a_terminal_each_is_asked(rivers: Path, own_home: Path) -> None:
    terminal = Terminal("add", rivers, "-q")
    child = terminal.child
    child.expect_exact("Save 3 cards?")
    child.sendline("y")
    child.expect_exact("or decide one by one?")
    child.sendline("o")
    child.expect_exact("Yours, the page’s, or both?")
    child.sendline("nonsense")
    child.expect_exact("Type one of y, p, b.")
    child.sendline("p")
    child.expect_exact("Put the 1 card gone from the page into the trash?")
    child.sendline("y")
    assert "put into the trash" in terminal.end()
    assert lakes(own_home) == ["A bend of a river that was cut off long ago"]
    with Collection.open(own_home) as collection:
        assert len(collection.deck("Rivers").cards) == 3
