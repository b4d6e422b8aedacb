"""The names of a text, with what the learner said of them, as the readers of events need them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from learnt.facts.correcting import corrected, mended_name, of_kind
from learnt.facts.corrections import Correction
from learnt.facts.events import STATE_CLASS, VerbForm
from learnt.facts.language import Language
from learnt.facts.light import value
from learnt.facts.names import DeckNames, Form, Mention, Noticed, VerbClass, read_names
from learnt.facts.tokens import Token
from learnt.facts.values import FactKind, Name, NameKind, Span

_BASE = {VerbForm.BASE}
_START = attrgetter("start")
_END = attrgetter("end")


@value(frozen=True, slots=True)
class Cut:
    """A text cut into tokens, with what it tells of its names whatever the deck is."""

    text: str
    tokens: tuple[Token, ...]
    noticed: Noticed


def mentions_of(
    cut: Cut, language: Language, names: DeckNames, said: Sequence[Correction]
) -> tuple[Mention, ...]:
    """The names, corrected: as mentions, so that events are told with what the learner said."""
    text, tokens = cut.text, cut.tokens
    found = read_names(tokens, cut.noticed, language.names, names, verb_class_of(language))
    heard = of_kind(said, FactKind.NAME)
    if not heard:
        return found
    by_span = {one.span(tokens): one for one in found}
    facts = corrected(
        [one.as_name(tokens) for one in found],
        heard,
        text,
        lambda span: Name(span, NameKind.PERSON, span.of(text)),
        mended_name,
    )
    made = (_mention(fact, by_span.get(fact.span), tokens) for fact in facts)
    return tuple(one for one in made if one is not None)


def _mention(fact: Name, known: Mention | None, tokens: Sequence[Token]) -> Mention | None:
    """The mention of a name that may have been corrected; None where it holds no whole token."""
    if known is not None:
        return replace(known, name=fact.name, kind=fact.kind, role=fact.role)
    first, end = tokens_within(tokens, fact.span)
    if first >= end:
        return None
    return Mention(first, end, fact.name, fact.kind, Form.NAME, fact.role)


def tokens_within(tokens: Sequence[Token], span: Span) -> tuple[int, int]:
    """The first of the tokens that a span covers, and the place after the last."""
    first = bisect_left(tokens, span.start, key=_START)
    end = bisect_left(tokens, span.end + 1, key=_END)
    return first, end


def verb_class_of(language: Language) -> VerbClass:
    """Of which class of verbs a word is a form; that of be for what helps a verb."""
    readings, helping = language.verbs.readings, language.helping

    def verb_class(token: Token) -> str | None:
        """The class of the first verb of which the word is more than the plain form."""
        if token.low in helping:
            return STATE_CLASS
        for one in readings(token.low):
            if not one.forms <= _BASE:
                return one.entry.verb_class
        return None

    return verb_class
