"""The names around the nouns of a text, from left to right."""

from learnt.facts.names.heads.before import Before
from learnt.facts.names.heads.behind import Behind
from learnt.facts.names.mention import Mention


class Heads(Before, Behind):
    """Reads the names of one text that a noun makes names."""

    def read(self) -> list[Mention]:
        """The names, in order; they swallow known names within them."""
        found: list[Mention] = []
        end = 0
        nouns = self.words.heads.any
        for place, token in enumerate(self.tokens):
            if place < end or token.low not in nouns:
                continue
            one = self.with_of(place) or self.before(place, end) or self.in_front(place)
            if one is not None and one.first >= end:
                found += self.two(place, one)
                end = found[-1].end
        return found
