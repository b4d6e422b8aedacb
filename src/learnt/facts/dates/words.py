"""The words of a language for dates, as a value. The tables are data: `weights` loads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from learnt.facts.tokens import Token, tokens_of

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""By the first word: the phrases that begin with it, each as its words, the longest first."""


@dataclass(frozen=True)
class DateWords:
    """What the words of one language say about dates.

    Mappings go from the word as it is written small. Phrases may be of several words. Months in
    `doubtful` are common words or short for something else too and need a sign beside them; `common_months`
    ("may", "march") more than the rest. `month_happenings` make a month a name: the July days. `labels` are words
    before a number that make it no year (page, room), `units` words after it that do (tanks, km);
    `happenings` are plural words that do not (the 1936 elections).
    """

    months: Mapping[str, int]
    doubtful: frozenset[str]
    common_months: frozenset[str]
    month_happenings: frozenset[str]
    on: frozenset[str]
    not_until: frozenset[str]
    negators: frozenset[str]
    were: frozenset[str]
    month_surnames: frozenset[str]
    millennium: frozenset[str]
    nations: frozenset[str]
    streets: frozenset[str]
    born: frozenset[str]
    dating: frozenset[str]
    seasons: Mapping[str, int]
    doubtful_seasons: frozenset[str]
    weekdays: frozenset[str]
    ordinals: Mapping[str, int]
    suffixes: frozenset[str]
    decades: Mapping[str, int]
    centuries_spelled: Mapping[str, int]
    century: frozenset[str]
    century_letter: frozenset[str]
    decade_suffix: frozenset[str]
    labels: frozenset[str]
    titles: frozenset[str]
    units: frozenset[str]
    happenings: frozenset[str]
    small: frozenset[str]
    somebodys: frozenset[str]
    articles: frozenset[str]
    these: frozenset[str]
    following: frozenset[str]
    of: frozenset[str]
    doubtful_onwards: frozenset[str]
    tens: Mapping[str, int]
    nouns_are_capital: bool
    from_opens: bool
    day_has_dot: bool
    plural_endings: frozenset[str]
    abbreviations: frozenset[str]
    phrases: Mapping[str, Phrases] = field(default_factory=dict)

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """By word: the roles of the phrases that begin with it."""
        found: dict[str, set[str]] = {}
        for role, phrases in self.phrases.items():
            for first in phrases:
                found.setdefault(first, set()).add(role)
        return {first: frozenset(roles) for first, roles in found.items()}

    def phrase(self, role: str, tokens: Sequence[Token], place: int) -> int:
        """How many tokens from `place` on are a phrase of this role; 0 where none is."""
        if not 0 <= place < len(tokens):
            return 0
        listed = self.phrases[role].get(tokens[place].low)
        if listed is None:
            return 0
        for words in listed:
            end = place + len(words)
            if end <= len(tokens) and all(
                tokens[place + nth].low == word for nth, word in enumerate(words)
            ):
                return len(words)
        return 0

    def phrase_before(self, role: str, tokens: Sequence[Token], place: int) -> int:
        """How many tokens right before `place` are a phrase of this role; 0 where none is."""
        for count in range(min(4, place), 0, -1):
            if self.phrase(role, tokens, place - count) == count:
                return count
        return 0


def phrases_of(listed: Sequence[str]) -> Phrases:
    """The phrases by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in listed:
        words = tuple(token.low for token in tokens_of(phrase))
        found.setdefault(words[0], []).append(words)
    return {first: sorted(them, key=len, reverse=True) for first, them in found.items()}
