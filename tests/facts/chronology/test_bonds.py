"""Agreements by all the cards that tell of them."""

from collections.abc import Sequence

from learnt.facts.chronology import Bond, bonds_of
from learnt.facts.chronology.bonds import key_of
from tests.facts.made import card_id, read


def bonds(*cards: Sequence[str | None]) -> dict[str, Bond]:
    return {one.name: one for one in bonds_of(read(*cards))}


def test_an_agreement_is_one_however_many_cards_tell_of_it() -> None:
    found = bonds(
        ("When was the Karlstad Treaty signed?", "26 October 1905"),
        (
            "What did Norway and Sweden promise in the Karlstad Treaty?",
            "Norway and Sweden would help each other if Russia attacked one of them",
        ),
    )
    (one,) = found.values()
    assert (one.name, one.when) == ("Karlstad Treaty", "1905-10-26")
    assert set(one.parties) == {"Norway", "Sweden"}
    assert one.conditions == ("if Russia attacked one of them",)
    assert one.cards == (card_id(0), card_id(1))


def test_the_prompt_may_say_when() -> None:
    found = bonds(
        ("What was agreed in the Treaty of Kiel of January 1814?", "Denmark gave Norway to Sweden"),
    )
    assert found["Treaty of Kiel"].when == "1814-01"


def test_pacts_without_a_name_are_told_apart_by_their_parties() -> None:
    found = bonds_of(
        read(
            ("What came in 1932?", "France and Poland signed a trade pact in 1932"),
            ("And then?", "Finland and Poland signed a trade pact in 1933"),
        )
    )
    assert [one.when for one in found] == ["1932", "1933"]
    assert len({one.key for one in found}) == 2


def test_it_is_known_by_its_words_in_any_order() -> None:
    assert key_of("Treaty of Berlin") == key_of("Berlin treaty") != key_of("Treaty of Paris")
