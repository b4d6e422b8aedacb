"""Numbers and dates as short answers: the same value in any form, and nothing nearly right."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from math import isclose

from learnt.facts.dates.when import bounds, compatible
from learnt.facts.quantities.amounts import Amount, agrees, amount
from learnt.facts.values import Date, Quantity, Span, TextFacts
from learnt.journal import VerdictKind

_MONTH_YEAR = re.compile(r"(?<![\d/.])(0?[1-9]|1[0-2])[/.](\d{4})\b")
_TWO_DIGITS = re.compile(r"(^|[-–—/.]|[^\W\d_]\.?\s)(\d\d)(?=\s*(?:$|[-–—](?=\d\d\s*$)))")
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_PLAIN = re.compile(r"(?:(?<!\S)[-−])?\d(?:[\d,.]*\d)?")
_MEASURED = re.compile(r"([-−]?\d[\d,.]*)\s*([^\d=→+<>]{0,20}(?:(?<=[ms^])\d)?)")
"""A number with its unit, which may be m/s2; no formula."""
_FRACTION = re.compile(r"(?<![\d/.,])(\d{1,6})\s*/\s*([1-9]\d{0,5})(?![\d/])")
_PARTS = {"half": "0.5", "a half": "0.5", "one half": "0.5", "a quarter": "0.25"}
_MINUS = re.compile(r"\bminus\s+(?=\d)", re.IGNORECASE)
_POWER = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*(?:[×x*·]\s*10\s*\^?\s*([-−⁻⁰¹²³⁴-⁹\d]+))")


def date_verdict(wanted: Date, said: tuple[Date, ...]) -> VerdictKind:
    """Covered by a date as exact as the point's; missing where it is less exact."""
    kinds = [_date(wanted.edtf, one.edtf) for one in said]
    if VerdictKind.COVERED in kinds:
        return VerdictKind.COVERED
    return VerdictKind.CONFLICT if VerdictKind.CONFLICT in kinds else VerdictKind.MISSING


def _date(wanted: str, said: str) -> VerdictKind:
    own, other = bounds(wanted), bounds(said)
    if own is None or other is None:
        return VerdictKind.COVERED if wanted == said else VerdictKind.MISSING
    if not compatible(wanted, said):
        return VerdictKind.CONFLICT
    closed = "/" in wanted and ".." not in wanted
    exact = own[0] <= other[0] and other[1] <= own[1]
    if closed:
        exact = "/" in said and compatible(wanted, said)
    return VerdictKind.COVERED if exact else VerdictKind.MISSING


def with_centuries(answer: str, wanted: str) -> str:
    """The answer with the century of the wanted date before years of two digits: may 35.

    A month as a number before its year is written out: 05/1935.
    """
    century = wanted[:2]
    answer = _MONTH_YEAR.sub(lambda one: f"{_MONTHS[int(one[1]) - 1]} {one[2]}", answer)
    if not century.isdigit() or re.search(r"\d{4}", answer):
        return answer
    return _TWO_DIGITS.sub(lambda one: f"{one[1]}{century}{one[2]}", answer)


def is_date(facts: TextFacts) -> Date | None:
    """The date that all of a short text is."""
    text = facts.text.strip(" .")
    for one in facts.dates:
        if len(one.span.of(facts.text).strip()) >= 0.7 * len(text):
            return one
    return None


def is_number(facts: TextFacts) -> Amount | None:
    """The number that a short text is, with its unit."""
    text = facts.text.strip(" .")
    if power := _power(text):
        return power
    if _FRACTION.fullmatch(text):
        share = float(_with_decimals(text))
        return amount(Quantity(Span(0, len(facts.text)), share, ""))
    for one in facts.quantities:
        if len(one.span.of(facts.text)) >= 0.7 * len(text):
            return amount(_signed(one, facts.text))
    plain = _MEASURED.fullmatch(text)
    if plain and (value := _value(plain[1])) is not None:
        unit = unicodedata.normalize("NFKC", plain[2]).strip()
        return amount(Quantity(Span(0, len(facts.text)), value, unit))
    return None


def number_verdict(wanted: Amount, facts: TextFacts, numbers: Mapping[str, str]) -> VerdictKind:
    """Covered by the same value in any unit; another number is a conflict."""
    said = [amount(_signed(one, facts.text)) for one in facts.quantities]
    if whole := is_number(facts):
        said = [whole]
    power = _power(facts.text)
    said += [power] if power else []
    plain = [_value(one) for one in _PLAIN.findall(_with_decimals(facts.text))]
    plain += [in_words] if (in_words := number_in_words(facts.text, numbers)) else []
    if any(agrees(wanted, one, slack=1e-6) and _fits(wanted, one) for one in said):
        return VerdictKind.COVERED
    if not wanted.measure or all(not one.measure for one in said):
        right = {wanted.quantity.value}
        if wanted.measure == "share":  # 0.75 is 75 %
            right.add(wanted.value)
        if any(value is not None and isclose(value, one) for value in plain for one in right):
            return VerdictKind.COVERED
    return VerdictKind.CONFLICT if said or plain else VerdictKind.MISSING


def _with_decimals(text: str) -> str:
    """The text with its fractions and its minus in signs: half and 1/2 are 0.5."""
    text = _MINUS.sub("-", _PARTS.get(text.strip(" .").lower(), text))
    return _FRACTION.sub(lambda one: repr(int(one[1]) / int(one[2])), text)


def _signed(one: Quantity, text: str) -> Quantity:
    """The quantity with the minus that stands before it."""
    before = text[: one.span.start]
    minus = before.lower().endswith("minus ") or (
        before.endswith(("-", "−")) and not before[:-1].strip()[-1:].isalnum()
    )
    return replace(one, value=-one.value) if minus else one


def number_in_words(text: str, numbers: Mapping[str, str]) -> float | None:
    """The number that a text says in words alone: forty-six, two hundred and five."""
    total, part, found = 0.0, 0.0, False
    for word in re.findall(r"[^\W\d_]+", text.lower()):
        value = float(numbers.get(word, -1))
        if word == "one":
            value = 1.0
        if value < 0:
            if found and word != "and":
                break
            continue
        found = True
        if value >= 1000:
            total, part = total + max(part, 1.0) * value, 0.0
        else:
            part = max(part, 1.0) * value if value == 100 else part + value
    return total + part if found else None


def _fits(wanted: Amount, said: Amount) -> bool:
    """Whether the units go together; a number without one is taken to have the card's."""
    return (
        not wanted.measure or not said.measure or wanted.measure == said.measure or not _known(said)
    )


def _known(one: Amount) -> bool:
    return one.measure in {"share", "m", "g", "s", "mo", "l"}


def _power(text: str) -> Amount | None:
    """A number with a power of ten: 6.022 × 10²³."""
    found = _POWER.search(text)
    if not found:
        return None
    exponent = unicodedata.normalize("NFKC", found[2]).replace("−", "-")
    if not re.fullmatch(r"-?\d{1,3}", exponent):
        return None
    value = float(found[1].replace(",", ".")) * 10.0 ** int(exponent)
    return Amount(Quantity(Span(*found.span()), value, ""), "", value, None)


def _value(text: str) -> float | None:
    plain = text.replace("−", "-").rstrip(".,")
    if re.fullmatch(r"-?\d{1,3}(?:[,.]\d{3})+", plain):
        plain = re.sub(r"[,.]", "", plain)
    try:
        return float(plain.replace(",", "."))
    except ValueError:
        return None
