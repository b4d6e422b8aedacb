"""Who somebody is, as the text says: `Lord Halifax, the foreign minister`, `General Zhukov`."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.facts.names.mention import Mention, words_of
from learnt.facts.tokens import WORD, Token
from learnt.facts.values import NameKind
from learnt.facts.words import NameWords

_MOST_WORDS = 6


def with_roles(
    tokens: Sequence[Token], mentions: Sequence[Mention], words: NameWords
) -> list[Mention]:
    """The mentions, people with their roles; a title before the name belongs to the span."""
    return [
        _with_role(tokens, one, words) if one.kind is NameKind.PERSON else one for one in mentions
    ]


def _with_role(tokens: Sequence[Token], one: Mention, words: NameWords) -> Mention:
    """Somebody with the title before the name, else with what is said behind it."""
    for count in (2, 1):
        before = tuple(token.low for token in tokens[max(0, one.first - count) : one.first])
        if len(before) == count and before in words.titles:
            first = one.first - count
            capital = tokens[first].capital
            role = one.role or words_of(tokens, first, one.first).lower()
            return replace(one, first=first if capital else one.first, role=role)
    told = None if one.role else _apposition(tokens, one, words)
    return replace(one, role=told) if told else one


def _apposition(tokens: Sequence[Token], one: Mention, words: NameWords) -> str | None:
    """What stands behind a comma and tells of the one before: `, the British secretary,`."""
    if one.end + 1 >= len(tokens) or tokens[one.end].text not in (",", "("):
        return None
    first = last = one.end + 1
    if tokens[first].low in words.role_articles:
        first = last = first + 1
    while last < len(tokens) and last - first < _MOST_WORDS and tokens[last].kind is WORD:
        last += 1
        for count in (2, 1):
            role = tuple(token.low for token in tokens[last - count : last])
            goes_on = tuple(token.low for token in tokens[last - 1 : last + 1]) in words.roles
            if last - count >= first and role in words.roles and not goes_on:
                return words_of(tokens, first, last)
    return None
