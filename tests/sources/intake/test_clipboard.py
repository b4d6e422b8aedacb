"""Rich text of the clipboard: it says more than plain text, or plain text is taken."""

from inspect import cleandoc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnt.sources.intake.clipboard import MOST, page_of_clipboard

GOOD = [
    (
        "<h2>Winds</h2><p><strong>Lee</strong> is the sheltered side</p>",
        "## Winds\n\n**Lee** is the sheltered side",
    ),
    (
        "<ul><li>oak<ul><li>holm <b>oak</b></li></ul></li><li><p>ash</p></li></ul>",
        "• oak\n  • holm **oak**\n• ash",
    ),
    ("<ol start='3'><li>third</li><li>fourth</li></ol>", "3. third\n4. fourth"),
    ("<p>one<br>two<b>!</b></p>", "one\ntwo!"),
    ("H<sub>2</sub>O, v<sub>b</sub>, 1<sup>st</sup>", "H₂O, v<sub>b</sub>, 1st"),
    ("<dl><dt>lee</dt><dd>shelter</dd><dt>luff</dt><dd>a</dd><dd>b</dd></dl>", None),
    ("<b>un</b>believ<b>able</b> <i>and</i> <b>bold</b>", "unbelievable and **bold**"),
    ("<b>a &lt; b</b> &amp; c", "**a < b** & c"),
    ("<p><img src=x alt='a wren'>Which <b>bird</b>?<img src=y alt=''></p>", None),
    (
        "<head><title>no</title></head><script>no()</script><style>no</style><b>yes</b> x",
        "**yes** x",
    ),
    ("<b>seen</b> <span style='display:none'>hidden</span><span hidden>too</span>", "**seen**"),
    ("<span style='font-weight:700'>Lee</span><span>: shelter</span>", "**Lee**: shelter"),
    ("<b style='font-weight:normal'><p>all of a <b>page</b></p></b>", "all of a **page**"),
    ("<div>a</div><div>b <b>c</b></div>", "a\nb **c**"),
]
TOLD = {
    5: "lee\nshelter\n\nluff\n• a\n• b",
    8: "[picture: a wren]Which **bird**?",
}


@pytest.mark.parametrize("place", range(len(GOOD)))
def test_rich_text_says_more(place: int) -> None:
    html, page = GOOD[place]
    assert page_of_clipboard(html, "") == (page or TOLD[place])


def test_a_table_with_a_header() -> None:
    html = (
        "<table><tr><th>Front</th><th>Back</th></tr><tr><td>lee</td><td><b>shelter</b> x</td></tr>"
    )
    page = "| Front | Back |\n| --- | --- |\n| lee | **shelter** x |"
    assert page_of_clipboard(html, "") == page


def test_a_table_with_a_list_in_a_cell() -> None:
    html = (
        "<table><tr><td>Why?</td><td><ul><li>one</li><li>two</li></ul></td></tr>"
        "<tr><td>Who?</td><td>Ada</td></tr></table>"
    )
    assert page_of_clipboard(html, "") == 'Why?\t"• one\n• two"\nWho?\tAda'


def test_a_table_that_only_lays_out_a_page() -> None:
    html = (
        "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td><b>c</b> d</td></tr>"
    )
    assert page_of_clipboard(html, "") == "a\tb\n**c** d"


def test_formulas_keep_their_tex() -> None:
    html = (
        '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi>'
        '<annotation encoding="application/x-tex">x^2</annotation></semantics></math></span>'
        '<span class="katex-html" aria-hidden="true">x2</span></span> is a square'
    )
    assert page_of_clipboard(html, "x2x^2x2 is a square") == "$x^2$ is a square"


def test_lists_of_a_word_processor() -> None:
    def item(level: int, mark: str, text: str) -> str:
        return (
            f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>"
            f"<span style='mso-list:Ignore'>{mark}<span>&nbsp; </span></span>{text}</p>"
        )

    html = item(1, "·", "oak") + item(2, "o", "holm oak") + item(1, "1.", "ash") + "<p>after</p>"
    assert page_of_clipboard(html, "") == "• oak\n  • holm oak\n1. ash\n\nafter"


PLAIN = """\
def f(a):
    return a < 2
"""


@pytest.mark.parametrize(
    "html",
    [
        "",
        "no tags",
        "<p></p>",
        "<p>def f(a): return a &lt; 2</p>",  # no list, nothing bold: nothing is won
        "<pre>def <b>f</b>(a):\n    return a &lt; 2</pre>",
        '<div style="white-space: pre;"><div><b>def</b> f(a):</div><div>    return a</div></div>',
        "<p><b>def</b></p>",  # most of the text is missing
        "<b>def f(a)</b> " + "return a < 2 and more " * 100,  # far more than was seen
        "<b>x</b>" * (MOST // 8 + 1),
    ],
)
def test_plain_text_is_taken(html: str) -> None:
    assert page_of_clipboard(html, PLAIN) == PLAIN


def test_lines_that_only_a_style_sheet_makes() -> None:
    html = "<p>" + "".join(f"<span class=l>line <b>{n}</b> </span>" for n in range(9)) + "</p>"
    text = "\n".join(f"line {n}" for n in range(9))
    assert page_of_clipboard(html, text) == text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + "x",
        "<ul><li>" * 5_000 + "x",
        "<table><tr><td>" * 3_000 + "x",
        "<table>" * 3_000 + "</td></tr></table></table>",
        "<math>" * 5_000 + "x",
        "<a<b" * 50_000,
        "<div x='" * 50_000,
        "</li></ul></td></table></b>" * 1_000 + "<b>x</b> y",
        "<b>\x00</b>\x00<i>",
        "<svg><script>x</script></svg><b>a</b> b",
        "<ol start='99999999999999999999'><li>x",
        "<li>x</li><dd>y</dd><td>z</td><tr>",
        "<p style='" + "a:b;" * 10_000 + "'>x<b>y</b>",
        "5 MB " * 1_000_000,
    ],
)
def test_hostile_rich_text_is_survived(html: str) -> None:
    page = page_of_clipboard(html, "")
    assert "\x00" not in page
    assert "<script" not in page


TAGS = "p b ul ol li table tr td th dl dt dd h1 pre br span div math img".split()
SOUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(["one", "two ", " three", "*", "\n", "&amp;", "7"]),
    ),
    max_size=60,
).map("".join)


@given(SOUP)
@example("<table><th><td>")
def test_every_word_stays(html: str) -> None:
    page = page_of_clipboard("<p>" + html, "")
    for word in ("one", "two", "three"):
        assert page.count(word) == html.count(word)


def test_a_page_from_the_web() -> None:
    html = """
    <html><body><!--StartFragment-->
    <h1>Tides</h1>
    <p><b>Spring tide</b>: sun and moon in line</p>
    <p><b>Neap tide</b>: they pull at right angles</p>
    <!--EndFragment--></body></html>
    """
    text = "Tides\nSpring tide: sun and moon in line\n\nNeap tide: they pull at right angles"
    wanted = """
        # Tides

        **Spring tide**: sun and moon in line

        **Neap tide**: they pull at right angles
        """
    assert page_of_clipboard(html, text) == cleandoc(wanted)
