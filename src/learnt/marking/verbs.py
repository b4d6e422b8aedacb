"""Which words of a text are its verbs, as far as the words beside them tell."""

from collections.abc import Sequence

from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word

_NOUN_NEXT = frozenset(
    "the a an this that these those its his her their our my your no of in by for with from at "
    "some any each every both several many few more most another".split()
)
"""Words behind which a noun stands."""
_OPEN = frozenset("the a an its his her their them it him this that these those up out off".split())
"""Words that stand behind a verb rather than behind a noun."""


def may_be_verb(words: Sequence[Word], place: int, lexicon: Lexicon, least: float = 0.1) -> bool:
    """Whether a word may be a verb where it stands: by more than the share `least` of its uses."""
    before = words[place - 1].low if place else ""
    return lexicon.verbs.get(words[place].low, 0.0) > least and before not in _NOUN_NEXT


def verbs_in(words: Sequence[Word], lexicon: Lexicon) -> frozenset[int]:
    """The identities of the words that are verbs and say something."""
    found = set()
    for place, word in enumerate(words):
        share = lexicon.verbs.get(word.low, 0.0)
        if not share or word.weight == 0:
            continue
        before = words[place - 1].low if place else ""
        after = words[place + 1].low if place + 1 < len(words) else ""
        if before in _NOUN_NEXT and not (before == "that" and share > 0.6):
            continue
        if share >= 0.5 or after in _OPEN or before == "to":
            found.add(id(word))
    return frozenset(found)
