"""The memory model by the API."""

from tests.collection.learners import forgetful
from tests.web.api.conftest import Client


def test_memory_of_nothing(client: Client) -> None:
    said = client.get("/memory")
    assert (said["model"], said["reviews"], said["loss"], said["fitted_at"]) == (
        "blend",
        0,
        None,
        None,
    )
    assert (len(said["parameters"]), said["agreement"], said["fits"]) == (30, [], [])


def test_fitting(client: Client) -> None:
    forgetful(client.world.collection)
    before = client.get("/memory")
    made = client.post("/memory/fit")
    assert made["adopted"]
    assert (made["reason"], made["model"]) == ("better", "blend")
    assert made["after"] < made["before"]
    assert made["told"].startswith("Adopted.")
    after = client.get("/memory")
    assert (after["fitted_at"], after["fitted_to"]) == (made["at"], made["targets"])
    assert after["loss"] < before["loss"]
    assert after["fits"] == [made]
    assert sum(one["count"] for one in after["agreement"]) == after["targets"]
    assert client.post("/memory/fit") == made, "to the same answers no second fit is made"


def test_a_model_that_there_is_not(client: Client) -> None:
    client.post("/memory/fit", {"model": "guess"}, 422)
    assert client.get("/memory")["fits"] == []
