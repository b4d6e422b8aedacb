"""What stands on one side of a mark, without the words that only join it to the rest."""

from learnt.facts.events.scene import Scene
from learnt.facts.light import value
from learnt.facts.tokens import NUMBER, SIGN, WORD
from learnt.facts.values import Side
from learnt.ids import PointId

_OPEN, _CLOSE = "([", ")]"
_DASHES = "-–—"
_OPENING_SIGNS = "([\"'“‘£$€+<>~↑↓"
_CLOSING_SIGNS = "%\"'”’°+↑↓"


@value(frozen=True, slots=True)
class Statement:
    """Words of a card, and where they stand."""

    side: Side
    text: str


def before_mark(scene: Scene, point: PointId | None, part: range) -> Statement | None:
    """The statement that ends before a mark: what stands behind the last "but"."""
    part = _past_concession(scene, range(*_trimmed(scene, part.start, part.stop)))
    cut = _first_break(scene, part[1:][::-1], _CLOSE, _OPEN)
    return statement(scene, point, part if cut is None else range(cut + 1, part.stop))


def behind_mark(scene: Scene, point: PointId | None, part: range) -> Statement | None:
    """The statement that begins behind a mark: what stands up to the next "but"."""
    part = _past_concession(scene, part)
    cut = _first_break(scene, part[1:], _OPEN, _CLOSE)
    return statement(scene, point, part if cut is None else range(part.start, cut))


def statement(scene: Scene, point: PointId | None, part: range) -> Statement | None:
    """The words of some tokens, trimmed; None where they say nothing."""
    first, end = _trimmed(scene, part.start, part.stop)
    nothing = scene.words.says_nothing
    if not any(
        (token.kind is WORD and token.low not in nothing) or token.kind is NUMBER
        for token in scene.tokens[first:end]
    ):
        return None
    span = scene.span(first, end)
    return Statement(Side(point, span), span.of(scene.text))


def _first_break(scene: Scene, places: range, opened: str, closed: str) -> int | None:
    """Where another thing begins: at a "but", a dash, or a bracket closed that was not opened.

    Looked through from the mark outwards, so that before it an opening bracket closes one.
    """
    breaks, depth = scene.words.causes.breaks, 0
    for at in places:
        token = scene.tokens[at]
        if token.kind is not SIGN:
            if token.low in breaks:
                return at
        elif token.text in _DASHES and not token.glued:
            return at
        elif token.text in opened:
            depth += 1
        elif token.text in closed:
            if not depth:
                return at
            depth -= 1
    return None


def _past_concession(scene: Scene, part: range) -> range:
    """What is left of a part once an opening "although …," is passed over."""
    and_words, concessions = scene.words.and_words, scene.words.causes.concessions
    at = next((at for at in part if scene.low(at) not in and_words), None)
    if at is None or scene.low(at) not in concessions:
        return part
    comma = next((one for one in range(at, part.stop - 1) if scene.tokens[one].text == ","), None)
    return part if comma is None else range(comma + 1, part.stop)


def _trimmed(scene: Scene, first: int, end: int) -> tuple[int, int]:
    """The tokens without signs and joining words at either end."""
    tokens, words = scene.tokens, scene.words
    edges, helping = words.causes.edges, words.ending_nothing
    while first < end and (tokens[first].low in edges or _opens_nothing(scene, first)):
        first += 1
    while first < end:
        last = tokens[end - 1]
        closes = last.kind is SIGN and not _closes(scene, first, end)
        if not closes and last.low not in helping:
            break
        end -= 1
    return first, end


def _opens_nothing(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    return token.kind is SIGN and token.text not in _OPENING_SIGNS


def _closes(scene: Scene, first: int, end: int) -> bool:
    """Whether the last sign closes what was opened within, or belongs to its number."""
    text = scene.tokens[end - 1].text
    if text in _CLOSE:
        opened = sum(scene.tokens[at].text in _OPEN for at in range(first, end))
        return opened >= sum(scene.tokens[at].text in _CLOSE for at in range(first, end))
    return text in _CLOSING_SIGNS
