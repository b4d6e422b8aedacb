"""The trash by the API."""

from tests.web.api.conftest import Client


def test_trash(seeded: Client) -> None:
    thing = seeded.get("/trash")["things"][0]
    assert (thing["kind"], thing["title"]) == ("deck", "Deck 3")
    assert seeded.get("/trash", start=1)["things"] == []
    assert seeded.post(f"/trash/{thing['id']}/bring-back")["new"] == 2
    assert seeded.get("/trash")["total"] == 0
    seeded.post("/trash/1/bring-back", status=404)
