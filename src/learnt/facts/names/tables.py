"""What a language knows of names, as values; `weights` loads them from data files."""

from collections.abc import Mapping
from dataclasses import dataclass

from learnt.facts.names.gazetteer import Gazetteer
from learnt.facts.values import NameKind

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class NameWords:
    """Words around names. `heads` end a name of a kind, `of` begin one, `inside` are part of one.

    `weak` heads are common nouns and make a name only with a capital (German invasion, Red Army).
    `plain` are words that are no name however they are written, `function` those that are
    never part of one, `abstract` endings of such words; `in_front` are nouns as in "Lake Nasser",
    `governments` seats that are no city (the Kremlin); `halves` what "Franco-" stands
    for; `roles` and `titles` are phrases as tuples of words.
    """

    halves: Mapping[str, str]
    heads: Mapping[str, NameKind]
    inside: Mapping[NameKind, frozenset[str]]
    of: Mapping[str, NameKind]
    weak: frozenset[str]
    titles: frozenset[Phrase]
    roles: frozenset[Phrase]
    joins: frozenset[str]
    numbers: frozenset[str]
    pronouns: Mapping[str, str]
    place_before: frozenset[str]
    person_before: frozenset[str]
    plain: frozenset[str]
    function: frozenset[str]
    in_front: frozenset[str]
    governments: frozenset[str]
    abstract: tuple[str, ...]


@dataclass(frozen=True)
class NameTables:
    """All known names, and the words around names."""

    gazetteer: Gazetteer
    words: NameWords
