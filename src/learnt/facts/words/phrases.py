"""Phrases of several words, found in a text by their first word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from learnt.facts.tokens import Token, tokens_of

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""By the first word: the phrases that begin with it, each as its words, the longest first."""


def phrases_of(listed: Iterable[str]) -> Phrases:
    """The phrases by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in listed:
        words = tuple(token.low for token in tokens_of(phrase))
        found.setdefault(words[0], []).append(words)
    return {first: sorted(them, key=len, reverse=True) for first, them in found.items()}


def phrase_at(phrases: Phrases, tokens: Sequence[Token], place: int) -> int:
    """How many tokens from `place` on are one of the phrases, the longest; 0 where none is."""
    if not 0 <= place < len(tokens) or (listed := phrases.get(tokens[place].low)) is None:
        return 0
    for words in listed:
        count = len(words)
        if count == 1:
            return 1
        if place + 1 >= len(tokens) or tokens[place + 1].low != words[1]:
            continue
        if count == 2 or words == tuple(one.low for one in tokens[place : place + count]):
            return count
    return 0


def phrases_among(
    phrases: Phrases, tokens: Sequence[Token], places: range
) -> Iterator[tuple[int, int]]:
    """Where phrases begin among some places, in order, each with how many tokens it has."""
    for place in places:
        if tokens[place].low in phrases and (count := phrase_at(phrases, tokens, place)):
            yield place, count
