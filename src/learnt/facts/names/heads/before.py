"""Names that stand before their noun: `the Franco-Soviet pact`, `Spanish civil war`, `Red Army`."""

from learnt.facts.names.heads.around import CLAUSE_ENDS, MOST_WORDS, Around
from learnt.facts.names.mention import Mention
from learnt.facts.tokens import NUMBER, WORD
from learnt.facts.values import NameKind

_DASHES = "-–"
_APOSTROPHE = "'"
_YEAR_DIGITS = 4
_LINE_STARTS = CLAUSE_ENDS | {"•"}
_LONGER_BY_OF = (NameKind.ORGANISATION, NameKind.AGREEMENT, NameKind.CONFERENCE)


class Before(Around):
    """Reads the names before a noun, and what belongs to them behind it."""

    def before(self, place: int, floor: int) -> Mention | None:
        """The name that ends with the noun at a place, and begins at `floor` or behind it."""
        kind = self.words.heads.heads.get(self.low(place))
        if kind is None:
            return None
        covering = self.covering(place)
        if covering and kind is NameKind.LAW and covering.kind is NameKind.LAW:
            return self._dated_law(covering)
        if covering and (covering.end > place + 1 or covering.kind is NameKind.STATE):
            return None  # the tables know it: the Soviet Union
        if self.low(place) in self.words.heads.weak and not self._is_strong(place):
            return None
        first, named = place, False
        inside = self.words.heads.inside.get(kind, frozenset())
        while first > floor and place - first < MOST_WORDS:
            step = self._step(first, inside, strict=not self.tokens[place].capital)
            if step is None:
                break
            width, is_name = step
            first -= width
            named = named or is_name
        first = self._trimmed(first, place)
        if not named or first == place:
            return None
        if covering and first == covering.first and covering.kind is kind is NameKind.ORGANISATION:
            return None  # known to the deck or the tables, under its own name
        return self.mention(first, self._end(place + 1, kind), kind)

    def _dated_law(self, known: Mention) -> Mention | None:
        """A statute of the tables with the year that is part of its name."""
        end = self._end(known.end, NameKind.LAW)
        return self.mention(known.first, end, NameKind.LAW) if end > known.end else None

    def _is_strong(self, place: int) -> bool:
        """Whether a common noun is part of a name all the same: comintern congress.

        It is with a capital of its own, or right behind an organisation or place.
        """
        known = self.covering(place - 1)
        return self.tokens[place].capital or (
            known is not None and known.kind in (NameKind.ORGANISATION, NameKind.PLACE)
        )

    def _step(self, first: int, inside: frozenset[str], *, strict: bool) -> tuple[int, bool] | None:
        """How many tokens before `first` belong to the name, and whether they name something."""
        token = self.tokens[first - 1]
        if known := self.covering(first - 1):
            return (first - known.first, True) if known.kind is not NameKind.LAW else None
        if token.text in _DASHES and token.glued and self.tokens[first].glued:
            return 1, False
        short_number = token.kind is NUMBER and len(token.low) < 3
        if token.low in inside or short_number:
            return 1, False
        if token.text in self.words.heads.genitives:
            return (1, False) if _APOSTROPHE in inside and first > 1 else None
        if not token.capital or token.kind is not WORD:
            return None
        if token.low in self.words.plain:
            starts = self.starts_after(_LINE_STARTS, first - 1)
            if strict or starts or token.low in self.words.function:
                return None  # "The treaty"; but the Winter Palace, the Good Friday Agreement
        return 1, True

    def _trimmed(self, first: int, place: int) -> int:
        """The beginning without small joining words that stand in front of the name itself."""
        while first < place and not self.covering(first):
            if self.low(first) not in self.words.heads.not_first:
                break
            first += 1
        return first

    def _end(self, end: int, kind: NameKind) -> int:
        """Where the name ends: `Theft Act 1968`, `Communist Party of Germany`."""
        if kind is NameKind.LAW and end < len(self.tokens):
            token = self.tokens[end]
            return end + (token.kind is NUMBER and len(token.text) == _YEAR_DIGITS)
        if kind not in _LONGER_BY_OF or self.low(end) not in self.words.heads.head_of:
            return end
        after = end + 1
        if self.low(after) in self.words.articles:
            after += 1
        known = self.covering(after)
        state = known is not None and known.kind is NameKind.STATE
        return known.end if known and state and self.tokens[end - 1].capital else end
