"""The words of a language around names, as values; the names themselves are a `Gazetteer`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from learnt.facts.values import NameKind

Words = tuple[str, ...]
"""A phrase as the tuple of its words."""


@dataclass(frozen=True)
class CitedWords:
    """How cases and studies are cited: Donoghue v Stevenson, Loftus et al. (1974)."""

    versus: frozenset[str]
    joins: frozenset[str]  # within the name of a party: the Carbolic Smoke Ball Co. of London
    openers: frozenset[str]  # written with a capital before a party, and no part of it
    articles: frozenset[str]
    et_al: frozenset[str]  # the last word of et al.
    and_others: frozenset[str]  # the last word behind the first author, where more are meant


@dataclass(frozen=True)
class SeatWords:
    """When a capital stands for its government: Paris signed, with Moscow."""

    governments: frozenset[str]  # seats that are no city: the Kremlin
    dealt_with: frozenset[Words]  # right before a government
    at_place: frozenset[str]  # right before a city
    passed_over: frozenset[str]  # between the seat and its verb
    ongoing_endings: tuple[str, ...]  # of verb forms that are no deed of a government
    compound: frozenset[str]  # after a dash: German-speaking tells of a language


@dataclass(frozen=True)
class HeadWords:
    """Nouns by which names are known, and the small words that join a noun and its names.

    `heads` end a name of a kind, `of` begin one, `inside` are part of one.
    """

    heads: Mapping[str, NameKind]
    inside: Mapping[NameKind, frozenset[str]]
    of: Mapping[str, NameKind]
    weak: frozenset[str]  # common nouns: a head only with a capital (German invasion, Red Army)
    in_front: frozenset[str]  # as in Lake Nasser
    known_only: frozenset[str]  # war words that need a known name: the fall of Berlin
    head_of: frozenset[str]
    head_at: frozenset[str]  # joins a noun with a capital: Battle of, Conference at
    ordinals: frozenset[str]  # part of the name before it: the second battle of
    genitives: frozenset[str]  # within a name, as they are written: Workers' Party
    not_first: frozenset[str]  # words and signs inside a name that do not begin it
    singulars: Mapping[str, str]  # endings of plurals, and what ends their singular
    clause_endings: tuple[str, ...]  # of a verb, behind a name that begins its clause

    @cached_property
    def any(self) -> frozenset[str]:
        """Every noun that can make a name of what stands beside it."""
        return frozenset().union(self.heads, self.of, self.in_front)


@dataclass(frozen=True)
class NameWords:
    """Words around names. `roles` and `titles` are phrases as tuples of words."""

    cited: CitedWords
    seats: SeatWords
    heads: HeadWords
    halves: Mapping[str, str]  # what "Franco-" stands for
    continued: Mapping[str, str]  # names of one state at two times, in a deck that has both
    titles: frozenset[Words]
    roles: frozenset[Words]
    role_articles: frozenset[str]  # before a role behind a comma: Eden, the foreign secretary
    joins: frozenset[str]  # small words within a name: von, de
    pronouns: Mapping[str, str]  # to he, she, they or it
    topic_pronouns: frozenset[str]  # in a prompt, for whom the deck is about
    place_before: frozenset[str]
    person_before: frozenset[str]
    ways: frozenset[str]  # before a place that somebody goes to or comes from
    ways_to: frozenset[str]
    way_ends: frozenset[str]  # before either end of a way
    plain: frozenset[str]  # no name, however they are written
    function: frozenset[str]  # never part of a name
    no_capitals: frozenset[str]  # written with a capital and no name: I
    abstract: tuple[str, ...]  # endings of words that name nobody: -ism
    no_person_endings: tuple[str, ...]  # the same of words that begin a sentence
    past_endings: tuple[str, ...]
    after_person: frozenset[str]  # right behind somebody: who
    and_words: frozenset[str]
    articles: frozenset[str]
