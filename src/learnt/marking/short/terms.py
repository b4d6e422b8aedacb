"""Which points are terms, names, dates, numbers or formulas, and no statements."""

from collections.abc import Sequence

from learnt.deck import Point
from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word, words_of
from learnt.marking.reading import Reference
from learnt.marking.short.formulas import is_formula
from learnt.marking.short.values import is_date, is_number
from learnt.marking.short.wordings import wordings
from learnt.marking.verbs import may_be_verb, verbs_in

_HELPING = frozenset(
    "is are was were be been has have had do does did will would can could may might must shall "
    "should gets got because if when".split()
)
"""Words of statements."""
_LONGEST = 4
"""Words that say something, in a short point."""
_PLAINLY = 0.8
_OFTEN = 0.4
"""Shares of its uses as a verb from which on a word makes two words a statement (fish suffocate),
and three words of a list perhaps one (cold slows bacteria)."""


def is_short(point: Point, reference: Reference, lexicon: Lexicon) -> bool:
    """Whether a point is a term, a name, a date, a number or a formula, and no statement."""
    if _is_value(reference):
        return len(point.text) <= 60
    words, content = _shortest(point, lexicon)
    verbs = verbs_in(words, lexicon)
    tells = len(content) > 1 and any(
        len(content) > 2 or (lexicon.verbs[word.low] > _PLAINLY and not _is_participle(word))
        for word in words[1:]
        if id(word) in verbs
    )
    helped = any(word.low in _HELPING or word.low in lexicon.negators for word in words)
    return len(content) <= _LONGEST and not tells and not helped


def may_tell(point: Point, reference: Reference, lexicon: Lexicon, *, listed: bool) -> bool:
    """Whether a short point may be a statement all the same: routers forward packets.

    So may three words beside statements; in a list of terms (`listed`) one in the midst of them
    must look like a verb.
    """
    words, content = _shortest(point, lexicon)
    is_name = all(word.text[0].isupper() for word in content)
    if _is_value(reference) or is_name or len(content) < 3:
        return False
    return not listed or any(
        may_be_verb(words, n, lexicon, _OFTEN) and not _is_participle(words[n])
        for n in range(1, len(words) - 1)
    )


def _is_participle(word: Word) -> bool:
    """Whether it may as well be part of a term: global warming, unleavened bread."""
    return word.low.endswith(("ing", "ed", "en"))


def _is_value(reference: Reference) -> bool:
    told = reference.told
    return bool(is_date(told.facts) or is_number(told.facts) or is_formula(told.text))


def _shortest(point: Point, lexicon: Lexicon) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of its shortest wording, and those of them that say something."""
    words = min((words_of(one, lexicon) for one in wordings(point)), key=len)
    return words, [word for word in words if word.weight > 0]
