"""The words that can link a cause and its effect, by their first word, in every form."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import product

from learnt.facts.events.inflection import Forms, forms_of
from learnt.facts.events.verb_table import VerbTable
from learnt.facts.light import value
from learnt.facts.tokens import Token, tokens_of
from learnt.facts.words import CauseWords, Phrases


class Role(StrEnum):
    """What a sign tells: which side the cause stands on, and how sure it is by itself."""

    BECAUSE = "because"
    SO = "so"
    CONDITION = "condition"
    STRONG = "strong"
    WEAK = "weak"
    BROAD = "broad"
    BROADEST = "broadest"


Frame = tuple[str, ...]
"""The last part of a verb in two parts, at the end of its clause; () where it has none."""


@value(frozen=True, slots=True)
class Sign:
    """Words that can link, small; `forms` are those that a verb can be here.

    `frames` are the last parts that a verb can have, whose first part the words are; `later` are
    words of which one stands a little behind it.
    """

    words: tuple[str, ...]
    role: Role
    forms: Forms = frozenset()
    frames: tuple[Frame, ...] = ()
    later: frozenset[str] = frozenset()


Signs = Mapping[str, Sequence[Sign]]
"""By the first word: the signs that begin with it, the longest first."""


def signs_of(words: CauseWords, verbs: VerbTable) -> Signs:
    """Every sign of a language."""
    found: dict[str, dict[tuple[str, ...], Sign]] = defaultdict(dict)
    for sign in (
        *_phrases(words.because, Role.BECAUSE),
        *_phrases(words.so, Role.SO),
        *_phrases(words.conditions, Role.CONDITION),
        *_verbs(words.strong, Role.STRONG, verbs),
        *_verbs(words.weak, Role.WEAK, verbs),
        *_verbs(words.broad, Role.BROAD, verbs),
        *_verbs(words.broadest, Role.BROADEST, verbs),
        *_framed(words.framed_so, Role.SO),
        *_framed(words.framed_because, Role.BECAUSE),
    ):
        found[sign.words[0]].setdefault(sign.words, sign)
    return {
        first: sorted(signs.values(), key=lambda one: len(one.words), reverse=True)
        for first, signs in found.items()
    }


def sign_at(signs: Signs, tokens: Sequence[Token], place: int, stop: int) -> Iterator[Sign]:
    """The signs that stand at a place, the longest first, none of them beyond `stop`."""
    for one in signs.get(tokens[place].low, ()):
        end = place + len(one.words)
        if end <= stop and (
            end == place + 1 or one.words == tuple(token.low for token in tokens[place:end])
        ):
            yield one


def _phrases(phrases: Phrases, role: Role) -> Iterator[Sign]:
    return (Sign(words, role) for listed in phrases.values() for words in listed)


def _verbs(listed: Sequence[str], role: Role, verbs: VerbTable) -> Iterator[Sign]:
    """Each form of each verb, with the words that belong to it: led to, leading to."""
    for phrase in listed:
        lemma, *more = (token.low for token in tokens_of(phrase))
        for word, forms in _forms(lemma, verbs).items():
            yield Sign((word, *more), role, forms)


def _framed(listed: Sequence[str], role: Role) -> Iterator[Sign]:
    """The signs of `löste|lösten … aus`: each first part, with all last ones that it can have.

    Of `führte ~ zu|zum …` the "zu" may stand a little later.
    """
    found: dict[tuple[tuple[str, ...], frozenset[str]], list[Frame]] = {}
    for one in listed:
        first, _, last = one.partition("…")
        first, _, later = first.partition("~")
        for words in _each(first):
            key = words, frozenset(later.strip().split("|")) - {""}
            found.setdefault(key, []).extend(_each(last))
    for (words, behind), frames in found.items():
        yield Sign(words, role, frames=tuple(frames), later=behind)


def _each(part: str) -> Iterator[tuple[str, ...]]:
    """The ways to say `zu|zum führen`."""
    return product(*(word.split("|") for word in part.split()))


def _forms(lemma: str, verbs: VerbTable) -> Mapping[str, Forms]:
    known = next(
        (one.entry for one in verbs.forms.get(lemma, ()) if one.entry.lemma == lemma), None
    )
    return forms_of(lemma, known.irregular if known else ())
