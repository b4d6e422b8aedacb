"""A whole file of every kind that is read, as small as it can be and with all that the kind has."""

import json
from functools import cache

from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, DeckId, PointId, uuid7
from learnt.sources import deck_to_json, write
from learnt.sources.packages import Form
from tests.sources.documents.made import (
    BULLETS,
    NUMBERS,
    SCAN,
    Put,
    lines,
    packed,
    paragraph,
    pdf,
    shape,
    slides,
    table,
    word,
)
from tests.sources.documents.test_mochi import WHOLE
from tests.sources.documents.test_web import PAGE
from tests.sources.packages.kept import CONTENT
from tests.sources.packages.making import parts, zipped

_ITEMS = paragraph("one", item=(BULLETS, 0)) + paragraph("two", item=(NUMBERS, 1))
_ASKED = ["What is pitch?", "how often it swings", "What is volume?", "how far it swings"]
_EDN = r"""{:version 2 :decks [{:name "Spells" :id :abcdefgh :cards
 ({:content "Lumos?\n---\nlight" :tags #{"a" "b"} :created-at #inst "2021-01-01"}
  {:content "The {{1::wand}} chooses {{2::its wizard}}" :reviews [{:interval 1.5 :due nil}]})}]}"""
_CROWD = {
    "__type__": "Deck",
    "name": "Knots",
    "children": [{"name": "Inner", "notes": [{"fields": ["a", "b"], "guid": "x"}]}],
    "note_models": [{"crowdanki_uuid": "m", "flds": [{"name": "Front"}, {"name": "Back"}]}],
    "notes": [{"fields": ["bowline", "<b>a loop</b>"], "guid": "x1", "tags": ["rope"]}],
}
_HEADED = "#separator:tab\n#html:true\n#deck column:1\n#tags column:4\nA::B\tq\t<b>a</b>\tt u\n"
_SAVED = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
    b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
)


@cache
def files() -> dict[str, bytes]:
    """The files by their names."""
    found = {f"{form.value}.apkg": zipped(parts(CONTENT, form)) for form in Form}
    found |= {
        "x.docx": word(paragraph("Why?", "H1"), _ITEMS, table([["a", "b"], ["c", "d"]])),
        "x.pptx": slides(shape("title", (0, "Why?")) + shape("body", (0, "one"), (1, "two"))),
        "x.html": PAGE.encode(),
        "x.mht": _SAVED + PAGE.replace("=", "=3D").encode() + b"\r\n--B--\r\n",
        "x.pdf": pdf([Put(60, 40, "Waves", 18), *lines(_ASKED)], SCAN, lines(_ASKED[:2])),
        "json.mochi": packed({"data.json": json.dumps(WHOLE), "a.png": b"\x89PNG"}),
        "edn.mochi": packed({"data.edn": _EDN}),
        "crowd.json": json.dumps(_CROWD, indent=1).encode(),
        "pairs.json": b'{"title": "T", "cards": [{"front": "a", "back": ["b", "c"], "hint": "d"}]}',
        "own.json": deck_to_json(_deck()),
        "own.txt": write(_deck(), ".txt"),
        "own.md": write(_deck(), ".md"),
        "own.csv": write(_deck(), ".csv"),
        "anki.txt": _HEADED.encode(),
    }
    return found


def _deck() -> Deck:
    ids = iter([uuid7(1, number) for number in range(9)])
    points = tuple(Point(PointId(next(ids)), one, ("a",), ("b",), 2.5) for one in ("x\ny", "z"))
    card = Card(CardId(next(ids)), "Why?\nreally", points, hint="h", note="n", tags=("t",))
    return Deck(DeckId(next(ids)), "A::B", (card, Card(CardId(next(ids)), None, (
        Point(PointId(next(ids)), "a statement"),))))  # fmt: skip
