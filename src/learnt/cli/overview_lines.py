"""Events and agreements as lines of JSON, by names that stay the same from version to version."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from learnt.plots.map import Tie
    from learnt.plots.timeline import Moment


def event_line(one: "Moment") -> dict[str, Any]:
    """An event of a timeline; `start` and `end` are years, 1934.5 is the middle of 1934."""
    found = one.happening
    return {
        "edtf": found.edtf,
        "when": one.when,
        "start": round(found.extent.start, 4),
        "end": round(found.extent.end, 4),
        "label": found.label,
        "actors": list(found.actors),
        "deck": one.deck,
        "known": None if one.known is None else round(one.known, 3),
        "front": found.asked,
        "text": found.text,
    }


def agreement_line(one: "Tie") -> dict[str, Any]:
    """An agreement of a map."""
    return {
        "name": one.name,
        "parties": list(one.bond.parties),
        "edtf": one.bond.when,
        "when": one.when,
        "conditions": list(one.bond.conditions),
        "duration": one.bond.duration,
        "deck": one.deck,
        "known": None if one.known is None else round(one.known, 3),
    }
