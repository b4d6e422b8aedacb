"""Words before a number that say what it is the number or the name of: page 1945, Orwell's 1984."""

from collections.abc import Sequence
from dataclasses import field

from learnt.facts.dates.numbers.codes import DASHES, NO_YEAR_BEFORE
from learnt.facts.light import value
from learnt.facts.tokens import NUMBER, WORD, Token
from learnt.facts.words import DateWords

_OPENING_QUOTES = "\"“'‘*_"
_CLOSING_QUOTES = "\"”'’*_"


@value(frozen=True, slots=True)
class Labels:
    """Tells which numbers of a text have a label. `known` is what was found out before.

    In a list every number has the label of the first ("pages 101, 145 and 1945"): each asks the
    one before it, and none is asked twice, however long the list is.
    """

    tokens: Sequence[Token]
    words: DateWords
    known: dict[int, bool] = field(default_factory=dict)

    def has(self, place: int) -> bool:
        """Whether the word before says what the number is: page 1945, room 1984, £1900."""
        asked = [place]
        while asked[-1] not in self.known and (earlier := self._label_of(asked[-1])) is not None:
            asked.append(earlier)
        found = self.known.get(asked[-1])
        if found is None:
            found = self._is_labelled(asked[-1])
        self.known.update(dict.fromkeys(asked, found))
        return found

    def _label_of(self, place: int) -> int | None:
        """The number of the same list whose label this one has; None where it has its own."""
        earlier = self._joined_to(place)
        return None if earlier is None or self._is_a_time(earlier) else earlier

    def _joined_to(self, place: int) -> int | None:
        """The number of three digits or more that a comma, dash or word joins this one to."""
        before = self._word_before(place)
        if before < 1:
            return None
        joint, earlier = self.tokens[before], self.tokens[before - 1]
        if joint.low not in self.words.joints and joint.low != "," and joint.low not in DASHES:
            return None
        listed = earlier.kind is NUMBER and len(earlier.text) > 2
        return before - 1 if listed else None

    def _word_before(self, place: int) -> int:
        """The place of the word before, the dot of an abbreviation passed over."""
        before = place - 1
        return before - 1 if before >= 0 and self.tokens[before].text == "." else before

    def _is_a_time(self, place: int) -> bool:
        """`at 1900 to 1945`: what follows is a time as well."""
        return place > 0 and self.tokens[place - 1].low in self.words.clock

    def _is_labelled(self, place: int) -> bool:
        """Whether the sign or word right before is a label."""
        sign = self.tokens[place - 1].text if place else ""
        if (sign in NO_YEAR_BEFORE and sign not in "/:") or self._joined_to(place) is not None:
            return True
        before = self._word_before(place)
        if before < 0:
            return False
        label = self.tokens[before]
        if before == place - 1 and self._is_initials(label):
            return True  # HD 1461
        if label.low not in self.words.labels:
            return False
        if label.text.isupper() and len(label.text) > 1:
            return True
        # "the first page 1945 …" has no comma; a label is followed by its number at once
        return before == place - 1 or self.tokens[place - 1].glued

    def _is_initials(self, label: Token) -> bool:
        """Whether the word is one or two capitals that name no state: the HD of HD 1461."""
        name = label.text
        if not (len(name) < 3 and name.isupper() and name.isalpha()):
            return False
        return label.low not in self.words.nations


def is_title(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """Whether the number alone is the name of a work: Orwell's 1984, the novel 1984, “1984”."""
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is None:
        return False
    if before.low in words.titles:
        earlier = tokens[place - 2].low if place > 1 else ""
        known = (words.articles, words.somebodys, words.indefinite, words.genitive)
        return any(earlier in them for them in known)
    closed = after is not None and after.glued and after.text in _CLOSING_QUOTES
    if closed and before.text in _OPENING_QUOTES:
        return True
    if before.low not in words.genitive:
        return False
    goes_on = after is not None and after.kind is WORD and after.low not in words.small
    return not goes_on
