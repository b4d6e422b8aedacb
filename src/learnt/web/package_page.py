"""What the page of a package shows: its decks as a tree, its note types, the first cards."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from learnt.web.asked import Asked
from learnt.web.uploads.seen import DeckSeen, PackageSeen, TypeSeen
from learnt.web.uploads.upload import Choice, Fields, Upload
from learnt.words import count, megabytes

CARDS_SHOWN = 12
MOST_DECKS = 500
"""Decks that are listed with a box each; those after them have one together."""

_DEEPEST = 8  # levels that are drawn
_MOST_TYPES = 100
_KINDS = {
    "basic": "front and back",
    "reversed": "asked both ways",
    "optional reversed": "asked both ways where Anki does",
    "cloze": "a text with gaps",
    "typed": "front and back, to be typed",
    "other": "fields of its own",
}


@dataclass
class Branch:
    """A level of the tree; `deck` is None where only decks below it have cards."""

    label: str
    deck: DeckSeen | None = None
    chosen: bool = False
    below: list["Branch"] = field(default_factory=list)


def tree_of(decks: Iterable[DeckSeen], choice: Choice) -> list[Branch]:
    """The decks by the levels of their titles."""
    top = Branch("")
    levels: dict[tuple[str, ...], Branch] = {(): top}
    for deck in decks:
        path = tuple(deck.title.split("::", _DEEPEST))
        for depth in range(1, len(path) + 1):
            if path[:depth] not in levels:
                branch = levels[path[:depth]] = Branch(path[depth - 1])
                levels[path[: depth - 1]].below.append(branch)
        if levels[path].deck is not None:  # two decks of one title
            levels[path[:-1]].below.append(Branch(path[-1], deck, choice.takes(deck.id)))
            continue
        levels[path].deck = deck
        levels[path].chosen = choice.takes(deck.id)
    return top.below


def values_of(upload: Upload, seen: PackageSeen) -> dict[str, Any]:
    """What the templates of a package are given."""
    choice = upload.choice
    decks = seen.chosen(choice)
    rest = seen.decks[MOST_DECKS:]
    types = list(enumerate(seen.types[:_MOST_TYPES]))
    return {
        "upload": upload,
        "seen": seen,
        "holds": _holds(seen),
        "tree": tree_of(seen.decks[:MOST_DECKS], choice),
        "rest": len(rest),
        "rest_chosen": any(choice.takes(deck.id) for deck in rest),
        "own": [(place, one) for place, one in types if one.kind == "other"],
        "usual": [(place, one) for place, one in types if one.kind != "other"],
        "kinds": _KINDS,
        "decks": len(decks),
        "cards": sum(deck.cards for deck in decks),
        "answers": sum(deck.answers for deck in decks),
        "first": seen.first_cards(choice, CARDS_SHOWN),
    }


def choice_of(asked: Asked, before: Choice, seen: PackageSeen) -> Choice:
    """What the form chooses."""
    said = set(asked.texts("deck"))
    if asked.text("rest"):
        said |= {deck.id for deck in seen.decks[MOST_DECKS:]}
    ids = tuple(deck.id for deck in seen.decks)
    decks = tuple(one for one in ids if one in said)
    changed = {
        one.name: fields
        for place, one in enumerate(seen.types[:_MOST_TYPES])
        if (fields := _fields(asked, place, one)) is not None
    }
    return replace(before, decks=None if decks == ids else decks, fields=changed)


def _fields(asked: Asked, place: int, one: TypeSeen) -> tuple[str, str] | None:
    """The fields that are chosen of a note type; None where they are those of its templates."""
    front, back = asked.text(f"front-{place}"), asked.text(f"back-{place}")
    if not front or (front, back) == (one.usual_front, one.usual_back):
        return None
    return front, back


def fields_wrong(fields: Fields) -> str | None:
    """What is wrong with a choice of fields, in a sentence."""
    for name, (front, back) in fields.items():
        if not back:
            return f"Choose a back for the notes of “{name}”, or leave both as they were."
        if front == back:
            return f"Front and back of “{name}” are the same field. Choose two."
    return None


def _holds(seen: PackageSeen) -> str:
    """What is in it, in a sentence."""
    parts = [count(len(seen.decks), "deck"), count(seen.notes, "note")]
    parts.append(count(seen.answers, "answer") if seen.answers else "no answers")
    if seen.set_aside:
        parts.append(f"{count(seen.set_aside, 'card')} set aside")
    if seen.media:
        files = count(seen.media, "picture or sound", "pictures and sounds")
        parts.append(f"{files} ({megabytes(seen.media_bytes)})")
    return ", ".join(parts) + "."
