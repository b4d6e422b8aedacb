"""What a language knows of verbs and clauses, as values; `weights` loads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Flag, auto

from learnt.facts.dates.words import Phrases
from learnt.facts.tokens import Token

STATE_CLASS = "have"
"""The class of verbs that tell of a state and of no event: be, have, contain."""


class VerbForm(Flag):
    """Which forms of a verb a word can be."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A verb: its plain form, the class of the deed, irregular forms and the nouns made from it."""

    lemma: str
    verb_class: str
    irregular: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One verb that a word can be a form of."""

    entry: VerbEntry
    forms: VerbForm


@dataclass(frozen=True)
class VerbTable:
    """Verbs by their forms; `phrasal` by first word's lemma and second word; `nouns` by noun."""

    forms: Mapping[str, tuple[Reading, ...]]
    phrasal: Mapping[tuple[str, str], VerbEntry]
    nouns: Mapping[str, VerbEntry]

    @classmethod
    def of(cls, entries: Iterable[VerbEntry]) -> "VerbTable":
        """The table of these verbs, with every regular form made."""
        forms: dict[str, dict[str, Reading]] = {}
        phrasal: dict[tuple[str, str], VerbEntry] = {}
        nouns: dict[str, VerbEntry] = {}
        for entry in entries:
            first, _, particle = entry.lemma.partition(" ")
            if particle:  # break out: a deed of its own sort, but the verb is to break
                phrasal[first, particle] = replace(entry, lemma=first)
                continue
            for word, form in _forms(entry):
                known = forms.setdefault(word, {}).get(entry.lemma)
                both = form if known is None else known.forms | form
                forms[word][entry.lemma] = Reading(entry, both)
            for noun in entry.nouns:
                nouns.setdefault(noun, entry)
        return cls({word: tuple(them.values()) for word, them in forms.items()}, phrasal, nouns)

    def readings(self, low: str) -> tuple[Reading, ...]:
        """The verbs that a word can be a form of; a regular past of an unknown verb is guessed."""
        return self.forms.get(low) or _guessed(low)


def _forms(entry: VerbEntry) -> list[tuple[str, VerbForm]]:
    lemma = entry.lemma
    found = []
    for base in _spellings(lemma):
        past = _with_ed(base)
        found += [
            (base, VerbForm.BASE),
            (_with_s(base), VerbForm.THIRD),
            (_with_ing(base), VerbForm.ING),
        ]
        if not entry.irregular:
            found += [(past, VerbForm.PAST), (past, VerbForm.PARTICIPLE)]
    kinds = (VerbForm.PAST, VerbForm.PARTICIPLE, VerbForm.ING)
    for word, kind in zip(entry.irregular, kinds, strict=False):
        found += [(one.strip(), kind) for one in word.split("/")]
    return found


def _spellings(lemma: str) -> tuple[str, ...]:
    """British and American: organise and organize, analyse and analyze, honour and honor."""
    for british, american in (("ise", "ize"), ("yse", "yze"), ("our", "or")):
        if lemma.endswith(british) and len(lemma) > 5:
            return (lemma, lemma.removesuffix(british) + american)
    return (lemma,)


def _ends_in_consonant_y(base: str) -> bool:
    return base.endswith("y") and len(base) > 1 and base[-2] not in "aeiou"


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if _ends_in_consonant_y(base) else base + "s"


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _ends_in_consonant_y(base) else base + "ed"


def _with_ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    silent = base.endswith("e") and not base.endswith(("ee", "oe", "ye"))
    return (base[:-1] if silent else base) + "ing"


_SILENT_E = (
    "at",
    "iz",
    "is",
    "ut",
    "ur",
    "ag",
    "v",
    "c",
    "ng",
    "u",
    "as",
    "os",
    "us",
    "ir",
    "id",
    "od",
    "ud",
    "in",
    "ap",
    "ak",
)


def _guessed(low: str) -> tuple[Reading, ...]:
    """A word in -ed that is in no table, read as the past of a regular verb."""
    if not low.endswith("ed") or len(low) < 6 or low.endswith("eed"):
        return ()
    stem = low[:-2]
    if stem.endswith("i"):
        lemma = stem[:-1] + "y"
    elif stem[-1] == stem[-2] and stem[-1] not in "ls":
        lemma = stem[:-1]
    else:
        lemma = stem + "e" if stem.endswith(_SILENT_E) else stem
    return (Reading(VerbEntry(lemma, "other"), VerbForm.PAST | VerbForm.PARTICIPLE),)


@dataclass(frozen=True)
class EventWords:
    """The small words by which verbs and clauses are told."""

    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    modal: frozenset[str]
    to: frozenset[str]
    negators: frozenset[str]
    refusing: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    joining: frozenset[str]
    opening: frozenset[str]
    relative: frozenset[str]
    separators: frozenset[str]
    asking: frozenset[str]
    plural_subjects: frozenset[str]
    singular_subjects: frozenset[str]
    general_askings: frozenset[str]
    vague: frozenset[str]
    linking_nouns: frozenset[str]
    with_parties: frozenset[str]
    qualifiers: Phrases
    conditions: Phrases
    because: Phrases
    so: Phrases
    numbers: Mapping[str, float]
    scales: Mapping[str, float]
    comparators: Mapping[str, Phrases]
    currencies: frozenset[str]


def phrase_at(phrases: Phrases, tokens: Sequence[Token], place: int) -> int:
    """How many tokens from `place` on are one of the phrases; 0 where none is."""
    if not 0 <= place < len(tokens):
        return 0
    listed = phrases.get(tokens[place].low)
    if listed is None:
        return 0
    for words in listed:
        end = place + len(words)
        if end <= len(tokens) and all(
            tokens[place + nth].low == word for nth, word in enumerate(words)
        ):
            return len(words)
    return 0
