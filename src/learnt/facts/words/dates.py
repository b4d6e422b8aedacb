"""The words of a language for dates, as a value. The tables are data: `weights` loads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from learnt.facts.tokens import Token
from learnt.facts.words.phrases import Phrases, phrase_at

_LONGEST = 4
"""The most words of a phrase that is looked for before a date."""
_OPENING = tuple("since after before until exactly from between about perhaps part turn ad".split())
"""The roles of phrases with which a date may begin."""
_LEADING = ("in", "part", "exactly")
"""The roles of phrases that lead to a date."""
_SIGNS = "'’‘`~≈?"
"""Signs with which a date may begin."""


@dataclass(frozen=True)
class DateWords:
    """What the words of one language say about dates.

    All are written small. Mappings go from the word to its number. `phrases` are by their role,
    such as "since" or "about", and may be of several words.
    """

    # --- months, seasons and days
    months: Mapping[str, int]
    doubtful: frozenset[str]  # months that are common words or short for something else too
    common_months: frozenset[str]  # those of them that are so more than the rest: may, march
    month_happenings: frozenset[str]  # nouns that make a month a name: the July days
    month_surnames: frozenset[str]  # words before a month that is somebody's name: Theresa May
    seasons: Mapping[str, int]  # to EDTF's numbers, 21 to 24
    doubtful_seasons: frozenset[str]  # common words too: fall
    weekdays: frozenset[str]
    ordinals: Mapping[str, int]
    tens: Mapping[str, int]  # the first half of an ordinal in two words: twenty-first
    suffixes: frozenset[str]  # behind the digits of an ordinal: th
    day_has_dot: bool  # whether a dot makes a number an ordinal: 3. Mai
    on: frozenset[str]  # before a day whose month was spoken of: on the 9th

    # --- years, decades and centuries
    decades: Mapping[str, int]
    decade_suffix: frozenset[str]
    centuries_spelled: Mapping[str, int]  # the first half of nineteen thirties
    century: frozenset[str]
    century_letter: frozenset[str]  # before its number: C18th
    millennium: frozenset[str]
    eras: frozenset[str]  # that may hang on the digits: 79AD
    touching: frozenset[str]  # words on which the digits may hang: c1850
    born: frozenset[str]  # before the short year of somebody's birth or reign
    before_counts: frozenset[str]  # short numbers behind them are no years: of 476 men
    after_counts: frozenset[str]  # the same words behind: around 800 of the men
    doubtful_units: frozenset[str]  # units that are as often no unit: v for volts and versus

    # --- numbers that are no dates
    labels: frozenset[str]  # a number after one is none: page, room
    joints: frozenset[str]  # join several numbers of one label: pages 101 to 105
    clock: frozenset[str]  # before times and heights: at 1900 hours
    nations: frozenset[str]  # short words in capitals that make no code: UK 1945
    titles: frozenset[str]  # the number alone is the name of such a work: the novel 1984
    indefinite: frozenset[str]
    genitive: frozenset[str]
    groups: frozenset[str]
    units: frozenset[str]  # behind a number that counts or measures: tanks, km
    happenings: frozenset[str]  # plural words that do not: the 1936 elections
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]  # that end as plurals do: crisis
    counted_of: frozenset[str]  # between a noun and what is counted: a hoard of 1237 coins
    counted_after: frozenset[str]  # before a count, in a text that has counts
    were: frozenset[str]  # behind a count of people: 1905 were
    streets: frozenset[str]
    nouns_are_capital: bool

    # --- small words
    articles: frozenset[str]
    these: frozenset[str]
    following: frozenset[str]
    somebodys: frozenset[str]  # his, her: a decade behind them is of an age
    of: frozenset[str]
    in_year: frozenset[str]  # the plainest word before a year
    list_words: frozenset[str]
    small: frozenset[str]  # behind a number they tell that it counts nothing
    negators: frozenset[str]
    not_until: frozenset[str]
    dating: frozenset[str]  # dating from 1850 opens nothing
    from_opens: bool  # whether "from 1850" alone means since then
    doubtful_onwards: frozenset[str]
    abbreviations: frozenset[str]  # a dot behind them ends no sentence
    phrases: Mapping[str, Phrases] = field(default_factory=dict)

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """By word: the roles of the phrases that begin with it."""
        found: dict[str, set[str]] = {}
        for role, phrases in self.phrases.items():
            for first in phrases:
                found.setdefault(first, set()).add(role)
        return {first: frozenset(roles) for first, roles in found.items()}

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words and signs with which a date can begin before its number, month or season."""
        opening = (word for word, roles in self.roles.items() if not roles.isdisjoint(_OPENING))
        return frozenset(_SIGNS).union(self.weekdays, self.century_letter, self.tens, opening)

    @cached_property
    def leading_words(self) -> frozenset[str]:
        """The words in which the phrases end that lead to a date."""
        return frozenset().union(*(self._last_words[role] for role in _LEADING))

    @cached_property
    def moment_words(self) -> frozenset[str]:
        """The words with which a single moment can begin where it does not begin with a number."""
        listed = (self.months, self.seasons, self.ordinals, self.tens, self.decades)
        more = (self.centuries_spelled, self.century_letter, self.weekdays, self.phrases["ad"])
        return frozenset().union(*listed, *more)

    @cached_property
    def ordinal_words(self) -> frozenset[str]:
        """The words with which an ordinal can begin that is no number."""
        return frozenset().union(self.ordinals, self.tens)

    @cached_property
    def core_words(self) -> frozenset[str]:
        """The words that name a time, so that a date may be built around one of them."""
        listed = (self.months, self.seasons, self.ordinals, self.decades, self.centuries_spelled)
        return frozenset().union(*listed)

    @cached_property
    def _last_words(self) -> Mapping[str, frozenset[str]]:
        """By role: the words in which its phrases end, by which most places are ruled out."""
        return {
            role: frozenset(words[-1] for listed in phrases.values() for words in listed)
            for role, phrases in self.phrases.items()
        }

    def phrase(self, role: str, tokens: Sequence[Token], place: int) -> int:
        """How many tokens from `place` on are a phrase of this role; 0 where none is."""
        return phrase_at(self.phrases[role], tokens, place)

    def phrase_before(self, role: str, tokens: Sequence[Token], place: int) -> int:
        """How many tokens right before `place` are a phrase of this role; 0 where none is."""
        if not 0 < place <= len(tokens) or tokens[place - 1].low not in self._last_words[role]:
            return 0
        for count in range(min(_LONGEST, place), 0, -1):
            if self.phrase(role, tokens, place - count) == count:
                return count
        return 0

    def leads(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a phrase that leads to a date stands right before `place`."""
        if not 0 < place <= len(tokens) or tokens[place - 1].low not in self.leading_words:
            return False
        return any(self.phrase_before(role, tokens, place) for role in _LEADING)
