"""Whatever is sent to the addresses of the pages: no crash."""

import re
from collections.abc import Callable
from random import Random
from typing import Any
from urllib.parse import quote

from learnt import Collection
from learnt.web import app
from learnt.web.door import Door
from learnt.web.face import Face
from tests.collection.world import simple_deck
from tests.web.conftest import HX, Browser

_NAMES = (
    "event card direction asked answer worked touched shown said mark rating since deck practise "
    "again until back before undone title question prompt point point_id wrong hint note ordered "
    "both page new_a_day reviews_a_day retention time_zone theme marking model code q kind weak "
    "paper told line swapped join split correction say quote start into edtf value name gone"
).split()
_VALUES = (
    "", "\0", "a" * 3000, "💥" * 50, "../../etc/passwd", "' OR 1=1 --", "<script>", "-1", "0", "9" * 30,
    "1e9", "NaN", "٣", "²", "\r\n", "%00", "{{7*7}}", "\u202e", "null", "[]", "2026-99-99", "forward",
    "backward", "yes", "no", "ours", "unsure", "covered", "1", "3", "now", "//evil.example/",
    "date", "event", "change", "reject", "add", "merge", "fsrs6", "a4", "cards", "dark", "1848",
)  # fmt: skip


def test_hostile_forms(
    browser: Browser, collection: Collection, campaign: Callable[[int, int], int]
) -> None:
    """Values that cannot be, ids that are there in the wrong places, fields that are missing."""
    deck = collection.deck(collection.add(simple_deck(4)).deck)
    draft = collection.draft(b"Otters\n\nWhat do they eat?\n- Fish\n", "otters.txt").id
    ids = {"deck": deck.id, "card": deck.cards[0].id, "draft": draft}
    real = [*ids.values(), deck.cards[0].points[0].id]
    asked = browser.form(browser.get("/study"), "/study/show").fields
    routes = app._routes(Face(collection), Door.here("testserver"))
    chance = Random(11)

    def some() -> str:
        return chance.choice((*real, *(value for _, value in asked), *_VALUES, *_VALUES))

    def place(name: str) -> str:
        return ids.get(name, deck.id) if chance.random() < 0.7 else some() or "x"

    for _ in range(campaign(150, 5000)):
        route = chance.choice(routes)
        path = re.sub(r"\{(\w+)[^}]*\}", lambda found: quote(place(found[1]), safe=""), route.path)
        sent = dict(asked) if chance.random() < 0.5 else {}
        sent |= {chance.choice(_NAMES): some() for _ in range(chance.randrange(9))}
        part = HX if chance.random() < 0.4 else None
        for method in route.methods or ():
            values: dict[str, Any] = (
                {"params": sent} if method in ("GET", "HEAD") else {"data": sent}
            )
            page = browser.request(method, path, follow_redirects=False, headers=part, **values)
            assert page.status_code < 500, (method, path, sent)
