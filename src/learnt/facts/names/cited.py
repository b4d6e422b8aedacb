"""Cases and studies, known by how they are cited: Donoghue v Stevenson, Loftus and Palmer (1974)."""

from collections.abc import Sequence

from learnt.facts.names.mention import Mention, words_of
from learnt.facts.names.tables import NameWords
from learnt.facts.tokens import Token, TokenKind
from learnt.facts.values import NameKind

_VERSUS = frozenset({"v", "vs", "versus"})
_JOINS = frozenset(
    {
        "and",
        "&",
        "of",
        "for",
        "the",
        "-",
        "'",
        "’",
        "'s",
        "’s",
        ".",
        "de",
        "von",
        "ex",
        "parte",
        "(",
        ")",
    }
)
_MOST_WORDS = 8


def cases(tokens: Sequence[Token], words: NameWords) -> list[Mention]:
    """`R v Brown`, `Carlill v Carbolic Smoke Ball Co`: two parties and a v between them."""
    found = []
    for place, token in enumerate(tokens):
        if token.low not in _VERSUS or place == 0 or place + 1 >= len(tokens):
            continue
        first = _side(tokens, place, words, -1)
        after = place + 1
        if token.low != "versus" and tokens[after].text == "." and tokens[after].glued:
            after += 1
        end = _side(tokens, after - 1, words, +1)
        if first < place and end > after:
            found.append(Mention(first, end, words_of(tokens, first, end), NameKind.CASE))
    return found


def _side(tokens: Sequence[Token], place: int, words: NameWords, step: int) -> int:
    """How far the capital words of one party go from the v; the bound of a range of tokens."""
    edge, at = place + (1 if step > 0 else 0), place + step
    while 0 <= at < len(tokens) and abs(at - place) <= _MOST_WORDS:
        token = tokens[at]
        if token.kind is TokenKind.WORD and token.capital and token.low not in _ASKING:
            edge = at + (1 if step > 0 else 0)
        elif token.low not in _JOINS or (token.text in "()." and step > 0 and token.text != "."):
            break
        at += step
    return edge


_ASKING = frozenset(
    {
        "in",
        "the",
        "what",
        "which",
        "why",
        "how",
        "when",
        "who",
        "was",
        "did",
        "since",
        "under",
        "case",
    }
)


def studies(tokens: Sequence[Token], people: Sequence[Mention]) -> list[Mention]:
    """People with a year in brackets at once behind them: what they found out, not who they are."""
    found = []
    for place, token in enumerate(tokens):
        if token.text != "(" or not _is_year_in_brackets(tokens, place):
            continue
        first = _authors(tokens, place, people)
        if first < place:
            found.append(Mention(first, place + 3, words_of(tokens, first, place), NameKind.STUDY))
    return found


def _is_year_in_brackets(tokens: Sequence[Token], place: int) -> bool:
    inner = tokens[place + 1 : place + 3]
    return (
        len(inner) == 2
        and inner[0].kind is TokenKind.NUMBER
        and len(inner[0].text) == 4
        and inner[1].text in (")", ",", ";")
    )


def _authors(tokens: Sequence[Token], place: int, people: Sequence[Mention]) -> int:
    """The first token of "A", "A and B", "A, B & C" or "A et al." that ends at a place."""
    first = place
    if first >= 2 and tokens[first - 1].text == "." and tokens[first - 2].low == "al":
        first -= 3
    elif first >= 2 and tokens[first - 1].low in ("al", "colleagues"):
        first -= 2
    while one := next(
        (one for one in people if one.end == first and one.kind is NameKind.PERSON), None
    ):
        first = one.first
        if first and tokens[first - 1].low in ("and", "&", ","):
            if any(other.end == first - 1 for other in people):
                first -= 1
                continue
        break
    return first
