"""The facts of one text, given what the texts before it tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.facts.agreements import AskedAgreement, asked_agreement, read_agreements
from learnt.facts.causes import read_causes
from learnt.facts.correcting import (
    corrected,
    made_date,
    mended_agreement,
    mended_cause,
    mended_date,
    mended_event,
    mended_name,
    mended_quantity,
    of_kind,
)
from learnt.facts.corrections import Correction
from learnt.facts.dates import Anchor, read_dates
from learnt.facts.events.actors import Spoken
from learnt.facts.events.reading import Asked, read_events
from learnt.facts.events.scene import Scene, placed
from learnt.facts.events.verbs import Verb, Verbs
from learnt.facts.events.words import STATE_CLASS, VerbForm
from learnt.facts.language import Language
from learnt.facts.names import DeckNames, Form, Mention, VerbClass, read_names
from learnt.facts.quantities import read_quantities
from learnt.facts.tokens import Token, sentences_of
from learnt.facts.values import (
    Agreement,
    Cause,
    Date,
    Event,
    FactKind,
    Name,
    NameKind,
    Quantity,
    Span,
    TextFacts,
)
from learnt.ids import PointId


@dataclass(frozen=True, slots=True)
class Told:
    """What the texts before give: the year, what the prompt asks, and of whom was spoken."""

    anchor: Anchor = Anchor()
    spoken: Spoken = Spoken()
    asked: Spoken = Spoken()
    edtf: str | None = None
    verb: Verb | None = None
    subjects: tuple[str, ...] = ()
    agreement: AskedAgreement | None = None
    home: str | None = None
    whose: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into tokens, with the names of the tables in it where they were found before."""

    text: str
    tokens: tuple[Token, ...]
    known: tuple[Mention, ...] | None = None


def read_text(
    cut: Cut,
    language: Language,
    names: DeckNames,
    told: Told,
    said: Sequence[Correction],
    *,
    point: PointId | None = None,
    prompt: bool = False,
) -> tuple[TextFacts, Told]:
    """The facts of a text with its tokens, and what it tells to those after it."""
    text, tokens = cut.text, cut.tokens
    asks = prompt or _is_question(tokens, language)
    dates, anchor = read_dates(tokens, language.dates, told.anchor, question=asks)
    dates = corrected(dates, of_kind(said, FactKind.DATE), text, made_date, mended_date)
    dates = tuple(one for one in dates if one.edtf)
    mentions = _mentions(cut, language, names, said)
    scene = _scene(text, tokens, language, dates, mentions, said)
    asked = Asked(told.edtf, told.verb, told.subjects, told.spoken)
    events, spoken = read_events(
        scene,
        language.verbs,
        dict(language.names.words.pronouns),
        Asked(spoken=told.spoken) if prompt else asked,
    )
    facts = TextFacts(
        point,
        text,
        dates,
        tuple(one.as_name(tokens) for one in mentions),
        tuple(scene.quantities),
        corrected(events, of_kind(said, FactKind.EVENT), text, _made_event, mended_event),
        corrected(
            read_agreements(scene, events, told.subjects, told.agreement, told.home, told.whose),
            of_kind(said, FactKind.AGREEMENT),
            text,
            lambda span: Agreement(span, span.of(text)),
            mended_agreement,
        ),
        corrected(
            read_causes(scene),
            of_kind(said, FactKind.CAUSE),
            text,
            lambda span: Cause(span, "", ""),
            mended_cause,
        ),
    )
    if prompt:
        return _asking(facts, scene), _told_by_prompt(scene, anchor, spoken, events, told)
    after = replace(told, anchor=anchor.or_else(told.anchor), spoken=spoken.back_to(told.asked))
    return facts, after


def _scene(
    text: str,
    tokens: tuple[Token, ...],
    language: Language,
    dates: Sequence[Date],
    mentions: Sequence[Mention],
    said: Sequence[Correction],
) -> Scene:
    dated = placed(tokens, dates)
    days = [range(one.first, one.end) for one in dated]
    named = [range(one.first, one.end) for one in mentions]
    quantities = corrected(
        read_quantities(tokens, language.words, days, named, language.dates.labels),
        of_kind(said, FactKind.QUANTITY),
        text,
        lambda span: Quantity(span, 0.0, ""),
        mended_quantity,
    )
    verbs = Verbs(tokens, language.verbs, language.words, mentions).read()
    sentences = sentences_of(text, tokens, language.dates.abbreviations)
    return Scene(text, tokens, sentences, language.words, dated, mentions, quantities, verbs)


def _mentions(
    cut: Cut, language: Language, names: DeckNames, said: Sequence[Correction]
) -> tuple[Mention, ...]:
    """The names, corrected: as mentions, so that events are told with what the learner said."""
    text, tokens = cut.text, cut.tokens
    found = read_names(tokens, language.names, names, verb_class_of(language), cut.known)
    heard = of_kind(said, FactKind.NAME)
    if not heard:
        return found
    forms = {one.span(tokens): one for one in found}
    facts = corrected(
        [one.as_name(tokens) for one in found],
        heard,
        text,
        lambda span: Name(span, NameKind.PERSON, span.of(text)),
        mended_name,
    )
    made = []
    for fact in facts:
        known = forms.get(fact.span)
        inside = [nth for nth, one in enumerate(tokens) if fact.span.covers(one.span)]
        if known is not None:
            made.append(replace(known, name=fact.name, kind=fact.kind, role=fact.role))
        elif inside:
            made.append(
                Mention(inside[0], inside[-1] + 1, fact.name, fact.kind, Form.NAME, fact.role)
            )
    return tuple(made)


def _made_event(span: Span) -> Event:
    return Event(span, "", "", span)


def verb_class_of(language: Language) -> VerbClass:
    """Of which class of verbs a word is a form; that of be for what helps a verb."""
    words = language.words
    helping = words.be | words.have | words.do | words.modal

    def verb_class(token: Token) -> str | None:
        if token.low in helping:
            return STATE_CLASS
        found = (
            one.entry.verb_class
            for one in language.verbs.readings(token.low)
            if one.forms & ~VerbForm.BASE
        )
        return next(found, None)

    return verb_class


def _is_question(tokens: tuple[Token, ...], language: Language) -> bool:
    return bool(tokens) and tokens[-1].text == "?" and tokens[0].low in language.words.asking


def _asking(facts: TextFacts, scene: Scene) -> TextFacts:
    """The facts of a prompt: one that asks tells of no event, its points do."""
    question = bool(scene.tokens) and (
        scene.tokens[-1].text == "?" or scene.tokens[0].low in scene.words.asking
    )
    return replace(facts, events=(), agreements=(), causes=()) if question else facts


def _topic(scene: Scene, spoken: Spoken, told: Told) -> tuple[str, ...]:
    """Whom a prompt is about: its first person, whom its "he" stands for, else who acts in it."""
    people = [one.name for one in scene.mentions if one.kind is NameKind.PERSON]
    if people:
        return tuple(people[:1])
    if any(token.low in ("he", "his", "him", "she", "her") for token in scene.tokens):
        return spoken.people[-1:] or told.spoken.topic
    acting = [one.name for one in scene.mentions if one.acts]
    return tuple(acting[:1]) or told.spoken.topic


def _told_by_prompt(
    scene: Scene, anchor: Anchor, spoken: Spoken, events: Sequence[Event], told: Told
) -> Told:
    dates = [one.date.edtf for one in scene.dates]
    finite = [one for one in scene.verbs if one.entry.verb_class != "have"]
    verb = finite[0] if finite else None
    subjects = tuple(dict.fromkeys(one for event in events for one in event.actors))
    subjects = subjects or tuple(dict.fromkeys(one.name for one in scene.mentions if one.acts))
    general = verb is not None and verb.lemma in scene.words.general_askings
    topic = _topic(scene, spoken, told)
    known = next((one for one in scene.mentions if one.home), None)
    return Told(
        home=told.home or (known.home if known else None),
        whose=told.whose or (known.name if known else None),
        anchor=anchor,
        spoken=replace(spoken.then((), subjects), topic=topic),
        asked=replace(spoken.then((), subjects), topic=topic),
        edtf=dates[0] if len(dates) == 1 else None,
        verb=None if general else verb,
        subjects=subjects,
        agreement=asked_agreement(scene),
    )
