"""A collection behind its API: a few decks, answers, a draft and something in the trash."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from learnt import Collection
from learnt.collection import base
from learnt.deck import Direction
from learnt.facts import Action, FactKind
from learnt.journal import Review
from learnt.web.app import make_app
from learnt.web.crashes import CrashLog
from learnt.web.door import Door
from tests.collection.world import Clock, a_card, a_deck, finish, simple_deck

PAGE = """\
How does a beaver change its river?

Cards (3)

• It fells trees and builds a dam across the water
• The water behind the dam rises and floods the meadow
• Fish, frogs and birds come to live in the new pond
"""


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "local_zone", lambda: "Europe/Athens")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@dataclass
class World:
    """One collection, opened anew at every start of the app."""

    home: Path
    clock: Clock
    url: str | None = None
    opened: list[Collection] = field(default_factory=list)

    @property
    def collection(self) -> Collection:
        return self.opened[-1]

    def start(self) -> ASGIApp:
        """The app as after a restart: nothing but the database is left."""
        self.close()
        self.opened = [Collection.open(self.home, database=self.url, now=self.clock)]
        log = CrashLog(self.home / "learnt.log")
        return make_app(self.collection, Door.here("testserver"), log)

    def client(self) -> "Client":
        return Client(TestClient(self.start(), raise_server_exceptions=False), self)

    def close(self) -> None:
        for one in self.opened:
            one.close()

    def reviews(self) -> list[Review]:
        with self.collection.store.reading() as transaction:
            events = transaction.journal.events()
        return [event for event in events if isinstance(event, Review)]


@dataclass
class Client:
    """Asks the API; what comes back is JSON, with the status that was expected."""

    http: TestClient
    world: World

    def __call__(self, method: str, path: str, status: int = 200, **more: Any) -> Any:
        answer = self.http.request(method, f"/api/v1{path}", **more)
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "application/json"
        return answer.json()

    def get(self, path: str, status: int = 200, **query: Any) -> Any:
        return self("GET", path, status, params=query)

    def post(self, path: str, body: Any = None, status: int = 200, **more: Any) -> Any:
        if body is not None:
            more["json"] = body
        return self("POST", path, status, **more)


@pytest.fixture
def world(tmp_path: Path, clock: Clock) -> Iterator[World]:
    made = World(tmp_path / "home", clock)
    yield made
    made.close()


@pytest.fixture
def client(world: World) -> Client:
    """An empty collection."""
    return world.client()


@pytest.fixture
def seeded(world: World) -> Client:
    """Three decks, one of them answered last week, a draft, and a deck in the trash."""
    client = world.client()
    seed(world.collection, world.clock)
    return client


def seed(collection: Collection, clock: Clock) -> None:
    both = a_card(900, 1, tuple(Direction))
    statement = a_card(901, ["Otters hold hands when they sleep"], prompt=None)
    collection.add_all(
        [
            simple_deck(3),
            a_deck(2, [both, statement], "Animals::Small"),
            simple_deck(2, 3),
        ]
    )
    collection.correct_fact(
        statement.id,
        statement.points[0].id,
        FactKind.NAME,
        Action.ADD,
        "Otters",
        {"name": "Otter", "kind": "structure"},
    )
    sitting = collection.begin("Deck 1")
    while sitting.exercise:
        look = collection.look(sitting.exercise.card.id, Direction.FORWARD)
        assert look.proposed
        sitting = finish(collection, sitting, look.proposed)
    collection.draft(PAGE.encode(), "beaver.txt")
    collection.delete("Deck 3")
    clock.pass_by(days=7)


Answering = Callable[..., dict[str, Any]]


@pytest.fixture
def answer_to() -> Answering:
    """The body that answers a question, with every point said."""

    def made(client: Client, question: dict[str, Any], **more: Any) -> dict[str, Any]:
        turned = {"card": question["card"], "direction": question["direction"]}
        shown = client.post("/study/show", turned)
        kept = ("event", "card", "direction", "asked")
        return {name: question[name] for name in kept} | {
            "shown": [point["id"] for point in shown["points"]],
            **more,
        }

    return made
