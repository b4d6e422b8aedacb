"""The clauses of a sentence, cut between its verbs."""

from collections.abc import Sequence
from itertools import pairwise

from learnt.facts.events.clauses.cutting import cut_between
from learnt.facts.events.scene import Scene
from learnt.facts.events.verbs import FINITE, INFINITIVE, Verb
from learnt.facts.light import lazy, value


@value(frozen=True)
class Clause:
    """Tokens `first` up to `end` with their verbs; `joined` by and, but or so to the one before."""

    first: int
    end: int
    verbs: Sequence[Verb]
    joined: bool

    @lazy
    def head(self) -> Verb | None:
        """The first finite verb; any other where there is none."""
        return next((one for one in self.verbs if one.mood is FINITE), next(iter(self.verbs), None))


def clauses_of(scene: Scene, sentence: range) -> tuple[Clause, ...]:
    """The clauses of a sentence; one without a verb where it has none."""
    verbs = scene.verbs_within(sentence.start, sentence.stop)
    heads = [one for one in verbs if one.mood is not INFINITIVE]
    cuts, joined = [sentence.start], [False]
    for one, following in pairwise(heads):
        cut = cut_between(scene, one.end, following.place)
        if cut is not None and cut > cuts[-1]:
            cuts.append(cut)
            joined.append(_is_joined(scene, cut, following.place))
    cuts.append(sentence.stop)
    return tuple(
        Clause(first, end, scene.verbs_within(first, end), with_and)
        for (first, end), with_and in zip(pairwise(cuts), joined, strict=True)
    )


def _is_joined(scene: Scene, cut: int, place: int) -> bool:
    """Whether the clause goes on with what was told: after "and", a comma or a semicolon."""
    return scene.words.opening.isdisjoint(scene.lows(cut, place))
