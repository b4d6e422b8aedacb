"""What is written with a capital and is in no table: where such names may begin and end."""

from collections.abc import Sequence

from learnt.facts.light import value
from learnt.facts.names.kinds import starts_sentence
from learnt.facts.names.mention import Mention, VerbClass
from learnt.facts.tokens import WORD, Token
from learnt.facts.words import NameWords

_MOST_WORDS = 5
_SHORT = 3
_FEW = 4
_MOSTLY = 0.7


@value(frozen=True, slots=True)
class Capitals:
    """Finds what may be names in one text and is in no table. `taken` are those found so far."""

    tokens: Sequence[Token]
    words: NameWords
    taken: Sequence[Mention]
    verb_class: VerbClass

    def read(self) -> list[tuple[int, int]]:
        """Where each begins and ends, from left to right."""
        if self._is_title_case():
            return []
        covered = {place for one in self.taken for place in range(one.first, one.end)}
        found: list[tuple[int, int]] = []
        place = 0
        while place < len(self.tokens):
            end = self._run(place, covered) if self.tokens[place].capital else place
            if end == place:
                place += 1
                continue
            first, last = self._trimmed(place, end)
            if first < last:
                found.append((first, last))
            place = end
        return found

    def _is_title_case(self) -> bool:
        """Whether capitals mean nothing here: a heading or a text in capitals."""
        words = [one.capital for one in self.tokens if one.kind is WORD and len(one.text) > _SHORT]
        return len(words) > _FEW and sum(words) > _MOSTLY * len(words)

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
        """Whether a word is written as a name is, and is no half of an adjective."""
        token = self.tokens[place]
        dash = self.tokens[place + 1 : place + 3]
        if len(dash) == 2 and dash[0].text == "-" and dash[1].glued and not dash[1].capital:
            return False  # German-speaking
        word = token.kind is WORD and token.capital
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
            return following.kind is WORD
        return token.low in self.words.joins and following.capital and token.text not in "-'’."

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """Without what begins a sentence or is no name: "When Attlee", "The Duma"."""
        while first < last and self._is_no_part(first, single=last - first == 1):
            first += 1
        while first < last and self.tokens[last - 1].low in self.words.plain:
            last -= 1
        while first < last and self.tokens[first].kind is not WORD:
            first += 1
        return first, last

    def _is_no_part(self, place: int, *, single: bool) -> bool:
        """Whether the first of some capitals is a common word, or the verb of a note."""
        token = self.tokens[place]
        if token.low in self.words.plain:
            return True
        return not single and starts_sentence(self.tokens, place) and bool(self.verb_class(token))
