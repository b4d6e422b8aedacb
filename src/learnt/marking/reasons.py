"""Why a point is marked as it is, in a plain sentence for the learner."""

from learnt.deck import Point
from learnt.facts.values import Span
from learnt.journal import VerdictKind
from learnt.marking.evidence import Evidence
from learnt.marking.short.judge import Stand
from learnt.marking.slots.clash import Clash, ClashKind
from learnt.marking.verdict import Verdict

ACCEPTED = "These words are accepted for this point."
NOTHING = "Nothing was typed."
OWN = "These are the card's own words."
REFUSED = "You said before that these words do not say it."
_ABOUT = {
    ClashKind.DATE: "The date differs",
    ClashKind.NUMBER: "The number differs",
    ClashKind.NAME: "The name differs",
    ClashKind.TERM: "These words say the opposite, or another thing",
    ClashKind.POLARITY: "One says that it is so, the other that it is not",
    ClashKind.ROLES: "Who does it to whom is the other way round",
    ClashKind.EXCHANGE: "Another name or word stands in its place",
}
_SHOWN = 60
"""Letters of a quotation."""


def of_clash(clash: Clash, said: str) -> str:
    """What differs, with both wordings."""
    return (
        f"{_ABOUT[clash.kind]}: you wrote “{quoted(said)}”, the card says “{quoted(clash.wanted)}”."
    )


def of_covered(evidence: Evidence) -> str:
    """Which words of the card the answer has."""
    words = _paired(evidence)
    return f"Your answer says this: {words}." if words else "Your answer says this in other words."


def of_missing(evidence: Evidence) -> str:
    """Which words of the card were not found."""
    once = {word.stem: word for word in reversed(evidence.beside.unsaid)}
    unsaid = sorted(once.values(), key=lambda word: -word.weight)[:3]
    names = ", ".join(f"“{word.text}”" for word in sorted(unsaid, key=lambda word: word.start))
    return f"Not found in your answer: {names}." if names else "Not found in your answer."


def of_unsure(evidence: Evidence) -> str:
    """What may say it."""
    text = evidence.beside.window.of(evidence.beside.answer.text)
    return f"“{quoted(text)}” may say this. Does it?"


def of_short(point: Point, stand: Stand, answer: str) -> Verdict:
    """The verdict on a word, a name, a date, a number."""
    span = stand.span or Span(0, len(answer))
    said = span.of(answer).strip()
    if stand.kind is VerdictKind.COVERED:
        return Verdict(point.id, stand.kind, 0.97, (span,), "That is it.")
    if stand.kind is VerdictKind.CONFLICT:
        reason = f"You wrote “{quoted(said)}”, the card says “{quoted(point.text)}”."
        return Verdict(point.id, stand.kind, 0.05, (span,), reason, said, point.text)
    return Verdict(point.id, VerdictKind.MISSING, 0.03, (), "Not found in your answer.")


def _paired(evidence: Evidence) -> str:
    """The weightiest words of the answer that stand for words of the card, in its order."""
    once = {two.stem: (one, two) for one, two in reversed(evidence.beside.pairs)}
    pairs = sorted(once.values(), key=lambda pair: -pair[0].weight)[:4]
    words = sorted({(two.start, two.text) for _, two in pairs})
    return ", ".join(f"“{text}”" for _, text in words)


def quoted(text: str) -> str:
    """A quotation that is not too long."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
