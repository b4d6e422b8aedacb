"""The one normal form of text: what is stored, compared and written is always tidy."""

import re
import unicodedata
from collections.abc import Iterable

from learnt.deck.showing import without_bold

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")


def tidy(text: str) -> str:
    r"""Text as a card keeps it.

    Line ends are `\n`; no control characters, no spaces at the end of a line, no blank lines
    around it. Indentation inside is kept: an answer may be code. `tidy(tidy(x)) == tidy(x)`.
    """
    if text.isprintable():  # one line without anything to replace, as most texts are
        return text.strip()
    lines = text.split("\n")
    if not all(map(str.isprintable, lines)):
        text = _LINE_ENDS.sub("\n", text)
        text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _UNSTORABLE.sub("", text))
        lines = text.split("\n")
    return "\n".join([line.rstrip() for line in lines]).strip()


def one_line(text: str) -> str:
    """Tidy text on one line, every run of white space one space."""
    return _BLANKS.sub(" ", tidy(text)).strip()


def each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts on one line each, in order, without repeats and empty ones."""
    lines = [line for text in texts if (line := one_line(text))]
    return tuple(dict.fromkeys(lines)) if lines else ()


def as_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Tags: on one line each and without commas, which separate them."""
    return each_once(text.replace(",", " ") for text in texts)


def same_text(text: str) -> str:
    """A key for texts that differ in case, accents' form, spacing and what is bold only."""
    if "**" in text:
        text = without_bold(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.split()).casefold()
