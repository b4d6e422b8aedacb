"""What is seen as a deck is gone through for the first time, before any card is read."""

from collections.abc import Mapping, Sequence

from learnt.facts.language import Language
from learnt.facts.light import value
from learnt.facts.names import DeckNames, Mention, Noticed, learn_names, notice, told_alone
from learnt.facts.naming import Cut, verb_class_of
from learnt.facts.tokens import WORD, Token, tokens_of

_KEPT = 5000
"""Texts whose tokens are kept until their cards are read. They are the most of what is kept, and
are cut anew in less time than all the rest takes, so a larger deck shall not need more memory."""


@value(frozen=True, slots=True)
class Seen:
    """What the deck itself names, and by text: its tokens, and what it tells of its names."""

    names: DeckNames
    _tokens: Mapping[str, tuple[Token, ...]]
    _noticed: Mapping[str, Noticed]

    def cut(self, text: str) -> Cut:
        """One of the texts as it was seen."""
        return Cut(text, self._tokens.get(text) or tokens_of(text), self._noticed[text])


def seen_in(texts: Sequence[str], language: Language) -> Seen:
    """What is seen in every text of a deck; a prompt that several cards have is looked at once."""
    tables, verb_class = language.names, verb_class_of(language)
    kept: dict[str, tuple[Token, ...]] = {}
    noticed: dict[str, Noticed] = {}
    told: dict[str, Sequence[Mention]] = {}
    small: set[str] = set()
    for text in dict.fromkeys(texts):
        tokens = tokens_of(text)
        noticed[text] = notice(tokens, tables, verb_class)
        told[text] = told_alone(tokens, noticed[text], tables, verb_class)
        small.update(one.low for one in tokens if one.kind is WORD and not one.capital)
        if len(kept) < _KEPT:
            kept[text] = tokens
    mentions = (told[text] for text in texts)
    return Seen(learn_names(mentions, frozenset(small), tables.words.continued), kept, noticed)
