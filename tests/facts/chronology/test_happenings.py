"""What happened when, in the words of the cards; the decks are our own."""

from collections.abc import Sequence

import pytest

from learnt.facts.chronology import Happening, SmallWords, bonds_of, happenings_of
from learnt.facts.chronology.labels import LONGEST, shortened
from learnt.weights.languages import language
from tests.facts.made import card_id, point_id, read


def happenings(*cards: Sequence[str | None]) -> tuple[Happening, ...]:
    facts = read(*cards)
    return happenings_of(facts, SmallWords.of(language("en")), bonds_of(facts))


def labels(*cards: Sequence[str | None]) -> list[tuple[str, str]]:
    return [(one.edtf, one.label) for one in happenings(*cards)]


@pytest.mark.parametrize(
    ("prompt", "point", "told"),
    [
        (
            None,
            "In 1905 Norway left the union with Sweden",
            ("1905", "Norway left the union with Sweden"),
        ),
        (
            None,
            "Sweden was angry, but it signed the Karlstad Treaty in October 1905",
            ("1905-10", "Sweden signed the Karlstad Treaty"),
        ),
        (
            "When was the Karlstad Treaty signed?",
            "26 October 1905",
            ("1905-10-26", "Karlstad Treaty"),
        ),
        (
            "What was agreed in the Treaty of Kiel of January 1814?",
            "Denmark gave Norway to Sweden",
            ("1814-01", "Treaty of Kiel"),
        ),
        (
            "What happened in August 1905?",
            "Almost all Norwegians voted for leaving",
            ("1905-08", "Almost all Norwegians voted for leaving"),
        ),
        (
            "Who became king in 1905?",
            "Haakon VII",
            ("1905", "Became king: Haakon VII"),
        ),
        (
            "What did Frederik do?",
            "He called a meeting at Eidsvoll in April 1814",
            ("1814-04", "Frederik called a meeting at Eidsvoll"),
        ),
    ],
)
def test_a_label_says_what_happened(prompt: str | None, point: str, told: tuple[str, str]) -> None:
    assert labels((prompt, point)) == [told]


def test_a_text_is_told_once_for_each_of_its_dates() -> None:
    (first, second) = happenings(
        (None, "Norway was given to Sweden in 1814, and the union ended in 1905")
    )
    assert (first.edtf, second.edtf) == ("1814", "1905")
    assert first.points == second.points == (point_id(0, 0),)
    assert first.card == card_id(0)


def test_what_the_prompt_dates_is_one_with_all_its_points() -> None:
    (one,) = happenings(
        (
            "What did the Congress of Vienna decide in 1815?",
            "Norway stayed with Sweden",
            "Poland went to Russia",
        )
    )
    assert one.label == "Congress of Vienna"
    assert one.points == (point_id(0, 0), point_id(0, 1))
    assert {"Norway", "Sweden"} <= set(one.actors)


def test_they_stand_in_the_order_of_time() -> None:
    found = happenings(
        (None, "Norway left in 1905"), (None, "Sweden lost Finland in 1809"), (None, "Nobody came")
    )
    assert [one.edtf for one in found] == ["1809", "1905"]


def test_who_made_an_agreement_is_known_from_another_card() -> None:
    (one,) = happenings(
        ("When was the Karlstad Treaty signed?", "26 October 1905"),
        (
            "What did Norway and Sweden promise each other in the Karlstad Treaty?",
            "Norway and Sweden would pull down their forts",
        ),
    )
    assert set(one.actors) == {"Norway", "Sweden"}


def test_a_long_label_is_cut_between_words() -> None:
    told = "norway and sweden parted after ninety-one years of one king and two governments"
    cut = shortened(told)
    assert len(cut) <= LONGEST
    assert cut.startswith("Norway and sweden")
    assert cut.endswith("…")
    assert told.startswith(cut[:-1].lower() + " ")
    assert shortened("x" * 80) == "X" + "x" * (LONGEST - 2) + "…"
