"""Softer signs that a stretch says the contrary of a point, for the scorer to weigh.

A denial in other words than the card's ("glucose isn't taken back" for "glucose is reabsorbed")
denies no word that both sides have, so `polarity` cannot be sure of it; here it is counted.
"""

from collections.abc import Iterator, Sequence

from learnt.facts.lexical.words import Word
from learnt.marking.beside import Beside
from learnt.marking.denials import BE
from learnt.marking.slots.polarity import are_opposite

NAMES = (
    "denials_more", "auxiliary_denied", "stranger_denied", "stranger_near", "denial_distance",
    "taken_up", "contrary_more", "verb_unsaid", "verb_like", "opposites", "opposite_verbs",
)  # fmt: skip
"""Denials that the stretch has beyond the point's; those right after an auxiliary; whether a word
that the point has not is denied, and how near it lies to one that was not said; words between a
denial and the next word of the point; whether "but" or "rather" follows a denial; contrary words
beyond the point's; the weight of the point's verb where it was not said, and how like the nearest
verb is; pairs of opposites, and those of two verbs."""
_AUXILIARIES = BE | frozenset(
    "do does did has have had can could would will should may must".split()
)
_UPTAKE = frozenset("but rather instead".split())
_FAR = 9
"""Where no word of the point stands beside a denial."""


def contraries(beside: Beside) -> tuple[float, ...]:
    """In the order of NAMES."""
    lexicon = beside.lexicon
    stretch, own = beside.answer.words[beside.first : beside.end], beside.point.words
    places = [n for n, word in enumerate(stretch) if _denies(word, beside)]
    contrary = [sum(w.stem in lexicon.contrary for w in words) for words in (stretch, own)]
    return (
        float(len(places) - sum(_denies(word, beside) for word in own)),
        float(sum(_by_auxiliary(stretch, place) for place in places)),
        *_strangers(beside),
        _distance(beside, stretch, places),
        float(any(word.low in _UPTAKE for place in places for word in stretch[place:])),
        float(contrary[0] - contrary[1]),
        *_verbs(beside),
        *_opposites(beside),
    )


def _denies(word: Word, beside: Beside) -> bool:
    return word.low in beside.lexicon.negators or word.stem in beside.lexicon.refusing


def _by_auxiliary(words: Sequence[Word], place: int) -> bool:
    """Whether a denial is one of a verb: "did not", "isn't"."""
    before = words[place - 1].low if place else ""
    return before in _AUXILIARIES or words[place].low.replace("'", "").endswith("nt")


def _strangers(beside: Beside) -> tuple[float, float]:
    """Whether a word is denied that the point has not, and how near one comes that was not said."""
    denied = [word for word in beside.surplus if id(word) in beside.denied_here]
    if not denied:
        return 0.0, 0.0
    unsaid = [word for word in beside.unsaid if not word.number]
    if not unsaid:
        return 1.0, 0.0
    vectors = beside.lexicon.vectors([word.low for word in (*denied, *unsaid)])
    return 1.0, float((vectors[: len(denied)] @ vectors[len(denied) :].T).max())


def _distance(beside: Beside, stretch: Sequence[Word], places: Sequence[int]) -> float:
    """Words from a denial to the next word behind it that the point has too."""
    paired = {id(said) for _, said in beside.pairs}
    behind = (
        next((n for n, word in enumerate(stretch[place + 1 :]) if id(word) in paired), _FAR)
        for place in places
    )
    return float(min(behind, default=_FAR))


def _verbs(beside: Beside) -> tuple[float, float]:
    """The weight of the point's weightiest unsaid verb, and how like it any verb said is."""
    unsaid = [word for word in beside.unsaid if id(word) in beside.point.verbs]
    if not unsaid:
        return 0.0, 1.0
    wanted = max(unsaid, key=lambda word: word.weight)
    said = [word.low for word in beside.said if id(word) in beside.answer.verbs]
    if not said:
        return wanted.weight, 0.0
    vectors = beside.lexicon.vectors([wanted.low, *said])
    return wanted.weight, float((vectors[1:] @ vectors[0]).max())


def _opposites(beside: Beside) -> tuple[float, float]:
    pairs = list(_opposite_pairs(beside))
    verbs = sum(
        id(one) in beside.point.verbs and id(two) in beside.answer.verbs for one, two in pairs
    )
    return float(len(pairs)), float(verbs)


def _opposite_pairs(beside: Beside) -> Iterator[tuple[Word, Word]]:
    for wanted in beside.unsaid:
        for said in beside.surplus:
            if are_opposite(wanted, said, beside.lexicon):
                yield wanted, said
