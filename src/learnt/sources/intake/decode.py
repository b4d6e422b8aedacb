"""Bytes to text: which encoding it was, and whether it is a page at all.

Strict UTF-8 is tried before any guess, because text that happens to be valid UTF-8 nearly always
is. Whatever is guessed is said as a Problem; what is no page is refused with what to do instead.
"""

import codecs
import re

import charset_normalizer

from learnt.deck import Problem
from learnt.errors import Unreadable

LARGEST = 20_000_000
"""Bytes; the largest page that is read. A year of notes is about a hundredth of it."""

_MARKS = (  # the UTF-32 marks begin with the UTF-16 ones, so they come first
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a packed file (Word, OpenDocument, an Anki package or a ZIP)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich text document"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1c\x1d\x1e"))
_SAMPLE = 64_000
_WESTERN = re.compile("[\u00a0-\u00ffŒœŠšŽžŸ€‘’“”–—…•™‰†‡‚„‹›ƒˆ˜]")
_UNLIKELY = re.compile("[¤¦¨¬¯¸¹¾ÐÞþðƒˆ˜×÷¶¼‡]|[a-zß-ÿ][À-Þ][a-zß-ÿ]")
_OPENING = re.compile(
    r"(?:<\?xml[^>]{0,200}+>\s*+|<!--(?:(?!-->).){0,500}+-->\s*+){0,5}+"  # each read in one way
    r"<(?:!doctype\s+html|html|head|body|script|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING = re.compile(r"</(?:script|html|body|head)\s*>", re.IGNORECASE)


_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
    rb"|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The text of a page and what had to be guessed; raises Unreadable for what is no page.

    What is not UTF-8 is read as it was `declared` where it came from, or as a web page says.
    """
    if len(data) > LARGEST:
        raise too_large(name, len(data))
    _refuse_other_files(data, name)
    text, problems = _text(data, name, declared)
    text = text.removeprefix("\ufeff")
    _refuse_empty(text, name)
    return text, problems


def encoding_of(head: bytes, name: str) -> tuple[str, int, tuple[Problem, ...]]:
    """The encoding of a long text by its first bytes, and how many of them are only its mark.

    What had to be guessed is said; raises Unreadable for what is no page.
    """
    _refuse_other_files(head, name)
    mark, encoding = _declared_encoding(head, name)
    problems: tuple[Problem, ...] = ()
    if not encoding:
        try:
            codecs.getincrementaldecoder("utf-8")("strict").decode(head, final=False)
            encoding = "utf-8"
        except UnicodeDecodeError:
            encoding, problems = _undeclared(head, name)
    text = head[mark:].decode(encoding, errors="replace")
    text = text.removeprefix("\ufeff")
    _refuse_empty(text, name)
    if is_web_source(text):
        raise Unreadable(_LONG_SOURCE.format(name))
    return encoding, mark, problems


_LONG_SOURCE = (
    "{} is the source of a web page, and too long to be read whole. Open it in a browser, select "
    "what you need, copy it, and save or paste that as plain text."
)


def too_large(name: str, size: int) -> Unreadable:
    """What to say of a file of so many bytes, which is read whole or not at all."""
    return Unreadable(
        f"{name} is {size / 1e6:.0f} MB; pages of up to {LARGEST // 1_000_000} MB are "
        "read. Split it into several files, or copy the part you need into one."
    )


def _refuse_other_files(data: bytes, name: str) -> None:
    if not data.strip():
        raise Unreadable(f"{name} is empty: there is no text in it. Was the page saved?")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise _no_text(name, what)


def _refuse_empty(text: str, name: str) -> None:
    if not text.strip("\x00 \t\r\n\v\f\u200b\ufeff"):
        raise Unreadable(f"{name} is empty: there is no text in it. Was the page saved?")


def _no_text(name: str, what: str) -> Unreadable:
    return Unreadable(
        f"{name} is {what}, not text. Open it in its own program, copy the text, and save or "
        "paste that as plain text (.txt)."
    )


def _text(data: bytes, name: str, declared: str) -> tuple[str, tuple[Problem, ...]]:
    mark, marked = _declared_encoding(data, name)
    if marked:
        return _replacing(data[mark:], marked, name)
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        if encoding := _known(declared) or _said_by_the_page(data):
            return _replacing(data, encoding, name)
        encoding, problems = _undeclared(data, name)
    if not problems:
        return _replacing(data, encoding, name)
    return data.decode(encoding, errors="replace"), problems


def _declared_encoding(data: bytes, name: str) -> tuple[int, str]:
    """The encoding that a mark or the zero bytes tell, else "", and the mark's length."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return len(mark), encoding
    if wide := _wide(data):
        return 0, wide
    if len(data) - len(data.translate(None, _CONTROLS)) > max(2, len(data) // 100):
        raise _no_text(name, "binary data")
    return 0, ""


def _undeclared(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The encoding of what is not all UTF-8, with what is to be said where it is a guess."""
    mended = data.decode(errors="replace")
    whole = sum(1 for byte in data if byte >= 0xC2 and byte < 0xF5)
    if mended.count("\ufffd") * 10 < whole:  # nearly all of it is UTF-8: a page cut or patched
        return "utf-8", ()
    encoding = _guess(data)
    why = (
        f"This page is not in UTF-8; it was read as {encoding}. Check the accented letters; where "
        "they are wrong, save the page again as UTF-8."
    )
    return encoding, (Problem(None, name, why),)


def _said_by_the_page(data: bytes) -> str:
    """The encoding that a web page says it is in, "" where it says none that is known."""
    found = _CHARSET.search(data[:4096])
    return _known((found[1] or found[2]).decode("ascii")) if found else ""


def _known(encoding: str) -> str:
    """What Python calls an encoding of letters; Latin-1 is cp1252, as browsers have it."""
    try:
        found = codecs.lookup(encoding).name if encoding else ""
        "".encode(found or "utf-8")
    except (LookupError, ValueError):
        return ""
    if found.startswith(("utf-8", "utf-16", "utf-32", "utf-7")):
        return ""  # it would have been read as that
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _replacing(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Problem, ...]]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    if lost * 5 > len(text):
        raise _no_text(name, "damaged or binary data")
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    why = f"{lost} characters could not be read and are shown as \ufffd. Put them right by hand."
    return text, (Problem(line, name, why),)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: text in it has a zero byte beside most of its letters."""
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.1:
        letters, encoding = sample[::2], "utf-16-le"
    elif even > 0.4 and odd < 0.1:
        letters, encoding = sample[1::2], "utf-16-be"
    else:
        return None
    controls = len(letters) - len(letters.translate(None, _CONTROLS))
    return encoding if controls * 20 <= len(letters) else None


def _guess(data: bytes) -> str:
    """cp1252 where that gives believable Western text, else what charset-normalizer finds."""
    high = data.translate(None, bytes(range(128)))
    sample = data[:_SAMPLE] if any(byte > 127 for byte in data[:_SAMPLE]) else high[:_SAMPLE]
    western = sample.decode("cp1252", errors="replace")
    letters = len(_WESTERN.findall(western)) or 1
    dense = letters > len(western) * 0.3  # more accents than any Western language has
    if not dense and "\ufffd" not in western and len(_UNLIKELY.findall(western)) * 10 <= letters:
        return "cp1252"
    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None and best.encoding != "utf_8" else "cp1252"


def is_web_source(text: str) -> bool:
    """Whether the text as a whole is HTML; tags inside a normal page are left alone."""
    if _OPENING.match(text[:4000].lstrip()):
        return True
    if not _CLOSING.search(text):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    tagged = sum(1 for line in lines if line.lstrip().startswith("<"))
    return tagged * 3 > len(lines)
