"""The regular forms of English verbs, by which the table is filled and unknown ones are guessed."""

from enum import StrEnum

_SPELLINGS = (("ise", "ize"), ("yse", "yze"), ("our", "or"))
_SILENT_E = tuple("at iz is ut ur ag v c ng u as os us ir id od ud in ap ak".split())
"""Endings of a stem that has lost its e: created, not "creat"."""
_ES = ("s", "x", "z", "ch", "sh", "o")
_LEAST_LETTERS = 6


class VerbForm(StrEnum):
    """Which forms of a verb a word can be."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


Forms = frozenset[VerbForm]

PAST_FORMS: Forms = frozenset({VerbForm.PAST, VerbForm.PARTICIPLE})
_EACH = {form: frozenset({form}) for form in VerbForm}
_IRREGULAR = (VerbForm.PAST, VerbForm.PARTICIPLE, VerbForm.ING)


def forms_of(lemma: str, irregular: tuple[str, ...] = ()) -> dict[str, Forms]:
    """Every form of a verb with what it can be, in each spelling.

    `irregular` are its past, participle and -ing form, several by a slash, where no rule makes
    them.
    """
    found: list[tuple[str, Forms]] = []
    for base in _spellings(lemma):
        found += [
            (base, _EACH[VerbForm.BASE]),
            (_with_s(base), _EACH[VerbForm.THIRD]),
            (_with_ing(base), _EACH[VerbForm.ING]),
        ]
        if not irregular:
            found.append((_with_ed(base), PAST_FORMS))
    for words, form in zip(irregular, _IRREGULAR, strict=False):  # most name no -ing form
        found += [(word.strip(), _EACH[form]) for word in words.split("/")]
    made: dict[str, Forms] = {}
    for word, forms in found:
        made[word] = made[word] | forms if word in made else forms
    return made


def guessed_lemma(low: str) -> str | None:
    """The plain form of a word in -ed that is in no table, read as the past of a regular verb."""
    if not low.endswith("ed") or len(low) < _LEAST_LETTERS or low.endswith("eed"):
        return None
    stem = low[:-2]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return stem + "e" if stem.endswith(_SILENT_E) else stem


def _spellings(lemma: str) -> tuple[str, ...]:
    """British and American: organise and organize, analyse and analyze, honour and honor."""
    for british, american in _SPELLINGS:
        if lemma.endswith(british) and len(lemma) > 5:
            return (lemma, lemma.removesuffix(british) + american)
    return (lemma,)


def _ends_in_consonant_y(base: str) -> bool:
    return base.endswith("y") and len(base) > 1 and base[-2] not in "aeiou"


def _with_s(base: str) -> str:
    if base.endswith(_ES):
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
