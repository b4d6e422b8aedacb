"""Formulas: chemical and mathematical, compared sign by sign."""

import re
import unicodedata

_FORMULA = re.compile(r"(?=.*[\d=+^→²³₀-₉⁰-⁹*/])[^\s]*[A-Za-z][^\s]*|.*[=→].*")
_SIGNS = {
    "→": "=", "⟶": "=", "->": "=", "=>": "=", "−": "-", "–": "-", "·": "*", "×": "*", "⋅": "*",
    "**": "^",
}  # fmt: skip


def is_formula(text: str) -> bool:
    """Whether a text is a formula rather than words: H₂SO₄, E = mc², (a + b)²."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text) if not word.isupper()]
    return not words and bool(_FORMULA.fullmatch(text.strip()))


def plain_formula(text: str) -> str:
    """One spelling of a formula: raised and lowered digits on the line, no spaces, no dots."""
    raised = "".join(
        f"^{unicodedata.normalize('NFKC', c)}" if c in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻" else c for c in text
    )
    text = unicodedata.normalize("NFKC", raised).replace("^-^", "^-")
    for sign, instead in _SIGNS.items():
        text = text.replace(sign, instead)
    text = re.sub(r"(?<=\d)\^(?=\d)", "", re.sub(r"\s+", "", text)) if "10" not in text else text
    return re.sub(r"[\s_*]", "", text).lower()


def same_formula(wanted: str, said: str) -> bool:
    """Whether two formulas are the same; what stands on one side of = may come in any order."""
    one, two = plain_formula(wanted), plain_formula(said)
    flat = one.replace("^", "") == two.replace("^", "")
    own, other = _sides(one), _sides(two)
    equation = "=" in wanted and "=" in said  # whose sides may change places; a reaction's may not
    return flat or own == other or (equation and own == other[::-1])


def formula_in(wanted: str, answer: str) -> bool:
    """Whether the formula stands in a sentence: as one of its words, or as all of it."""
    tokens = [token.strip(".,;:!?") for token in answer.split()]
    return same_formula(wanted, answer) or any(same_formula(wanted, one) for one in tokens)


def _sides(formula: str) -> list[list[str]]:
    return [sorted(side.split("+")) for side in formula.split("=")]
