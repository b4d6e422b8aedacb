"""A deck full of tricks is only text, on every page, and no page asks anything of another site."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from learnt import Collection
from learnt.deck import Card, Deck, Direction, Point
from learnt.deck.tidy import one_line, tidy
from learnt.ids import CardId, DeckId, PointId
from tests.web.browser.conftest import Open
from tests.web.browser.marks import REPEATING
from tests.web.browser.material import phase, rate, turn
from tests.web.browser.payloads import PAYLOADS
from tests.web.browser.program import Program
from tests.web.browser.watch import Watch

ALL = "\n".join(PAYLOADS)

_STRANGE = """() => {
    const own = /^(https?:\\/\\/127\\.0\\.0\\.1:\\d+\\/|$)/;
    const all = [...document.querySelectorAll("*")];
    const keys = ["", " ", "1", "2", "3", "4", "s", "a", "u", "e", "i", "-", "@", "?", "/", "Escape"];
    return [
        ...(window.pwned === undefined ? [] : ["a script ran"]),
        ...(document.scripts.length === 2 && [...document.scripts].every(one => one.src && own.test(one.src))
            ? [] : ["scripts that are not ours"]),
        ...all.filter(one => [...one.attributes].some(({name}) =>
            /^(on|style$|srcdoc$|formaction$|(data-)?hx-on)/.test(name)) && !ours(one)),
        ...all.filter(one => one.matches("iframe, object, embed, base, style, img, video, audio, math, meta[http-equiv], body > link")),
        ...all.filter(one => one.hasAttribute("href") && !one.closest("svg") && !own.test(one.href)),
        ...all.filter(one => one.matches("form") && !own.test(one.getAttribute("action") ? one.action : "")),
        ...all.filter(one => "key" in one.dataset && !keys.includes(one.dataset.key)),
        ...[...document.querySelectorAll("#desk")].slice(1),
    ].map(one => one.outerHTML ? one.outerHTML.slice(0, 200) : one);
    function ours(one) {
        return one.matches("button[formaction^='/add/'][formaction$='/drop']") &&
            ![...one.attributes].some(({name}) => name.startsWith("on") || name === "style");
    }
}"""


@pytest.fixture(scope="module")
def tricked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A collection in which every text is a trick: in decks, on cards, in the trash, on a page."""
    home = tmp_path_factory.mktemp("tricked") / "learnt"
    with Collection.open(home) as collection:
        decks = [_deck(collection, payload, [payload]) for payload in (*PAYLOADS, ALL)]
        decks.append(_deck(collection, "Everything", PAYLOADS))
        decks.append(_deck(collection, "Gone", [f"{one}!" for one in PAYLOADS[:40]]))
        collection.add_all(decks)
        collection.delete("Gone")
        page = "\n".join(f"{one_line(one)}?\n- {one_line(one)}\n" for one in PAYLOADS)
        collection.draft(f"{PAYLOADS[4]}\n\nCards (3)\n\n{page}".encode(), PAYLOADS[11])
    with Program(home, before=REPEATING) as started:
        yield started


def _deck(collection: Collection, title: str, texts: Sequence[str]) -> Deck:
    make = collection.make_id
    return Deck(
        DeckId(make()),
        title,
        tuple(
            Card(
                CardId(make()),
                f"{title}: {text}" if len(texts) > 1 else text,
                (Point(PointId(make()), text), Point(PointId(make()), f"{text}{text}")),
                directions=tuple(Direction),
                hint=text,
                note=text,
                tags=(text,),
            )
            for text in texts
        ),
        question=title,
        tags=(title,),
        source=title,
    )


@pytest.fixture
def safe(open_page: Open, tricked: Program, watch: Watch) -> Page:
    watch.expect("the server responded with a status of")
    return open_page("desktop", tricked)


def inert(page: Page) -> None:
    """Nothing of the page is more than text."""
    page.wait_for_load_state()
    assert page.evaluate(_STRANGE) == [], page.url


def _titled(text: str) -> str:
    """A text as the title of a deck, whose levels are drawn apart."""
    return one_line(text).replace("::", " › ")


def test_the_pages_of_decks(safe: Page) -> None:
    safe.goto("/")
    inert(safe)
    shown = {" ".join(one.split()) for one in safe.locator(".deck .title").all_text_contents()}
    assert len(shown) > 50
    assert shown <= {_titled(one) for one in (*PAYLOADS, ALL, "Everything")}
    assert one_line(PAYLOADS[0]) in shown
    for path in ("/?page=2", "/trash", "/add"):
        safe.goto(path)
        inert(safe)
    safe.goto("/?page=2")
    safe.locator(".deck .title", has_text="Everything").click()
    expect(safe.locator(".card")).to_have_count(40)
    _shows_only(safe)
    safe.get_by_role("link", name="On", exact=True).click()
    safe.wait_for_url("**?page=2")
    expect(safe.locator(".card")).to_have_count(len(PAYLOADS) - 40)
    _shows_only(safe)


def test_the_pages_of_facts(safe: Page) -> None:
    """Tricks in the title, in the texts, in what was read of them and in what was said of them."""
    safe.goto("/?page=2")
    safe.locator(".deck .title", has_text="Everything").click()
    safe.wait_for_url("**/decks/*")
    where = safe.url
    for page in (1, 2, 4):
        safe.goto(f"{where}/facts?page={page}")
        expect(safe.locator(".fact-card").first).to_be_visible()
        inert(safe)
        safe.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        inert(safe)
    texts = {tidy(one) for one in PAYLOADS} | {tidy(one * 2) for one in PAYLOADS}
    assert set(safe.locator(".fact-point .text").all_text_contents()) <= texts
    card = safe.locator(".fact-card").first
    card.locator(".fact-add [name=quote]").fill(card.locator(".fact-point").first.inner_text())
    card.get_by_role("radio", name="Who").check()
    card.locator("[name=name-name]").fill(PAYLOADS[11])
    card.get_by_role("button", name="Add it").click()
    expect(card.locator(".fact-said")).to_contain_text("You said")
    inert(safe)
    safe.reload()
    inert(safe)
    expect(safe.locator(".fact-said").first).to_contain_text(PAYLOADS[11])


def _shows_only(page: Page) -> None:
    inert(page)
    points = page.locator(".known .text").all_text_contents()
    assert set(points) <= {tidy(one) for one in PAYLOADS} | {tidy(one * 2) for one in PAYLOADS}


def test_the_pages_of_a_card(safe: Page) -> None:
    """One whose title, prompt, points, hint, note and tags are all tricks at once."""
    safe.goto("/?page=2")
    safe.locator(".deck .title", has_text="ipt><script>window").last.click()
    expect(safe.locator("h1")).to_have_text(_titled(ALL))
    assert safe.title() == f"{_titled(ALL)} · learnt"
    inert(safe)
    safe.get_by_role("link", name="Edit").click()
    expect(safe.locator(".card [name=prompt]")).to_have_value(tidy(ALL))
    expect(safe.locator(".card [name=hint]")).to_have_value(tidy(ALL).replace("\n", ""))
    inert(safe)
    card = (safe.locator(".card").get_attribute("id") or "").removeprefix("card-")
    for name in ("", "/edit", "/move"):
        back = quote('/decks/"><script>window.pwned=1</script>')
        safe.goto(f"/cards/{card}{name}?back={back}")
        inert(safe)
        safe.goto(f"/cards/{card}{name}?back=javascript:window.pwned=1")
        inert(safe)
    for ending in (".txt", ".md", ".csv", ".json"):
        _downloads(safe, card, ending)


def _downloads(page: Page, card: str, ending: str) -> None:
    """An export is a file to keep, never a page of this site, whatever the deck is called."""
    page.goto(f"/cards/{card}")
    deck = page.locator(".from a").get_attribute("href")
    sent = page.request.get(f"{deck}/export{ending}")
    if sent.status == 404:
        return
    told = sent.headers["content-disposition"]
    assert told.startswith("attachment; filename*=UTF-8''")
    assert set("<>\"'/\\\r\n ").isdisjoint(told.partition("''")[2])
    assert "html" not in sent.headers["content-type"]
    assert sent.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in sent.headers


def test_a_sitting(safe: Page) -> None:
    """The question, the answer with what was typed, the edit on the way, the summary."""
    safe.goto("/?page=2")
    safe.locator(".deck .title", has_text="ipt><script>window").last.click()
    safe.locator("main .go .main").first.click()
    phase(safe, "question")
    expect(safe.locator("#prompt")).to_have_text(tidy(ALL))
    safe.locator(".hint summary").click()
    inert(safe)
    safe.locator("#answer").fill(ALL.replace("\x00", ""))
    turn(safe)
    expect(safe.locator(".yours .text")).to_contain_text(PAYLOADS[0])
    expect(safe.locator(".versus").first).to_contain_text(PAYLOADS[0])
    expect(safe.locator(".reason").first).to_contain_text(PAYLOADS[0])
    expect(safe.locator(".note .text")).to_have_text(tidy(ALL))
    inert(safe)
    rate(safe, 1)
    while safe.locator("#desk").get_attribute("data-phase") == "question":
        inert(safe)
        turn(safe)
        rate(safe, 4)
    expect(safe.locator(".again")).to_contain_text(PAYLOADS[0])
    inert(safe)


def test_a_page_that_is_checked(safe: Page) -> None:
    """The file's name, the page's own lines, the fields; pages of them; and a change to one."""
    safe.goto("/add")
    safe.get_by_role("link", name="Go on").click()
    expect(safe.locator(".row-card").first).to_be_visible()
    lines = " ".join(safe.locator(".lines .t").all_text_contents())
    assert PAYLOADS[0] in lines
    inert(safe)
    with safe.expect_response("**/add/*/cards/*"):
        safe.get_by_label("Point 1").first.fill(PAYLOADS[5])
        safe.get_by_label("Point 1").first.blur()
    safe.get_by_role("button", name="Leave it out").first.click()
    expect(safe.locator(".dropped")).to_have_count(1)
    inert(safe)
    safe.goto(f"{safe.url}?page=2")
    inert(safe)


def test_addresses(safe: Page) -> None:
    """A trick in the path, in the query, in what is searched for and in what a page is told."""
    safe.goto("/")
    deck = safe.locator(".deck .title").first.get_attribute("href")
    for payload in PAYLOADS[::2]:
        trick = quote(payload, safe="")
        if payload in PAYLOADS[::10]:
            safe.goto(f"/{trick}?{trick}={trick}")
            inert(safe)
        safe.goto(f"{deck}?q={quote(payload[:190], safe='')}&told={trick}&page={trick}")
        expect(safe.get_by_role("searchbox")).to_be_visible()
        inert(safe)
    for path in ("/study?since=", "/study?deck=", "/cards/", "/add/", "/static/", "/api/v1/"):
        safe.goto(path + quote(PAYLOADS[0], safe=""))
        assert safe.evaluate("window.pwned") is None


def test_a_code_to_pair_with(network: Program, open_page: Open) -> None:
    """The only page that a stranger in the network sees has the address's code in a field."""
    page = open_page("desktop", network)
    for payload in PAYLOADS[::8]:
        page.goto(f"/pair?code={quote(payload, safe='')}")
        inert(page)
        assert page.get_by_label("Code").input_value()[:5] == payload[:5]
