"""What can happen to a file: to any of its bytes, or to what it is made of, so that it goes deep.

A ZIP file is packed anew around a harmed, renamed, doubled or linked part, or its records are
given other numbers; a database has its pages, its rows or its tables changed; a zstd frame its
head; XML and web pages are nested, doubled and given entities; JSON, EDN and PDF other values.
"""

import io
import random
import re
import sqlite3
import stat
import warnings
import zipfile
import zlib
from collections.abc import Callable

import zstandard

from tests.sources.harmed.whole import files

Harm = Callable[[bytes, random.Random], bytes]
ODD_NUMBERS = (0, 1, 2, 3, 7, 8, 22, 99, 127, 128, 255, 256, 1023, 4096, 0x7FFF, 0x8000, 0xFFFF)
LARGE_NUMBERS = (0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 2**64 - 1)
NAMES = (
    "../../etc/passwd", "/etc/passwd", "C:\\boot.ini", "a/b", "..", "", "x\ny", "n" * 300, "é\u202e",
    "collection.anki2", "collection.anki21", "collection.anki21b", "media", "meta", "0", "data.json",
    "data.edn", "word/document.xml", "word/styles.xml", "ppt/presentation.xml", "content.xml",
)  # fmt: skip
_SQLITE = b"SQLite format 3\x00"
_ZSTD = b"\x28\xb5\x2f\xfd"
_LARGEST = 3_000_000  # bytes of a harmed file; harm may be done to what was doubled


def harmed(seed: int) -> tuple[str, bytes]:
    """The file of a seed: its name, and its bytes with one to four things done to them."""
    dice = random.Random(seed)
    name = dice.choice(list(files()))
    data = files()[name]
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        data = of_any_kind(data, dice)
    return name, data[:_LARGEST]


def of_any_kind(data: bytes, dice: random.Random) -> bytes:
    """Bytes with one thing done to them; three times of four one that fits what they are."""
    data = data[:_LARGEST]
    if dice.randrange(4):
        for begins, harm in _KINDS:
            if data.startswith(begins):
                return harm(data, dice)
        return _texts(data, dice)
    return _bytes(data, dice)


def _bytes(data: bytes, dice: random.Random) -> bytes:
    """Bits, bytes, cuts, repeats, an end that is lost, a piece of another file."""
    made = bytearray(data or b"x")
    at, length = dice.randrange(len(made)), dice.choice((1, 1, 4, 40, 400))
    kind = dice.randrange(7)
    if kind == 0:
        made[at] ^= 1 << dice.randrange(8)
    elif kind == 1:
        del made[at : at + length]
    elif kind == 2:
        made[at:at] = made[at : at + length] * dice.choice((1, 2, 100))
    elif kind == 3:
        made[at : at + length] = dice.randbytes(length)
    elif kind == 4:
        del made[at:]
    elif kind == 5:
        other = files()[dice.choice(list(files()))]
        cut = dice.randrange(len(other))
        made[at : at + length] = other[cut : cut + dice.choice((4, 400, 40_000))]
    else:
        made[at : at + 4] = _number(dice, 4)
    return bytes(made)


def _number(dice: random.Random, size: int) -> bytes:
    value = dice.choice((*ODD_NUMBERS, *LARGE_NUMBERS)) % (1 << 8 * size)
    return value.to_bytes(size, dice.choice(("little", "big")))


def _zip(data: bytes, dice: random.Random) -> bytes:
    """A packed file: its records, or its parts."""
    if dice.randrange(4) == 0:
        return _records(data, dice)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = [(one, file.read(one)) for one in file.namelist()[:200]]
    except Exception:  # noqa: BLE001 - harmed before, in whatever way
        return _bytes(data, dice)
    return _packed(_parts(members, dice), dice)


Members = list[tuple[str, bytes]]


def _parts(members: Members, dice: random.Random) -> Members:
    if not members:
        return [(dice.choice(NAMES), b"x")]
    at = dice.randrange(len(members))
    name, content = members[at]
    kind = dice.randrange(12)
    if kind < 7:
        members[at] = (name, of_any_kind(content, dice))
    elif kind == 7:
        members[at] = (dice.choice(NAMES), content)
    elif kind == 8:
        members.append((dice.choice(NAMES), content))
    elif kind == 9:
        members.append((dice.choice(NAMES), files()[dice.choice(list(files()))]))
    elif kind == 10:
        members[at] = (name, content + dice.choice((b" ", b"\x00", b"<w:p>")) * 2_500_000)
    elif len(members) > 1:
        del members[at]
    return members


def _packed(members: Members, dice: random.Random) -> bytes:
    made = io.BytesIO()
    linked = dice.randrange(20) == 0
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w") as file:
        warnings.simplefilter("ignore")  # the same name twice is what is wanted
        for name, content in members:
            info = zipfile.ZipInfo(name or "\x01")
            if linked and dice.randrange(3) == 0:
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            kinds = (zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)
            file.writestr(info, content, dice.choice((*kinds, zipfile.ZIP_BZIP2)))
    return made.getvalue()


def _records(data: bytes, dice: random.Random) -> bytes:
    """A record with another number in one of its places."""
    signs = {b"PK\x01\x02": 46, b"PK\x03\x04": 30, b"PK\x05\x06": 22}
    sign = dice.choice(list(signs))
    places = [found.start() for found in re.finditer(re.escape(sign), data)]
    if not places:
        return _bytes(data, dice)
    made = bytearray(data)
    size = dice.choice((2, 4))
    at = dice.choice(places) + dice.randrange(4, signs[sign], 2)
    made[at : at + size] = _number(dice, size)
    return bytes(made)


def _database(data: bytes, dice: random.Random) -> bytes:
    """A database: the heads of its pages and of the file, its rows, its tables."""
    if dice.randrange(2):
        made = bytearray(data)
        size = 4096
        page = dice.randrange(max(1, len(made) // size)) * size
        at = page + dice.choice((*range(0, 110, 2), size - 4, size - 40, dice.randrange(size)))
        length = dice.choice((1, 2, 4))
        made[at : at + length] = _number(dice, length)
        return bytes(made)
    connection = sqlite3.connect(":memory:")
    connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
    try:
        connection.deserialize(data[:18] + b"\x01\x01" + data[20:])
        connection.execute("pragma writable_schema = on")
        connection.execute(dice.choice(_STATEMENTS).format(v=dice.choice(_VALUES)))
        connection.commit()
        return connection.serialize()
    except (sqlite3.Error, OverflowError, UnicodeError, MemoryError):
        return _bytes(data, dice)
    finally:
        connection.close()


_VALUES = (
    "null", "-1", "9223372036854775807", "2.5", "'soon'", "zeroblob(70000)", "x'ff00fe'", "''",
    "char(0)", "char(0xd800)", "'{{c1::a}}'", "replace(hex(zeroblob(30000)), '0', '{{c1::')",
    "replace(hex(zeroblob(20000)), '0', '<div>')", "'[' || char(31) || ']'",
)  # fmt: skip
_STATEMENTS = (
    *(f"update {table} set {column} = {{v}} where rowid % 2 = 0" for table, column in (  # noqa: S608 - of the tests' own
        ("notes", "flds"), ("notes", "mid"), ("notes", "guid"), ("notes", "tags"),
        ("cards", "nid"), ("cards", "did"), ("cards", "ord"), ("cards", "due"), ("cards", "ivl"),
        ("cards", "queue"), ("cards", "mod"), ("revlog", "cid"), ("revlog", "ease"),
        ("revlog", "time"), ("revlog", "type"), ("col", "models"), ("col", "decks"),
    )),
    "update notes set flds = {v}", "update revlog set id = id * -7", "update col set models = {v}",
    "delete from notes where rowid % 2", "delete from cards", "drop table revlog", "delete from col",
    "update notetypes set config = {v}", "update templates set config = {v}",
    "update decks set name = {v}", "update fields set ord = {v}", "update notetypes set name = {v}",
    "update sqlite_master set sql = {v} where name = 'notes'",
    "update sqlite_master set rootpage = 3 where name = 'notes'",
    "update sqlite_master set rootpage = rootpage + 1", "create view x as select * from notes",
    "create table more as select * from notes, cards, cards as c",
)  # fmt: skip


def _frame(data: bytes, dice: random.Random) -> bytes:
    """A zstd frame: its head, what is in it, another around it or beside it."""
    kind = dice.randrange(6)
    if kind == 0:
        made = bytearray(data)
        at = dice.randrange(4, min(18, len(made)) if len(made) > 4 else 5)
        made[at : at + 1] = dice.randbytes(1)
        return bytes(made)
    if kind == 1:
        return zstandard.ZstdCompressor(level=19).compress(data)
    if kind == 2:
        return data + dice.choice((data, b"\x50\x2a\x4d\x18\xff\xff\xff\x7f", b"more"))
    if kind == 3:
        return b"\x50\x2a\x4d\x18\x04\x00\x00\x00skip" + data
    try:
        plain = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    except (zstandard.ZstdError, MemoryError):
        return _bytes(data, dice)
    packer = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return packer.compress(of_any_kind(plain, dice)) + packer.flush()


_ENTITIES = (
    b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
    b'<!DOCTYPE w SYSTEM "file:///etc/passwd">',
    b'<?xml version="1.0" encoding="utf-16"?>',
)


def _markup(data: bytes, dice: random.Random) -> bytes:
    """XML and web pages: entities, depth, repeats, tags gone or moved, odd attributes."""
    tags = [found.span() for found in re.finditer(rb"<[^<>]{1,300}>", data)]
    kind = dice.randrange(7)
    if not tags or kind == 0:
        return dice.choice(_ENTITIES) + data
    start, end = dice.choice(tags)
    other = dice.choice(tags)[1]
    if kind == 1:
        tag = re.match(rb"</?([\w:]+)", data[start:end])
        deep = b"<%s>" % (tag[1] if tag else b"w:p") * dice.choice((10, 399, 5_000, 100_000))
        return data[:end] + deep + data[end:]
    if kind == 2:
        first, last = sorted((start, other))
        last = min(last, first + 20_000)
        return data[:last] + data[first:last] * dice.choice((1, 3, 50)) + data[last:]
    if kind == 3:
        return data[:start] + data[end:]
    if kind == 4:
        return data[:end] + data[start:end] + data[other:]
    if kind == 5:
        odd = dice.choice((b"&#x0;", b"&#xFFFFFFFF;", b"&a;", b"<![CDATA[<w:p>", b"<!--", b"\xff"))
        return data[:end] + odd + data[end:]
    value = dice.choice((b'="999999999999"', b'="-1"', b'=""', b'="' + b"9" * 5_000 + b'"'))
    return data[:start] + re.sub(rb'="[^"]*"', value, data[start:end], count=1) + data[end:]


def _document(data: bytes, dice: random.Random) -> bytes:
    """PDF: numbers, names and references of its objects, and streams that unpack without end."""
    kind = dice.randrange(5)
    if kind == 0:
        bomb = zlib.compress(bytes(3_000_000))
        stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
        return re.sub(
            rb"<<[^>]*/Length[^>]*>>\nstream\n.*?endstream",
            lambda _: stream % (len(bomb), bomb), data, count=1, flags=re.DOTALL,
        )  # fmt: skip
    pattern = (rb"\d+ 0 R", rb"/[A-Z]\w+", rb"\b\d+\b", rb"\([^)]*\)|\[[^\]]*\]|<<")[kind - 1]
    places = [found.span() for found in re.finditer(pattern, data)]
    if not places:
        return _bytes(data, dice)
    start, end = dice.choice(places)
    value = dice.choice(
        (b"%d 0 R" % dice.choice((0, 1, 2, 3, 8, 9, 77)), b"/Kids", b"/Length", b"-1", b"null",
         b"99999999999", b"[" * 5_000, b"<<" * 500, b"1e38", b"(" + b"\\" * 999 + b")")
    )  # fmt: skip
    return data[:start] + value + data[end:]


def _texts(data: bytes, dice: random.Random) -> bytes:
    """JSON, EDN and plain texts: other values, keys, signs and depths."""
    if b"</" in data[:20_000] and dice.randrange(4):
        return _markup(data, dice)
    words = [found.span() for found in re.finditer(rb'"(?:[^"\\]|\\.)*"|[\w:~.-]+|[\[\]{},]', data)]
    if not words:
        return _bytes(data, dice)
    start, end = dice.choice(words)
    value = dice.choice(
        (b"null", b"{}", b"[]", b"-1", b"1e999", b"9" * 5_000, b'""', b'"\\ud800"', b'"\\u0000"',
         b"true", b"[" * 5_000, b'{"a":' * 500, b"[[" * 40 + b"]]" * 40, b'"~:"', b'"~#set"', b"#_",
         b"{{c1::" * 300, b"<<" * 300, b"\\n---\\n" * 300, b"\xc3", b"\xed\xa0\x80", b"\x00",
         b'"' + b"x" * 100_000 + b'"', data[start:end][:20_000] * 50)
    )  # fmt: skip
    return data[:start] + value + data[end:]


_KINDS: tuple[tuple[bytes | tuple[bytes, ...], Harm], ...] = (
    (b"PK", _zip),
    (_SQLITE, _database),
    (_ZSTD, _frame),
    (b"%PDF", _document),
    ((b"<", b"MIME"), _markup),
)
