"""Whatever is given to read: a clear message or listed problems, nothing saved by halves.

Never a traceback; and the large ones run in a process that is given little memory.
"""

import json
import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CLOUDS, Ended, Learnt

Write = Callable[..., Path]
MB = 1_000_000


def rows(home: Path) -> list[str]:
    """All that is in the collection."""
    with closing(sqlite3.connect(home / "collection.db")) as connection:
        return list(connection.iterdump())


@pytest.fixture
def unchanged(clouds: Path, own_home: Path) -> Iterator[None]:
    """The collection has a deck in it before, and the very same rows afterwards."""
    before = rows(own_home)
    yield
    assert rows(own_home) == before


def refused(ended: Ended, *words: str, status: int = 1) -> None:
    """It was said, in words, on stderr; nothing was answered."""
    assert ended.status == status, ended
    assert ended.out == ""
    assert "Traceback" not in ended.err
    assert "Something went wrong" not in ended.err
    for word in words:
        assert word in ended.err


UNREADABLE: dict[str, bytes] = {
    "empty": b"",
    "one line end": b"\n",
    "only blank lines": b" \n\t\n\r\n   \n" * 200,
    "only a byte order mark": b"\xef\xbb\xbf",
    "only a UTF-16 mark": b"\xff\xfe",
    "only NULs": b"\x00" * 5000,
    "bytes of every kind": bytes(range(256)) * 40,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
    "a photograph": b"\xff\xd8\xff\xe0" + bytes(range(255, 0, -1)) * 9,
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "a compressed file": b"\x1f\x8b\x08\x00" + bytes(range(200)) * 4,
    "a program": b"\x7fELF\x02\x01\x01" + b"\x00\x01\x02\x03" * 900,
    "a web page that a script fills in": (
        b"<!DOCTYPE html>\n<html><head><script>alert(document.cookie)</script></head>\n"
        b"<body><div id=root></div><script>start('a noun')</script></body></html>\n"
    ),
    "a script and little else": b"<script>\nwindow.location = 'http://example.org'\n</script>\n",
    "a torn deck of ours": b'{"format": "learnt", "version": 1, "deck": {"id": "01',
    "text with many NULs": b"What\x00 is\x00 a\x00 noun?\x00\x00\x00\x00 A\x00 word\n" * 9,
}


@pytest.mark.parametrize("verb", ["read", "add"])
@pytest.mark.parametrize("kind", UNREADABLE)
def test_no_page(kind: str, verb: str, learnt: Learnt, page: Write, unchanged: None) -> None:
    path = page(UNREADABLE[kind], "bad.txt")
    ended = learnt(verb, path)
    assert ended.status == 1, ended
    assert "Something went wrong" not in ended.err
    assert (ended.out + ended.err).strip()
    told = learnt(verb, path, "--json")
    assert told.status == 1
    assert told.line["problems"][0]["why"]
    assert not told.line.get("cards")
    assert not told.line.get("new")


@pytest.mark.parametrize("kind", UNREADABLE)
def test_no_page_on_standard_input(kind: str, learnt: Learnt, unchanged: None) -> None:
    ended = learnt("add", "-", "--json", stdin=UNREADABLE[kind])
    assert ended.status == 1
    assert ended.line["problems"][0]["why"]


@pytest.mark.parametrize("ending", [".json", ".csv", ".html", ".png", ".TXT", ""])
@pytest.mark.parametrize(
    "kind", ["bytes of every kind", "empty", "a web page that a script fills in"]
)
def test_no_page_under_any_ending(
    kind: str, ending: str, learnt: Learnt, page: Write, unchanged: None
) -> None:
    refused(learnt("add", page(UNREADABLE[kind], f"bad{ending}"), "--quiet"), "bad")


ENCODED: dict[str, tuple[str, bool]] = {
    "utf-8": ("", True),
    "utf-8-sig": ("", True),
    "utf-16": ("", True),
    "utf-16-le": ("", True),
    "utf-16-be": ("", True),
    "latin-1": ("not in UTF-8", False),
    "cp1252": ("not in UTF-8", False),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_encodings(encoding: str, learnt: Learnt, page: Write) -> None:
    """Read as it was meant; what was guessed is said."""
    text = "Où est né Molière ?\tÀ Paris\nQui a écrit « Émile » ?\tJean-Jacques Rousseau\n"
    told, sure = ENCODED[encoding]
    ended = learnt("read", page(text.encode(encoding), "français.txt"), "--json")
    assert [card["front"] for card in ended.line["cards"]] == [
        "Où est né Molière ?",
        "Qui a écrit « Émile » ?",
    ]
    assert ended.line["cards"][0]["back"] == "À Paris"
    assert ended.status == (0 if sure else 1)
    assert told in json.dumps(ended.line["problems"])


def test_utf16_cut_in_a_letter(learnt: Learnt, page: Write) -> None:
    data = "Q: What is cut?\nA: The last letter\n".encode("utf-16")[:-1]
    ended = learnt("read", page(data), "--json")
    assert ended.status in (0, 1)
    assert ended.line["cards"][0]["front"] == "What is cut?"


def test_a_few_bytes_that_are_no_text(learnt: Learnt, page: Write) -> None:
    text = "Q: Où est-il né ?\nA: À Liège, là où coule la Meuse\n\nQ: Et après ?\nA: Ici, à côté de là, où il a été élevé\n"
    data = text.encode().replace(b"Ici", b"I\xffci")
    ended = learnt("read", page(data), "--json")
    assert ended.status == 1
    assert "\ufffd" in ended.line["problems"][0]["why"]
    assert len(ended.line["cards"]) == 2


def test_a_single_nul(learnt: Learnt, page: Write) -> None:
    ended = learnt("add", page(b"Q: What\x00 is it?\nA: A page\n"), "--json", "--deck", "One")
    assert ended.line["new"] == 1
    shown = learnt("show", "One", "--json")
    assert "\x00" not in shown.line["front"]


def test_a_folder(learnt: Learnt, tmp_path: Path, unchanged: None) -> None:
    for verb in ("read", "add"):
        refused(learnt(verb, tmp_path), "is a folder")


def test_a_missing_file(learnt: Learnt, tmp_path: Path, unchanged: None) -> None:
    for verb in ("read", "add"):
        refused(learnt(verb, tmp_path / "missing.txt"), "There is no file", status=2)


@pytest.mark.parametrize(
    ("path", "status"),
    [("", 1), ("x" * 300, 1), ("x" * 5000, 1), ("/proc/self/mem", 1), ("nul\\x00.txt", 2)],
)
def test_paths_that_lead_nowhere(path: str, status: int, learnt: Learnt, unchanged: None) -> None:
    refused(learnt("add", path), status=status)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/random", "/dev/tty"])
def test_a_device(device: str, learnt: Learnt, unchanged: None) -> None:
    refused(learnt("add", device), device)


def test_a_fifo_that_nobody_writes_to(learnt: Learnt, tmp_path: Path, unchanged: None) -> None:
    os.mkfifo(tmp_path / "pipe")
    refused(learnt("add", tmp_path / "pipe"), "no ordinary file")


def test_links_that_lead_nowhere(learnt: Learnt, tmp_path: Path, unchanged: None) -> None:
    (tmp_path / "broken").symlink_to("nothing")
    (tmp_path / "round").symlink_to("round")
    for name in ("broken", "round"):
        refused(learnt("add", tmp_path / name), name, status=2)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything; see the test below")
def test_a_file_without_permission(learnt: Learnt, page: Write, unchanged: None) -> None:
    path = page(CLOUDS, "secret.txt")
    path.chmod(0)
    refused(learnt("add", path), "cannot be read", "Permission denied")


def test_a_file_that_may_not_be_read(
    learnt: Learnt, page: Write, unchanged: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    path = page(CLOUDS, "secret.txt")
    monkeypatch.setattr(Path, "read_bytes", denied)
    refused(learnt("add", path), "cannot be read", "Permission denied")


def test_a_file_name_that_is_no_unicode(
    program: Learnt, learnt: Learnt, tmp_path: Path, own_home: Path
) -> None:
    """Its bytes cannot be printed as they are; the page can be read all the same."""
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_bytes(b"Q: What is drunk there?\nA: Coffee\n")
    for verb in (["read"], ["add", "--json"]):
        ended = program(*verb, tmp_path / name)
        assert ended.status == 0, ended
        assert "caf" in ended.out
    assert learnt("show", "1", "--json").line["front"] == "What is drunk there?"
    missing = program("read", tmp_path / os.fsdecode(b"\xff\xfe.txt"))
    assert missing.status == 2
    assert "There is no file" in missing.err


@pytest.mark.parametrize(
    "text",
    [
        '{"cards": [{"side": "What is JSON?", "other": "A notation"}]}',
        "[]",
        "{}",
        '[{"front": 1, "back": null}]',
        '"just a text"',
        "[" * 100_000,
        "[" * 50_000 + "]" * 50_000,
        '{"a":' * 50_000 + "1" + "}" * 50_000,
        '{"format": "learnt"}',
        "[1e999, NaN]",
        '{"\\ud800": 1}',
    ],
    ids=lambda text: text[:12],
)
def test_json_that_is_not_ours(text: str, learnt: Learnt, page: Write, unchanged: None) -> None:
    ended = learnt("add", page(text, "other.json"), "--json")
    assert "Something went wrong" not in ended.err
    assert ended.status == 1
    assert ended.line["problems"]


WRONG: tuple[object, ...] = (None, -1, "", [], {}, "\x00", 1e308, "a\nb")


def test_our_json_with_something_wrong(
    learnt: Learnt, clouds: Path, page: Write, tmp_path: Path
) -> None:
    """Every value replaced by one that cannot be: refused or read, never a bug, never by halves."""
    target = tmp_path / "deck.json"
    learnt("export", "Clouds", target)
    whole = json.loads(target.read_text())
    before = learnt("show", "Clouds", "--json").lines
    for place in _places(whole):
        for wrong in WRONG:
            spoilt = json.loads(target.read_text())
            _set(spoilt, place, wrong)
            ended = learnt("read", page(json.dumps(spoilt), "spoilt.json"), "--json")
            assert ended.status in (0, 1), (place, wrong, ended.err)
    assert learnt("show", "Clouds", "--json").lines == before


def _places(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    parts = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, part in parts:
        if not (isinstance(key, int) and key > 0):  # the first of a list stands for all
            yield (*path, key)
            yield from _places(part, (*path, key))


def _set(value: object, place: tuple[object, ...], wrong: object) -> None:
    *path, last = place
    for key in path:
        value = value[key]  # type: ignore[index] # dicts and lists
    value[last] = wrong  # type: ignore[index] # dicts and lists


@pytest.mark.parametrize(
    "text",
    [
        'front,back\n"What is open?,A quote\nWhat follows?,More\n',
        '"""\n',
        'a,"b"c,d\n"e,f\n',
        'front,back\n"a""b","c\nd"e\n',
        ",,,,\n,,,\n",
        'front,back\nonly one cell\n"",""\n',
        "\ufefffront;back\n;\n",
        "a,b\x00c\n",
    ],
)
def test_csv_with_broken_quotes(text: str, learnt: Learnt, page: Write) -> None:
    for verb in ("read", "add"):
        ended = learnt(verb, page(text, "broken.csv"), "--json")
        assert ended.status in (0, 1)
        assert ended.line["problems"] or ended.line.get("cards") or ended.line.get("new")
    assert learnt("doctor", "--json").line["faults"] == []


def test_a_cell_longer_than_the_csv_module_likes(learnt: Learnt, page: Write) -> None:
    path = page(f'front,back\n"What is long?","{"word " * 60_000}"\n', "long.csv")
    ended = learnt("read", path, "--json")
    assert ended.status in (0, 1)
    assert ended.lines


LARGE: dict[str, Callable[[], bytes]] = {
    "one line of 30 MB": lambda: b"word " * (6 * MB),
    "50 MB of zeros": lambda: bytes(50 * MB),
    "25 MB of line ends": lambda: b"\n" * (25 * MB),
}


@pytest.mark.parametrize("kind", LARGE)
def test_too_large(kind: str, program: Learnt, page: Write, unchanged: None) -> None:
    refused(program("add", page(LARGE[kind](), "large.txt"), limited=True), "large.txt")


def test_a_file_of_holes(program: Learnt, tmp_path: Path, unchanged: None) -> None:
    """A terabyte of nothing: its beginning is enough to know."""
    with (tmp_path / "holes.txt").open("wb") as file:
        file.truncate(10**12)
    refused(program("add", tmp_path / "holes.txt", limited=True), "binary data")


def test_standard_input_without_an_end(unchanged: None) -> None:
    """As in `learnt read - < /dev/zero`: it stops reading and says so."""
    import subprocess

    from tests.cli.conftest import _LIMITED, MEMORY, PROGRAM

    with open("/dev/zero", "rb") as zeros:  # noqa: PTH123 - a device
        done = subprocess.run(
            [PROGRAM[0], "-c", _LIMITED.format(MEMORY), "add", "-"],
            stdin=zeros, capture_output=True, timeout=100, check=False,
        )  # fmt: skip
    refused(Ended(done.returncode, done.stdout.decode(), done.stderr.decode()), "standard input")


HEAVY: dict[str, Callable[[int], str]] = {
    "an endless line": lambda less: "word " * (3_000_000 // less),
    "an endless line without spaces": lambda less: "w" * (15_000_000 // less),
    "an endless line of bullets": lambda less: "• " * (5_000_000 // less),
    "an endless line of tabs": lambda less: "a\t" * (5_000_000 // less),
    "an endless line of quotes": lambda less: '"' * (10_000_000 // less),
    "an endless line of bars": lambda less: "a | b " * (1_000_000 // less),
    "100,000 lines of cards": lambda less: each(100_000 // less, "Question {}?\tAnswer {}\n"),
    "100,000 bullets": lambda less: "What are they?\n" + each(100_000 // less, "- point {}\n"),
    "100,000 lines of one word": lambda less: "word\n" * (100_000 // less),
    "100,000 indents": lambda less: "".join(
        " " * (n % 200) + f"- {n}\n" for n in range(100_000 // less)
    ),
    "100,000 questions": lambda less: each(100_000 // less, "Is it {}?\n"),
    "a heading and 100,000 lines": lambda less: (
        "# Deck\n\n" + each(33_000 // less, "term {}\n- {}\n\n")
    ),
    "a million empty lines within": lambda less: "Q: a?\n" + "\n" * (1_000_000 // less) + "A: b\n",
    "deep quotes": lambda less: "> " * (100_000 // less) + "text\n",
    "combining marks": lambda less: "e" + "\u0301" * (1_000_000 // less) + "\n- point\n",
}
"""Pages as heavy as their names say, or as many times lighter as is asked."""


def each(count: int, line: str) -> str:
    """A line for each number, which stands where the line has braces."""
    return "".join(line.replace("{}", str(number)) for number in range(count))


@pytest.mark.parametrize("kind", HEAVY)
def test_heavy_pages(
    kind: str, program: Learnt, page: Write, campaign: Callable[[int, int], int]
) -> None:
    """Below the limit of size, and read or refused within the memory there is."""
    scale = campaign(20, 1)
    if kind == "100,000 lines of cards":  # always in full, as the one that people may have
        scale = 1
    content = HEAVY[kind](scale)
    ended = program("read", page(content, "heavy.txt"), "--json", limited=True)
    assert ended.status in (0, 1), ended.err[-2000:]
    assert "Traceback" not in ended.err
    assert ended.line["cards"] or ended.line["problems"]


def test_many_cards_are_saved_whole(program: Learnt, page: Write) -> None:
    path = page("".join(f"Question {n}?\tAnswer {n}\n" for n in range(10_000)), "many.txt")
    ended = program("add", path, "--json", limited=True)
    assert (ended.status, ended.line["new"]) == (0, 10_000)


def test_a_packed_file(learnt: Learnt, tmp_path: Path, unchanged: None) -> None:
    with zipfile.ZipFile(tmp_path / "notes.docx", "w") as packed:
        packed.writestr("word/document.xml", "<w:document/>")
    refused(learnt("add", tmp_path / "notes.docx"), "notes.docx")


def test_a_collection_given_as_a_page(learnt: Learnt, own_home: Path, unchanged: None) -> None:
    refused(learnt("add", own_home / "collection.db"), "database")


def test_one_bad_page_does_not_keep_good_ones_out(learnt: Learnt, page: Write) -> None:
    good = page("Q: Is it kept?\nA: Yes\n", "good.txt")
    ended = learnt("add", page(b"\x00" * 99, "bad.txt"), good, "--quiet")
    assert ended.status == 1
    assert len(learnt("decks", "--json").lines) == 1


def test_all_pages_or_none(
    learnt: Learnt, page: Write, unchanged: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails while the second page is saved takes the first one with it."""
    from learnt.collection.adding import Adding
    from learnt.errors import StoreError

    real, calls = Adding.add, []

    def failing(self: Adding, *asked: Any) -> object:
        calls.append(asked)
        if len(calls) == 2:
            raise StoreError("The disk is full.")
        return real(self, *asked)

    monkeypatch.setattr(Adding, "add", failing)
    pages = [page(f"Q: {n}?\nA: {n}\n", f"{n}.txt") for n in range(2)]
    ended = learnt("add", *pages, "--quiet")
    assert (ended.status, ended.err) == (1, "The disk is full.\n")


@pytest.mark.parametrize("title", ["", "  ", "a" * 10_000, "\x1b[2J", "::", "a\nb"])
def test_titles_that_are_none(title: str, learnt: Learnt, page: Write) -> None:
    """`--deck` is what a person types: it is tidied or refused, and can be found again."""
    ended = learnt("add", page("Q: 1?\nA: 1\n"), "--json", f"--deck={title}")
    assert ended.status in (0, 2)
    if ended.status == 0:
        saved = learnt("decks", "--json").line["title"]
        assert saved.strip()
        assert "\x1b" not in saved
        assert "\n" not in saved


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + bytes(900)])
def test_a_collection_that_is_none(content: bytes, learnt: Learnt, own_home: Path) -> None:
    """A damaged file is named and left as it is; an empty one is a new collection."""
    own_home.mkdir()
    (own_home / "collection.db").write_bytes(content)
    ended = learnt("decks")
    assert "Something went wrong" not in ended.err
    if content:
        assert ended.status == 1
        assert "collection.db" in ended.err
        assert (own_home / "collection.db").read_bytes() == content
    else:
        assert ended.status == 0
