"""What a text tells to those after it: the year, whom it spoke of, and what its prompt asks."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.facts.agreements import Given, asked_agreement
from learnt.facts.causes import Known, statement, wanted_by
from learnt.facts.dates import Anchor
from learnt.facts.events.actors import Spoken
from learnt.facts.events.asked import Asked
from learnt.facts.events.scene import Scene
from learnt.facts.events.verb_table import STATE_CLASS
from learnt.facts.events.verbs import Verb
from learnt.facts.language import Language
from learnt.facts.light import value
from learnt.facts.tokens import Token
from learnt.facts.values import Event, NameKind

_NOTHING = Anchor()
_NOBODY = Spoken()
_NOT_ASKED = Given()
_NOTHING_KNOWN = Known()
_MOST_SUBJECTS = 50
"""Those whom a prompt asks about; a list of more names is none, and each point would take it."""


@value(frozen=True, slots=True)
class Told:
    """What the texts before give to a text.

    `spoken` is of whom they spoke last and `asked` of whom the prompt did; `edtf` and `verb` are
    its date and verb, `given` what it gives to agreements, `known` what it gives to causes.
    """

    anchor: Anchor = _NOTHING
    spoken: Spoken = _NOBODY
    asked: Spoken = _NOBODY
    edtf: str | None = None
    verb: Verb | None = None
    given: Given = _NOT_ASKED
    known: Known = _NOTHING_KNOWN

    def to_point(self) -> Asked:
        """What a point answers."""
        return Asked(self.edtf, self.verb, self.given.subjects, self.spoken)

    def to_prompt(self) -> Asked:
        """What a prompt has from the texts before it: only of whom they spoke."""
        return Asked(spoken=self.spoken)

    def after_point(self, anchor: Anchor, spoken: Spoken, known: Known) -> "Told":
        """What goes on to the next point."""
        return Told(
            anchor.or_else(self.anchor),
            spoken.back_to(self.asked),
            self.asked,
            self.edtf,
            self.verb,
            self.given,
            known,
        )


def is_question(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a text asks, by its first word and its last sign."""
    return bool(tokens) and tokens[-1].text == "?" and tokens[0].low in language.words.asking


def asks(scene: Scene) -> bool:
    """Whether a prompt asks, by either: it tells of no event then, its points do."""
    tokens = scene.tokens
    return bool(tokens) and (tokens[-1].text == "?" or tokens[0].low in scene.words.asking)


def told_by_prompt(
    scene: Scene,
    anchor: Anchor,
    spoken: Spoken,
    events: Sequence[Event],
    told: Told,
    language: Language,
) -> Told:
    """What a prompt tells to its points, and `told` by the texts before it."""
    dates = [one.date.edtf for one in scene.dates]
    deeds = (one for one in scene.verbs if one.entry.verb_class != STATE_CLASS)
    verb = next(deeds, None)
    general = verb is not None and verb.lemma in scene.words.general_askings
    acting = [name for event in events for name in event.actors] or _acting(scene)
    subjects = tuple(dict.fromkeys(acting))[:_MOST_SUBJECTS]
    topic = _topic(scene, spoken, told, language)
    now_spoken = replace(spoken.then((), subjects), topic=topic)
    known = next((one for one in scene.names.listed if one.home), None)
    return Told(
        anchor=anchor,
        spoken=now_spoken,
        asked=now_spoken,
        edtf=dates[0] if len(dates) == 1 else None,
        verb=None if general else verb,
        given=Given(
            subjects,
            asked_agreement(scene),
            told.given.home or (known.home if known else None),
            told.given.whose or (known.name if known else None),
        ),
        known=Known(
            statement(scene, None, range(len(scene.tokens))),
            asks(scene),
            wanted_by(scene, language.signs),
        ),
    )


def _acting(scene: Scene) -> list[str]:
    return [one.name for one in scene.names.listed if one.acts]


def _topic(scene: Scene, spoken: Spoken, told: Told, language: Language) -> tuple[str, ...]:
    """Whom a prompt is about: its first person, whom its "he" stands for, else who acts in it."""
    names = scene.names.listed
    people = (one.name for one in names if one.kind is NameKind.PERSON)
    if (first := next(people, None)) is not None:
        return (first,)
    pronouns = language.names.words.topic_pronouns
    if any(token.low in pronouns for token in scene.tokens):
        return spoken.people[-1:] or told.spoken.topic
    return tuple(_acting(scene)[:1]) or told.spoken.topic
