"""Looking back and ahead by the API."""

from learnt.web.about import about
from tests.collection.world import Clock
from tests.web.api.conftest import Answering, Client


def test_about(client: Client) -> None:
    assert client.get("/about") == about(client.world.collection)


def test_today(seeded: Client, clock: Clock, answer_to: Answering) -> None:
    said = seeded.get("/today")
    assert said["now"] == clock.at
    assert said["left"] == {"reviews": 3, "new": 2, "returning": 0}
    assert said["done"] | {"day": "2026-03-09"} == said["done"]
    assert (said["done"]["answers"], said["streak"], said["total"]) == (0, 0, 2)
    assert [one["title"] for one in said["drafts"]] == ["How does a beaver change its river?"]
    assert said["decks"] == seeded.get("/decks")["decks"]
    question = seeded.get("/study/next")["question"]
    seeded.post("/study/answers", answer_to(seeded, question, duration_ms=5000))
    after = seeded.get("/today")
    assert after["streak"] == 1
    assert (after["done"]["answers"], after["done"]["duration_ms"]) == (1, 5000)


def test_activity(seeded: Client) -> None:
    said = seeded.get("/activity", weeks=2)
    assert [one["day"] for one in said["days"]][-1] == said["today"] == "2026-03-09"
    assert len(said["days"]) == 8, "the Monday of last week, and all days since"
    assert (said["days"][0]["answers"], said["answers"], said["longest"]) == (3, 3, 1)
    for weeks in (0, 54):
        seeded.get("/activity", 422, weeks=weeks)


def test_forecast(seeded: Client) -> None:
    said = seeded.get("/forecast", days=3)
    assert (len(said["due"]), said["due"][0], said["overdue"], said["total"]) == (3, 3, 3, 3)
    for days in (0, 367):
        seeded.get("/forecast", 422, days=days)


def test_figures(seeded: Client) -> None:
    figures = seeded.get("/figures")["figures"]
    assert [one["name"] for one in figures] == ["calendar", "forecast", "retention"]
    assert all(one["svg"].startswith("<svg") and one["meaning"] for one in figures)
    assert all(len(row) == len(one["columns"]) for one in figures for row in one["rows"])
