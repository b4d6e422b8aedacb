"""`learnt why`: chains of causes, for people, for programs and as a picture."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Learnt
from tests.cli.test_escapes import HOSTILE, PADDING, harmless
from tests.plots.data import parsed

Write = Callable[..., Path]

FAMINE = """# Famine

Why did the peasants leave for the towns in such great numbers that whole villages stood empty?
- The rains failed, so the crops died
- Landlords asked for the rent all the same

When would they have stayed?
- They would have stayed if the rent had been lowered
"""


def test_a_tree_in_the_terminal_fits_eighty_columns(learnt: Learnt, page: Write) -> None:
    told = learnt("why", page(FAMINE)).out
    assert "4 links in 2 chains" in told
    assert "├─the crops died\n│ └─The rains failed\n" in told
    assert "└─Landlords asked for the rent all the same" in told
    assert "└─if: the rent had been lowered" in told
    assert max(map(len, told.splitlines())) <= 80


def test_a_step_that_came_before_is_not_told_again(learnt: Learnt, page: Write) -> None:
    text = "# Zorb\n\nWhat came of it?\n- Debt led to hunger\n- Hunger led to revolt\n- Hunger led to flight\n"
    told = learnt("why", page(text)).out
    assert told.count("Debt") == 1
    assert "(see above)" in told


def test_a_line_of_json_for_each_link(learnt: Learnt, page: Write) -> None:
    lines = learnt("why", page(FAMINE), "--json").lines
    assert lines[0].keys() == {
        *("kind", "cause", "effect", "words", "cause_front", "effect_front", "chain", "columns"),
    }
    links = {(one["kind"], one["cause"], one["words"], one["chain"]) for one in lines}
    assert links == {
        ("cause", "The rains failed", "so", 1),
        ("cause", "the crops died", None, 1),
        ("cause", "Landlords asked for the rent all the same", None, 1),
        ("condition", "the rent had been lowered", "if", 2),
    }


def test_a_picture(learnt: Learnt, page: Write, tmp_path: Path) -> None:
    path, file = page(FAMINE), tmp_path / "why.svg"
    assert "the causes first" in learnt("why", path, "--svg", file).err
    assert parsed(file.read_text("utf-8")).attrib["role"] == "img"
    again = learnt("why", path, "--svg", file)
    assert again.status == 2
    assert "--force" in again.err
    assert learnt("why", path, "--svg", file, "--force", "--json").line["title"] == "Famine"


def test_a_saved_deck(learnt: Learnt, page: Write) -> None:
    assert learnt("add", page(FAMINE)).status == 0
    assert "The rains failed" in learnt("why", "Famine").out


def test_nothing_to_tell_is_said(learnt: Learnt, page: Write) -> None:
    told = learnt("why", page("Rivers\n\nWhat is a delta?\n- Mud at the mouth\n")).out
    assert "Nothing on these cards says yet what led to what" in " ".join(told.split())


def test_neither_a_deck_nor_a_file(learnt: Learnt) -> None:
    ended = learnt("why", "nowhere.txt")
    assert ended.status != 0
    assert "There is no file of that name either." in ended.err


def test_nothing_commands_the_terminal(learnt: Learnt, page: Write) -> None:
    for text in HOSTILE:
        path = page(
            f"# In\n\nWhy{text}?\n- The rain{text} failed [red]x[/red], so crops{text} died\n- {PADDING}\n"
        )
        for flags in ([], ["--json"]):
            ended = learnt("why", path, *flags)
            harmless(ended.out, ended.err)
            assert ended.status == 0
