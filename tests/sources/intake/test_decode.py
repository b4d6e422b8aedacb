"""Bytes: every encoding people have, and what is refused."""

import codecs

import pytest

from learnt.errors import Unreadable
from learnt.sources.intake.decode import LARGEST, decode

TEXT = "Où est l'été ?\nAu sud – “là-bas”, 20 €\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (TEXT.encode(), False),
        (codecs.BOM_UTF8 + TEXT.encode(), False),
        (TEXT.encode("utf-16"), False),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), False),
        (TEXT.encode("utf-16-le"), False),
        (TEXT.encode("utf-16-be"), False),
        (TEXT.encode("utf-32"), False),
        (TEXT.encode("cp1252"), True),
    ],
)
def test_encodings(data: bytes, said: bool) -> None:
    text, problems = decode(data, "page.txt")
    assert text == TEXT
    assert bool(problems) is said


def test_other_code_pages_are_guessed() -> None:
    czech = "Příliš žluťoučký kůň úpěl ďábelské ódy. Kdy začala třicetiletá válka? Roku 1618.\n" * 5
    russian = "Когда началась Великая Северная война? В 1700 году, и шла она двадцать лет.\n" * 5
    assert "žluťoučký" in decode(czech.encode("cp1250"), "x")[0]
    assert "началась" in decode(russian.encode("cp1251"), "x")[0]


def test_a_few_broken_bytes_are_shown_and_said() -> None:
    data = ("é è à ü ñ ø " * 20).encode() + b"\n\xff broken\n"
    text, problems = decode(data, "page.txt")
    assert text.endswith("\ufffd broken\n")
    assert problems[0].line == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (codecs.BOM_UTF16_LE, "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "packed"),
        (bytes(range(256)) * 10, "not text"),
        (b"\x00\x01\x02\x03" * 50, "not text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"a" * (LARGEST + 1), "20 MB"),
    ],
)
def test_what_is_refused_says_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words) as caught:
        decode(data, "page.bin")
    assert "page.bin" in str(caught.value)


def test_html_words_in_notes_are_text() -> None:
    text = "What does <script> do?\nRuns a program\nHow does it end?\nWith </script>\n"
    assert decode(text.encode(), "x") == (text, ())
