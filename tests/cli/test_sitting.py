"""A sitting in a real terminal, key by key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from learnt import Collection
from learnt.journal import Rating, Review
from tests.cli.conftest import Learnt
from tests.cli.terminal import (
    CTRL_C,
    CTRL_D,
    CTRL_Z,
    DOWN,
    ENTER,
    ESCAPE,
    PASTE,
    UP,
    Terminal,
    script,
)  # fmt: skip

Write = Callable[..., Path]
FAMILIES = "What are the three families of cloud by height?"
THUNDER = "Which cloud brings thunder?"
FORMS = "How does a cloud form?"


def journal() -> tuple[Review, ...]:
    with Collection.open() as collection, collection.store.reading() as transaction:
        return transaction.journal.reviews(collection.learner.id)


def ratings() -> list[list[int]]:
    """For each answer, the card's rating and then those of its points."""
    return [[review.rating, *(one.rating for one in review.outcomes)] for review in journal()]


def test_answers_ticks_and_ratings(clouds: Path) -> None:
    """Every way of rating, to the end of the day, and the summary."""
    with_keys = Terminal("study")
    first = with_keys.screen()
    assert FAMILIES in first
    assert "low" not in first
    revealed = with_keys.press("low clouds, and high ones" + ENTER)
    assert "low clouds, and high ones" in revealed
    assert revealed.count("– not said") == 3
    assert with_keys.press("1").count("✓ said") == 1
    assert with_keys.press("3").count("✓ said") == 2
    assert with_keys.press("1").count("✓ said") == 1
    assert with_keys.press("1").count("✓ said") == 2
    assert "2 Hard" in with_keys.press("r")
    with_keys.press(ESCAPE)
    assert THUNDER in with_keys.press(ENTER)  # the proposal: two of three points, so Hard
    single = with_keys.press(ENTER)  # only thought
    assert "cumulonimbus" in single
    assert "3 Good" in single
    assert FORMS in with_keys.press("4")
    with_keys.press(ENTER)
    assert with_keys.press("a").count("[x]") == 3
    with_keys.press(ENTER)
    assert ratings() == [[2, 2, 1, 2], [4, 4]]
    said = with_keys.close("3")
    assert "3 answers" in said
    assert "middle" in said  # what was forgotten
    assert ratings() == [[2, 2, 1, 2], [4, 4], [3, 3, 3, 3]]
    assert [review.answer for review in journal()] == ["low clouds, and high ones", None, None]


def test_ticking_with_the_arrows(clouds: Path) -> None:
    sitting = Terminal("study")
    sitting.screen()
    sitting.press(ENTER)
    sitting.press(DOWN)
    assert sitting.press("x").count("[x]") == 1
    sitting.press(UP)
    sitting.press(UP)  # round to the last
    assert sitting.press("x").count("[x]") == 2
    sitting.press(ENTER)
    sitting.press(ENTER)
    sitting.close(CTRL_C)
    assert ratings() == [[2, 1, 2, 2]]


def test_rating_by_digit(clouds: Path) -> None:
    sitting = Terminal("study", "Clouds")
    sitting.screen()
    for key in "1234":
        sitting.press(ENTER)
        sitting.press("a")
        sitting.press(ENTER)
        assert THUNDER in sitting.press(key)
        assert ratings()[0][0] == int(key)
        assert FAMILIES in sitting.press(CTRL_Z)
    sitting.close(CTRL_C)


def test_digits_in_the_answer_line_never_rate(clouds: Path) -> None:
    sitting = Terminal("study")
    sitting.screen()
    revealed = sitting.press("1234" + ENTER)
    assert "1234" in revealed
    assert revealed.count("– not said") == 3
    assert journal() == ()
    sitting.close("q")
    assert journal() == ()


def test_a_pasted_page_is_an_answer_and_rates_nothing(clouds: Path) -> None:
    sitting = Terminal("study")
    sitting.screen()
    sitting.child.send(PASTE.format("low\r\n4\nmiddle\n3\n"))
    revealed = sitting.press(ENTER)
    assert revealed.count("– not said") == 3
    assert journal() == ()
    sitting.child.send(PASTE.format("a\n4\n"))  # at the marked points, too
    assert sitting.press("1").count("✓ said") == 1
    sitting.press("r")
    sitting.child.send(PASTE.format("4\r4\n1"))  # and where it would be a rating
    assert journal() == ()
    sitting.press(ENTER)
    sitting.close(CTRL_C)
    assert ratings() == [[1, 3, 1, 1]]
    assert journal()[0].answer == "low\n4\nmiddle\n3"


def test_lines_pasted_as_if_typed_rate_nothing(clouds: Path) -> None:
    """An old terminal marks no paste: the first line is the answer, the rest is dropped."""
    sitting = Terminal("study")
    sitting.screen()
    revealed = sitting.press("low\r4\rmore\r4\r")
    assert revealed.count("– not said") == 3
    assert sitting.press("1").count("✓ said") == 1
    assert journal() == ()
    sitting.close(CTRL_C)
    assert journal() == ()


def test_a_paste_with_escapes(clouds: Path) -> None:
    """What is shown of it is text; what is kept of it is text."""
    sitting = Terminal("study")
    sitting.screen()
    sitting.child.send(PASTE.format("low\x1b]0;owned\x07 and \x9b31m \x00high"))
    sitting.press(ENTER)
    sitting.press(ENTER)
    sitting.press(ENTER)
    sitting.close(CTRL_C)
    assert "\x1b]0;" not in sitting.raw
    assert "\x07" not in sitting.raw
    assert "\x9b" not in sitting.raw
    answer = journal()[0].answer
    assert answer is not None
    assert not {"\x1b", "\x00", "\x07", "\x9b"} & set(answer)


def test_going_back_from_the_rating(clouds: Path) -> None:
    sitting = Terminal("study")
    sitting.screen()
    sitting.press(ENTER)
    sitting.press(ENTER)
    assert sitting.press(ESCAPE).count("[ ]") == 3
    sitting.press("2")
    sitting.press(ENTER)
    sitting.press(ENTER)
    sitting.close(CTRL_C)
    assert ratings() == [[1, 1, 3, 1]]


def test_undo_as_often_as_one_likes(clouds: Path) -> None:
    sitting = Terminal("study")
    sitting.screen()
    for _ in range(2):
        sitting.press(ENTER)
        sitting.press("a")
        sitting.press(ENTER)
        assert THUNDER in sitting.press(ENTER)
        sitting.press(ENTER)
        assert len(journal()) == 1
        undone = sitting.press("u")
        assert FAMILIES in undone
        assert "Taken back." in undone
        assert journal() == ()
    sitting.press(ENTER)
    assert "nothing to undo" in sitting.press("u")
    sitting.close("q")
    assert journal() == ()


def test_undo_from_the_answer_line(clouds: Path) -> None:
    sitting = Terminal("study")
    sitting.screen()
    for keys in (ENTER, ENTER, ENTER):
        sitting.press(keys)
    assert FAMILIES in sitting.press(CTRL_Z)
    sitting.close(CTRL_C)
    assert journal() == ()


def test_what_was_written_is_there_again(clouds: Path, tmp_path: Path) -> None:
    """After an undo and after an edit; and Ctrl-Z in a line that was begun undoes no answer."""
    editor = script(tmp_path / "editor", "sed -i 's/middle/medium/' \"$1\"")
    sitting = Terminal("study", EDITOR=str(editor), VISUAL=str(editor))
    sitting.screen()
    sitting.press("low clouds" + ENTER)
    assert THUNDER in sitting.press(ENTER)
    sitting.child.send("half" + CTRL_Z)
    shown = sitting.press("whole" + ENTER)
    assert THUNDER in shown
    assert "half" not in shown.partition("You wrote")[2]
    assert "Taken back." in sitting.press("u")
    assert "low clouds" in sitting.press(ENTER).partition("You wrote")[2]
    assert "Changed." in sitting.press("e")
    assert "low clouds" in sitting.press(ENTER).partition("You wrote")[2]
    sitting.close("q")
    assert journal() == ()


def test_bury_and_suspend_and_their_undo(clouds: Path, learnt: Learnt) -> None:
    sitting = Terminal("study")
    sitting.screen()
    sitting.press(ENTER)
    assert THUNDER in sitting.press("-")
    sitting.press(ENTER)
    assert FORMS in sitting.press("@")
    sitting.press(ENTER)
    brought = sitting.press("u")
    assert THUNDER in brought
    assert "Brought back." in brought
    sitting.close(CTRL_C)
    shown = learnt("show", "Clouds", "--json").lines
    assert [card["suspended"] for card in shown] == [True, False, False]
    assert journal() == ()


def test_info(clouds: Path) -> None:
    sitting = Terminal("study")
    sitting.screen()
    sitting.press(ENTER)
    told = sitting.press("i")
    assert "middle" in told
    assert "Asked" in told
    assert FAMILIES in sitting.press("x")  # any key goes back, and does nothing else
    sitting.close("q")
    assert journal() == ()


def test_edit(clouds: Path, tmp_path: Path, learnt: Learnt) -> None:
    editor = script(tmp_path / "editor", "sed -i 's/middle/medium/' \"$1\"")
    before = learnt("show", "Clouds", "--json").lines[0]
    sitting = Terminal("study", EDITOR=str(editor), VISUAL=str(editor))
    sitting.screen()
    sitting.press(ENTER)
    edited = sitting.press("e")
    assert "Changed." in edited
    assert "medium" in sitting.press(ENTER)
    sitting.close("q")
    after = learnt("show", "Clouds", "--json").lines[0]
    assert [point["text"] for point in after["points"]] == ["low", "medium", "high"]
    assert [point["id"] for point in after["points"]] == [point["id"] for point in before["points"]]
    assert learnt("trash", "--json").line["kind"] == "wording"


NOTHING = {
    "closed without a change": "true",
    "emptied": ': > "$1"',
    "another deck": "printf '# Other\\n\\nno points here\\n' > \"$1\"",
    "zeros": 'head -c 3000 /dev/zero > "$1"',
    "failed": "exit 3",
    "no text": "printf '\\377\\376\\000' > \"$1\"",
    "removed": 'rm "$1"',
}


def test_edit_that_comes_to_nothing(clouds: Path, tmp_path: Path, learnt: Learnt) -> None:
    """Whatever becomes of the editor, the sitting goes on, and the card is as it was."""
    before = learnt("show", "Clouds", "--json").lines
    editor = script(tmp_path / "editor", f'. "{tmp_path / "what to do"}"')
    sitting = Terminal("study", EDITOR=str(editor), VISUAL=str(editor))
    sitting.screen()
    sitting.press(ENTER)
    for command in NOTHING.values():
        (tmp_path / "what to do").write_text(command)
        assert FAMILIES in sitting.press("e")
    sitting.close("q")
    assert learnt("show", "Clouds", "--json").lines == before


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_stopping_and_going_on(key: str, clouds: Path) -> None:
    """The next sitting begins with the card that was on the table."""
    sitting = Terminal("study")
    sitting.screen()
    sitting.press(ENTER)
    sitting.press(ENTER)
    assert THUNDER in sitting.press(ENTER)
    said = sitting.close("an answer begun" + CTRL_C if key == CTRL_C else key)
    assert "1 answer" in said
    assert "Still there today" in said
    again = Terminal("study")
    assert THUNDER in again.screen()
    again.close(CTRL_C)
    assert len(journal()) == 1


def test_stopping_with_q(clouds: Path) -> None:
    """q stops where nothing is typed; in the answer line it is a letter."""
    sitting = Terminal("study")
    sitting.screen()
    assert "quite high" in sitting.press("quite high" + ENTER)
    said = sitting.close("q")
    assert "Nothing was asked" in said
    assert journal() == ()


def test_killed_and_going_on(clouds: Path) -> None:
    sitting = Terminal("study")
    sitting.screen()
    sitting.press(ENTER)
    sitting.press(ENTER)
    assert THUNDER in sitting.press(ENTER)
    sitting.kill()
    again = Terminal("study")
    assert THUNDER in again.screen()
    again.close(CTRL_C)
    assert len(journal()) == 1


def test_a_card_that_was_answered_in_the_browser_meanwhile(clouds: Path) -> None:
    sitting = Terminal("study")
    assert FAMILIES in sitting.screen()
    assert "low and high" in sitting.press("low and high" + ENTER)
    with Collection.open() as collection:
        collection.ask()
        collection.answer(rating=Rating.EASY)
    sitting.press("r")
    next_one = sitting.press("1")
    assert "answered in another window since it was asked here" in next_one
    assert "You had written here: low and high" in next_one
    assert THUNDER in next_one
    assert ratings() == [[4, 4, 4, 4]]
    sitting.press(ENTER)
    assert FORMS in sitting.press("3")
    with Collection.open() as collection:
        collection.ask()
        collection.answer(rating=Rating.GOOD)
    sitting.press(ENTER)
    sitting.press(ENTER)
    assert "answered in another window" in sitting.close("3")
    assert [one[0] for one in ratings()] == [4, 3, 3]


def test_practise_when_nothing_is_due(clouds: Path) -> None:
    with Collection.open() as collection:
        while collection.ask():
            collection.answer(rating=Rating.EASY)
    sitting = Terminal("study")
    assert "Nothing is due. Press p to practise anyway" in sitting.screen()
    asked = sitting.press("p")
    assert any(question in asked for question in (FAMILIES, THUNDER, FORMS))
    sitting.close(CTRL_C)
    no = Terminal("study")
    no.screen()
    assert "Nothing was asked" in no.close("n")
    assert len(journal()) == 3


def test_practise_asked_for(rocks: Path) -> None:
    sitting = Terminal("study", "Rocks", "--practise")
    assert "igneous" in sitting.screen()
    sitting.close(CTRL_C)


def test_a_bare_statement_is_asked_by_its_cue(learnt: Learnt, page: Write) -> None:
    text = "Tides\nCards (2)\n• The Moon pulls the sea towards it and makes a tide\n• Spring tides come at new and full Moon\n"
    assert learnt("add", page(text, "tides.txt"), "-q").status == 0
    sitting = Terminal("study")
    asked = sitting.screen()
    assert "Tides" in asked
    assert "The Moon" in asked
    assert "makes a tide" not in asked
    assert "makes a tide" in sitting.press(ENTER)
    sitting.close("q")


def test_more_points_than_a_screen_has_lines(learnt: Learnt, page: Write) -> None:
    points = "".join(f"- point number {n}\n" for n in range(1, 41))
    learnt("add", page(f"# Long\n\nName forty things.\n{points}", "long.txt"), "-q")
    sitting = Terminal("study", size=(24, 80))
    sitting.screen()
    sitting.press(ENTER)
    assert sitting.press("0").count("[x]") == 1  # 0 is the tenth
    for _ in range(4):
        sitting.press(DOWN)
    assert "[x]" in sitting.press("x")
    sitting.press(ENTER)
    sitting.press(ENTER)
    sitting.close(CTRL_C) if sitting.runs else None
    said = [one.rating.passed for one in journal()[0].outcomes]
    assert (said[9], sum(said)) == (True, 2)


def test_a_narrow_terminal(clouds: Path) -> None:
    sitting = Terminal("study", size=(10, 20))
    sitting.screen()
    for key in (ENTER, "a", ENTER, ENTER):
        sitting.press(key)
    sitting.close(CTRL_C)
    assert ratings()[0][0] == Rating.GOOD


def test_start_at_a_terminal() -> None:
    """Nothing there, so the examples, and at once a question."""
    sitting = Terminal("start", "--terminal")
    assert "What did Bismarck want" in sitting.screen()
    sitting.close(CTRL_C)


def test_study_where_there_is_no_deck(own_home: Path) -> None:
    sitting = Terminal("study")
    said = sitting.end()
    assert "Traceback" not in said


def test_asked_before_saving(page: Write, learnt: Learnt) -> None:
    """`add` and `restore` ask where there is someone to ask, and No is the end of it."""
    path = page("Q: Is it kept?\nA: No\n")
    for keys, told, decks in (("n\r", "Nothing was saved.", 0), ("\r", "Saved", 1)):
        asked = Terminal("add", path)
        asked.answer("Save 1 card?")
        assert told in asked.close(keys)
        assert len(learnt("decks", "--json").lines) == decks
    learnt("backup")
    learnt("delete", "1")
    for keys, told, decks in (("\r", "Nothing was changed.", 0), ("y\r", "is back", 1)):
        asked = Terminal("restore", "latest")
        asked.answer("Go back to ")
        assert told in asked.close(keys)
        assert len(learnt("decks", "--json").lines) == decks


def test_ctrl_c_at_a_question(page: Write, learnt: Learnt) -> None:
    asked = Terminal("add", page("Q: Is it kept?\nA: No\n"))
    asked.answer("Save 1 card?")
    asked.interrupt()
    assert learnt("decks", "--json").lines == []
