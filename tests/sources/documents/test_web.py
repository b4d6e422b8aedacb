"""Web pages: their main text, in whatever letters."""

import pytest

from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import read

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Weimar - A Site</title>
<style>p { color: red }</style><script>var a = "</p>";</script></head><body>
<header><a href="/">Home</a> <a href="/in">Log in</a></header>
<nav><ul><li>History</li><li>Biology</li></ul></nav>
<main><h1>The Weimar Republic</h1><p>Why did it fail?</p>
<ul><li>The slump of 1929</li><li>No party would bear the cost<ul><li>of the dole</li></ul></li></ul>
<p>Who was its first president?</p><ul><li><b>Friedrich</b> Ebert</li></ul></main>
<aside>You may also like: the Thirty Years War</aside>
<footer><p>© A Site. Privacy. Terms.</p></footer></body></html>"""


def test_the_main_text_of_a_page(make_id: MakeId) -> None:
    reading = read(PAGE.encode(), "weimar.html", make_id)
    assert reading.lines == (
        *("# The Weimar Republic", "", "Why did it fail?", ""),
        *("• The slump of 1929", "• No party would bear the cost", "  • of the dole", ""),
        *("Who was its first president?", "", "• **Friedrich** Ebert"),
    )
    assert reading.deck.title == "The Weimar Republic"
    assert len(reading.deck.cards) == 2
    assert [card.source_lines for card in reading.deck.cards] == [(3, 7), (9, 11)]


def test_tables_and_definition_lists(make_id: MakeId) -> None:
    page = (
        "<html><body><table><tr><th>Front</th><th>Back</th></tr>"
        "<tr><td>lee</td><td>shelter</td></tr><tr><td>luff</td><td>edge</td></tr></table></body>"
    )
    reading = read(page.encode(), "x.html", make_id)
    assert [card.prompt for card in reading.deck.cards] == ["lee", "luff"]


def test_a_page_without_a_heading_has_its_title(make_id: MakeId) -> None:
    page = "<html><head><title>Otters | A Site</title></head><body><p>What do they eat?<p>Fish"
    reading = read(page.encode(), "x.html", make_id)
    assert reading.lines[0] == "# Otters"
    assert reading.deck.title == "Otters"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("iso-8859-2", '<meta charset="iso-8859-2">'),
        (
            "windows-1250",
            "<META http-equiv=Content-Type content='text/html; charset=windows-1250'>",
        ),
        ("cp1250", '<meta charset="no-such-thing">'),
        ("utf-8", '<meta charset="iso-8859-2">'),
    ],
)
def test_encodings(encoding: str, said: str, make_id: MakeId) -> None:
    text = "Kdy začala třicetiletá válka? Příliš žluťoučký kůň úpěl ďábelské ódy. "
    page = f"<html><head>{said}</head><body><p>{text * 4}</p></body></html>"
    reading = read(page.encode(encoding), "x.html", make_id)
    assert "žluťoučký" in reading.lines[0]


def test_a_page_in_latin_1_is_read_as_browsers_do(make_id: MakeId) -> None:
    page = b"<html><head><meta charset='iso-8859-1'></head><body><p>caf\xe9 \x80 5</p>"
    assert read(page, "x.html", make_id).lines == ("café € 5",)


def test_a_page_saved_in_one_file(make_id: MakeId) -> None:
    saved = (
        b"From: <Saved by a browser>\r\nSubject: Waves\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="B"\r\n\r\n'
        b"--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><h1>Waves</h1><p>What is a period=3F<ul><li>the time of one =\r\n"
        b"oscillation</ul></body></html>\r\n"
        b"--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVB\r\n--B--\r\n"
    )
    reading = read(saved, "waves.mhtml", make_id)
    assert reading.lines[-1] == "• the time of one oscillation"


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<!doctype html><html><body><script>fill()</script></body></html>",
        "<html><body><nav></nav><img src=x></body></html>",
    ],
)
def test_a_page_without_text(page: str, make_id: MakeId) -> None:
    with pytest.raises(Unreadable, match="browser"):
        read(page.encode(), "x.html", make_id)


def test_a_page_nested_without_end(make_id: MakeId) -> None:
    deep = "<html><body>" + "<div><ul><li><table><tr><td>" * 3_000 + "deep"
    assert "deep" in "".join(read(deep.encode(), "x.html", make_id).lines)
