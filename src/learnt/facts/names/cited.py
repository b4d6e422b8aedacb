"""Cases and studies, by how they are cited: Donoghue v Stevenson, Loftus and Palmer (1974)."""

from collections.abc import Sequence

from learnt.facts.names.mention import Mention, words_of
from learnt.facts.names.mentions import Mentions
from learnt.facts.tokens import NUMBER, WORD, Token
from learnt.facts.values import NameKind
from learnt.facts.words import CitedWords, NameWords

_MOST_WORDS = 8
_ABBREVIATED = 2
_YEAR_DIGITS = 4


def cases(tokens: Sequence[Token], words: CitedWords) -> list[Mention]:
    """`R v Brown`, `Carlill v Carbolic Smoke Ball Co`: two parties and a v between them."""
    found: list[Mention] = []
    for place, token in enumerate(tokens):
        if token.low not in words.versus or place == 0 or place + 1 >= len(tokens):
            continue
        first = _first_of_party(tokens, place, words)
        after = place + 1
        if len(token.low) <= _ABBREVIATED and tokens[after].text == "." and tokens[after].glued:
            after += 1
        end = _end_of_party(tokens, after, words)
        if first < place and end > after and (not found or first >= found[-1].end):
            found.append(Mention(first, end, words_of(tokens, first, end), NameKind.CASE))
    return found


def _first_of_party(tokens: Sequence[Token], place: int, words: CitedWords) -> int:
    """The first capital word of the party whose name ends before `place`."""
    first = place
    for at in range(place - 1, max(-1, place - 1 - _MOST_WORDS), -1):
        if _is_of_party(tokens[at], words):
            first = at
        elif not _joins(tokens, at, words):
            break
    return first


def _end_of_party(tokens: Sequence[Token], place: int, words: CitedWords) -> int:
    """The place after the last capital word of the party whose name begins at `place`."""
    end = place
    for at in range(place, min(len(tokens), place + _MOST_WORDS)):
        if _is_of_party(tokens[at], words):
            end = at + 1
        elif not _joins(tokens, at, words) or tokens[at].text in "()":
            break
    return end


def _joins(tokens: Sequence[Token], place: int, words: CitedWords) -> bool:
    """Whether a small word joins two capitals of a party; "the" only does after "for" or "of"."""
    low = tokens[place].low
    if low in words.articles:
        return place > 0 and tokens[place - 1].low in words.joins
    return low in words.joins


def _is_of_party(token: Token, words: CitedWords) -> bool:
    return token.kind is WORD and token.capital and token.low not in words.openers


def studies(tokens: Sequence[Token], people: Mentions, words: NameWords) -> list[Mention]:
    """People with a year in brackets at once behind them: what they found out, not who they are."""
    found = []
    for place, token in enumerate(tokens):
        if token.text != "(" or not _is_year_in_brackets(tokens, place):
            continue
        first = _authors(tokens, place, people, words)
        if first < place:
            found.append(Mention(first, place + 3, words_of(tokens, first, place), NameKind.STUDY))
    return found


def _is_year_in_brackets(tokens: Sequence[Token], place: int) -> bool:
    """Whether a year stands behind the bracket at a place, and what closes or goes on after it."""
    inner = tokens[place + 1 : place + 3]
    return (
        len(inner) == 2
        and inner[0].kind is NUMBER
        and len(inner[0].text) == _YEAR_DIGITS
        and inner[1].text in (")", ",", ";")
    )


def _authors(tokens: Sequence[Token], place: int, people: Mentions, words: NameWords) -> int:
    """The first token of "A", "A and B", "A, B & C" or "A et al." that ends at a place."""
    first = _without_others(tokens, place, words.cited)
    while (one := people.by_end.get(first)) and one.kind is NameKind.PERSON:
        first = one.first
        joint = tokens[first - 1] if first else None
        if joint is None or not (joint.low in words.and_words or joint.text in ",&"):
            break
        if first - 1 not in people.by_end:
            break
        first -= 1
    return first


def _without_others(tokens: Sequence[Token], place: int, words: CitedWords) -> int:
    """The place before "et al.", "et al" or "and colleagues", where it stands there."""
    if place < 2:
        return place
    if tokens[place - 1].text == "." and tokens[place - 2].low in words.et_al:
        return max(0, place - 3)
    return place - 2 if tokens[place - 1].low in words.and_others else place
