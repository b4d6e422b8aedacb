"""Which words of a text a negator denies."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word

_REACH = 4
"""Words after a negator among which the one that it governs stands: "did not really sign"."""
_ENDS = frozenset(
    "but and so because which who although though while whereas however until".split()
)
"""Words at which what a negator governs ends."""
BE = frozenset("is are was were be been being".split())
_PLACING = frozenset("in on at by with for from of to".split())
_ADJECTIVES = ("ful", "ous", "ive", "al", "ic", "able", "ible", "ant", "ent", "less", "ary", "ed")
"""Endings of words that may be denied though they are no verbs."""


def governed(
    text: str, words: Sequence[Word], lexicon: Lexicon, verbs: AbstractSet[int]
) -> dict[int, Word]:
    """By the identity of each word that a negator denies: that negator. `verbs` are identities.

    It denies the first word after it that says something, if that is a verb or an adjective; a
    noun after "no", and where "not" stands before it or its preposition ("not in the ground").
    """
    found: dict[int, Word] = {}
    for place, word in enumerate(words):
        if word.low not in lexicon.negators and word.stem not in lexicon.refusing:
            continue
        end = word.end
        next_low = words[place + 1].low if place + 1 < len(words) else ""
        before = words[place - 1].low if place else ""
        placed = word.low == "no" or (word.low == "not" and (next_low in _PLACING or before in BE))
        for after in words[place + 1 : place + 1 + _REACH]:
            if after.low in _ENDS or any(sign in ",.;:!?\n–" for sign in text[end : after.start]):
                break
            end = after.end
            if after.weight > 0 and not after.low.endswith("ly"):
                verb = lexicon.verbs.get(after.low, 0.0) > 0.05 or id(after) in verbs
                if not _taken_up(words, place, verbs) and (placed or verb or is_adjective(after)):
                    found[id(after)] = word
                break
    return found


def _taken_up(words: Sequence[Word], place: int, verbs: AbstractSet[int]) -> bool:
    """Whether "but" says soon what is so instead: "not by Poland but by Japan".

    Another deed in its place is no such thing: "did not mobilise but kept its soldiers at home".
    """
    reach = range(place + 2, min(place + 2 + _REACH, len(words)))
    but = next((n for n in reach if words[n].low == "but"), None)
    return but is not None and not any(id(word) in verbs for word in words[but + 1 : but + 2])


def is_adjective(word: Word) -> bool:
    """Whether its ending is that of an adjective or a participle."""
    return word.low.endswith(_ADJECTIVES)
