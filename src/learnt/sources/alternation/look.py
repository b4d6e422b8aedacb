"""What one line of an alternating page shows by itself, measured once for it and its neighbours."""

import re
from dataclasses import dataclass

from learnt.sources.line import Line
from learnt.sources.question import ends_as_question, is_question

ANSWER_WORDS = frozenset(
    "because by it its they he she his her their this these when where if in through as "
    "yes no true false there both only parce car il elle ils elles c'est weil er sie es "
    "durch porque fue era perché è".split()
)
ARTICLES = frozenset("to a an un une ein eine".split())  # "to have" and "un chien" are words too
_INSIDE = re.compile(r"[-–—:,.;] (?:who|what|when|where|how|why|which|is|does|was)\b")
_LINKS = frozenset(
    "so because which that but when while if where by until que qui weil dass porque".split()
)
_HEADS = frozenset(  # "Causes of erosion": a list comes next
    "causes effects types kinds stages steps reasons example examples advantages disadvantages "
    "pros cons features property properties characteristics function functions role roles factors "
    "consequences results difference differences similarities uses parts methods trend trends "
    "adaptation adaptations symptoms signs principles rules conditions strengths weaknesses "
    "limitations aims argument arguments definition formula equation purpose importance "
    "ursachen folgen arten vorteile nachteile merkmale gründe beispiele aufgaben "
    "causas tipos efectos ejemplos ventajas conséquences avantages exemples rôle rôles".split()
)
_FORMULA = re.compile(r"\$|\\[(\[]|[^=]{1,40}\S\s=\s\S")
_MEASURE = re.compile(r"[<>≈~±+£$€-]*\s?\d{1,2}(?!\d{1,3}(?!\d|\.\d))[\d.,]*(?![^\W_])")
YEAR = re.compile(r"\b1[0-9]\d\d\b|\b20\d\d\b")
_BLANK = re.compile(r"_{2,}|\.{4,}|…")
MARKS = re.compile(r"[(\[]\d{1,2}(?:\s?(?:marks?|pts?|points?|punkte))?[)\]]$", re.IGNORECASE)
_ARROWS = ("→", "->", "⟶", "⇌", "=")  # "acid + metal →"
_LEAD = re.compile(r"(?:true or false|vrai ou faux|fill in|wahr oder falsch)\b", re.IGNORECASE)
SIZES = ("one_word", "one_word", *["few_words"] * 2, *["a_phrase"] * 4, *["a_clause"] * 7, "long")
_ASKERS = frozenset("who what when where how why which is does was".split())
_LEADS = frozenset("true vrai fill wahr".split())
_SIGNS = ',:;()"“”'
_QUESTION_MARKS = "?？؟"


@dataclass(slots=True)
class Look:
    """What one line shows, measured once for itself and for its neighbours."""

    line: Line
    bare: bool
    ends: bool  # in a question mark
    asks: bool
    sentence: bool  # ends as a sentence does, and asks nothing
    size: int  # characters
    first: str  # its first word
    left_open: bool  # it has a blank, or ends in an arrow
    links: bool  # a word such as "because"
    heads: bool  # a word such as "causes"
    asks_inside: bool  # "Cells: who found them"
    stems: frozenset[str]  # the first five letters of its longer words
    form: int  # does it ask, state, stand alone, begin in upper case, have a colon

    def like(self, other: "Look") -> bool:
        """Whether two lines have the same form and nearly the same length."""
        return (
            self.form == other.form
            and self.size < 1.8 * other.size + 8
            and other.size < 1.8 * self.size + 8
        )

    def shares(self, other: "Look") -> bool:
        """Whether the shorter one's words are in the other, in good part."""
        least = min(len(self.stems), len(other.stems))
        return least > 0 and len(self.stems & other.stems) * 2 >= least


def look_of(line: Line) -> Look:
    """What a line that is not blank shows."""
    text, bare = line.text, not line.marked
    ends = any(sign in text for sign in _QUESTION_MARKS) and ends_as_question(text)
    asks = ends or is_question(line.body)
    words = text[:400].lower().split()
    first, rest = words[0].strip(_SIGNS), words[1:]
    sentence = not asks and _is_sentence(line)
    form = asks + 2 * sentence + 4 * bare + 8 * text[0].isupper() + 16 * (": " in text)
    return Look(
        line,
        bare,
        ends,
        asks,
        sentence,
        len(text),
        first,
        text.endswith(_ARROWS)
        or has_blank(text)
        or (first in _LEADS and _LEAD.match(text) is not None),
        not asks and bare and not _LINKS.isdisjoint(rest),
        bare and (first in _HEADS or not _HEADS.isdisjoint(rest[:7])),
        not _ASKERS.isdisjoint(rest) and _INSIDE.search(text[:80]) is not None,
        frozenset([word[:5] for word in words if len(word) > 4]),
        form,
    )


def has_blank(text: str) -> bool:
    """Whether something is left out: "The ____ of the cell"."""
    return ("__" in text or "…" in text or "...." in text) and _BLANK.search(text) is not None


def is_formula(text: str) -> bool:
    """Whether a line is a formula: "v = s / t"."""
    return ("=" in text or "$" in text or "\\" in text) and _FORMULA.match(text) is not None


def is_measure(text: str) -> bool:
    """Whether a line begins with a number that measures: "12 cm", not a year."""
    return (text[0].isdigit() or text[0] in "<>≈~±+£$€-") and _MEASURE.match(text) is not None


def _is_sentence(line: Line) -> bool:
    text = line.text
    if line.marked or not text.endswith((".", ".)", '."', ".”")):
        return False
    return not text.endswith(("...", "etc."))
