"""People and what else is written with a capital and is in no table.

A title makes a person, a place word before makes a place; else the deck decides, where it names
the same elsewhere, and what is left is a person if it consists of two words or does something.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.facts.names.deck import DeckNames
from learnt.facts.names.mention import Mention, VerbClass, words_of
from learnt.facts.tokens import Token, TokenKind
from learnt.facts.values import NameKind
from learnt.facts.words import NameWords

_MOST_WORDS = 5
_YEAR_DIGITS = 4
_BREAKS = frozenset(".!?:•;")

_LEAST_LETTERS = 3
_MOVING = "move"
"""The class of verbs of going: to Paris, where somebody went."""
_NO_DEED = (None, "change", "begin", "end", "have", "body", "cause", "other")
"""Classes of verbs whose subject is often a thing: "Inflation rose", "Talks began"."""


@dataclass(frozen=True, slots=True)
class Capitals:
    """Reads the names of one text that no table has. `taken` are the mentions found so far."""

    tokens: Sequence[Token]
    words: NameWords
    taken: Sequence[Mention]
    verb_class: VerbClass
    deck: DeckNames

    def read(self) -> list[Mention]:
        """The names, from left to right."""
        if self._is_title_case():
            return []
        covered = {place for one in self.taken for place in range(one.first, one.end)}
        found: list[Mention] = []
        place = 0
        while place < len(self.tokens):
            end = self._run(place, covered) if self.tokens[place].text[0].isupper() else place
            if end == place:
                place += 1
                continue
            first, last = self._trimmed(place, end)
            one = self._named(first, last) if first < last else None
            if one is not None:
                found.append(one)
            place = end
        return found

    def _is_title_case(self) -> bool:
        """Whether capitals mean nothing here: a heading or a text in capitals."""
        words = [one for one in self.tokens if one.kind is TokenKind.WORD and len(one.text) > 3]
        capitals = sum(one.capital for one in words)
        return len(words) > 4 and capitals > 0.7 * len(words)

    def _run(self, place: int, covered: set[int]) -> int:
        """The place after the words that belong to the name beginning here."""
        end = place
        while end < len(self.tokens) and end - place < 2 * _MOST_WORDS and end not in covered:
            if self._is_capital(end) or (end > place and self._joins(end, covered)):
                end += 1
            else:
                break
        return end

    def _is_capital(self, place: int) -> bool:
        token = self.tokens[place]
        dash = self.tokens[place + 1 : place + 3]
        if len(dash) == 2 and dash[0].text == "-" and dash[1].glued and not dash[1].capital:
            return False  # German-speaking
        word = token.kind is TokenKind.WORD and token.capital
        return word and token.low not in self.words.no_capitals

    def _joins(self, place: int, covered: set[int]) -> bool:
        """Whether a small word, a dash or an initial's dot joins two capitals."""
        after = place + 1
        if after >= len(self.tokens) or after in covered:
            return False
        token, following = self.tokens[place], self.tokens[after]
        if token.text == "." and token.glued and len(self.tokens[place - 1].text) == 1:
            return following.capital
        if token.text in "-'’" and token.glued and following.glued:
            return following.kind is TokenKind.WORD
        return token.low in self.words.joins and following.capital and token.text not in "-'’."

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """Without what begins a sentence or is no name: "When Attlee", "The Duma"."""
        while first < last and (
            self.tokens[first].low in self.words.plain
            or (
                self._starts_sentence(first)
                and self.verb_class(self.tokens[first])
                and last - first > 1
            )
        ):
            first += 1
        while first < last and self.tokens[last - 1].low in self.words.plain:
            last -= 1
        while first < last and self.tokens[first].kind is not TokenKind.WORD:
            first += 1
        return first, last

    def _starts_sentence(self, place: int) -> bool:
        return place == 0 or self.tokens[place - 1].text in _BREAKS

    def _named(self, first: int, last: int) -> Mention | None:
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
        single = sum(one.kind is TokenKind.WORD for one in self.tokens[first:last]) == 1
        if single and len(begins.text) < _LEAST_LETTERS:
            return None
        said = self.deck.kind_of(self.tokens[last - 1].low)
        if single and said is None and self._starts_sentence(first):
            return NameKind.PERSON if self._does(first, last) else None
        if single and begins.text.isupper():
            return said or NameKind.ORGANISATION
        return said or self._by_words_around(first, last, single=single)

    def _by_words_around(self, first: int, last: int, *, single: bool) -> NameKind | None:
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
