"""Marks by the API: proposed when a card is turned over, kept with the answer, never a rating."""

from typing import Any

import pytest

from learnt.deck import Card
from learnt.journal import Rating, VerdictKind
from tests.collection.marks import Broken, Signs, mark_by_signs
from tests.collection.world import a_card, a_deck, an_id, check
from tests.web.api.conftest import Client, World

AGAIN, HARD, GOOD, EASY = Rating
COVERED, MISSING, CONFLICT, UNSURE = VerdictKind
THREE, ONE = a_card(1, ["it rose", "it fell", "it froze"]), a_card(2, ["steam"])
IDS = [point.id for point in THREE.points]
TYPED = "up 1+ so 2! or 3?"


@pytest.fixture
def asking(world: World) -> Client:
    client = world.client()
    world.collection.add(a_deck(1, [THREE, ONE]))
    return client


@pytest.fixture
def signs(asking: Client) -> Signs:
    return mark_by_signs(asking.world.collection)


def turned(client: Client, text: str, card: Card = THREE, **more: Any) -> dict[str, Any]:
    sent = {"card": card.id, "direction": "forward", "answer": text} | more
    found: dict[str, Any] = client.post("/study/show", sent)
    return found


def body(client: Client, text: str, card: Card = THREE, **more: Any) -> dict[str, Any]:
    shown = turned(client, text, card)
    proposed = [
        {"point": one["point"], "kind": one["kind"]}
        for one in (shown["marks"] or {}).get("marks", [])
    ]
    return {
        "event": an_id(77),
        "card": card.id,
        "direction": "forward",
        "asked": client.world.clock.at,
        "shown": [point["id"] for point in shown["points"]],
        "answer": text,
        "proposed": proposed,
    } | more


def test_an_answer_is_marked_and_nothing_is_saved(asking: Client, signs: Signs) -> None:
    shown = turned(asking, TYPED)
    marks = shown["marks"]
    assert marks["answer"] == TYPED
    assert marks["told"] == "1 of 3 points said, 1 differs, 1 unsure"
    assert [one["kind"] for one in marks["marks"]] == ["covered", "conflict", "unsure"]
    assert marks["marks"][0]["evidence"] == [[0, 2]]
    assert (marks["marks"][1]["said"], marks["marks"][1]["wanted"]) == ("so", "it fell")
    assert marks["open"] == [IDS[2]]
    assert (shown["said"], shown["proposed"], shown["problem"]) == ([IDS[0]], None, None)
    settled = turned(asking, TYPED, said=[IDS[0], IDS[2]], settled=[IDS[2]])
    assert (settled["proposed"], settled["marks"]["open"]) == (2, [])
    assert asking.world.reviews() == []


def test_without_an_answer_nothing_is_marked(asking: Client, signs: Signs) -> None:
    shown = turned(asking, " ")
    assert (shown["marks"], shown["said"], shown["proposed"]) == (None, None, 3)
    assert signs.asked == []


def test_what_was_proposed_is_kept(asking: Client, signs: Signs) -> None:
    asking.post("/study/answers", body(asking, TYPED, said=[IDS[0], IDS[1]]))
    (review,) = asking.world.reviews()
    assert review.rating is HARD
    assert [(one.proposed, one.wording) for one in review.outcomes] == [
        (COVERED, "up"),
        (CONFLICT, "so"),
        (UNSURE, "or"),
    ]
    check(asking.world.collection)


@pytest.mark.parametrize("text", ["up 1+ so 2+ or 3+", "nothing", TYPED])
@pytest.mark.parametrize("card", [THREE, ONE], ids=["three points", "one point"])
def test_no_typed_answer_is_rated_by_its_marks_alone(
    asking: Client, signs: Signs, text: str, card: Card
) -> None:
    said = asking.post("/study/answers", body(asking, text, card), 422)
    assert "nothing says what was in it" in said["error"]
    more = {"said": [IDS[0]], "unsettled": [IDS[2]]}
    asking.post("/study/answers", body(asking, text) | more, 422)
    assert asking.world.reviews() == []


def test_a_rating_may_leave_a_question_open(asking: Client, signs: Signs) -> None:
    sent = body(asking, TYPED, said=[IDS[0]], unsettled=[IDS[2]], rating=1)
    asking.post("/study/answers", sent)
    (review,) = asking.world.reviews()
    assert (review.rating, review.outcomes[2].wording) == (AGAIN, None)


@pytest.mark.parametrize(("said", "rating"), [([], AGAIN), ([0], GOOD)], ids=["no", "yes"])
def test_a_single_point_is_rated_by_what_was_said(
    asking: Client, signs: Signs, said: list[int], rating: Rating
) -> None:
    ids = [ONE.points[place].id for place in said]
    asking.post("/study/answers", body(asking, "x 1?", ONE, said=ids))
    (review,) = asking.world.reviews()
    assert (review.rating, review.outcomes[0].wording) == (rating, "x")


def test_a_failure_to_mark_is_told(asking: Client) -> None:
    Broken(asking.world.collection)
    shown = turned(asking, TYPED)
    assert "could not be marked (ImportError)" in shown["problem"]
    assert (shown["marks"], shown["proposed"]) == (None, 3)
    asking.post("/study/answers", body(asking, TYPED, rating=3))
    assert asking.world.reviews()[0].answer == TYPED


def test_a_point_proposed_twice_is_refused(asking: Client, signs: Signs) -> None:
    sent = body(asking, TYPED, rating=3)
    sent["proposed"] *= 2
    asking.post("/study/answers", sent, 422)
    assert asking.world.reviews() == []
