"""The fact that another is the same as: found on the card before it is kept."""

from collections.abc import Iterator, Mapping

from learnt.collection.fact_phrases import found_phrase, phrase_in, text_of, text_with, texts_of
from learnt.deck import Card
from learnt.errors import UsageError
from learnt.facts import Goal
from learnt.ids import PointId

_ITSELF = "A fact is the same as itself already. Choose another one."
_NO_PLACE = "“into_start” says how many letters stand before the words. Write a whole number."


def goal_on(card: Card, own: Goal, values: Mapping[str, str]) -> dict[str, str]:
    """Where the words `into` stand on a card, as it is kept with a merge.

    They are looked for in the text `into_point` ("" is the prompt), near `into_start`. Where no
    text is named, they are looked for in the fact's own, and then in the others. Raises NotFound
    and UsageError.
    """
    named = "into_point" in values
    goals = _named(card, values) if named else _anywhere(card, own.point, values["into"])
    found = next((one for one in goals if one != own), None)
    if found is None:
        raise UsageError(_ITSELF)
    place = {"into_point": found.point or "", "into_start": str(found.start)}
    return {"into": found.quote, **place}


def _named(card: Card, values: Mapping[str, str]) -> Iterator[Goal]:
    point = PointId(values["into_point"]) if values["into_point"] else None
    start = values.get("into_start") or "0"
    if not (start.isascii() and start.isdecimal() and len(start) < 10):
        raise UsageError(_NO_PLACE)
    yield Goal(point, *phrase_in(text_of(card, point), values["into"], int(start)))


def _anywhere(card: Card, own: PointId | None, words: str) -> Iterator[Goal]:
    """The first and the last place of some words in each text, in the fact's own text first."""
    text_with(card, words)  # tells where they stand in none
    texts = texts_of([card]).items()
    for (_, point), text in sorted(texts, key=lambda one: one[0][1] != own):
        for start in (0, len(text)):
            if found := found_phrase(text, words, start):
                yield Goal(point, *found)
