"""Decks as Markdown: what people read, and what comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from learnt.deck import Card, Deck, Point
from learnt.deck.tidy import tidy
from learnt.errors import Unreadable
from learnt.ids import CardId, DeckId, MakeId, PointId
from learnt.sources import Reading, read, write
from learnt.sources.markdown.inline import escaped, unescaped
from tests.sources.pages import cards
from tests.strategies import decks, raw_texts

PAGE = """<!-- learnt -->
# Waves \\_of\\_ light

> **Question:** What is a wave?\\
> **Tags:** physics, GCSE

## What is `pitch`?

With a line under it:\\
\\
&nbsp;&nbsp;f = 1 / T

- how often it swings
- 2 \\* 3 = **6**, $a_1 * b$, C<sub>2</sub>\\
  \\- a line of its own
- ```
  for x in y:
      print("*")
  ```

> **Hint:** think of *time*\\
> **Note:** of A:\\
> \\*\\*440** Hz\\
> **Tags:** sound

1\\. Waves carry energy.

---

1. first
2. then
"""
CARDS = [
    (
        "What is `pitch`?\nWith a line under it:\n\n  f = 1 / T",
        [
            "how often it swings",
            "2 * 3 = **6**, $a_1 * b$, C<sub>2</sub>\n- a line of its own",
            '```\nfor x in y:\n    print("*")\n```',
        ],
    ),
    (None, ["1. Waves carry energy."]),
    (None, ["first", "then"]),
]


def test_as_people_see_it(make_id: MakeId) -> None:
    reading = read(PAGE.encode(), "waves.md", make_id)
    assert reading.layout == "learnt markdown"
    assert reading.problems == ()
    assert cards(reading) == CARDS
    deck = reading.deck
    assert (deck.title, deck.question, deck.tags) == (
        "Waves _of_ light",
        "What is a wave?",
        ("physics", "GCSE"),
    )
    first, statement, steps = deck.cards
    assert (first.hint, first.note, first.tags) == (
        "think of *time*",
        "of A:\n**440** Hz",
        ("sound",),
    )
    assert first.source_lines == (7, 24)
    assert (statement.source_lines, steps.ordered) == ((26, 26), True)
    assert write(deck, ".md").decode() == PAGE.replace("think of *time*", "think of \\*time\\*")


def carried(deck: Deck) -> Deck:
    """What the form carries of a deck, under ids that are not compared."""
    cards = [
        Card(
            CardId("c"), card.prompt, tuple(Point(PointId("p"), one.text) for one in card.points),
            ordered=card.ordered, hint=card.hint, note=card.note, tags=card.tags,
        )
        for card in deck.cards
    ]  # fmt: skip
    return Deck(DeckId("d"), deck.title, tuple(cards), deck.question, deck.tags)


@given(decks())
def test_every_deck_comes_back(deck: Deck) -> None:
    number = iter(range(10**9))
    reading = read(write(deck, ".md"), "deck.md", lambda: f"id{next(number)}")
    assert carried(reading.deck) == carried(deck)
    assert reading.problems == ()


PIECES = st.lists(
    st.sampled_from(
        ["*", "**", "_", "`", "```", "$", "<sub>", "</sub>", "<b>", "\\", "&amp;", "&", "[x](y)", "[",
         "](", "~~", "#", " #", "-", "1.", ">", "|", "a", "b ", " c", "2", "\t", "é", "<img data-card>"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(PIECES | raw_texts())
def test_every_line_comes_back(text: str) -> None:
    for line in tidy(text).split("\n"):
        assert unescaped(escaped(line)) == line


SHOWN = MarkdownIt("commonmark")


@pytest.mark.parametrize(
    "text",
    ["*not slanted*", "_nor_ this", "# no heading", "> no quote", "1. no list", "- nor this", "+ x",
     "a [link](x) to", "[a]: b", "<b>no tag</b>", "&amp; is written so", "~~gone~~", "a\\b", "snake_case",
     "---", "===", "title #", "2 * 3 * 4", "**bold* in part", "a`b", "!\\[x](y)", "* * *"],
)  # fmt: skip
def test_markdown_takes_nothing_for_its_own(text: str) -> None:
    """CommonMark shows the text as it is, in one paragraph."""
    tokens = SHOWN.parse(escaped(text))
    assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {one.type for one in children} <= {"text", "text_special"}
    assert "".join(one.content for one in children) == text


def test_the_page_in_commonmark() -> None:
    """Headings, lists and quotes are what they look like."""
    kinds = [one.type for one in SHOWN.parse(PAGE) if one.type.endswith("_open") and one.level == 0]
    assert kinds == [
        "heading_open", "blockquote_open", "heading_open", "paragraph_open", "bullet_list_open",
        "blockquote_open", "paragraph_open", "ordered_list_open",
    ]  # fmt: skip


def test_written_by_hand(page: Reading) -> None:
    """<!-- learnt -->
    # Tides
    ## What makes the tides?
    The moon, and to
    a lesser part the sun.
    ### Which are the high ones?
    * spring tides
    * at new and
      full moon
    ## Nothing here
    """
    assert cards(page) == [
        ("What makes the tides?", ["The moon, and to a lesser part the sun."]),
        ("Which are the high ones?", ["spring tides", "at new and full moon"]),
    ]
    assert [(one.line, one.text) for one in page.problems] == [(10, "Nothing here")]


@given(raw_texts())
def test_no_text_breaks_the_reader(text: str) -> None:
    number = iter(range(10**9))
    page = f"<!-- learnt -->\n{text}"
    try:
        reading = read(page.encode(errors="replace"), "x.md", lambda: f"id{next(number)}")
    except Unreadable:  # so many letters that are none make it binary data
        return
    again = write(reading.deck, ".md")
    number = iter(range(10**9))
    second = read(again, "x.md", lambda: f"id{next(number)}")
    assert carried(second.deck) == carried(reading.deck)
