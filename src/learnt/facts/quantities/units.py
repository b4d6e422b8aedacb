"""What is counted or measured: the noun behind a number, a sign of per cent or of degrees."""

from learnt.facts.quantities.numbers import Numbers
from learnt.facts.tokens import WORD, Token
from learnt.facts.words import phrase_at

_MOST_WORDS = 3
_DEGREES = "°º"
_SCALES = ("C", "F")


class Units(Numbers):
    """Reads the unit behind a number."""

    def unit(self, place: int) -> tuple[str, int]:
        """The noun that is counted, with up to two words before it; a sign of per cent, degrees."""
        if count := phrase_at(self.words.percent, self.tokens, place):
            return "%", place + count
        if place < len(self.tokens) and self.tokens[place].text in _DEGREES:
            if self.is_glued(place + 1) and self.tokens[place + 1].text in _SCALES:
                return "°" + self.tokens[place + 1].text, place + 2
            return "°", place + 1
        if self.low(place) == "-" and self.is_glued(place):
            place += 1
        if self.low(place) in self.small.of:
            return "", place
        last = self._noun_end(place)
        return " ".join(token.text for token in self.tokens[place:last]), last

    def _noun_end(self, first: int) -> int:
        """The place after the noun; `first` where several words follow and none is a plural."""
        end = first
        while end < min(len(self.tokens), first + _MOST_WORDS) and end not in self.dated:
            token = self.tokens[end]
            if token.kind is not WORD or self._ends_a_noun(token, first=end == first):
                break
            end += 1
            if token.low.endswith(self.words.unit_endings) or token.low in self.words.units:
                return end
        return end if end == first + 1 else first

    def _ends_a_noun(self, token: Token, *, first: bool) -> bool:
        """Whether a word is none of what is counted; the `first` one may be an adjective."""
        low, small = token.low, self.small
        if first and low in self.words.adjectives:
            return False
        return low in self.words.no_units or any(
            low in them
            for them in (
                small.prepositions,
                small.joining,
                small.opening,
                small.be,
                small.have,
                small.modal,
                small.determiners,
            )
        )
