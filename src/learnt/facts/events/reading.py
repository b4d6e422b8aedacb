"""The events of one text: its verbs with their dates, actors, place, qualifier and condition."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.facts.dates import years_of
from learnt.facts.events.actors import Actors, Spoken, tells_who
from learnt.facts.events.clauses import Clause, clauses_of, dates_of_verbs
from learnt.facts.events.scene import PlacedDate, Scene
from learnt.facts.events.verbs import Mood, Verb
from learnt.facts.events.words import STATE_CLASS, EventWords, VerbTable, phrase_at
from learnt.facts.names import Mention
from learnt.facts.values import Event, NameKind

_DENIED = "refuse"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the prompt gives to the points that answer it.

    `date` holds for all of them; `verb` and `subjects` are taken by a point that has no verb.
    """

    edtf: str | None = None
    verb: Verb | None = None
    subjects: tuple[str, ...] = ()
    spoken: Spoken = Spoken()


def read_events(
    scene: Scene, table: VerbTable, pronouns: dict[str, str], asked: Asked
) -> tuple[tuple[Event, ...], Spoken]:
    """The events of a text in its order, and what was spoken of when it ends."""
    found: list[Event] = []
    finite = False
    spoken = asked.spoken
    for sentence in scene.sentences:
        clauses = clauses_of(scene, sentence)
        dates = dates_of_verbs(scene, sentence, clauses)
        condition = _condition(scene, sentence)
        subjects: tuple[str, ...] = ()
        for clause in clauses:
            for verb in clause.verbs:
                actors = Actors(scene, pronouns)
                mine, others = actors.of(verb, clause, spoken, subjects)
                if verb.mood is Mood.FINITE:
                    subjects = others if verb.passive and not mine else mine
                if _tells(verb):
                    finite = finite or verb.mood is not Mood.INFINITIVE
                    told = _with_party_asked(scene, verb, clause, (*mine, *others), asked)
                    for date in dates.get(verb.place) or (None,):
                        event = _event(scene, verb, clause, told, date)
                        found.append(replace(event, condition=condition.of(verb)))
            spoken = spoken.then(scene.within(clause.first, clause.end), subjects)
    found = _denied(found, scene.words)
    if not finite:
        found = _without_verb(scene, table, asked) + found
    return tuple(_dated_by_prompt(found, asked)), spoken


def _tells(verb: Verb) -> bool:
    """Whether something was done or happened; what is or has tells of a state."""
    return verb.entry.verb_class != STATE_CLASS or (verb.passive and verb.lemma not in _STATES)


_STATES = frozenset({"be", "have", "mean", "own", "consist", "contain", "know"})


def _with_party_asked(
    scene: Scene, verb: Verb, clause: Clause, actors: tuple[str, ...], asked: Asked
) -> tuple[str, ...]:
    """`What did he do with Poland?` `He made a pact`: the other party is the one asked about."""
    makes = verb.entry.verb_class in ("sign", "negotiate") or verb.lemma == "make"
    if not makes or len(actors) != 1:
        return actors
    about = {scene.low(at) for at in range(clause.first, clause.end)} & scene.words.linking_nouns
    bound = verb.entry.verb_class == "sign"
    return tuple(dict.fromkeys((*actors, *asked.subjects))) if about or bound else actors


def _event(
    scene: Scene, verb: Verb, clause: Clause, actors: Sequence[str], date: PlacedDate | None
) -> Event:
    first = min(clause.first, verb.place)
    place = _place(scene, clause, verb)
    return Event(
        span=scene.span(first, max(clause.end, verb.end)),
        verb=verb.lemma,
        verb_class=verb.entry.verb_class,
        word=scene.span(verb.place, verb.end),
        actors=tuple(dict.fromkeys(actors)),
        edtf=date.date.edtf if date else None,
        date=date.date.span if date else None,
        place=place,
        qualifier=_qualifier(scene, verb, clause),
        polarity=not verb.negative,
    )


def _place(scene: Scene, clause: Clause, verb: Verb) -> str | None:
    """The nearest place of the clause that stands after the verb, else before it."""
    places = [
        one
        for one in scene.within(clause.first, clause.end)
        if one.kind is NameKind.PLACE and _is_where(scene, one)
    ]
    after = [one for one in places if one.first >= verb.end]
    chosen = after[:1] or places[-1:]
    return chosen[0].name if chosen else None


def _is_where(scene: Scene, one: Mention) -> bool:
    before = scene.low(one.first - 1)
    if before == "the":
        before = scene.low(one.first - 2)
    return before in (
        "in",
        "at",
        "near",
        "into",
        "outside",
        "over",
        "across",
        "to",
        "around",
        "off",
        "from",
    )


def _qualifier(scene: Scene, verb: Verb, clause: Clause) -> str | None:
    """What sort of pact: the first such phrase between the verb and the end of its clause."""
    for place in (*range(verb.end, clause.end), *range(clause.first, verb.place)):
        if count := phrase_at(scene.words.qualifiers, scene.tokens, place):
            noun = {scene.low(at) for at in range(place, min(place + count + 2, clause.end))}
            if noun & scene.words.linking_nouns:
                return scene.words_of(place, place + count).lower()
    return None


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition in a sentence: verbs within it are not the ones that it is a condition of."""

    text: str | None = None
    first: int = 0
    end: int = 0

    def of(self, verb: Verb) -> str | None:
        return None if self.first <= verb.place < self.end else self.text


def _condition(scene: Scene, sentence: range) -> _Condition:
    for place in sentence:
        if phrase_at(scene.words.conditions, scene.tokens, place):
            end = place + 1
            while end < sentence.stop and scene.tokens[end].text not in ",;:.":
                end += 1
            return _Condition(scene.words_of(place, end), place, end)
    return _Condition()


def _denied(found: Sequence[Event], words: EventWords) -> list[Event]:
    """`refused to sign`, `declined`: what was refused did not happen, and neither did a yes."""
    made: list[Event] = []
    for one in found:
        refuses = one.verb in words.refusing
        earlier = made[-1] if made else None
        governed = (
            earlier is not None
            and earlier.verb in words.refusing
            and one.word is not None
            and earlier.word is not None
            and one.word.start - earlier.word.end <= 4
        )
        if (refuses and one.verb_class == _DENIED) or governed:
            made.append(replace(one, polarity=False))
        else:
            made.append(one)
    return made


def _without_verb(scene: Scene, table: VerbTable, asked: Asked) -> list[Event]:
    """A point that is no sentence ("September 1934", "Japan and Germany") answers with its prompt's
    verb; else a noun tells what was done ("Italian invasion, October 1935"), or at least a date when.
    """
    names = tuple(one.name for one in scene.mentions if one.acts and not tells_who(scene, one))
    if not scene.tokens or not (scene.dates or names):
        return []
    verb = asked.verb if asked.verb and asked.verb.entry.verb_class != STATE_CLASS else None
    noun = None if verb else _deed(scene, table)
    if verb is None and not scene.dates:
        return []
    entry = verb.entry if verb else table.nouns[scene.low(noun)] if noun is not None else None
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
    """The first noun of a deed: invasion, not invader."""
    for place, token in enumerate(scene.tokens):
        entry = table.nouns.get(token.low)
        if entry is None or entry.nouns[0] != token.low or entry.verb_class not in _DEEDS:
            continue
        if not any(one.first <= place < one.end for one in scene.mentions):
            return place
    return None


_DEEDS = frozenset(
    """attack begin create destroy die discover elect end join kill leave lose meet negotiate remove
    sign win""".split()
)


def _dated_by_prompt(found: Sequence[Event], asked: Asked) -> list[Event]:
    """Events without a date of their own have the one that the prompt asks about.

    Not where the text itself goes to another time, and not from "since 1954", which is none.
    """
    if asked.edtf is None or asked.edtf.endswith(".."):
        return list(found)
    when = years_of(asked.edtf)
    own = [years_of(one.edtf) for one in found if one.edtf]
    if any(first > when[1] or last < when[0] for first, last in own):
        return list(found)
    return [one if one.edtf else replace(one, edtf=asked.edtf) for one in found]
