"""What led to what by the API."""

from tests.collection.world import a_card, a_deck
from tests.web.api.conftest import Client

CARD = a_card(7, ["The rains failed, so the crops died"], prompt="Why did they leave?")


def test_chains_of_a_deck(client: Client) -> None:
    deck = client.world.collection.add(a_deck(1, [CARD], "Hunger")).deck
    found = client.get(f"/decks/{deck}/why")
    assert (found["id"], found["title"]) == (deck, "Hunger")
    (chain,) = found["chains"]
    assert chain["about"] == "Why did they leave?"
    assert [(one["text"], one["point"], one["column"]) for one in chain["steps"]] == [
        ("The rains failed", CARD.points[0].id, 0),
        ("the crops died", CARD.points[0].id, 1),
        ("Why did they leave?", None, 2),
    ]
    assert chain["arrows"] == [
        {"cause": 0, "effect": 1, "kind": "cause", "words": "so", "back": False},
        {"cause": 1, "effect": 2, "kind": "cause", "words": None, "back": False},
    ]


def test_the_fact_says_where_its_sides_stand(client: Client) -> None:
    deck = client.world.collection.add(a_deck(1, [CARD], "Hunger")).deck
    (card,) = client.get(f"/decks/{deck}/facts")["cards"]
    facts = [one for one in card["texts"][1]["facts"] if one["kind"] == "cause"]
    within = next(one for one in facts if one["marker"])
    assert within["type"] == "cause"
    assert within["marker"] == [18, 20]
    assert within["cause_at"] == {"point": CARD.points[0].id, "span": [0, 16]}
    asked = next(one for one in facts if not one["marker"])
    assert asked["effect_at"]["point"] is None
