"""Is a line a question? Decided by its grammar, because students leave out the question mark.

    question = … "?"
             | interrogative [words] auxiliary words         "How did the League fail"
             | ("what" | "who" | "which" noun) verb words    "What caused the First World War"
             | "why" words                                   "Why the League failed"
             | auxiliary subject words                       "Was Stalin to blame"
             | preposition interrogative … auxiliary words   "To what extent was he to blame"
             | command words                                 "Explain the role of enzymes"

"How the Nazis rose to power" and "What the Romans did" have no inversion: they name a topic.
"Why the League failed" has none either, yet whatever stands under it are the reasons, which is
what a question with several points is. Other languages are told by their first words alone.
"""

import re
from functools import lru_cache
from itertools import pairwise

_HEAD, _TAIL = 200, 80  # characters: what is looked at of a long line
_END = re.compile(r"[?\uff1f\u061f](?:[\s\"'”’»)\].!]|\([^()]{0,20}\))*$")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[¿_]", re.UNICODE)

_BE = "is are was were am isn't aren't wasn't weren't"
_AUXILIARY = frozenset(
    f"{_BE} do does did don't doesn't didn't has have had hasn't haven't hadn't can could can't "
    "couldn't will would won't wouldn't shall should shouldn't must might mustn't".split()
)
_WH = frozenset("what which who whom whose when where why how".split())
_DETERMINER = frozenset(
    "the a an this that these those my your his her its our their some any each every all both "
    "no i you he she it we they there one people".split()
)
_DEGREE = frozenset(
    "much many far long often well important successful significant effective useful serious "
    "popular strong big large old fast good bad likely different similar close great".split()
)
_COMMAND = frozenset(
    "explain describe discuss evaluate analyse analyze assess define identify justify summarise "
    "summarize examine distinguish compare calculate differentiate "
    "expliquez expliquer décrivez décrire définissez définir citez citer comparez comparer "
    "nommez énumérez justifiez justifier erkläre erklären erläutere erläutern beschreibe "
    "beschreiben nenne nennen vergleiche definiere begründe begründen explica explique describa "
    "nombra enumera compara spiega descrivi elenca definisci confronta explica descreva defina "
    "vysvětli popiš uveď jmenuj porovnej wyjaśnij opisz wymień porównaj leg beschrijf verklaar "
    "объясните опишите назовите перечислите".split()
)
_WEAK_COMMAND = frozenset(
    "state list name give outline suggest contrast account show write draw label complete find "
    "prove derive illustrate rank classify recall".split()
)
_NUMERAL = frozenset(
    "one two three four five six seven eight nine ten several examples reasons factors for".split()
)
_FOREIGN = frozenset(
    "pourquoi combien quel quelle quels quelles lequel laquelle qu'est-ce qu'est qui "
    "warum weshalb wieso wozu wodurch womit wohin woher welche welcher welches welchen wessen "
    "cómo qué cuál cuáles cuándo dónde quién quiénes cuánto cuánta cuántos cuántas ¿ "
    "perché quali quale quanto quanti chi dove cosa "
    "quais qual quando onde quem quantos waarom hoe waar wanneer wat "
    "proč jak kdo kdy kde co jaký jaká jaké který která které kolik čím "
    "dlaczego kto kiedy gdzie jaki jaka jakie który która które ile czy "
    "почему зачем как что кто когда где какой какая какие сколько чем "
    "varför hvorfor miksi".split()
)
_TOPICAL = frozenset("comment wie was wer wo wann quand come".split())
_VERBS = frozenset(
    "ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte muss "
    "funktioniert heißt heißen entsteht entstand entstehen bedeutet kam begann endete viele viel "
    "lange hoch groß weit oft geschah passiert passierte macht machte gibt gab fonctionne est sont "
    "se peut peut-on a-t-on définir expliquer était a si funziona".split()
)
_GERMAN_ARTICLES = ("der", "die", "das", "ein", "eine")  # "Was die Römer taten"
_PREPOSITION = frozenset("to in for by from with on at under of".split())


def ends_as_question(text: str) -> bool:
    """Whether the line ends in a question mark, brackets such as "(4 marks)" apart."""
    return _END.search(text[-_TAIL:]) is not None


def is_question(text: str) -> bool:
    """Whether a line asks for something, with or without a question mark."""
    return _asks(text[:_HEAD], text[-_TAIL:])


@lru_cache(maxsize=8192)  # several layouts look at the same lines
def _asks(text: str, end: str) -> bool:
    if ends_as_question(end):
        return True
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    if not words or (words[0] != "¿" and len(words) < 2):
        return False
    first, rest = words[0], words[1:]
    if first in _FOREIGN:
        return True
    return _is_english(first, rest, text) or _is_foreign(first, rest)


def _is_english(first: str, rest: list[str], text: str) -> bool:
    second = rest[0]
    if first in _PREPOSITION and second in ("what", "which", "whom", "whose"):
        return any(word in _AUXILIARY for word in rest[1:12])
    if first.removesuffix("'s") in _WH:
        return first.endswith("'s") or _asks_with(first, rest)
    if first in _AUXILIARY and first not in ("must", "might", "shall"):
        return _is_inverted(first, rest, text)
    if first in _WEAK_COMMAND:
        return second in _DETERMINER | _WH | _NUMERAL or second.isdigit()
    return first in _COMMAND and second not in ("of", "and", "und", "et", "y")


def _is_foreign(first: str, rest: list[str]) -> bool:
    """A word that begins topics, too, asks where a verb follows: "Was ist", not "Was die"."""
    return first in _TOPICAL and rest[0] in _VERBS


def _asks_with(first: str, rest: list[str]) -> bool:
    """A line that begins with an English interrogative word."""
    second = rest[0]
    if first == "why" or (first == "how" and second == "come"):
        return True
    if second.endswith("'s") or second in _AUXILIARY:
        return len(rest) > 1
    if second in _DETERMINER or second == "to":
        return False  # "How the heart works", "How to revise": a topic
    if first == "how" and (second in _DEGREE or second.endswith("ly")):
        return any(word in _AUXILIARY for word in rest[1:10]) or second in ("much", "many")
    if first in ("what", "who", "which", "whose"):
        if _is_description(rest):
            return False  # "What life was like in the trenches"
        if any(word in _AUXILIARY for word in rest[1:8]):
            return True
        return (first != "which" and _finite(second)) or (first == "which" and len(rest) > 2)
    return False


def _is_description(rest: list[str]) -> bool:
    """Words in the order of a statement, as in "life was like"."""
    return any(a in ("is", "was", "were", "are") and b == "like" for a, b in pairwise(rest))


def _finite(word: str) -> bool:
    """Whether a word can be the verb after "what" or "who": happened, causes, led."""
    irregular = "led won made became began took came gave brought wrote ran rose fell said saw held"
    return word.endswith(("ed", "es", "ns", "ts", "ds", "ks")) or word in irregular.split()


def _is_inverted(first: str, rest: list[str], text: str) -> bool:
    """Whether a subject follows: "Was Stalin to blame", not "Will to power" or "Can opener"."""
    if len(rest) < 2 or rest[0] in ("to", "of", "and", "or", "not", *_GERMAN_ARTICLES):
        return False
    if rest[0] in _DETERMINER:
        return True
    second = text.split()[1] if len(text.split()) > 1 else ""
    return second[:1].isupper() or first in ("did", "does", "is", "are", "was", "were", "should")
