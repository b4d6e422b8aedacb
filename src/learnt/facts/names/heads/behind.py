"""Names that stand behind their noun: `Treaty of Versailles`, `Lake Nasser`."""

from dataclasses import replace

from learnt.facts.names.gazetteer import Form
from learnt.facts.names.heads.around import CLAUSE_ENDS, Around
from learnt.facts.names.mention import Mention, words_of
from learnt.facts.values import NameKind

_MOST_BEFORE = 3


class Behind(Around):
    """Reads the names behind a noun, and the second name that a plural has."""

    def with_of(self, place: int) -> Mention | None:
        """`Treaty of Versailles`, `League of Nations`, `the battle of Madrid`."""
        kind = self.words.heads.of.get(self.low(place))
        if kind is None or place + 2 >= len(self.tokens) or not self._leads_on(place):
            return None
        after = place + 2
        if self.low(after) in self.words.articles:
            after += 1
        end = self.names_from(after)
        if end == after:
            return None
        if kind is NameKind.AGREEMENT and self._is_party(after):
            return None  # an alliance of Germany and Italy
        known_only = kind is NameKind.WAR and self.low(place) in self.words.heads.known_only
        if known_only and not self.covering(after):
            return None
        return self.mention(self._capitals_before(place), end, kind)

    def _leads_on(self, place: int) -> bool:
        """Whether "of" follows; or "at", behind a noun that is a name itself."""
        joint, heads = self.low(place + 1), self.words.heads
        return joint in heads.head_of or (joint in heads.head_at and self.tokens[place].capital)

    def _is_party(self, place: int) -> bool:
        known = self.covering(place)
        return known is not None and known.kind is NameKind.STATE and known.form is Form.NAME

    def _capitals_before(self, place: int) -> int:
        """`Second Battle of …`: ordinals and capitals right before the head are part of it."""
        first = place
        while first and place - first < _MOST_BEFORE and not self.covering(first - 1):
            token = self.tokens[first - 1]
            capital = token.capital and token.low not in self.words.plain
            fits = capital and not self.starts_after(CLAUSE_ENDS, first - 1)
            if not fits and token.low not in self.words.heads.ordinals:
                break
            first -= 1
        return first

    def in_front(self, place: int) -> Mention | None:
        """`Lake Nasser`, `Mount Vesuvius`, `River Niemen`: the noun is part of the name."""
        after = place + 1
        if self.low(place) not in self.words.heads.in_front or after >= len(self.tokens):
            return None
        if not (self.tokens[place].capital and self.tokens[after].capital):
            return None
        known = self.covering(after)
        return self.mention(place, known.end if known else after + 1, NameKind.PLACE)

    def two(self, place: int, one: Mention) -> tuple[Mention, ...]:
        """`treaties of Berlin and Rapallo`: the second has only the plural before the first."""
        after = one.end + 1
        plural = self.low(place).endswith(tuple(self.words.heads.singulars))
        if not plural or one.end <= place + 2 or self.low(one.end) not in self.words.and_words:
            return (one,)
        end = self.names_from(after)
        if end == after:
            return (one,)
        noun = self.tokens[place].text
        singular = self._singular(noun)
        rest = words_of(self.tokens, place, one.end)[len(noun) :]
        second = f"{singular} {self.low(place + 1)} {words_of(self.tokens, after, end)}"
        return replace(one, name=singular + rest), Mention(after, end, second, one.kind)

    def _singular(self, noun: str) -> str:
        """The noun of which there are two: treaty of treaties."""
        for plural, singular in self.words.heads.singulars.items():
            if noun.endswith(plural):
                return noun.removesuffix(plural) + singular
        return noun
