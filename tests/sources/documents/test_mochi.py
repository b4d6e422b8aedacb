"""Collections of Mochi: what its two forms hold, and what the decks become."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck import Card, Deck, Direction
from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import pages_in, read
from learnt.sources.documents.mochi.edn import from_edn
from learnt.sources.documents.mochi.transit import from_transit
from tests.sources.documents.made import packed

TIMES = {"~:date": "~t1704067200000", "~:remembered?": True}
WHOLE = {
    "~:version": 2,
    "~:templates": {
        "~#list": [
            {
                "~:id": "~:temp0001",
                "~:name": "Word",
                "~:content": "# << Word >>\n<< #Example >>\n*<< Example >>*\n<< /Example >>\n---\n<< Meaning >>",
                "~:fields": {
                    "~:name": {"~:id": "~:name", "~:name": "Word", "~:pos": "a"},
                    "~:f2": {"~:id": "~:f2", "~:name": "Meaning", "~:pos": "b"},
                    "~:f3": {"~:id": "~:f3", "~:name": "Example", "~:pos": "c"},
                },
            }
        ]
    },
    "~:decks": [
        {"~:name": "Biology", "~:id": "~:deckbio1", "~:cards": {"~#list": []}},
        {
            "~:name": "Cells",
            "~:id": "~:deckcell",
            "~:parent-id": "~:deckbio1",
            "~:cards": {
                "~#list": [
                    {
                        "~:id": "~:card0002",
                        "~:pos": "b",
                        "~:content": "Where is DNA?\n---\nin the nucleus\n\n---\nin mitochondria",
                        "~:tags": {"~#set": ["dna", "cell"]},
                        "~:reviews": [TIMES, TIMES],
                        "~:review-reverse?": True,
                    },
                    {
                        "~:id": "~:card0001",
                        "~:pos": "a",
                        "~:content": "What does a **plant cell** have?\n\n#plants #cell\n---\n"
                        "- a wall\n- chloroplasts\n- ![a vacuole](@media/vacuole.png)",
                        "~:created-at": {"~#dt": 1703980800000},
                    },
                    {"~:id": "~:card0003", "~:content": "old\n---\ncard", "~:trashed?": {"~#dt": 1}},
                    {"~:id": "~:card0004", "~:content": "Only this, see [[card0001]]."},
                    {"~:id": "~:card0005", "~:content": " \n"},
                ]
            },
        },
        {
            "~:name": "Words",
            "~:id": "~:deckword",
            "~:cards": [
                {
                    "~:id": "~:card0006",
                    "~:content": "",
                    "~:template-id": "~:temp0001",
                    "~:fields": {
                        "~:name": {"~:id": "~:name", "~:value": "ephemeral"},
                        "~:f2": {"~:id": "~:f2", "~:value": "lasting a short time"},
                    },
                }
            ],
        },
    ],
    "~:cards": [
        {
            "~:id": "~:card0007",
            "~:deck-id": "~:deckword",
            "~:content": "The {{1::mitochondrion}} makes {{2::ATP}}, and {{1::it}} has DNA.",
        }
    ],
}  # fmt: skip


def packed_json(whole: object) -> bytes:
    return packed({"data.json": json.dumps(whole), "vacuole.png": b"\x89PNG"})


def decks(data: bytes, name: str = "mine.mochi") -> list[Deck]:
    number = iter(range(10**6))
    return [
        read(one.data, one.name, lambda: f"{next(number)}", told=one.problems).deck
        for one in pages_in(data, name)
    ]


def only(content: str, **more: object) -> Card:
    (deck,) = decks(
        packed_json({"decks": [{"name": "d", "cards": [{"content": content, **more}]}]})
    )
    return deck.cards[0]


def test_the_tree_of_decks() -> None:
    cells, words = decks(packed_json(WHOLE))
    assert cells.title == "Biology::Cells"
    assert [(one.prompt, [p.text for p in one.points]) for one in cells.cards] == [
        (None, ["Only this, see card0001."]),
        (
            "What does a **plant cell** have?",
            ["a wall", "chloroplasts", '<img data-card alt="a vacuole" src="vacuole.png">'],
        ),
        ("Where is DNA?", ["in the nucleus", "in mitochondria"]),
    ]
    _, plants, dna = cells.cards
    assert plants.tags == ("plants", "cell")
    assert plants.media == ("vacuole.png",)
    assert dna.tags == ("dna", "cell")
    assert dna.directions == (Direction.FORWARD, Direction.BACKWARD)
    assert dna.ordered
    assert words.title == "Words"
    assert [(one.prompt, one.back) for one in words.cards] == [
        ("ephemeral", "lasting a short time"),
        ("The […] makes ATP, and […] has DNA.", "mitochondrion\nit"),
        ("The mitochondrion makes […], and it has DNA.", "ATP"),
    ]


def test_what_is_left_out_is_told() -> None:
    first, second = pages_in(packed_json(WHOLE), "mine.mochi")
    assert first.name == "mine.mochi: Biology::Cells"
    assert [one.why for one in first.problems] == [
        "1 card was in Mochi's trash and was left out.",
        "1 card says nothing that can be asked, and was left out.",
        "2 answers given in Mochi are not taken over: the cards begin as new.",
        "1 picture or sound is named by cards; its name alone is kept.",
    ]
    assert second.problems == ()


def test_read_again_it_has_the_same_ids() -> None:
    assert decks(packed_json(WHOLE)) == decks(packed_json(WHOLE))


def test_as_one_page_each_card_names_its_deck(make_id: MakeId) -> None:
    reading = read(packed_json(WHOLE), "some/mine.mochi", make_id)
    assert reading.deck.title == "mine"
    assert {one.tags[-1] for one in reading.deck.cards} == {"Biology::Cells", "Words"}
    assert len(reading.problems) == 4


def test_the_older_form() -> None:
    text = r"""
    ; written by hand
    {:version 2, :decks [{:name "Spells \"new\"" :id :abcdefgh #_ :left-out
      :cards ({:content "Lumos?\n---\nlight", :tags #{"a" "b"}, :created-at #inst "2021-01-01"}
              {:content "Nox?\n---\n\u006eo light" :new? true :pos nil :sort 1.5M :n -3N :c \a})}]}
    """
    (deck,) = decks(packed({"data.edn": text}))
    assert deck.title == 'Spells "new"'
    assert [(one.prompt, one.back) for one in deck.cards] == [
        ("Lumos?", "light"),
        ("Nox?", "no light"),
    ]
    assert sorted(deck.cards[0].tags) == ["a", "b"]


def test_fields_without_a_template() -> None:
    fields = {"f2": {"id": "f2", "value": "a thing"}, "name": {"id": "name", "value": "word"}}
    card = only("", fields=fields)
    assert (card.prompt, card.back) == ("word", "a thing")


def test_rules_in_code_divide_nothing() -> None:
    card = only("Front?\n---\n```\na\n---\nb\n```")
    assert card.back == "```\na\n---\nb\n```"


def test_what_mochi_writes_into_a_text() -> None:
    card = only(
        '<span style="color:red">Red</span> <b>bold</b>, @[a link](abc)<br>new line\n---\n'
        "![](@media/said.mp3) ![there](https://example.org/x.png)"
    )
    assert card.prompt == "Red **bold**, a link\nnew line"
    assert card.back.startswith("[sound:said.mp3] <img data-card")
    assert card.media == ("said.mp3",)


def test_decks_that_are_each_other_s_parents() -> None:
    ring = [
        {"id": "a", "name": "A", "parent-id": "b", "cards": [{"content": "x\n---\ny"}]},
        {"id": "b", "name": "B", "parent-id": "a"},
    ]
    (deck,) = decks(packed_json({"decks": ring}))
    assert deck.title.endswith("B::A")


def test_cards_of_no_deck() -> None:
    (deck,) = decks(packed_json({"cards": [{"content": "x\n---\ny", "deck-id": "gone"}]}))
    assert deck.title == "mine"


@pytest.mark.parametrize(
    ("member", "content", "said"),
    [
        ("data.json", "{", "damaged: its data.json"),
        ("data.json", "[]", "has no cards"),
        ("data.json", "[" * 500 + "]" * 500, "nested too deeply"),
        ("data.json", "[" * 50_000, "damaged"),
        ("data.edn", '{:decks [{:name "x"}]', "ends too early"),
        ("data.edn", "{:decks ]", "too many"),
        ("data.edn", "{:a}", "has no value"),
        ("data.edn", "[" * 5_000, "nested too deeply"),
        ("data.edn", "\\", "not EDN"),
        ("data.edn", b"\xff\xfe", "damaged"),
        ("data.edn", "", "ends too early"),
    ],
)
def test_what_is_damaged_is_refused(member: str, content: str | bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        pages_in(packed({member: content}), "mine.mochi")


def test_a_bomb_is_refused() -> None:
    with pytest.raises(Unreadable, match="unpacks to far more"):
        pages_in(packed({"data.json": b"[" + b" " * 60_000_000}), "mine.mochi")


def test_many_gaps_in_a_long_text_are_no_many_cards() -> None:
    text = " ".join(f"{{{{{number}::x}}}}" for number in range(3_000))
    assert only(text).prompt is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z][a-z-]{0,8}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=20,
)


def as_edn(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f":{key} {as_edn(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + " ".join(map(as_edn, value)) + "]"
    return "nil" if value is None else json.dumps(value)


@given(VALUES)
def test_edn_comes_back(value: object) -> None:
    assert from_edn(as_edn(value)) == value


@given(st.text(max_size=60))
def test_no_text_breaks_edn(text: str) -> None:
    try:
        from_edn(text)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - either is right


@given(VALUES)
def test_no_value_breaks_the_reader(value: object) -> None:
    whole = {"decks": [{"name": value, "id": value, "cards": [{"content": value}, value]}, value]}
    try:
        assert decks(packed_json(whole))
    except Unreadable as error:
        assert "no cards" in str(error)  # noqa: PT017 - either is right


def test_signs_of_transit() -> None:
    assert from_transit(b'["~:key", "~~text", "~t12", {"~#set": ["~:a"]}, "plain"]') == [
        "key", "~text", "12", ["a"], "plain",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["just text", "PK"])
def test_other_files_are_one_page(text: str) -> None:
    (page,) = pages_in(text.encode(), "x.txt")
    assert (page.name, page.data, page.problems) == ("x.txt", text.encode(), ())
