"""Who is named within the name of an agreement: Franco-Soviet pact, Gandhi-Irwin pact."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.facts.names.gazetteer import Gazetteer
from learnt.facts.names.known import known_names
from learnt.facts.names.mention import Mention, VerbClass
from learnt.facts.tokens import Token
from learnt.facts.values import NameKind
from learnt.facts.words import NameWords

_DASHES = "-–"


def with_parties(
    tokens: Sequence[Token],
    one: Mention,
    gazetteers: Sequence[Gazetteer],
    words: NameWords,
    verb_class: VerbClass,
) -> Mention:
    """An agreement with the two or more states, or else people, that a dash joins in its name."""
    if one.kind is not NameKind.AGREEMENT or one.parties:
        return one
    name = tokens[one.first : one.end]
    if not any(token.text in _DASHES for token in name):
        return one
    inside = known_names(name[:-1], gazetteers, words, verb_class)
    inside += _surnames(name[:-1], inside)
    states = [known.name for known in inside if known.kind is NameKind.STATE]
    people = [known.name for known in inside if known.kind is NameKind.PERSON]
    parties = states or people
    return replace(one, parties=tuple(dict.fromkeys(parties))) if len(parties) > 1 else one


def _surnames(name: Sequence[Token], known: Sequence[Mention]) -> list[Mention]:
    """The other half of "Gandhi-Irwin", where one of the two is a known person."""
    if not any(one.kind is NameKind.PERSON for one in known):
        return []
    covered = {place for one in known for place in range(one.first, one.end)}
    return [
        Mention(place, place + 1, token.text, NameKind.PERSON)
        for place, token in enumerate(name)
        if token.capital and place not in covered and _is_dashed(name, place)
    ]


def _is_dashed(name: Sequence[Token], place: int) -> bool:
    return any(one.text == "-" for one in (*name[place - 1 : place], *name[place + 1 : place + 2]))
