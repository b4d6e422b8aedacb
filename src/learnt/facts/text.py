"""The facts of one text, given what the texts before it tell."""

from collections.abc import Sequence

from learnt.facts.agreements import read_agreements
from learnt.facts.causes import read_causes
from learnt.facts.correcting import (
    corrected,
    made_date,
    mended_agreement,
    mended_cause,
    mended_date,
    mended_event,
    mended_quantity,
    of_kind,
)
from learnt.facts.corrections import Correction
from learnt.facts.dates import read_dates
from learnt.facts.events.reading import read_events
from learnt.facts.events.scene import Scene, placed
from learnt.facts.events.verbs import Verbs
from learnt.facts.language import Language
from learnt.facts.names import DeckNames, Mention, Mentions
from learnt.facts.naming import Cut, mentions_of
from learnt.facts.quantities import read_quantities
from learnt.facts.tokens import sentences_of
from learnt.facts.told import Told, asks, is_question, told_by_prompt
from learnt.facts.values import (
    Agreement,
    Cause,
    Date,
    Event,
    FactKind,
    Quantity,
    Span,
    TextFacts,
)
from learnt.ids import PointId

_ToldBy = tuple[tuple[Event, ...], tuple[Agreement, ...], tuple[Cause, ...]]
_NOTHING: _ToldBy = ((), (), ())


def read_text(
    cut: Cut,
    language: Language,
    names: DeckNames,
    told: Told,
    said: Sequence[Correction],
    *,
    point: PointId | None = None,
    prompt: bool = False,
    linked: bool = True,
) -> tuple[TextFacts, Told]:
    """The facts of a text with its tokens, and what it tells to those after it.

    Causes and agreements are read where they are to be `linked`.
    """
    question = prompt or is_question(cut.tokens, language)
    dates, anchor = read_dates(cut.tokens, language.dates, told.anchor, question=question)
    dates = corrected(dates, of_kind(said, FactKind.DATE), cut.text, made_date, mended_date)
    dates = tuple(one for one in dates if one.edtf)
    mentions = mentions_of(cut, language, names, said)
    scene = _scene(cut, language, dates, mentions, said)
    events, spoken = read_events(
        scene,
        language.verbs,
        language.names.words.pronouns,
        told.to_prompt() if prompt else told.to_point(),
    )
    causes: tuple[Cause, ...] = ()
    known = told.known
    if linked:
        causes, known = read_causes(scene, language.signs, told.known, point)
    if prompt:
        after = told_by_prompt(scene, anchor, spoken, events, told, language)
        asked = asks(scene)
        causes = () if after.known.wanted else causes
    else:
        after, asked = told.after_point(anchor, spoken, known), False
    return TextFacts(
        point,
        cut.text,
        dates,
        tuple(one.as_name(cut.tokens) for one in mentions),
        tuple(scene.quantities),
        *(_NOTHING if asked else _told_by(scene, events, causes, told, said, linked=linked)),
    ), after


def _scene(
    cut: Cut,
    language: Language,
    dates: Sequence[Date],
    mentions: Sequence[Mention],
    said: Sequence[Correction],
) -> Scene:
    """The text with its quantities and verbs, which are looked for beside its dates and names."""
    text, tokens, words = cut.text, cut.tokens, language.words
    dated, names = placed(tokens, dates), Mentions.of(mentions)
    days = [range(one.first, one.end) for one in dated]
    quantities = corrected(
        read_quantities(tokens, words, days, names.covering, language.dates.labels),
        of_kind(said, FactKind.QUANTITY),
        text,
        lambda span: Quantity(span, 0.0, ""),
        mended_quantity,
    )
    verbs = Verbs(tokens, language.verbs, words, names).read()
    sentences = sentences_of(text, tokens, language.dates.abbreviations, days)
    return Scene(text, tokens, sentences, words, dated, names, quantities, verbs)


def _told_by(
    scene: Scene,
    events: Sequence[Event],
    causes: Sequence[Cause],
    told: Told,
    said: Sequence[Correction],
    *,
    linked: bool,
) -> _ToldBy:
    """What the sentences of a text tell, corrected."""
    text = scene.text
    return (
        corrected(events, of_kind(said, FactKind.EVENT), text, _made_event, mended_event),
        corrected(
            read_agreements(scene, events, told.given) if linked else (),
            of_kind(said, FactKind.AGREEMENT),
            text,
            lambda span: Agreement(span, span.of(text)),
            mended_agreement,
        ),
        corrected(
            causes,
            of_kind(said, FactKind.CAUSE),
            text,
            lambda span: Cause(span, "", ""),
            mended_cause,
        ),
    )


def _made_event(span: Span) -> Event:
    return Event(span, "", "", span)
