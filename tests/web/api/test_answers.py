"""An answer is in the journal once, whatever happens to the line, the program or the client."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from learnt.collection import Collection
from learnt.journal import Rating
from tests.collection.world import Clock, an_id, check, finish
from tests.web.api.conftest import Answering, Client, World, seed

EVENT = an_id(77)


def asked(client: Client, **query: Any) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/study/next", **query)["question"]
    assert found is not None
    return found


def test_an_answer_and_the_next_question(seeded: Client, answer_to: Answering) -> None:
    first = seeded.get("/study/next")
    question = first["question"]
    before = len(seeded.world.reviews())
    said = seeded.post("/study/answers", answer_to(seeded, question, since=first["since"]))
    assert (said["saved"], said["event"]) == (True, question["event"])
    assert said["next"]["done"] == said["next"]["summary"]["good"] == 1
    assert said["next"]["last"] == question["event"]
    assert said["next"]["question"]["card"] != question["card"]
    assert len(seeded.world.reviews()) == before + 1
    check(seeded.world.collection)


@pytest.mark.parametrize(("said", "rating"), [(None, 3), ([0, 1], 3), ([0], 2), ([], 1)], ids=str)
def test_the_rating_that_is_proposed(
    said: list[int] | None, rating: int, seeded: Client, answer_to: Answering
) -> None:
    question = next_of_two_points(seeded)
    body = answer_to(seeded, question)
    if said is not None:
        body["said"] = [body["shown"][place] for place in said]
    seeded.post("/study/answers", body)
    review = next(one for one in seeded.world.reviews() if one.id == question["event"])
    assert review.rating == rating
    there: list[str] = body.get("said") or ([] if said == [] else body["shown"])
    missed = [one.point for one in review.outcomes if not one.rating.passed]
    assert missed == [point for point in body["shown"] if point not in there]


def next_of_two_points(client: Client) -> dict[str, Any]:
    return asked(client, deck=client.get("/decks")["decks"][0]["id"])


def test_sent_twice(seeded: Client, answer_to: Answering) -> None:
    body = answer_to(seeded, asked(seeded), rating=4)
    first = seeded.post("/study/answers", body)
    again = seeded.post("/study/answers", body | {"rating": 1})
    assert (first["saved"], again["saved"]) == (True, False)
    assert again["next"]["question"]["card"] == first["next"]["question"]["card"]
    assert [one.rating for one in seeded.world.reviews() if one.id == body["event"]] == [4]


def test_sent_by_two_at_once(seeded: Client, answer_to: Answering) -> None:
    for _ in range(2):
        body = answer_to(seeded, asked(seeded))
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda _: seeded.post("/study/answers", body), range(4)))  # noqa: B023 - done within the turn
        assert sorted(one["saved"] for one in found) == [False, False, False, True]
        assert sum(one.id == body["event"] for one in seeded.world.reviews()) == 1
    check(seeded.world.collection)


def test_sent_again_after_a_restart(seeded: Client, answer_to: Answering) -> None:
    first = seeded.get("/study/next")
    body = answer_to(seeded, first["question"], since=first["since"])
    said = seeded.post("/study/answers", body)
    after = seeded.world.client()
    again = after.post("/study/answers", body)
    assert (said["saved"], again["saved"]) == (True, False)
    assert again["next"]["done"] == 1, "the sitting goes on where it was"
    assert sum(one.id == body["event"] for one in after.world.reviews()) == 1


def test_asked_before_a_restart_and_answered_after(seeded: Client, answer_to: Answering) -> None:
    body = answer_to(seeded, asked(seeded))
    after = seeded.world.client()
    assert after.post("/study/answers", body)["saved"]


def test_sent_again_after_it_was_undone(seeded: Client, answer_to: Answering) -> None:
    """It stays undone: a slow line must not bring back what was taken back."""
    body = answer_to(seeded, asked(seeded))
    seeded.post("/study/answers", body)
    assert seeded.post("/study/undo", {"event": body["event"]})["undone"]
    assert "taken back" in seeded.post("/study/answers", body, 409)["error"]
    check(seeded.world.collection)


def test_the_key_in_the_header(seeded: Client, answer_to: Answering) -> None:
    body = answer_to(seeded, asked(seeded))
    event = body.pop("event")
    seeded.post("/study/answers", body, 422)
    saved = []
    for key in (event, f'"{event}"'):  # the draft of the header's standard has it quoted
        said = seeded.post("/study/answers", body, headers={"Idempotency-Key": key})
        assert said["event"] == event
        saved.append(said["saved"])
    assert saved == [True, False]
    seeded.post("/study/answers", body | {"event": event}, headers={"Idempotency-Key": event})


@pytest.mark.parametrize("key", [EVENT, "", "no id", "é".encode()])
def test_a_key_that_does_not_agree(key: str | bytes, seeded: Client, answer_to: Answering) -> None:
    before = len(seeded.world.reviews())
    body = answer_to(seeded, asked(seeded))
    said = seeded.post("/study/answers", body, 422, headers={"Idempotency-Key": key})
    assert "event" in said["error"]
    assert len(seeded.world.reviews()) == before


def test_answered_elsewhere_since(seeded: Client, clock: Clock, answer_to: Answering) -> None:
    deck = seeded.get("/decks")["decks"][0]["id"]
    body = answer_to(seeded, asked(seeded, deck=deck))
    clock.pass_by(minutes=1)
    with Collection.open(seeded.world.home, now=clock) as other:
        sitting = other.begin(deck)
        assert sitting.exercise
        assert sitting.exercise.card.id == body["card"]
        finish(other, sitting, Rating.AGAIN)
    before = len(seeded.world.reviews())
    said = seeded.post("/study/answers", body, 409)
    assert "another window" in said["error"]
    assert len(seeded.world.reviews()) == before


def test_changed_elsewhere_since(seeded: Client, answer_to: Answering) -> None:
    question = next_of_two_points(seeded)
    body = answer_to(seeded, question)
    seeded("PUT", f"/cards/{body['card']}", json={"prompt": "new", "points": [{"text": "new"}]})
    assert "changed" in seeded.post("/study/answers", body, 409)["error"]


def test_a_card_and_a_deck_that_are_gone(seeded: Client, answer_to: Answering) -> None:
    """What was answered is kept: the card may come back from the trash."""
    deck = seeded.get("/decks")["decks"][0]["id"]
    body = answer_to(seeded, asked(seeded, deck=deck), deck=deck)
    body["said"] = body["shown"][:1]
    trash = seeded("DELETE", f"/decks/{deck}")["id"]
    said = seeded.post("/study/answers", body)
    assert said["saved"]
    assert said["next"]["question"] is None
    seeded.post(f"/trash/{trash}/bring-back")
    known = seeded.get(f"/cards/{body['card']}")
    assert known["reviews"] == 2
    check(seeded.world.collection)


def test_what_it_says_of_time_and_text(seeded: Client, clock: Clock, answer_to: Answering) -> None:
    body = answer_to(seeded, asked(seeded), answer="a\0b\r\n", rating=3, duration_ms=1234)
    seeded.post("/study/answers", body)
    review = seeded.world.reviews()[-1]
    assert (review.answer, review.duration_ms, review.at) == ("ab", 1234, clock.at)


def test_on_postgresql(
    world: World, clock: Clock, postgres_schema: str, answer_to: Answering
) -> None:
    """Its texts hold no NUL and its numbers have an end, and nothing of it comes through."""
    world.url = postgres_schema
    client = world.client()
    seed(world.collection, clock)
    body = answer_to(client, asked(client), answer="a\0b", rating=3)
    assert client.post("/study/answers", body)["saved"]
    assert not client.post("/study/answers", body)["saved"]
    deck = client.post("/decks", {"title": "a\0b", "question": "\0"}, 201)["id"]
    card = {"prompt": "\0p", "points": [{"text": "\0t", "accepted": ["\0a"]}], "tags": ["\0"]}
    made = client.post(f"/decks/{deck}/cards", card, 201)
    assert made["card"]["points"][0]["text"] == "t"
    client.get(f"/decks/{deck}", matching="\0", start=1_000_000_000)
    draft = client.post("/drafts", {"text": "Title\n\na\0\tb\nc\td\n", "name": "\0"}, 201)
    client("PATCH", f"/drafts/{draft['id']}", json={"title": "\0x", "question": "\0"})
    client.post(f"/drafts/{draft['id']}/save", {"title": "\0y"})
    review = {
        "id": an_id(5),
        "card": an_id(6),
        "at": 0,
        "rating": 1,
        "exercise": "\0",
        "answer": "\0",
    }
    review["outcomes"] = [{"point": an_id(7), "rating": 1}]
    assert client.post("/events", {"reviews": [review]}) == {"new": 1, "known": 0}
    client("PATCH", "/settings", 422, json={"time_zone": "Europe/\0"})
    client("PATCH", "/settings", json={"new_a_day": 9_999, "reviews_a_day": 99_999})
    assert not (world.home / "learnt.log").exists()
    check(world.collection)
