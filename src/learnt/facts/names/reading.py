"""The names of one text, from all readers; a longer name swallows those within it."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.facts.names.cited import cases, studies
from learnt.facts.names.deck import DeckNames
from learnt.facts.names.heads import Heads
from learnt.facts.names.known import known_names
from learnt.facts.names.mention import Mention, VerbClass, free_of
from learnt.facts.names.people import Capitals
from learnt.facts.names.roles import with_roles
from learnt.facts.names.tables import NameTables
from learnt.facts.tokens import Token
from learnt.facts.values import NameKind


def read_names(
    tokens: Sequence[Token],
    tables: NameTables,
    deck: DeckNames,
    verb_class: VerbClass,
    known: Sequence[Mention] | None = None,
) -> tuple[Mention, ...]:
    """The names of a text, from left to right; none within another but the authors of a study.

    `known` are the names of the tables, where they were found before (`known_names`).
    `verb_class` tells of which class of verbs a word is a form: it is asked where a sentence begins with a
    capital, and of the word after a name.
    """
    if known is None or any(token.low in deck.grown.spellings for token in tokens):
        known = known_names(tokens, (tables.gazetteer, deck.grown), tables.words, verb_class)
    found = list(known)
    found = _swallowed(found, cases(tokens, tables.words))
    found = _swallowed(found, Heads(tokens, tables.words, found).read())
    rest = Capitals(tokens, tables.words, found, verb_class, deck)
    found = _swallowed(found, rest.read())
    found = [*found, *studies(tokens, found)]
    found = [_with_parties(tokens, one, tables, deck, verb_class) for one in found]
    if not deck.is_biology:
        found = [one for one in found if one.kind not in (NameKind.STRUCTURE, NameKind.PROCESS)]
    named = (replace(one, name=deck.same.get(one.name, one.name)) for one in found)
    return tuple(with_roles(tokens, sorted(named, key=lambda one: one.first), tables.words))


def _swallowed(found: Sequence[Mention], larger: Sequence[Mention]) -> list[Mention]:
    """The larger mentions, and those of `found` that none of them touches."""
    kept = list(found)
    for one in larger:
        kept = free_of(kept, one.first, one.end)
    return sorted([*kept, *larger], key=lambda one: one.first)


def _with_parties(
    tokens: Sequence[Token],
    one: Mention,
    tables: NameTables,
    deck: DeckNames,
    verb_class: VerbClass,
) -> Mention:
    """An agreement with those who are named in it: Franco-Soviet pact, Gandhi-Irwin pact."""
    if one.kind is not NameKind.AGREEMENT or one.parties:
        return one
    if not any(token.text in "-–" for token in tokens[one.first : one.end]):
        return one
    inside = known_names(
        tokens[one.first : one.end - 1], (tables.gazetteer, deck.grown), tables.words, verb_class
    )
    inside += _surnames(tokens, one, inside)
    states = [name.name for name in inside if name.kind is NameKind.STATE]
    people = [name.name for name in inside if name.kind is NameKind.PERSON]
    parties = states or people
    return replace(one, parties=tuple(dict.fromkeys(parties))) if len(parties) > 1 else one


def _surnames(tokens: Sequence[Token], one: Mention, known: Sequence[Mention]) -> list[Mention]:
    """The other half of "Gandhi-Irwin", where one of the two is a known person."""
    if not any(name.kind is NameKind.PERSON for name in known):
        return []
    halves = [
        place
        for place in range(one.first, one.end - 1)
        if tokens[place].capital
        and not any(one.first + name.first <= place < one.first + name.end for name in known)
    ]
    dashed = [
        place
        for place in halves
        if any(tokens[near].text == "-" for near in (place - 1, place + 1))
    ]
    return [Mention(place, place + 1, tokens[place].text, NameKind.PERSON) for place in dashed]
