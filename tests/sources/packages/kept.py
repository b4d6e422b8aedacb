"""A package with one note of every kind, in the tests' own words."""

from learnt.sources.packages.values import AnkiCard, AnkiDeck, Note, Template
from tests.sources.packages.making import Content, LogRow, Type

DAY = 86_400_000
START = 1_750_000_000_000
BACK = "{{FrontSide}}<hr id=answer>{{Back}}"
BASIC = Type(11, "Basic", ("Front", "Back"), (Template("Card 1", "{{Front}}", BACK),))
REVERSED = Type(
    12,
    "Basic (and reversed card)",
    ("Front", "Back"),
    (Template("Card 1", "{{Front}}", BACK), Template("Card 2", "{{Back}}", "{{Front}}")),
)
OPTIONAL = Type(
    13,
    "Basic (optional reversed card)",
    ("Front", "Back", "Add Reverse"),
    (
        Template("Card 1", "{{Front}}", BACK),
        Template("Card 2", "{{#Add Reverse}}{{Back}}{{/Add Reverse}}", "{{Front}}"),
    ),
)
CLOZE = Type(
    14,
    "Cloze",
    ("Text", "Back Extra"),
    (Template("Cloze", "{{cloze:Text}}", "{{cloze:Text}}<br>{{Back Extra}}"),),
    cloze=True,
)
TYPED = Type(
    15,
    "Basic (type in the answer)",
    ("Front", "Back"),
    (Template("Card 1", "{{Front}}\n\n{{type:Back}}", "{{Front}}<hr id=answer>{{type:Back}}"),),
)
OTHER = Type(
    16,
    "Vocabulary",
    ("Word", "Meaning", "Example"),
    (Template("All", "{{Word}} {{Example}}", "{{Meaning}}"),),
)
RIVERS = AnkiDeck(1_750_000_000_001, "Geography::Rivers")
WORDS = AnkiDeck(1_750_000_000_002, "Words")
CRAM = AnkiDeck(1_750_000_000_003, "Cram", filtered=True)


def note(place: int, note_type: Type, *fields: str, tags: tuple[str, ...] = ()) -> Note:
    """A note; its id says when it was made."""
    return Note(START + place, f"guid-{place:05}", note_type.id, fields, tags)


def card(place: int, of: Note, deck: AnkiDeck = RIVERS, ord_: int = 0, **more: object) -> AnkiCard:
    """A card of it."""
    values = {"changed": START // 1000 + 100 * 86_400, **more}
    return AnkiCard(START + 1000 + place, of.id, deck.id, ord_, **values)  # type: ignore[arg-type]  # of the tests' own


MEANDER = note(
    1, BASIC, "Why do meanders grow?",
    "Water on the outer bend<ul><li>is faster</li><li>wears the <b>bank</b> away</li></ul>",
    tags=("geo::rivers", "year9"),
)  # fmt: skip
SPRING = note(2, REVERSED, "spring", "<div>where a river</div><div>begins</div>")
MOUTH = note(3, OPTIONAL, "mouth", "where a river ends", "")
DELTA = note(
    4, CLOZE,
    "A {{c1::delta::Greek letter}} grows where {{c2::silt is <i>dropped</i>}} by the river.",
    "Think of the Nile. [sound:nile.mp3]",
)  # fmt: skip
TYPE_IT = note(5, TYPED, "the longest river of Europe", "Volga")
WORD = note(6, OTHER, "la rivière", "the river", "Elle nage dans la rivière.")
PICTURE = note(
    7, BASIC, 'What is this? <img src="ox%20bow.png">', "an oxbow lake &amp; its &lt;neck&gt;"
)

CARDS = (
    card(1, MEANDER, due=12, interval=30, reps=3, lapses=1, flag=4),
    card(2, SPRING, reps=1),
    card(3, SPRING, ord_=1, reps=1),
    card(4, MOUTH),
    card(5, DELTA, suspended=True),
    card(6, DELTA, ord_=1, buried=True),
    card(7, TYPE_IT),
    card(8, WORD, WORDS),
    card(9, PICTURE, reps=4, interval=9),
)
LOG = (
    LogRow(START + 1 * DAY, CARDS[0].id, 3, 1, -60, 2500, 8_000, 0),
    LogRow(START + 2 * DAY, CARDS[0].id, 1, -600, 1, 2300, 9_000, 1),
    LogRow(START + 2 * DAY + 600_000, CARDS[0].id, 3, 1, -600, 2300, 4_000, 2),
    LogRow(START + 5 * DAY, CARDS[0].id, 4, 30, 3, 2300, 5_000, 3),
    LogRow(START + 6 * DAY, CARDS[0].id, 0, 30, 30, 0, 0, 4),
    LogRow(START + 3 * DAY, CARDS[1].id, 3, 1, -60, 2500, 3_000, 0),
    LogRow(START + 3 * DAY + 60_000, CARDS[2].id, 2, 1, -60, 2500, 3_000, 0),
)
CONTENT = Content(
    (BASIC, REVERSED, OPTIONAL, CLOZE, TYPED, OTHER),
    (RIVERS, WORDS, CRAM),
    (MEANDER, SPRING, MOUTH, DELTA, TYPE_IT, WORD, PICTURE),
    CARDS,
    tuple(sorted(LOG, key=lambda row: row.id)),
    {"ox bow.png": b"\x89PNG of a lake", "nile.mp3": b"a sound"},
)
