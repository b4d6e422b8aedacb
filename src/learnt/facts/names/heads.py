"""Names that are known by the noun in them: the Rapallo treaty, Treaty of Rapallo, Red Army.

before = (capital | known name | number | word of that kind)* head
after  = head "of" ["the"] (capital | known name)+ ["and" (capital | known name)+]
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.facts.names.gazetteer import Form
from learnt.facts.names.mention import Mention, words_of
from learnt.facts.names.tables import NameWords
from learnt.facts.tokens import Token, TokenKind
from learnt.facts.values import NameKind

_MOST_WORDS = 7
_DASHES = "-–"
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Heads:
    """Reads the names of one text; `mentions` are those known already, by their first token."""

    tokens: Sequence[Token]
    words: NameWords
    mentions: Sequence[Mention]

    def read(self) -> list[Mention]:
        """The names, from left to right; they swallow known names within them."""
        found: list[Mention] = []
        end = 0
        for place, token in enumerate(self.tokens):
            if place < end or not self._may_head(token.low):
                continue
            one = self._with_of(place) or self._before(place, end) or self._behind(place)
            if one is not None and one.first >= end:
                found.append(one)
                end = one.end
                if more := self._also(place, one):
                    found[-1] = replace(one, name=self._singular(place, one))
                    found.append(more)
                    end = more.end
        return found

    def _may_head(self, low: str) -> bool:
        return low in self.words.heads or low in self.words.of or low in self.words.in_front

    def _covering(self, place: int) -> Mention | None:
        return next((one for one in self.mentions if one.first <= place < one.end), None)

    def _is_name(self, place: int) -> bool:
        """Whether the token is a capital word of a name, or part of a known one."""
        if self._covering(place):
            return True
        token = self.tokens[place]
        if token.kind is not TokenKind.WORD or not token.capital:
            return False
        return token.low not in self.words.plain

    def _with_of(self, place: int) -> Mention | None:
        """`Treaty of Versailles`, `League of Nations`, `the battle of Madrid`."""
        kind = self.words.of.get(self.tokens[place].low)
        if kind is None or place + 2 >= len(self.tokens):
            return None
        joint = self.tokens[place + 1].low
        if joint not in ("of", "at", "for") or (joint != "of" and not self.tokens[place].capital):
            return None
        after = place + 2
        if self.tokens[after].low == "the":
            after += 1
        end = self._names_from(after)
        if end == after:
            return None
        if kind is NameKind.AGREEMENT and self._is_party(after):
            return None  # an alliance of Germany and Italy
        name_starts = self._capitals_before(place)
        if kind is NameKind.WAR and self.tokens[place].low == "fall" and not self._covering(after):
            return None
        return self._mention(name_starts, end, kind)

    def _is_party(self, place: int) -> bool:
        known = self._covering(place)
        return known is not None and known.kind is NameKind.STATE and known.form is Form.NAME

    def _also(self, place: int, one: Mention) -> Mention | None:
        """`treaties of Berlin and Rapallo`: the second of two, which has only the plural before it."""
        after = one.end + 1
        plural = self.tokens[place].low.endswith("s") and one.end > place + 2
        if not plural or after >= len(self.tokens) or self.tokens[one.end].low != "and":
            return None
        end = self._names_from(after)
        if end == after:
            return None
        name = f"{_one_of(self.tokens[place].text)} of {words_of(self.tokens, after, end)}"
        return Mention(after, end, name, one.kind)

    def _singular(self, place: int, one: Mention) -> str:
        return f"{_one_of(self.tokens[place].text)}{words_of(self.tokens, place, one.end)[len(self.tokens[place].text) :]}"

    def _capitals_before(self, place: int) -> int:
        """`Second Battle of …`: ordinals and capitals right before the head are part of it."""
        first = place
        while first and place - first < 3:
            token = self.tokens[first - 1]
            sentence_start = first == 1 or self.tokens[first - 2].text in ".!?:"
            fits = token.capital and token.low not in self.words.plain and not sentence_start
            if not (fits or token.low in ("first", "second", "third")) or self._covering(first - 1):
                break
            first -= 1
        return first

    def _names_from(self, place: int) -> int:
        """The place after a run of names: "Rapallo", "Brest-Litovsk", "Friendship and Trade"."""
        end = place
        while end < len(self.tokens) and end - place < _MOST_WORDS:
            if self._is_name(end):
                known = self._covering(end)
                end = known.end if known else end + 1
            elif (
                end > place
                and (
                    self.tokens[end].text in ("-", "–", "’", "'", "and", "of", "&")
                    or (self.tokens[end].text == "." and len(self.tokens[end - 1].text) == 1)
                )
                and end + 1 < len(self.tokens)
                and self._is_name(end + 1)
                and (self.tokens[end].glued or self._continues(end, place))
            ):
                end += 1
            else:
                break
        return end

    def _continues(self, place: int, first: int) -> bool:
        """Whether "and" joins two words of one name: Friendship and Trade, not Germany and Japan."""
        if self.tokens[place].low not in ("and", "of", "&"):
            return False
        known = self._covering(place - 1), self._covering(place + 1)
        return not any(known) and place - first < 3 and not self._begins_a_clause(place + 1)

    def _begins_a_clause(self, place: int) -> bool:
        return (
            place + 1 < len(self.tokens)
            and self.tokens[place + 1].kind is TokenKind.WORD
            and (not self.tokens[place + 1].capital and self.tokens[place + 1].low.endswith("ed"))
        )

    def _before(self, place: int, floor: int) -> Mention | None:
        """`the Franco-Soviet pact`, `Spanish civil war`, `German communist party`."""
        kind = self.words.heads.get(self.tokens[place].low)
        if kind is None:
            return None
        covering = self._covering(place)
        if covering and covering.end > place + 1:
            return None
        if self.tokens[place].low in self.words.weak and not self._is_strong(place):
            return None
        first, named = place, False
        inside = self.words.inside.get(kind, frozenset())
        while first > floor and place - first < _MOST_WORDS:
            step = self._step(first, inside, strict=not self.tokens[place].capital)
            if step is None:
                break
            width, is_name = step
            first -= width
            named = named or is_name
        first = self._trimmed(first, place, inside)
        if not named or first == place:
            return None
        end = place + 1
        if kind is NameKind.LAW:
            end = self._with_year(end)
        if kind in (NameKind.ORGANISATION, NameKind.AGREEMENT, NameKind.CONFERENCE):
            end = self._with_of_after(end)
        return self._mention(first, end, kind, head=place)

    def _behind(self, place: int) -> Mention | None:
        """`Lake Nasser`, `Mount Vesuvius`, `River Niemen`: the noun stands in front."""
        after = place + 1
        if self.tokens[place].low not in self.words.in_front or after >= len(self.tokens):
            return None
        following = self.tokens[after]
        if not (self.tokens[place].capital and following.capital):
            return None
        known = self._covering(after)
        return self._mention(place, known.end if known else after + 1, NameKind.PLACE)

    def _is_strong(self, place: int) -> bool:
        """Whether a common noun is part of a name all the same: it has a capital, or an organisation
        or place stands right before it (comintern congress).
        """
        known = self._covering(place - 1) if place else None
        return self.tokens[place].capital or (
            known is not None and known.kind in (NameKind.ORGANISATION, NameKind.PLACE)
        )

    def _with_of_after(self, end: int) -> int:
        """`Communist Party of Germany`: the name goes on where a name follows "of" at once."""
        if end + 1 < len(self.tokens) and self.tokens[end].low == "of":
            after = end + 1
            if self.tokens[after].low == "the" and after + 1 < len(self.tokens):
                after += 1
            known = self._covering(after)
            if known and known.kind is NameKind.STATE and self.tokens[end - 1].capital:
                return known.end
        return end

    def _step(self, first: int, inside: frozenset[str], *, strict: bool) -> tuple[int, bool] | None:
        """How many tokens before `first` belong to the name, and whether they name something."""
        token = self.tokens[first - 1]
        if known := self._covering(first - 1):
            return (first - known.first, True) if known.kind is not NameKind.LAW else None
        if token.text in _DASHES and token.glued and self.tokens[first].glued:
            return 1, False
        if token.low in inside or (
            token.kind is TokenKind.NUMBER and token.low.isdigit() and len(token.low) < 3
        ):
            return 1, False
        if token.text in ("'", "’", "'s", "’s"):
            return (1, False) if "'" in inside and first > 1 else None
        if not token.capital or token.kind is not TokenKind.WORD:
            return None
        starts = first == 1 or self.tokens[first - 2].text in (".", "!", "?", ":", "•")
        plain = token.low in self.words.plain
        if plain and (strict or starts or token.low in self.words.function):
            return None  # "The treaty"; but the Winter Palace, the Good Friday Agreement
        return 1, True

    def _trimmed(self, first: int, place: int, inside: frozenset[str]) -> int:
        """The beginning without small joining words that stand in front of the name itself."""
        while first < place:
            token = self.tokens[first]
            joining = token.text in (*_DASHES, "'", "’", "'s", "’s") or token.low in (
                "of",
                "the",
                "and",
                "no",
                "army",
                "against",
            )
            if not joining or self._covering(first):
                break
            first += 1
        return first

    def _with_year(self, end: int) -> int:
        """`Theft Act 1968`: the year is part of a statute's name."""
        if end < len(self.tokens) and self.tokens[end].kind is TokenKind.NUMBER:
            return end + (len(self.tokens[end].text) == _YEAR_DIGITS)
        return end

    def _mention(self, first: int, end: int, kind: NameKind, head: int | None = None) -> Mention:
        within = [one for one in self.mentions if first <= one.first and one.end <= end]
        parties = tuple(
            dict.fromkeys(
                one.name
                for one in within
                if one.kind is NameKind.STATE and one.form is not Form.SEAT
            )
        )
        return Mention(first, end, words_of(self.tokens, first, end), kind, parties=parties)


def _one_of(plural: str) -> str:
    """The singular of a plural head: treaties, accords."""
    return plural[:-3] + "y" if plural.endswith("ies") else plural.removesuffix("s")
