"""A sitting by the API: what is next, a card turned over, undo, and how it has gone."""

from collections.abc import Callable
from typing import Any

import pytest

from learnt import Collection
from learnt.journal import Rating
from tests.collection.world import Clock, an_id, check, finish
from tests.web.api.conftest import Answering, Client


def test_nothing_to_study(client: Client) -> None:
    said = client.get("/study/next")
    assert said["question"] is None
    assert said["left"] == {"reviews": 0, "new": 0, "returning": 0}
    assert (said["done"], said["last"], said["comes_back"]) == (0, None, None)


def test_the_question(seeded: Client, clock: Clock) -> None:
    animals = seeded.get("/decks")["decks"][1]
    question = seeded.get("/study/next", deck=animals["id"])["question"]
    assert question["deck_title"] == "Animals::Small"
    assert (question["points"], question["asked"]) == (1, clock.at)
    assert seeded.get("/study/next", since=1)["since"] == 1


def test_a_bare_statement_has_a_cue(seeded: Client) -> None:
    animals = seeded.get("/decks")["decks"][1]["id"]
    seeded("DELETE", f"/cards/{an_id(900_000)}")
    question = seeded.get("/study/next", deck=animals)["question"]
    assert question["prompt"] == "Animals::Small"
    assert "Otters" in question["cue"]


def test_the_whole_sitting(seeded: Client, clock: Clock, answer_to: Answering) -> None:
    since = seeded.get("/study/next")["since"]
    count = 0
    said: dict[str, Any] = {}
    while question := seeded.get("/study/next", since=since)["question"]:
        clock.pass_by(minutes=1)
        rating = 1 if count == 0 else None
        body = answer_to(seeded, question, since=since, rating=rating)
        said = seeded.post("/study/answers", body)
        count += 1
    assert said["next"]["question"] is None
    assert said["next"]["summary"]["answers"] == count == 6
    told = seeded.get("/study/summary", since=since, count=2)
    assert (told["total"], len(told["answers"])) == (count, 2)
    assert told["summary"]["again"] == 1
    assert len(told["answers"][0]["missed"]) > 0
    check(seeded.world.collection)


def test_practice(seeded: Client, answer_to: Answering) -> None:
    """Every card, due or not, and each of them once while `since` is sent."""
    deck = seeded.get("/decks")["decks"][0]["id"]
    scope = {"deck": deck, "practise": True, "since": seeded.world.clock.at}
    met = set()
    for _ in range(2):
        while question := seeded.get("/study/next", **scope)["question"]:
            assert question["card"] not in met
            met.add(question["card"])
            seeded.post("/study/answers", answer_to(seeded, question, **scope))
    assert len(met) == 3


def test_a_card_turned_over(seeded: Client, clock: Clock) -> None:
    turned = {"card": an_id(100_000), "direction": "forward"}
    shown = seeded.post("/study/show", turned)
    assert [point["text"] for point in shown["points"]] == [
        "point 1 of card 100",
        "point 2 of card 100",
    ]
    assert shown["proposed"] == 3
    assert [one["name"] for one in shown["previews"]] == ["again", "hard", "good", "easy"]
    assert all(one["due"] == clock.at + one["after_ms"] for one in shown["previews"])
    half = [shown["points"][0]["id"]]
    assert seeded.post("/study/show", turned | {"said": half})["proposed"] == 2
    assert seeded.post("/study/show", turned | {"said": []})["proposed"] == 1


def test_a_card_that_is_not_there(seeded: Client) -> None:
    seeded.post("/study/show", {"card": an_id(1), "direction": "forward"}, 404)
    seeded.get("/study/next", 404, deck=an_id(1))


def test_undo_twice(seeded: Client, answer_to: Answering) -> None:
    question = seeded.get("/study/next")["question"]
    card = f"/cards/{question['card']}"
    before = seeded.get(card)
    seeded.post("/study/answers", answer_to(seeded, question))
    assert seeded.get(card) != before
    undo = {"event": question["event"]}
    assert seeded.post("/study/undo", undo) == {
        "undone": True,
        "card": question["card"],
        "direction": question["direction"],
    }
    assert seeded.get(card) == before
    nothing = {"undone": False, "card": None, "direction": None}
    assert seeded.post("/study/undo", undo) == nothing
    assert seeded.post("/study/undo", {"event": an_id(5)}) == nothing
    assert seeded.get("/study/next")["question"]["card"] == question["card"]
    check(seeded.world.collection)


def test_what_was_undone_is_asked_again_in_the_same_sitting(
    seeded: Client, answer_to: Answering
) -> None:
    first = seeded.get("/study/next")
    body = answer_to(seeded, first["question"], since=first["since"])
    seeded.post("/study/answers", body)
    seeded.post("/study/undo", {"event": body["event"]})
    again = seeded.get("/study/next", since=first["since"])
    assert again["done"] == 0
    assert again["question"]["card"] == body["card"]
    said = seeded.post("/study/answers", answer_to(seeded, again["question"], since=first["since"]))
    assert (said["saved"], said["next"]["done"]) == (True, 1)


@pytest.mark.parametrize(
    "query", [{"since": -1}, {"since": 10**14}, {"deck": "Deck 1"}, {"deck": ""}, {"practice": 1}]
)
def test_a_scope_that_does_not_fit(query: dict[str, object], seeded: Client) -> None:
    seeded.get("/study/next", 422, **query)


def queued(client: Client) -> list[str]:
    """The cards of today's queue, in its order."""
    return [item.card for item in client.world.collection.queue().items]


def delete(client: Client, card: str) -> None:
    client("DELETE", f"/cards/{card}")


def leave(client: Client, card: str) -> None:
    client.post(f"/cards/{card}/aside", {"until": "tomorrow"})


def want_none_that_is_new(client: Client, card: str) -> None:
    client("PATCH", "/settings", json={"new_a_day": 0})


def answer_in_another_sitting(client: Client, card: str) -> None:
    turned = {"card": card, "direction": "forward"}
    shown = [point["id"] for point in client.post("/study/show", turned)["points"]]
    body = turned | {"asked": client.world.clock.at, "shown": shown, "event": an_id(1)}
    client.post("/study/answers", body | {"since": 1})


@pytest.mark.parametrize(
    "change", [delete, leave, want_none_that_is_new, answer_in_another_sitting]
)
def test_what_is_changed_meanwhile_is_not_asked(
    change: Callable[[Client, str], None], seeded: Client, answer_to: Answering
) -> None:
    """The queue of an open sitting is kept, and must not outlive what it was made from."""
    first = seeded.get("/study/next")
    body = answer_to(seeded, first["question"], since=first["since"])
    other = queued(seeded)[1]
    if change is want_none_that_is_new:
        new = {an_id(900_000), an_id(901_000)} - {body["card"]}
        other = new.pop()
    change(seeded, other)
    asked = []
    while body:
        question = seeded.post("/study/answers", body)["next"]["question"]
        body = question and answer_to(seeded, question, since=first["since"])
        asked += [question["card"]] if question else []
    assert asked
    assert other not in asked


def test_what_is_taken_back_is_asked_after_the_next_answer(
    seeded: Client, answer_to: Answering
) -> None:
    first = seeded.get("/study/next")
    scope = {"since": first["since"]}
    body = answer_to(seeded, first["question"], **scope)
    following = seeded.post("/study/answers", body)["next"]["question"]
    seeded.post("/study/undo", {"event": body["event"]})
    said = seeded.post("/study/answers", answer_to(seeded, following, **scope))
    assert said["next"]["question"]["card"] == body["card"]
    assert said["next"]["done"] == 1


def test_what_was_answered_elsewhere_is_not_asked_again(
    seeded: Client, clock: Clock, answer_to: Answering
) -> None:
    """A 409 says that the journal has moved on: the kept queue is made anew."""
    first = seeded.get("/study/next")
    scope = {"since": first["since"]}
    body = answer_to(seeded, first["question"], **scope)
    other = queued(seeded)[1]
    clock.pass_by(minutes=1)
    with Collection.open(seeded.world.home, now=clock) as elsewhere:
        sitting = elsewhere.begin()
        finish(elsewhere, sitting, Rating.GOOD)
    seeded.post("/study/answers", body, 409)
    turned = {"card": other, "direction": "forward"}
    body = answer_to(seeded, turned | {"event": an_id(2), "asked": clock.at}, **scope)
    question = seeded.post("/study/answers", body)["next"]["question"]
    assert question["card"] not in (other, first["question"]["card"])
