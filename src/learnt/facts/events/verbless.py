"""Points that are no sentence: "September 1934", "Italian invasion, October 1935"."""

from dataclasses import replace

from learnt.facts.events.actors import tells_who
from learnt.facts.events.asked import Asked
from learnt.facts.events.scene import Scene
from learnt.facts.events.verb_table import STATE_CLASS, VerbTable
from learnt.facts.values import Event, NameKind

_DEEDS = frozenset(
    """attack begin create destroy die discover elect end join kill leave lose meet negotiate remove
    sign win""".split()
)
"""Classes of verbs whose nouns tell a deed."""
_MOST_ACTORS = 50
"""A list of names is no sentence that they all act in."""


def events_without_verb(scene: Scene, table: VerbTable, asked: Asked) -> list[Event]:
    """The events of a text without a verb, one for each of its dates.

    It answers with the verb of its prompt; else a noun tells what was done, or at least a date
    when.
    """
    acting = (one for one in scene.names.listed if one.acts and not tells_who(scene, one))
    wars = (one for one in scene.names.listed if one.kind is NameKind.WAR)
    inside = (name for one in wars for name in one.parties)
    names = tuple(dict.fromkeys((*(one.name for one in acting), *inside)))[:_MOST_ACTORS]
    if not scene.tokens or not (scene.dates or names):
        return []
    verb = asked.verb if asked.verb and asked.verb.entry.verb_class != STATE_CLASS else None
    if verb is None and not scene.dates:
        return []
    noun = None if verb else _deed(scene, table)
    entry = verb.entry if verb else None if noun is None else table.nouns[scene.low(noun)]
    bare = Event(
        scene.span(0, len(scene.tokens)),
        entry.lemma if entry else "",
        entry.verb_class if entry else "",
        None if noun is None else scene.span(noun, noun + 1),
        tuple(dict.fromkeys((*names, *asked.subjects))),
        polarity=not (verb and verb.negative),
    )
    return [replace(bare, edtf=one.date.edtf, date=one.date.span) for one in scene.dates] or [bare]


def _deed(scene: Scene, table: VerbTable) -> int | None:
    """The first noun of a deed that is no part of a name: invasion, not invader."""
    for place, token in enumerate(scene.tokens):
        entry = table.nouns.get(token.low)
        if entry is None or entry.nouns[0] != token.low or entry.verb_class not in _DEEDS:
            continue
        known = scene.names.covering.get(place)
        if known is None or known.kind is NameKind.WAR:
            return place
    return None
