"""Who is named within the name of an agreement: Franco-Soviet pact, Gandhi-Irwin pact."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from learnt.facts.names.gazetteer import Gazetteer
from learnt.facts.names.known import known_names
from learnt.facts.names.mention import Mention, VerbClass
from learnt.facts.tokens import Token, tokens_of
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
    """An agreement with the states, or else people, in its name; a war with those in its own."""
    if one.kind not in (NameKind.AGREEMENT, NameKind.WAR) or one.parties:
        return one
    # as the text says it, or as it is known: the pact with Poland is the Polish-German pact
    for name in (tokens[one.first : one.end], _tokens_of_name(one.name)):
        parties = _parties_in(name, gazetteers, words, verb_class)
        if len(parties) > 1 or (parties and one.kind is NameKind.WAR):
            return replace(one, parties=parties)
    return one


@lru_cache(maxsize=512)
def _tokens_of_name(name: str) -> tuple[Token, ...]:
    """The tokens of a name; a deck says few names of agreements, and says them often."""
    return tokens_of(name)


def _parties_in(
    name: Sequence[Token], gazetteers: Sequence[Gazetteer], words: NameWords, verb_class: VerbClass
) -> tuple[str, ...]:
    """The states in a name, or else the people whom a dash joins; its noun is left out."""
    if not name[1:]:
        return ()
    dashed = any(token.text in _DASHES for token in name)
    first = name[0].low in words.heads.of
    name = name[1:] if first else name[:-1]
    inside = known_names(name, gazetteers, words, verb_class)
    states = [known.name for known in inside if known.kind is NameKind.STATE]
    inside += _surnames(name, inside) if dashed else []
    people = [known.name for known in inside if known.kind is NameKind.PERSON] if dashed else []
    return tuple(dict.fromkeys(states or people))


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
