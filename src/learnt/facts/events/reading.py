"""The events of one text: its verbs with their dates, actors, place, qualifier and condition."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from learnt.facts.events.actors import Actors, Pronouns, Spoken
from learnt.facts.events.asked import Asked, dated_by_prompt
from learnt.facts.events.clauses import Clause, clauses_of, dates_of_verbs
from learnt.facts.events.conditions import condition_in
from learnt.facts.events.scene import PlacedDate, Scene
from learnt.facts.events.told import ClauseTold, told_in
from learnt.facts.events.verb_table import STATE_CLASS, VerbTable
from learnt.facts.events.verbless import events_without_verb
from learnt.facts.events.verbs import FINITE, INFINITIVE, Verb
from learnt.facts.light import value
from learnt.facts.values import Event
from learnt.facts.words import EventWords

_DENIED = "refuse"
"""The class of verbs of refusing."""
_SIGN = "sign"
"""The class of verbs of making an agreement."""
_NEGOTIATE = "negotiate"
_GOVERNED = 4
"""How many letters stand at most between refusing and what is refused: " to "."""


def read_events(
    scene: Scene, table: VerbTable, pronouns: Mapping[str, str], asked: Asked
) -> tuple[tuple[Event, ...], Spoken]:
    """The events of a text in its order, and what was spoken of when it ends."""
    reader = _Reader(scene, Actors(scene, Pronouns(scene, pronouns)), asked)
    found: list[Event] = []
    spoken = asked.spoken
    for sentence in scene.sentences:
        events, spoken = reader.sentence(sentence, spoken)
        found += events
    found = _denied(found, scene.words)
    finite = any(_tells(one, scene) and one.mood is not INFINITIVE for one in scene.verbs)
    if not finite:
        found = [*events_without_verb(scene, table, asked), *found]
    return tuple(dated_by_prompt(found, asked)), spoken


@value(frozen=True, slots=True)
class _Reader:
    """Reads the events of one text, sentence by sentence."""

    scene: Scene
    actors: Actors
    asked: Asked

    def sentence(self, sentence: range, spoken: Spoken) -> tuple[list[Event], Spoken]:
        """The events of a sentence, and what was spoken of when it ends."""
        clauses = clauses_of(self.scene, sentence)
        dates = dates_of_verbs(self.scene, clauses)
        condition = condition_in(self.scene, sentence)
        subjects: tuple[str, ...] = ()
        found: list[Event] = []
        for clause in clauses:
            told = told_in(self.scene, clause, condition)
            for verb in clause.verbs:
                mine, others = self.actors.of(verb, clause, spoken, subjects)
                if verb.mood is FINITE:
                    subjects = others if verb.passive and not mine else mine
                if _tells(verb, self.scene):
                    actors = self._with_party_asked(verb, told, (*mine, *others))
                    found += [
                        self._event(verb, clause, told, actors, one)
                        for one in dates.get(verb.place) or (None,)
                    ]
            spoken = spoken.then(self.scene.names.within(clause.first, clause.end), subjects)
        return found, spoken

    def _event(
        self,
        verb: Verb,
        clause: Clause,
        told: ClauseTold,
        actors: tuple[str, ...],
        dated: PlacedDate | None,
    ) -> Event:
        """The event of a verb on one of its dates, or on none."""
        first, end = min(clause.first, verb.place), max(clause.end, verb.end)
        return Event(
            span=self.scene.span(first, end),
            verb=verb.lemma,
            verb_class=verb.entry.verb_class,
            word=self.scene.span(verb.place, verb.end),
            actors=tuple(dict.fromkeys(actors)),
            edtf=dated.date.edtf if dated else None,
            date=dated.date.span if dated else None,
            place=told.place_of(verb),
            qualifier=told.qualifier_of(verb),
            condition=told.condition.of(verb),
            polarity=not verb.negative,
        )

    def _with_party_asked(
        self, verb: Verb, told: ClauseTold, actors: tuple[str, ...]
    ) -> tuple[str, ...]:
        """`What did he do with Poland?` `He made a pact`: the other party is who is asked about."""
        signs = verb.entry.verb_class == _SIGN
        makes = (
            verb.entry.verb_class == _NEGOTIATE or verb.lemma in self.scene.words.agreements.make
        )
        if len(actors) == 1 and (signs or (makes and told.linked)):
            return (*actors, *self.asked.subjects)
        return actors


def _tells(verb: Verb, scene: Scene) -> bool:
    """Whether something was done or happened; what is or has tells of a state."""
    if verb.entry.verb_class != STATE_CLASS:
        return True
    return verb.passive and verb.lemma not in scene.words.dating.states


def _denied(found: Sequence[Event], words: EventWords) -> list[Event]:
    """`refused to sign`, `declined`: what was refused did not happen, and neither did a yes."""
    before: Sequence[Event | None] = (None, *found)
    made: list[Event] = []
    for earlier, one in zip(before, found, strict=False):  # the last has none behind it
        refuses = one.verb in words.refusing and (
            one.verb_class == _DENIED or (one.verb in words.declining and bool(one.actors))
        )
        if refuses or (earlier is not None and _is_governed(one, earlier, words)):
            made.append(replace(one, polarity=False))
        else:
            made.append(one)
    return made


def _is_governed(one: Event, earlier: Event, words: EventWords) -> bool:
    """Whether the verb stands right behind one that says that it was not done."""
    if earlier.verb not in words.refusing or one.word is None or earlier.word is None:
        return False
    return one.word.start - earlier.word.end <= _GOVERNED
