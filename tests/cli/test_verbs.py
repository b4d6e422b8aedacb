"""Each verb in both of its voices: text for people, JSON Lines for programs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from learnt.cli.main import learnt as root
from learnt.cli.saved import COUNTED
from tests.cli.conftest import Ended, Learnt

Write = Callable[..., Path]


def silent(ended: Ended) -> bool:
    return ended.out == ""


def test_every_verb_has_a_test_here_or_is_a_sitting() -> None:
    here = Path(__file__).parent
    tests = "".join(path.read_text() for path in sorted(here.glob("test_*.py")))
    for name in root.commands:
        assert f'"{name}"' in tests, f"no test runs `learnt {name}`"


def test_read(learnt: Learnt, page: Write) -> None:
    path = page("Which planet has rings?\tSaturn\nWhich is the nearest to the Sun?\tMercury\n")
    ended = learnt("read", path, "--json")
    assert (ended.status, ended.err) == (0, "")
    line = ended.line
    assert set(line) >= {"file", "title", "question", "declared", "problems", "cards"}
    assert line["file"] == str(path)
    assert line["problems"] == []
    assert [card["front"] for card in line["cards"]] == [
        "Which planet has rings?",
        "Which is the nearest to the Sun?",
    ]
    first = line["cards"][0]
    assert first["back"] == "Saturn"
    assert first["points"] == ["Saturn"]
    assert first["lines"] == [1, 1]
    assert 0 <= first["confidence"] <= 1


def test_read_for_people(learnt: Learnt, page: Write) -> None:
    path = page("Which planet has rings?\tSaturn\nWhich is the nearest to the Sun?\tMercury\n")
    ended = learnt("read", path)
    assert ended.status == 0
    assert "Which planet has rings?" in ended.out
    assert "2 cards" in ended.out


def test_read_saves_nothing(learnt: Learnt, page: Write, own_home: Path) -> None:
    assert learnt("read", page("Q: Is it kept?\nA: No\n")).status == 0
    assert not own_home.exists()


def test_read_standard_input(learnt: Learnt) -> None:
    ended = learnt("read", "--json", "-", stdin=b"Q: What is a noun?\nA: A naming word\n")
    assert ended.status == 0
    assert ended.line["cards"][0]["front"] == "What is a noun?"


def test_read_several_with_a_bad_one(learnt: Learnt, page: Write, tmp_path: Path) -> None:
    """The good ones are read all the same, in their order, and the status says that one is bad."""
    good = page("Q: Where is the Louvre?\nA: Paris\n", "good.txt")
    better = page("Q: Where is the Prado?\nA: Madrid\n", "better.txt")
    missing = tmp_path / "missing.txt"
    ended = learnt("read", good, missing, better, "--json")
    assert ended.status == 2
    assert [line["file"] for line in ended.lines] == [str(good), str(missing), str(better)]
    assert [len(line["cards"]) for line in ended.lines] == [1, 0, 1]
    assert "There is no file" in ended.lines[1]["problems"][0]["why"]


def test_read_several_with_a_bad_one_for_people(
    learnt: Learnt, page: Write, tmp_path: Path
) -> None:
    good = page("Q: Where is the Louvre?\nA: Paris\n", "good.txt")
    ended = learnt("read", tmp_path / "missing.txt", good)
    assert ended.status == 2
    assert "There is no file" in ended.err
    assert "Where is the Louvre?" in ended.out


def test_problems_are_listed_with_their_lines(learnt: Learnt, page: Write) -> None:
    path = page(
        "# Rivers\n\nDanube\n- It flows into the Black Sea\n  weight: heavy\n\nElbe\n- Hamburg\n"
    )
    ended = learnt("read", path, "--json")
    assert ended.status == 1
    (problem,) = ended.line["problems"]
    assert (problem["line"], problem["text"].strip()) == (5, "weight: heavy")
    assert len(ended.line["cards"]) == 2
    shown = learnt("read", path)
    assert shown.status == 1
    assert "line 5" in shown.out + shown.err


def test_add(learnt: Learnt, page: Write) -> None:
    path = page("Q: Who wrote Emma?\nA: Jane Austen\n", "novels.txt")
    ended = learnt("add", path, "--json")
    assert (ended.status, ended.err) == (0, "")
    assert ended.line == {
        "file": str(path),
        "deck": ended.line["deck"],
        **dict.fromkeys(COUNTED, 0),
        "new": 1,
        "update": {},
        "problems": [],
    }
    again = learnt("add", path, "--json")
    assert (again.line["new"], again.line["same"]) == (0, 1)


def test_add_for_people(learnt: Learnt, page: Write) -> None:
    path = page("Q: Who wrote Emma?\nA: Jane Austen\n", "novels.txt")
    ended = learnt("add", path, "--deck", "Novels")
    assert ended.status == 0
    assert "Who wrote Emma?" in ended.out
    assert "Saved “Novels”: 1 new card." in ended.err
    assert silent(learnt("add", path, "--deck", "Novels", "--quiet"))


def test_add_from_standard_input(learnt: Learnt) -> None:
    ended = learnt("add", "-", "--deck", "Pasted", "--json", stdin=b"Q: 2 + 2?\nA: 4\n")
    assert (ended.status, ended.line["deck"]) == (0, "Pasted")
    assert learnt("show", "Pasted", "--json").line["front"] == "2 + 2?"


def test_add_several_with_a_bad_one(learnt: Learnt, page: Write) -> None:
    good = page("Q: Where is the Louvre?\nA: Paris\n", "good.txt")
    empty = page("", "empty.txt")
    ended = learnt("add", good, empty, "--json")
    assert ended.status == 1
    by_file = {line["file"]: line for line in ended.lines}
    assert by_file[str(good)]["new"] == 1
    assert "empty" in by_file[str(empty)]["problems"][0]["why"]
    assert len(learnt("decks", "--json").lines) == 1


def test_add_nothing_but_a_bad_one(learnt: Learnt, page: Write) -> None:
    ended = learnt("add", page("", "empty.txt"))
    assert ended.status == 1
    assert "is empty" in ended.err
    assert "Nothing was saved." in ended.err


def test_add_two_pages_of_one_name(learnt: Learnt, tmp_path: Path) -> None:
    """What each of them added is told of each."""
    for folder, answer in (("a", "Q: One?\nA: 1\n"), ("b", "Q: Two?\nA: 2\n\nQ: Three?\nA: 3\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(answer)
    ended = learnt("add", tmp_path / "a/same.txt", tmp_path / "b/same.txt", "--json")
    assert [line["new"] for line in ended.lines] == [1, 2]


def test_add_one_page_twice_in_one_command(learnt: Learnt, clouds: Path) -> None:
    ended = learnt("add", clouds, clouds, "--deck", "Twice", "--json")
    assert ended.status == 0
    assert [line["file"] for line in ended.lines] == [str(clouds)] * 2
    assert len(learnt("show", "Twice", "--json").lines) == 3


def test_decks(learnt: Learnt, rocks: Path) -> None:
    ended = learnt("decks", "--json")
    assert (ended.status, ended.err) == (0, "")
    told = [
        (one["title"], one["cards"], one["points"], one["due"], one["new"]) for one in ended.lines
    ]
    assert told == [("Clouds", 3, 7, 0, 3), ("Rocks", 2, 2, 0, 2)]
    shown = learnt("decks")
    assert "Clouds" in shown.out
    assert shown.err == ""


def test_decks_where_there_is_none(learnt: Learnt) -> None:
    assert learnt("decks", "--json") == Ended(0, "", "")
    ended = learnt("decks")
    assert silent(ended)
    assert "`learnt add PAGE`" in ended.err


@pytest.mark.parametrize("asked", ["Clouds", "clouds", "Clo", "oud", "1"])
def test_show_finds_the_deck(asked: str, learnt: Learnt, rocks: Path) -> None:
    ended = learnt("show", asked, "--json")
    assert (ended.status, ended.err) == (0, "")
    assert [line["number"] for line in ended.lines] == [1, 2, 3]
    first = ended.lines[0]
    assert first["front"] == "What are the three families of cloud by height?"
    assert [point["text"] for point in first["points"]] == ["low", "middle", "high"]
    assert [point["recall"] for point in first["points"]] == [None] * 3
    assert (first["expected_mark"], first["due"], first["suspended"]) == (None, None, False)


def test_show_by_id(learnt: Learnt, rocks: Path) -> None:
    rocks_id = learnt("decks", "--json").lines[1]["id"]
    assert learnt("show", rocks_id, "--json").lines[0]["front"] == "igneous"


def test_show_for_people(learnt: Learnt, clouds: Path) -> None:
    ended = learnt("show", "Clouds")
    assert ended.status == 0
    assert "cumulonimbus" in ended.out


@pytest.mark.parametrize("asked", ["Volcanoes", "9", "0", "-1", "", " ", "%", "_", "\x1b[31m"])
def test_a_deck_that_is_not_there(asked: str, learnt: Learnt, rocks: Path) -> None:
    ended = learnt("show", "--json", "--", asked)
    assert ended.status == 2
    assert silent(ended)
    assert "learnt decks" in ended.err
    assert "\x1b" not in ended.err


def test_a_deck_nearly_named(learnt: Learnt, clouds: Path) -> None:
    ended = learnt("show", "Cluods")
    assert ended.status == 2
    assert "Did you mean “Clouds”?" in ended.err


def test_a_part_that_could_be_two(learnt: Learnt, rocks: Path) -> None:
    ended = learnt("show", "o")
    assert ended.status == 2
    assert "“Clouds”" in ended.err
    assert "“Rocks”" in ended.err


def test_due(learnt: Learnt, rocks: Path) -> None:
    assert learnt("due", "--json").line == {"deck": None, "due": 0, "new": 5, "later": 0}
    assert learnt("due", "Rocks", "--json").line["new"] == 2
    ended = learnt("due")
    assert silent(ended)
    assert "5 new" in ended.err


def test_due_where_there_is_nothing(learnt: Learnt) -> None:
    ended = learnt("due")
    assert ended.status == 0
    assert "There is no deck yet" in ended.err


@pytest.mark.parametrize("ending", [".txt", ".md", ".csv", ".json"])
def test_export_comes_back(ending: str, learnt: Learnt, clouds: Path, tmp_path: Path) -> None:
    """Read again it is the same deck; what carries ids is known again."""
    target = tmp_path / f"out{ending}"
    ended = learnt("export", "Clouds", target, "--json")
    assert (ended.status, ended.line) == (0, {"deck": "Clouds", "file": str(target)})
    read = learnt("read", target, "--json")
    before = learnt("show", "Clouds", "--json").lines
    assert read.status == 0
    assert [(card["front"], card["points"]) for card in read.line["cards"]] == [
        (card["front"], [point["text"] for point in card["points"]]) for card in before
    ]
    back = learnt("add", target, "--deck", "Clouds", "--json").line
    assert (back["new"], back["updated"] + back["same"]) == (0, 3)
    assert ending == ".csv" or back["same"] == 3  # .csv does not say that an order counts
    after = learnt("show", "Clouds", "--json").lines
    assert [card["id"] for card in after] == [card["id"] for card in before]


@pytest.mark.parametrize("ending", [".txt", ".json"])
def test_export_into_another_home_keeps_ids(
    ending: str, learnt: Learnt, clouds: Path, tmp_path: Path
) -> None:
    target = tmp_path / f"out{ending}"
    assert learnt("export", "Clouds", target).status == 0
    other = ("--home", tmp_path / "other")
    assert learnt("add", target, "--quiet", *other).status == 0
    there, here = (learnt("show", "Clouds", "--json", *home).lines for home in (other, ()))
    assert there == here


def test_export_for_people(learnt: Learnt, clouds: Path, tmp_path: Path) -> None:
    ended = learnt("export", "Clouds", tmp_path / "out.txt")
    assert silent(ended)
    assert "Wrote “Clouds”" in ended.err


def test_export_to_print(learnt: Learnt, clouds: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    assert learnt("export", "Clouds", target).status == 0
    assert 'class="printed flow a4"' in target.read_text()
    cards = ("--print", "cards", "--paper", "letter", "--force")
    assert learnt("export", "Clouds", target, *cards).status == 0
    assert 'class="printed cut letter"' in target.read_text()
    assert learnt("export", "Clouds", target, "--print", "posters").status == 2


def test_export_writes_over_nothing_unasked(learnt: Learnt, clouds: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.txt"
    target.write_text("mine")
    ended = learnt("export", "Clouds", target)
    assert ended.status == 2
    assert "--force" in ended.err
    assert target.read_text() == "mine"
    assert learnt("export", "Clouds", target, "--force").status == 0
    assert "Clouds" in target.read_text()


def test_export_to_an_ending_that_is_none(learnt: Learnt, clouds: Path, tmp_path: Path) -> None:
    for name in ("out.pages", "out"):
        ended = learnt("export", "Clouds", tmp_path / name)
        assert ended.status == 2
        assert ".csv" in ended.err
        assert not (tmp_path / name).exists()


def test_export_to_a_folder_that_is_not_there(learnt: Learnt, clouds: Path, tmp_path: Path) -> None:
    ended = learnt("export", "Clouds", tmp_path / "no" / "out.txt")
    assert ended.status == 1
    assert "cannot be written" in ended.err


def test_delete_and_bring_back_a_deck(learnt: Learnt, rocks: Path) -> None:
    before = learnt("show", "Clouds", "--json").lines
    gone = learnt("delete", "Clouds", "--json")
    assert (gone.status, gone.line["kind"], gone.line["title"]) == (0, "deck", "Clouds")
    assert [deck["title"] for deck in learnt("decks", "--json").lines] == ["Rocks"]
    trash = learnt("trash", "--json")
    assert [(one["kind"], one["title"]) for one in trash.lines] == [("deck", "Clouds")]
    assert trash.lines[0]["id"] == gone.line["id"]
    back = learnt("trash", "--bring-back", "1", "--json")
    assert (back.status, back.line["deck"], back.line["new"]) == (0, "Clouds", 3)
    assert learnt("show", "Clouds", "--json").lines == before
    assert learnt("trash", "--json").lines == []


def test_delete_cards_by_number(learnt: Learnt, clouds: Path) -> None:
    ended = learnt("delete", "Clouds", "3", "1")
    assert ended.status == 0
    assert "2 cards of “Clouds”" in ended.err
    assert [card["front"] for card in learnt("show", "1", "--json").lines] == [
        "Which cloud brings thunder?"
    ]
    thing = learnt("trash", "--json").line["id"]
    assert "“Clouds” is back: 2 cards." in learnt("trash", "--bring-back", thing).err
    assert len(learnt("show", "1", "--json").lines) == 3


@pytest.mark.parametrize("number", ["0", "4", "-1"])
def test_delete_a_card_that_is_not_there(number: str, learnt: Learnt, clouds: Path) -> None:
    ended = learnt("delete", "Clouds", "--", "1", number)
    assert ended.status == 2
    assert "it has 3" in ended.err
    assert len(learnt("show", "Clouds", "--json").lines) == 3


def test_the_trash_for_people(learnt: Learnt, clouds: Path) -> None:
    assert "The trash is empty." in learnt("trash").err
    learnt("delete", "Clouds")
    assert "Clouds" in learnt("trash").out
    ended = learnt("trash", "--bring-back", "2")
    assert ended.status == 2
    assert "There is no 2 in the trash" in ended.err


def test_a_deck_without_cards_is_listed_in_the_trash(learnt: Learnt) -> None:
    from learnt import Collection

    with Collection.open() as collection:
        collection.delete_deck(collection.new_deck("By hand"))
    shown = learnt("trash")
    assert shown.status == 0
    assert "By hand" in shown.out


def test_a_changed_card_leaves_its_wording_in_the_trash(
    learnt: Learnt, clouds: Path, page: Write, tmp_path: Path
) -> None:
    written = tmp_path / "edited.txt"
    learnt("export", "Clouds", written)
    written.write_text(written.read_text().replace("cumulonimbus", "the cumulonimbus"))
    assert learnt("add", written, "--json").line["updated"] == 1
    assert learnt("trash", "--json").line["kind"] == "wording"


def test_unsuspend(learnt: Learnt, clouds: Path) -> None:
    from learnt import Collection

    with Collection.open() as collection:
        for card in collection.deck("Clouds").cards[:2]:
            collection.suspend(card.id)
    shown = learnt("show", "Clouds", "--json").lines
    assert [card["suspended"] for card in shown] == [True, True, False]
    assert learnt("due", "--json").line["new"] == 1
    assert learnt("unsuspend", "Clouds", "2", "--json").line == {"released": 1}
    assert "1 card will be asked again." in learnt("unsuspend", "Clouds").err
    assert learnt("due", "--json").line["new"] == 3


def test_settings(learnt: Learnt) -> None:
    changed = learnt(
        "settings", "--new-a-day", "7", "--reviews-a-day", "50", "--retention", "0.85",
        "--time-zone", "Europe/London", "--theme", "dark",
        "--marking", "lenient", "--json",
    )  # fmt: skip
    expected = {
        "new_a_day": 7,
        "reviews_a_day": 50,
        "desired_retention": 0.85,
        "time_zone": "Europe/London",
        "theme": "dark",
        "marking": "lenient",
        "missing_below": None,
        "covered_from": None,
    }
    assert (changed.status, changed.line) == (0, expected)
    assert learnt("settings", "--json").line == expected
    shown = learnt("settings")
    assert silent(shown)
    assert "New cards a day: 7" in shown.err
    assert "Pages look: dark" in shown.err


@pytest.mark.parametrize(
    "wrong",
    [
        ["--retention", "1.5"],
        ["--retention", "nan"],
        ["--new-a-day", "-1"],
        ["--new-a-day", "many"],
        ["--time-zone", "Nowhere/Much"],
        ["--time-zone", "../../etc/passwd"],
        ["--time-zone", ""],
        ["--theme", "sepia"],
        ["--marking", "harsh"],
    ],
)
def test_settings_that_cannot_be(wrong: list[str], learnt: Learnt) -> None:
    before = learnt("settings", "--json").line
    ended = learnt("settings", "--new-a-day", "3", *wrong)
    assert ended.status == 2
    assert silent(ended)
    assert learnt("settings", "--json").line == before


def test_no_new_cards_a_day(learnt: Learnt, clouds: Path) -> None:
    """0 is a setting, not an absence of one."""
    assert learnt("settings", "--new-a-day", "0", "--json").line["new_a_day"] == 0
    assert learnt("due", "--json").line["new"] == 0


def test_backup_and_restore(learnt: Learnt, clouds: Path, page: Write) -> None:
    made = learnt("backup", "--json")
    assert (made.status, made.line["why"]) == (0, "kept")
    assert Path(made.line["path"]).is_file()
    learnt("delete", "Clouds")
    listed = learnt("restore", "--json").lines
    assert made.line["name"] in [one["name"] for one in listed]
    restored = learnt("restore", made.line["name"], "--yes", "--json")
    assert restored.line["name"] == made.line["name"]
    assert [deck["title"] for deck in learnt("decks", "--json").lines] == ["Clouds"]
    undone = learnt("restore", "latest")  # the restore itself can be undone
    assert undone.status == 0
    assert learnt("decks", "--json").lines == []
    number = [one["name"] for one in learnt("restore", "--json").lines].index(made.line["name"]) + 1
    told = learnt("restore")
    assert f"{number} " in told.out
    assert "kept" in told.out
    assert learnt("restore", number, "--yes").status == 0
    assert [deck["title"] for deck in learnt("decks", "--json").lines] == ["Clouds"]
    assert learnt("restore", "99", "--yes").status == 2


def test_backup_and_restore_for_people(learnt: Learnt, clouds: Path) -> None:
    ended = learnt("backup")
    assert silent(ended)
    assert "Backed up to" in ended.err
    listed = learnt("restore")
    assert "kept" in listed.out
    assert "daily" in listed.out


@pytest.mark.parametrize("name", ["yesterday", "../collection.db", "/etc/passwd", ""])
def test_restore_what_is_not_there(name: str, learnt: Learnt, clouds: Path) -> None:
    ended = learnt("restore", name)
    assert ended.status == 2
    assert "`learnt restore` lists them" in ended.err
    assert len(learnt("decks", "--json").lines) == 1


def test_restore_a_backup_that_is_not_whole(learnt: Learnt, clouds: Path) -> None:
    path = Path(learnt("backup", "--json").line["path"])
    path.write_bytes(path.read_bytes()[:5000])
    ended = learnt("restore", path.name, "--yes")
    assert ended.status == 1
    assert "not whole" in ended.err
    assert len(learnt("decks", "--json").lines) == 1


def test_doctor(learnt: Learnt, clouds: Path) -> None:
    ended = learnt("doctor", "--json")
    assert ended.status == 0
    assert (ended.line["faults"], ended.line["differences"]) == ([], 0)
    assert "All is well." in learnt("doctor").err
    assert learnt("doctor", "--rebuild", "--json").line["reviews"] == 0


def test_doctor_finds_and_mends(learnt: Learnt, clouds: Path, own_home: Path) -> None:
    import sqlite3
    from contextlib import closing

    from learnt import Collection

    with Collection.open() as collection:
        collection.ask()
        collection.answer(rating=3)
    with closing(sqlite3.connect(own_home / "collection.db")) as connection:
        connection.execute("UPDATE memory SET stability = stability + 1")
        connection.commit()
    found = learnt("doctor")
    assert found.status == 1
    assert "--rebuild" in found.err
    assert learnt("doctor", "--rebuild").status == 0
    assert learnt("doctor", "--json").line["differences"] == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, learnt: Learnt) -> None:
    ended = learnt("completion", shell)
    assert ended.status == 0
    assert "_LEARNT_COMPLETE" in ended.out


def test_completion_of_another_shell(learnt: Learnt) -> None:
    assert learnt("completion", "tcsh").status == 2


@pytest.mark.parametrize(
    "verb",
    [
        ["read", "PAGE"], ["add", "PAGE"], ["decks"], ["show", "1"], ["due"], ["delete", "1", "1"],
        ["trash"], ["trash", "--bring-back", "1"], ["unsuspend", "1"], ["settings"], ["backup"],
        ["restore"], ["restore", "latest"], ["doctor"], ["doctor", "--rebuild"], ["start", "-t"],
    ],
)  # fmt: skip
def test_json_stands_alone_on_stdout(verb: list[str], learnt: Learnt, clouds: Path) -> None:
    """Whatever is done, each line of stdout is JSON, and what is talked goes elsewhere."""
    learnt("delete", "1", "2")
    ended = learnt(*(str(clouds) if one == "PAGE" else one for one in verb), "--json")
    assert ended.status == 0
    for line in ended.out.splitlines():
        json.loads(line)
