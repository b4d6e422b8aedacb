"""Every page of the browser face, in every state that looks different."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from learnt import Collection
from learnt.deck import Card
from learnt.facts import Action, FactKind
from tests.collection.learners import forgetful
from tests.web.browser.material import QUESTIONS, STATEMENTS, add, phase, rate, turn
from tests.web.browser.program import Program

CRASH = "from learnt import Collection; Collection.bring_back = lambda *_: 1 / 0"
"""A fault planted in the program: bringing something back from the trash crashes."""

_OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"

_DAYS = """Sea days

When did the first cog sail to Bergen?
- 1186

Which goods came from the north?
- Dried cod
- Furs
- Wax
"""


_PEACE = """Peace

Which treaty ended the war?
- The Treaty of Utrecht was signed in April 1713

What was signed at Utrecht?
- Utrecht: the treaty was signed in May 1714
"""


def furnish(home: Path) -> None:
    """A collection with decks, answers, a draft with everything in it, and a full trash."""
    with Collection.open(home) as collection:
        for name, text in (("a.txt", QUESTIONS), ("b.txt", STATEMENTS)):
            collection.add(collection.read_data(text.encode(), name))
        first, second = collection.decks()
        collection.ask(first.title)
        collection.answer([1], text="a house abroad")
        collection.delete(first.title, [2])
        collection.suspend(collection.deck(second.title).cards[0].id)
        _correct(collection, collection.deck(first.title).cards[0])
        page = f"{QUESTIONS}\n{STATEMENTS}".replace("(4)", "(90)").encode()
        forgetful(collection)
        draft = collection.draft(page, "c.txt")
        collection.drop_draft_card(draft.id, draft.deck.cards[1].id)


def _correct(collection: Collection, card: Card) -> None:
    """A fact of each kind on a card, one of them asleep."""
    values: dict[FactKind, dict[str, str]] = {
        FactKind.DATE: {"edtf": "1370"},
        FactKind.NAME: {"name": "Kontor", "kind": "organisation", "role": "a house of trade"},
        FactKind.QUANTITY: {"value": "1", "unit": "house"},
        FactKind.EVENT: {"verb": "trade", "actors": "Hanse; Bergen", "edtf": "1370"},
        FactKind.AGREEMENT: {"name": "Peace of Stralsund", "parties": "Hanse; Denmark"},
        FactKind.CAUSE: {"cause": "trade abroad", "effect": "a house abroad"},
    }
    text = card.points[0].text
    for kind, said in values.items():
        collection.correct_fact(card.id, card.points[0].id, kind, Action.ADD, text, said)
    own = replace(card.points[1], text=f"{card.points[1].text} since 1370")
    collection.change(replace(card, points=(card.points[0], own)))
    since = {"edtf": "1371"}
    collection.correct_fact(card.id, own.id, FactKind.DATE, Action.CHANGE, "since 1370", since)
    collection.change(card)


def empty(page: Page) -> Iterator[str]:
    """What there is before anything else is."""
    for name, path in (("welcome", "/"), ("add", "/add"), ("nothing to study", "/study")):
        page.goto(path)
        yield name
    page.goto("/memory")
    yield "memory, no answers"
    page.goto("/trash")
    yield "empty trash"
    page.goto("/add")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".paste")).to_contain_text("nothing to read")
    yield "add, nothing given"


def full(page: Page) -> Iterator[str]:
    """The pages of a furnished collection."""
    for name, path in (
        ("today", "/"),
        ("settings", "/settings"),
        ("keys", "/keys"),
        ("memory, not fitted", "/memory"),
        ("trash", "/trash"),
        ("add, with drafts", "/add"),
        ("error 404", "/nonsense"),
        ("error 422", "/study?since=nonsense"),
    ):
        page.goto(path)
        yield name
        if page.locator("main details").count():
            page.evaluate(_OPEN_ALL)
            yield f"{name}, all open"
    page.get_by_role("link", name="Trash", exact=True).click()
    page.get_by_role("button", name="Bring it back").first.click()
    expect(page.locator(".oops")).to_contain_text("in learnt’s log")
    yield "a crash of ours"
    page.goto("/add")
    page.get_by_role("link", name="Go on").click()
    expect(page.locator(".dropped")).to_be_visible()
    expect(page.locator(".problem")).to_be_visible()
    yield "draft with problems and a card left out"
    page.evaluate(_OPEN_ALL)
    yield "draft, all open"
    page.goto(page.url + "/text")
    yield "the text of a draft"


def decks(page: Page) -> Iterator[str]:
    """A deck, its cards, and what can be done with them."""
    page.goto("/")
    page.locator(".deck .title").first.click()
    expect(page.locator(".card").first).to_be_visible()
    where = page.url
    yield "deck"
    page.locator(".card .menu summary").first.click()
    yield "deck, a menu open"
    page.evaluate(_OPEN_ALL)
    yield "deck, all open"
    page.goto(f"{where}?q=nothing-like-it")
    yield "deck, nothing found"
    for kind in ("cards", "sheet", "test"):
        page.goto(f"{where}/print?kind={kind}&marks=1")
        yield f"print, {kind}"
    page.goto(where)
    page.get_by_role("link", name="Edit").first.click()
    expect(page.locator(".card form.card-form")).to_be_visible()
    yield "deck, a card edited in place"
    card = page.locator(".card").first.get_attribute("id")
    assert card
    address = "/cards/" + card.removeprefix("card-")
    for name in ("", "/edit", "/move"):
        page.goto(address + name)
        yield f"card{name}"
    page.goto("/")
    page.locator(".new-deck summary").click()
    page.locator(".new-deck input").fill("An empty one")
    page.get_by_role("button", name="Start it").click()
    expect(page.locator("#new-card")).to_be_visible()
    yield "deck, empty"


def facts(page: Page, deck: str) -> Iterator[str]:
    """The facts of a deck: as they stand, in the forms that change them, corrected."""
    page.goto(f"{deck}/facts")
    expect(page.locator(".fact-row").first).to_be_visible()
    yield "facts"
    page.evaluate(_OPEN_ALL)
    yield "facts, all open"
    page.locator(".fact-change input[name=edtf]").first.fill("about 1670")
    page.locator(".fact-change .button", has_text="Save").first.click()
    expect(page.locator(".fact-said")).to_contain_text("about 1670")
    yield "facts, corrected"


def views(page: Page) -> Iterator[str]:
    """What a deck's facts are drawn as."""
    page.goto("/")
    page.locator(".deck .title").first.click()
    where = page.url.split("?")[0]
    yield from facts(page, where)
    yield from why(page, where)
    yield from compared(page, where)
    yield from overviews(page)


def why(page: Page, deck: str) -> Iterator[str]:
    """What led to what on a deck's cards: the pictures, and the table."""
    page.goto(f"{deck}/why")
    yield "why, nothing said"
    page.goto("/")
    page.locator(".deck .title", has_text="Why did").first.click()
    page.get_by_role("link", name="Why", exact=True).click()
    expect(page.locator("svg.chain:visible").first).to_be_visible()
    yield "why"
    page.evaluate(_OPEN_ALL)
    yield "why, all open"


def compared(page: Page, deck: str) -> Iterator[str]:
    """A deck held against others: nothing chosen yet, what was found, one side that is right."""
    page.goto(f"{deck}/compare")
    yield "compare, nothing chosen"
    page.goto(f"{deck}/compare?with=self")
    yield "compare, with itself"
    add(page, _PEACE)
    page.get_by_role("link", name="Compare", exact=True).click()
    page.goto(f"{page.url.split('?')[0]}?with=self")
    expect(page.locator(".clash")).to_be_visible()
    page.evaluate(_OPEN_ALL)
    yield "compare, all open"
    page.get_by_role("link", name="This one is right").first.click()
    expect(page.locator("textarea[name=words]")).to_be_visible()
    yield "compare, one side is right"


def overviews(page: Page) -> Iterator[str]:
    """The timeline and the map: of all decks, of one that has neither, and with a choice."""
    for name in ("timeline", "map"):
        page.goto(f"/{name}")
        expect(page.locator("[data-ready]")).to_be_visible()
        yield name
        page.evaluate(_OPEN_ALL)
        yield f"{name}, all open"
        page.goto(f"/{name}?topic=nothing-like-it")
        yield f"{name}, nothing found"


def desk(page: Page) -> Iterator[str]:
    """A sitting from the first question to the summary."""
    add(page, _DAYS)
    page.locator("main .go .main").first.click()
    phase(page, "question")
    yield "question"
    page.locator("#answer").fill("1186, I think")
    turn(page)
    yield "answer of one point"
    rate(page, 3)
    phase(page, "question")
    yield "question, several points"
    turn(page)
    with page.expect_response("**/study/weigh"):
        page.locator(".point").first.click()
    yield "answer of several points, one ticked"
    rate(page, 2)
    while page.locator("#desk").get_attribute("data-phase") == "question":
        turn(page)
        rate(page, 4)
    phase(page, "finished")
    expect(page.locator(".again")).to_contain_text("Furs")
    yield "summary"


def pairing(page: Page, program: Program) -> Iterator[str]:
    """What a device sees that is not paired."""
    page.goto(program.url)
    yield "pair"
    page.get_by_label("Code").fill("WRONG-CODE")
    page.get_by_role("button", name="Pair").click()
    expect(page.get_by_role("alert")).to_contain_text("not the code")
    yield "pair, wrong code"
