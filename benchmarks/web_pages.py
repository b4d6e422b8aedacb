"""What is asked of a served collection: every page, and the requests of a sitting."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from web_client import Answer, Fields, Line
from web_collections import DECKS, SMALL_DECK

SEEN = 200, 303
SEARCH = "treaty+of+the+harbour"  # in no card, so that every card is looked at
_API = "/api/v1"
_CARDS_A_PAGE = 40
_PAGE = "The peace that did not last\n\n" + "\n\n".join(
    f"What did the {number}. article of the treaty say?\n"
    f"- The army was to leave the province before the {number}. winter\n"
    f"- The tax on grain and timber was to be halved, and paid in the harbour"
    for number in range(1, 25)
)


@dataclass
class Visit:
    """A browser's visit to one server; `cards` is how many its collection holds."""

    line: Line
    cards: int
    since: str = ""
    deck: str = ""
    small: str = ""
    card: str = ""
    draft: str = ""
    question: Fields = ()
    shown: Fields = ()
    last: Fields = ()
    sent: dict[str, object] = field(default_factory=dict)

    def open(self) -> None:
        """Look around once: what the pages need to know of each other."""
        today = self.get("/").text
        self.deck = _found(r'/decks/([0-9a-f-]{36})">Benchmark 1<', today)
        self.small = _found(rf'/decks/([0-9a-f-]{{36}})">{SMALL_DECK}<', today)
        self.card = _found(r'id="card-([0-9a-f-]{36})"', self.get(f"/decks/{self.deck}").text)
        sent = self.line.post("/add", [("page", _PAGE)])
        self.draft = sent.headers["location"].rpartition("/")[2].partition("?")[0]
        asked = self.get(self.get("/study").headers["location"])
        self.since = _found(r'name="since" value="(\d+)"', asked.text)
        self.question = asked.form("/study/show")
        edit = f"/cards/{self.card}"
        fields = list(self.get(f"{edit}/edit").form(edit))
        self.line.post(edit, [(n, v or "Another wording.") for n, v in fields])  # for the trash

    def get(self, path: str) -> Answer:
        """A page that must be there."""
        answer = self.line.get(path)
        if answer.status not in SEEN:
            raise ValueError(f"{path} answered {answer.status}")
        return answer

    def post(self, path: str, fields: Fields, *, part: bool = True) -> Answer:
        """A form that must be taken."""
        answer = self.line.post(path, fields, part=part)
        if answer.status not in SEEN:
            raise ValueError(f"{path} answered {answer.status}: {answer.text[:300]}")
        return answer

    # a sitting, step by step

    def show(self) -> Answer:
        """Turn the card over."""
        answer = self.post("/study/show", self.question)
        self.shown = answer.form("/study/answer")
        return answer

    def rate(self) -> Answer:
        """Save the answer; the next question comes with it. The next card is turned over."""
        answer = self.post("/study/answer", [*self.shown, ("rating", "3")])
        self._put(answer)
        self.show()
        return answer

    def undo(self) -> Answer:
        """Take the last answer back; it is answered again, unmeasured."""
        answer = self.post("/study/undo", self.last)
        self._put(answer)
        self.show()
        self.rate()
        return answer

    # the same through the API

    def next(self) -> Answer:
        """The next question; its answer is made ready."""
        answer = self.get(f"{_API}/study/next?since={self.since}")
        self._ready(answer.json["question"])
        return answer

    def send(self) -> Answer:
        """Save an answer; the next question comes with it."""
        if not self.sent:
            self.next()
        answer = self.line.send_json(f"{_API}/study/answers", self.sent)
        self._ready(answer.json["next"]["question"])
        return answer

    def _ready(self, question: Mapping[str, object]) -> None:
        which = {name: question[name] for name in ("card", "direction")}
        shown = self.line.send_json(f"{_API}/study/show", which).json["points"]
        named = which | {"event": question["event"], "asked": question["asked"]}
        ids = [point["id"] for point in shown]
        self.sent = named | {"shown": ids, "rating": 3, "since": int(self.since)}

    def _put(self, answer: Answer) -> None:
        self.question = answer.form("/study/show")
        self.last = answer.form("/study/undo") if 'action="/study/undo"' in answer.text else ()


Measure = Callable[[Visit], Answer]


def pages() -> Iterator[tuple[str, Measure]]:
    """Every page by its name, in the order of the table."""
    yield "the smallest file (a bare round trip)", lambda one: one.get("/static/icon.svg")
    yield "Today", lambda one: one.get("/")
    yield "Add", lambda one: one.get("/add")
    yield "a draft of 24 cards", lambda one: one.get(f"/add/{one.draft}")
    yield "Deck, its first page", lambda one: one.get(f"/decks/{one.deck}")
    yield "Deck, its last page", lambda one: one.get(f"/decks/{one.deck}?page={_last(one)}")
    yield "Deck, a search", lambda one: one.get(f"/decks/{one.deck}?q={SEARCH}")
    yield "Card", lambda one: one.get(f"/cards/{one.card}")
    yield "Edit", lambda one: one.get(f"/cards/{one.card}/edit")
    yield "Study, opened or reloaded", lambda one: one.get(f"/study?since={one.since}")
    yield "Study: show", lambda one: one.show()
    yield "Study: answer, and the next question", lambda one: one.rate()
    yield "Study: undo", lambda one: one.undo()
    yield "Study: summary", lambda one: one.get(f"/study?since={one.since}&deck={one.small}")
    yield "Settings", lambda one: one.get("/settings")
    yield "Trash", lambda one: one.get("/trash")
    yield "Keys", lambda one: one.get("/keys")
    yield "API: today", lambda one: one.get(f"{_API}/today")
    yield "API: next", lambda one: one.next()
    yield "API: answer, and the next question", lambda one: one.send()


def first_visit(line: Line) -> dict[str, int]:
    """Bytes on the wire of the first page and of all that it loads, by kind."""
    page = line.get("/")
    paths = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text))
    for path in sorted(one for one in paths if ".css" in one):
        paths |= set(re.findall(r"url\([\"']?(/static/[^)\"']+)", line.get(path).text))
    costs = {"page": page.wire}
    for path in paths:
        kind = path.partition("?")[0].rpartition(".")[2]
        costs[kind] = costs.get(kind, 0) + line.get(path.replace("&amp;", "&")).wire
    return costs


def _last(visit: Visit) -> int:
    return -(-(visit.cards // DECKS) // _CARDS_A_PAGE)


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise ValueError(f"a page has changed: nothing in it looks like {pattern}")
    return found[1]
