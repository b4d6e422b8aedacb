"""How many and how much: `over 100,000 troops`, `75 %`, `£1.5 million`, `ten years`."""

from collections.abc import Sequence

from learnt.facts.events.words import EventWords, phrase_at
from learnt.facts.tokens import Token, TokenKind
from learnt.facts.values import Quantity, Span

_MOST_DIGITS = 15
_DASHES = ("-", "–", "to")
_PERCENT = ("%", "percent", "pc")


def read_quantities(
    tokens: Sequence[Token],
    words: EventWords,
    dates: Sequence[range],
    names: Sequence[range],
    labels: frozenset[str],
) -> tuple[Quantity, ...]:
    """The quantities of a text. `dates` and `names` are the tokens of those: no number is read in them.

    `labels` are words before a number that make it a name of something (page, article).
    """
    taken = {place for one in (*dates, *names) for place in one}
    dated = {place for one in dates for place in one}
    found: list[Quantity] = []
    place = 0
    while place < len(tokens):
        one = None if place in taken else _quantity(tokens, place, words, dated, labels)
        if one is None:
            place += 1
            continue
        found.append(one[0])
        place = one[1]
    return tuple(found)


def _quantity(
    tokens: Sequence[Token], place: int, words: EventWords, dated: set[int], labels: frozenset[str]
) -> tuple[Quantity, int] | None:
    number = _number(tokens, place, words)
    if number is None or (place and tokens[place - 1].low in labels):
        return None
    if place and tokens[place].glued and tokens[place - 1].text in ".:/_#" and place > 1:
        return None
    value, end = number
    before = tokens[place - 1].text if place else ""
    currency = before if before in words.currencies else None
    first = place - 1 if currency else place
    to = None
    if end + 1 < len(tokens) and tokens[end].low in _DASHES:
        after = end + 1 + (tokens[end + 1].text in words.currencies)
        if (second := _number(tokens, after, words)) and second[0] > value and after not in dated:
            to, end = second
    unit, end = _unit(tokens, end, words, dated, currency)
    if not unit:
        return None
    sign, first = _comparator(tokens, first, words)
    return Quantity(Span(tokens[first].start, tokens[end - 1].end), value, unit, sign, to), end


def _number(tokens: Sequence[Token], place: int, words: EventWords) -> tuple[float, int] | None:
    """A number in digits or words, with its scale: `1.5 million`, `two hundred`, `132 billion`."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    if token.kind is TokenKind.NUMBER and len(token.text) <= _MOST_DIGITS:
        value = float(int(token.text))
    elif token.kind is TokenKind.NUMERAL and len(token.text) <= _MOST_DIGITS:
        value = _numeral(token.text)
    elif token.low in words.numbers:
        value = words.numbers[token.low]
    elif token.low in words.scales and len(token.low) > 2:
        value = words.scales[token.low]
    else:
        return None
    end = place + 1
    while end < len(tokens):
        low = tokens[end].low
        if (
            tokens[end].text == "-"
            and end + 1 < len(tokens)
            and tokens[end + 1].low in words.numbers
        ):
            value += words.numbers[tokens[end + 1].low]
            end += 2
        elif low in words.scales and (len(low) > 2 or tokens[end].glued):
            value *= words.scales[low]
            end += 1
        else:
            break
    return value, end


def _numeral(text: str) -> float:
    """`100,000`, `1.000.000`, `6.25`, `3,5`: groups of three after a comma are thousands."""
    if text.count(",") + text.count(".") > 1 and len({*text} & {",", "."}) == 2:
        sign = max(text.rfind(","), text.rfind("."))
        whole, part = text[:sign], text[sign + 1 :]
        return float("".join(letter for letter in whole if letter.isdigit()) + "." + part)
    sign = "," if "," in text else "."
    groups = text.split(sign)
    thousands = all(len(group) == 3 for group in groups[1:])
    if thousands and (sign == "," or len(groups) > 2):
        return float("".join(groups))
    return float(text.replace(",", "."))


def _unit(
    tokens: Sequence[Token], place: int, words: EventWords, dated: set[int], currency: str | None
) -> tuple[str, int]:
    """The noun that is counted, with up to two words before it; a sign of per cent or money."""
    if currency:
        return currency, place
    if place >= len(tokens):
        return "", place
    if tokens[place].low in _PERCENT or (
        tokens[place].low == "per" and place + 1 < len(tokens) and tokens[place + 1].low == "cent"
    ):
        end = place + (2 if tokens[place].low == "per" else 1)
        return "%", end
    if tokens[place].text in ("°", "º"):
        end = place + 1
        if end < len(tokens) and tokens[end].glued and tokens[end].text in ("C", "F"):
            return "°" + tokens[end].text, end + 1
        return "°", end
    if tokens[place].text == "-" and tokens[place].glued:
        place += 1
    if place < len(tokens) and tokens[place].low == "of":
        return "", place
    end, last = place, place
    while end < min(len(tokens), place + 3) and end not in dated:
        token = tokens[end]
        if token.kind is not TokenKind.WORD or _ends_a_noun(token, words, first=end == place):
            break
        end += 1
        if token.low.endswith("s") or token.low in _UNITS:
            last = end
            break
    if last == place and end == place + 1:
        last = end
    unit = " ".join(token.text for token in tokens[place:last])
    return unit, last


_UNITS = frozenset(
    "men women people children km kg cm mm m g mg ml l ft feet mph hz million troops cattle aircraft percent year day month week hour minute police mile deaths dead".split()
)


def _ends_a_noun(token: Token, words: EventWords, *, first: bool) -> bool:
    low = token.low
    if first and low in ("more", "other", "further", "new", "old", "great", "large"):
        return False
    return (
        low in words.prepositions
        or low in words.joining
        or low in words.opening
        or low in words.be
        or low in words.have
        or low in words.modal
        or (low in words.determiners and low != "million")
        or low in ("'s", "s")
    )


def _comparator(tokens: Sequence[Token], first: int, words: EventWords) -> tuple[str, int]:
    for count in range(min(4, first), 0, -1):
        for sign, phrases in words.comparators.items():
            if phrase_at(phrases, tokens, first - count) == count:
                return sign, first - count
    return "=", first
