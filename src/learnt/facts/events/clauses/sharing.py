"""Verbs that have no date of their own and take that of another: two deeds of one time."""

from collections.abc import Sequence
from itertools import pairwise

from learnt.facts.events.clauses.clause import Clause
from learnt.facts.events.scene import PlacedDate, Scene
from learnt.facts.events.verbs import FINITE, INFINITIVE, PARTICIPLE

Dated = dict[int, list[PlacedDate]]
"""By the place of a verb: the dates that are its own."""

_LINKED = 3
"""How near an infinitive stands behind the verb that it is one deed with."""
_OPENING = 3
"""Within how many words a clause that opens with "when" does so."""


def carry_on(clause: Clause, leading: PlacedDate, found: Dated) -> None:
    """Give the date that opened the sentence to the verbs that have none."""
    for verb in clause.verbs:
        told = verb.mood is FINITE or verb.passive
        if told and verb.place not in found and leading.first < verb.place:
            found[verb.place] = [leading]


def share_with_main(scene: Scene, before: Clause, clause: Clause, found: Dated) -> None:
    """`when Hitler marched into the Rhineland in 1936, France did nothing`: both were then."""
    if scene.words.when.isdisjoint(scene.lows(before.first, before.first + _OPENING)):
        return
    dated = _dated(before, found)
    for verb in clause.verbs:
        if dated and verb.mood is FINITE and verb.place not in found:
            found[verb.place] = dated[0]


def share_with_participles(clause: Clause, found: Dated) -> None:
    """`intervened in September by sending`: one deed, told twice."""
    dated = _dated(clause, found)
    for verb in clause.verbs:
        if dated and verb.mood is PARTICIPLE and verb.place not in found:
            found[verb.place] = dated[0]


def share_with_shortened(before: Clause, clause: Clause, found: Dated) -> None:
    """`met from 1814 to 1815, chaired by Metternich`: what is hung on has the date before it."""
    dated = _dated(before, found)
    for verb in clause.verbs[:1]:
        if dated and verb.passive and verb.mood is PARTICIPLE and verb.place not in found:
            found[verb.place] = dated[-1]


def share_with_infinitives(scene: Scene, clauses: Sequence[Clause], found: Dated) -> None:
    """`agreed in 1935 to sign`, `refused to sign in 1935`: the two verbs are one deed."""
    for clause in clauses:
        for one, following in pairwise(clause.verbs):
            if following.mood is not INFINITIVE or following.place - one.end > _LINKED:
                continue
            if following.place in found and one.place not in found:
                found[one.place] = found[following.place]
            elif one.place in found and one.lemma in scene.words.dating.controlling:
                found.setdefault(following.place, found[one.place])


def _dated(clause: Clause, found: Dated) -> list[list[PlacedDate]]:
    return [found[one.place] for one in clause.verbs if one.place in found]
