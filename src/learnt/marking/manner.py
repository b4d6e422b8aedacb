"""How an answer is written, and what stands in the place of what: numbers for the scorer."""

from learnt.marking.beside import Beside
from learnt.marking.reading import Read
from learnt.marking.slots.frames import exchanges


def manner(read: Read) -> tuple[float, float, float, float]:
    """How the answer is written: small words, verbs, commas and signs of notes, a word each.

    A bare list of keywords has none of the first two; notes have the last.
    """
    words = read.answer.words
    text = read.answer.text
    count = len(words)
    return (
        sum(word.weight == 0 for word in words) / count,
        len(read.answer.verbs) / count,
        (text.count(",") + text.count(";")) / count,
        sum(text.count(sign) for sign in "–=→>:+(") / count,
    )


def names_turned(beside: Beside) -> float:
    """Whether the first two names of the point stand the other way round in the stretch."""
    order = list(dict.fromkeys(one.name for one in beside.point.facts.names))[:2]
    said = [one.name for one in beside.answer.facts.names if beside.window.covers(one.span)]
    both = [name for name in dict.fromkeys(said) if name in order]
    return float(len(order) == 2 and both == order[::-1])


def exchanged(beside: Beside) -> tuple[float, float]:
    """The weight of the weightiest word in whose place another stands, and how near that comes."""
    best, near = 0.0, 0.0
    for one in exchanges(beside):
        wanted = max(one.wanted, key=lambda word: word.weight)
        if wanted.weight > best:
            vectors = beside.lexicon.vectors([wanted.low, *(word.low for word in one.said)])
            best, near = wanted.weight, float((vectors[1:] @ vectors[0]).max())
    return best, near


def rival(beside: Beside) -> float:
    """How near the likest surplus word comes to the weightiest word that was not said."""
    unsaid = [word for word in beside.unsaid if not word.number]
    surplus = [word for word in beside.surplus if not word.number and word.weight > 0.3]
    if not unsaid or not surplus:
        return 0.0
    wanted = max(unsaid, key=lambda word: word.weight)
    vectors = beside.lexicon.vectors([wanted.low, *(word.low for word in surplus)])
    return float((vectors[1:] @ vectors[0]).max()) * wanted.weight
