"""What a text suffered on its way is put right, and what is no residue stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.ids import MakeId
from learnt.sources import Reading, read
from learnt.sources.intake.mending import mend, opened
from learnt.sources.intake.residue import BREAK
from learnt.sources.points import join_wrapped


def mended(text: str) -> str:
    return mend(text)[0]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("CafÃ© and naÃ¯ve", "Café and naïve"),
        ("donâ€™t say â€œnoâ€\x9d", "don’t say “no”"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
        ("GrÃ¶ÃŸe", "Größe"),
        ("Å‚Ã³dÅº", "łódź"),
    ],
)
def test_mojibake_is_put_right(text: str, right: str) -> None:
    assert mended(text) == right
    (told,) = mend(f"Fine.\r\n{text}\r\n")[1]
    assert told.line == 2
    assert "were put right" in told.why


@pytest.mark.parametrize(
    "text",
    [
        "schön größer “fine” naïve façade Łódź Ñandú ÂÊÎ",
        "їжак і яблуко; Привет, ёж",
        "Ελληνικά: Ά, Έ",
        "ﬁne Ｗide ‘curled’ №",
        "a<b and c>d",
        "List<int>, Map<a, b>, <stdio.h>",
        "x&y; AT&T; ?a=1&copy=2 &foo;",
        "$a<b$ and \\(x<y\\)",
        "`<b>x</b> &lt;` is code",
        "```\n<b>x</b> &lt;\n```",
        "<p>open only, and <b> too",
        "What does <b>x</b> do in HTML? &amp; is one sign",
        "<!--SR:!2026-01-01,3,250-->",
        "H<sub>2</sub>O",
    ],
)
def test_what_is_no_residue_stays(text: str) -> None:
    assert mend(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Boyle&#39;s law: p &prop; 1/V", "Boyle's law: p ∝ 1/V"),
        ("a &lt; b &amp;amp; c&nbsp;d", "a < b & c d"),
        ("soft&shy;ly", "softly"),
        ("<IMG style='x' src=w.png alt='a wren'/> x", '<img data-card alt="a wren" src="w.png"> x'),
        ('<img src="w.png" onerror="go()">', '<img data-card src="w.png">'),
        ("one<br>two</br>three<br />", f"one{BREAK}two{BREAK}three{BREAK}"),
        ("<b>Lee</b>: the <i>sheltered</i> side", "**Lee**: the sheltered side"),
        ("<strong> Lee </strong> side", "** Lee ** side".replace("** Lee **", " **Lee** ")),
        ("un<b>believ</b>able", "unbelievable"),
        ("<div>a</div><div>b</div>", f"a{BREAK}b"),
        ("x\t<ul><li>a</li><li>b</li></ul>", f"x\t{BREAK}• a{BREAK}• b"),
        ("SO<sub>4</sub><sup>2&minus;</sup>", "SO<sub>4</sub><sup>2−</sup>"),
        ('<span style="color:red">a</span> <a href="b">c</a>', "a c"),
    ],
)
def test_signs_of_a_web_page(text: str, right: str) -> None:
    assert mended(text) == right
    (told,) = mend(text)[1]
    assert told.line == 1


def test_the_learner_is_told_once() -> None:
    problems = mend("a &lt; b\nc &gt; d\nCafÃ©\nGrÃ¶ÃŸe")[1]
    assert [problem.line for problem in problems] == [3, 1]


def test_a_deck_that_says_it_is_html_needs_no_word(make_id: MakeId) -> None:
    text = "#separator:tab\n#html:true\nWhat is HTML?\t<b>HyperText</b> &amp; more\n"
    reading = read(text.encode(), "x.txt", make_id)
    assert reading.deck.cards[0].back == "**HyperText** & more"
    assert reading.problems == ()


def test_points_in_tags_are_points(make_id: MakeId) -> None:
    text = (
        "Why did the mill stop?\t<ul><li>no wind</li><li>a broken <b>sail</b></li></ul>\n"
        "Who owned it?\tthe abbey<br>and later the town\n"
    )
    reading = read(text.encode(), "mill.txt", make_id)
    assert [[point.text for point in card.points] for card in reading.deck.cards] == [
        ["no wind", "a broken **sail**"],
        ["the abbey", "and later the town"],
    ]


def test_a_break_inside_a_line_stays_in_its_card(page: Reading) -> None:
    """Q: What is p &prop; 1/V?
    A: Boyle&#39;s law<br>(at one temperature)
    Q: Which ion is SO<sub>4</sub><sup>2&minus;</sup>?
    A: sulfate
    """
    first, second = page.deck.cards
    assert first.prompt == "What is p ∝ 1/V?"
    assert first.back == "Boyle's law\n(at one temperature)"
    assert first.source_lines == (1, 2)
    assert second.label == "Which ion is SO₄²⁻?"
    assert page.lines[1] == "A: Boyle&#39;s law<br>(at one temperature)"


def test_our_own_table_comes_back_as_it_went(make_id: MakeId) -> None:
    text = "front,back,tags\n&amp;?,<b>x</b>,\n"
    card = read(text.encode(), "x.csv", make_id).deck.cards[0]
    assert (card.prompt, card.back) == ("&amp;?", "<b>x</b>")


def test_opened() -> None:
    assert opened((f"{BREAK}• a{BREAK}• b", "c")) == ("a", "b", "c")
    assert opened((f"lead{BREAK}• a{BREAK}more",)) == ("lead", f"a{BREAK}more")
    assert opened(("• a", "b")) == ("• a", "b")


def test_a_word_broken_at_a_line_end_is_made_whole() -> None:
    assert join_wrapped("They had to nego-", "tiate again") == "They had to negotiate again"
    assert join_wrapped("short-", "and long-term") == "short- and long-term"
    assert join_wrapped("lack of self-", "esteem") == "lack of self-esteem"
    assert join_wrapped("the Anglo-", "Saxon laws") == "the Anglo- Saxon laws"
    assert join_wrapped("1914 -", "and so on") == "1914 - and so on"


def test_a_hyphen_that_is_the_words_own_stays() -> None:
    text = mended("It is water-\ntight. A water-tight door,\nthe fore-\nground and a foreground")
    first, rest = text.split("\n")[:2]
    assert join_wrapped(first, rest) == "It is water-tight. A water-tight door,"
    first, rest = text.split("\n")[2:4]
    assert join_wrapped(first, rest) == "the foreground and a foreground"


SIGNS = (
    "<b> </b> <i> </i> <li> </li> <br> &lt; &#10; &#13; &#8232; Ã© â€™ a x-y ` ``` < > &".split()
)
PIECES = st.sampled_from([*SIGNS, " ", "-\n", "\n", "\r\n", "\t", "\u00ad"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_lines_keep_their_numbers(text: str) -> None:
    after = mended(text)
    assert after.count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert len(after) <= len(text) + 8 * text.count("<")


@given(st.lists(PIECES, max_size=30).map("".join))
def test_what_is_right_stays_right(text: str) -> None:
    once = mended(text)
    letters = [sign for sign in text if sign in "xy"]
    assert [sign for sign in once if sign in "xy"] == letters


def test_a_single_letter_is_no_broken_word() -> None:
    assert join_wrapped("seen by X-", "ray") == "seen by X-ray"


def test_nothing_is_read_across_a_line_end() -> None:
    """Old Macs ended lines with a carriage return alone."""
    text = '<img alt="a kite\rin the sky" src="kite.png"> what flies?\rWhat swims?\r<b>a cod</b>'
    after = mended(text)
    assert after.count("\n") == 3
    assert '<img alt="a kite\nin the sky"' in after
