"""What a name with a capital names, where no table has it.

A title makes a person, a place word before makes a place; else the deck decides, where it names
the same elsewhere, and what is left is a person if it consists of two words or does something.
"""

from collections.abc import Sequence

from learnt.facts.light import value
from learnt.facts.names.deck import DeckNames
from learnt.facts.names.mention import Mention, VerbClass, words_of
from learnt.facts.tokens import WORD, Token
from learnt.facts.values import NameKind
from learnt.facts.words import NameWords

_YEAR_DIGITS = 4
_LEAST_LETTERS = 3
_BREAKS = frozenset(".!?:•;")
_MOVING = "move"
"""The class of verbs of going: to Paris, where somebody went."""
_NO_DEED = (None, "change", "begin", "end", "have", "body", "cause", "other")
"""Classes of verbs whose subject is often a thing: "Inflation rose", "Talks began"."""


def starts_sentence(tokens: Sequence[Token], place: int) -> bool:
    """Whether a capital is written at a place whatever the word is."""
    return place == 0 or tokens[place - 1].text in _BREAKS


@value(frozen=True, slots=True)
class Kinds:
    """Tells the kind of a name by its words, by the deck and by the words around."""

    tokens: Sequence[Token]
    words: NameWords
    verb_class: VerbClass
    deck: DeckNames

    def named(self, first: int, last: int) -> Mention | None:
        """The name that these tokens are, with the title before it; None where they are none."""
        title = self._title(first, last)
        if title:
            start, name_first = title
            if name_first < last:
                name = words_of(self.tokens, name_first, last)
                return Mention(start, last, name, NameKind.PERSON)
            return None
        name = words_of(self.tokens, first, last)
        kind = self._kind(first, last)
        return Mention(first, last, name, kind) if kind else None

    def _title(self, first: int, last: int) -> tuple[int, int] | None:
        """Where a title begins, and the name after it: within the capitals or before them."""
        for count in (2, 1):
            inner = tuple([one.low for one in self.tokens[first : first + count]])
            if inner in self.words.titles and first + count <= last:
                after = first + count
                if after < last and self.tokens[after].text == ".":
                    after += 1
                return first, after
            outer = tuple([one.low for one in self.tokens[max(0, first - count) : first]])
            if len(outer) == count and outer in self.words.titles:
                return first, first
        return None

    def _kind(self, first: int, last: int) -> NameKind | None:
        """What the deck says that it is; where it says nothing, the words around."""
        begins = self.tokens[first]
        if last - first == 1 and begins.low.endswith(self.words.abstract):
            return None
        single = sum(one.kind is WORD for one in self.tokens[first:last]) == 1
        if single and len(begins.text) < _LEAST_LETTERS:
            return None
        said = self.deck.kind_of(self.tokens[last - 1].low)
        if single and said is None and starts_sentence(self.tokens, first):
            return NameKind.PERSON if self._does(first, last) else None
        if single and begins.text.isupper():
            return said or NameKind.ORGANISATION
        return said or self._by_words_around(first, last, single=single)

    def _by_words_around(self, first: int, last: int, *, single: bool) -> NameKind | None:
        """What prepositions, brackets and verbs beside a name make of it."""
        before = self.tokens[first - 1].low if first else ""
        after = self.tokens[last] if last < len(self.tokens) else None
        if before in self.words.place_before and before not in self.words.ways:
            return NameKind.PLACE
        if before == "(" and after is not None and after.text == ")":
            return NameKind.PERSON
        if not single:
            return NameKind.PERSON
        if before in self.words.ways:
            went = first > 1 and self.verb_class(self.tokens[first - 2]) == _MOVING
            return NameKind.PLACE if went or before not in self.words.ways_to else None
        if before in self.words.person_before or (after is not None and self._acts_before(after)):
            return NameKind.PERSON
        return None

    def _acts_before(self, after: Token) -> bool:
        """Whether what stands behind a name shows that it does or owns something."""
        if after.text == "(" or after.low in self.words.after_person:
            return True
        return bool(self.verb_class(after))

    def _does(self, first: int, last: int) -> bool:
        """Whether a word at the beginning of a sentence is somebody: any word is written so there.

        It is, where it does what people do ("Heseltine challenged"), is joined to a further capital
        ("Watson and Crick"), or has a year in brackets ("Burger (2009)"); and no plural is.
        """
        low = self.tokens[first].low
        if low in self.deck.everyday or low.endswith(self.words.no_person_endings):
            return False
        after = self.tokens[last] if last < len(self.tokens) else None
        if after is None:
            return False
        following = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        if after.low in self.words.and_words and following is not None:
            return following.capital and following.low not in self.words.plain
        if after.text == "(" and following is not None:
            return following.text.isdigit() and len(following.text) == _YEAR_DIGITS
        past = after.low.endswith(self.words.past_endings)
        return past and self.verb_class(after) not in _NO_DEED
