"""The dates of the verbs of a sentence: first those of each clause, then those that are shared."""

from bisect import bisect_left
from collections.abc import Sequence

from learnt.facts.events.clauses.clause import Clause
from learnt.facts.events.clauses.nouns import belongs_to_noun, cites
from learnt.facts.events.clauses.sharing import (
    Dated,
    carry_on,
    share_with_infinitives,
    share_with_main,
    share_with_participles,
    share_with_shortened,
)
from learnt.facts.events.scene import PlacedDate, Scene
from learnt.facts.events.verbs import PARTICIPLE, Verb

_FAR = 8
"""A participle so far before a date only passes by: the date is of the verb before it."""


def dates_of_verbs(scene: Scene, clauses: Sequence[Clause]) -> Dated:
    """For the places of verbs the dates that are theirs; several for what happened again."""
    found: Dated = {}
    leading: PlacedDate | None = None
    for nth, clause in enumerate(clauses):
        dates = scene.dates_within(clause.first, clause.end)
        own = [one for one in dates if not belongs_to_noun(scene, one)]
        if nth == 0 and clause.verbs and own and own[0].first < clause.verbs[0].place:
            leading = own[0]
        _bind(scene, clause, own, found)
        if leading is not None and (clause.joined or nth == 0 or _goes_along(scene, clause)):
            carry_on(clause, leading, found)
        if nth and not own:
            share_with_main(scene, clauses[nth - 1], clause, found)
        if not clause.verbs and own and nth:
            _give_back(clauses[nth - 1], own[0], found)
        share_with_participles(clause, found)
        if nth and clause.joined:
            share_with_shortened(clauses[nth - 1], clause, found)
    share_with_infinitives(scene, clauses, found)
    return found


def _bind(scene: Scene, clause: Clause, dates: Sequence[PlacedDate], found: Dated) -> None:
    """Give each date to its verb; a verb keeps those after it where it has any."""
    for one in dates:
        verb = _verb_for(clause, one)
        if verb is None or cites(scene, verb, one):
            continue
        known = found.setdefault(verb.place, [])
        if known and known[0].first < verb.place < one.first:
            known.clear()  # they come in order: all that are known stand before the verb
        known.append(one)


def _verb_for(clause: Clause, one: PlacedDate) -> Verb | None:
    """The nearest verb before the date; the first where the date stands before all of them."""
    before = bisect_left(clause.verbs, one.first, key=_place)
    if not before:
        return clause.head
    last = clause.verbs[before - 1]
    passing = last.mood is PARTICIPLE and not last.passive and one.first - last.place >= _FAR
    return clause.verbs[before - 2] if passing and before > 1 else last


def _place(verb: Verb) -> int:
    return verb.place


def _give_back(before: Clause, one: PlacedDate, found: Dated) -> None:
    """A date alone behind a comma or in brackets belongs to the verb before it."""
    if before.verbs:
        found.setdefault(before.verbs[-1].place, [one])


def _goes_along(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells what happened at the same time: as, while, when, who, which."""
    return scene.low(clause.first) in scene.words.dating.along
