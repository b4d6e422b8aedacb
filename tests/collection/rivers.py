"""A page, the same page as it is later, and what is done with the deck that it became."""

from dataclasses import replace

from learnt import Collection
from learnt.collection import Choices, Compared
from learnt.deck import Card

PAGE = """\
Rivers

What is a delta?
- Land made of what a river carries
- It grows into the sea

What is an oxbow lake?
- A bend that was cut off

Why do meanders move?
- The water outside is faster
"""
NEXT = """\
Rivers

What is a delta?
- Land made of what a river carries to its mouth
- It grows into the sea

What is an oxbow lake?
- A bend of a river that was cut off long ago

Where do springs rise?
- Where the water table meets the surface
"""


def add(collection: Collection, text: str, choices: Choices | None = None) -> None:
    reading = collection.read_data(text.encode(), "rivers.txt")
    collection.add(reading, choices=choices or Choices())


def would(collection: Collection, text: str) -> Compared:
    found = collection.would_change(collection.read_data(text.encode(), "rivers.txt"))
    assert found is not None
    return found


def card(collection: Collection, asked: str, deck: str = "Rivers") -> Card:
    (found,) = [one for one in collection.deck(deck).cards if (one.prompt or "").startswith(asked)]
    return found


def said(collection: Collection, asked: str) -> list[str]:
    return [point.text for point in card(collection, asked).points]


def edit(collection: Collection, asked: str, at: int, text: str) -> Card:
    before = card(collection, asked)
    points = list(before.points)
    points[at] = replace(points[at], text=text)
    collection.change(replace(before, points=tuple(points)))
    return card(collection, asked)
