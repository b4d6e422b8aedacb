"""What led to what, where a sentence says so: because, due to, so, which meant, led to."""

from learnt.facts.events.scene import Scene
from learnt.facts.events.words import Phrases, phrase_at
from learnt.facts.values import Cause

_LEAST_WORDS = 2


def read_causes(scene: Scene) -> tuple[Cause, ...]:
    """One cause for each sentence that names a cause and its effect, by the first such words."""
    found = []
    for sentence in scene.sentences:
        if one := _backward(scene, sentence) or _forward(scene, sentence):
            found.append(one)
    return tuple(found)


def _backward(scene: Scene, sentence: range) -> Cause | None:
    """`EFFECT because CAUSE`, `Because CAUSE, EFFECT`."""
    found = _first(scene.words.because, scene, sentence)
    if found is None:
        return None
    place, after = found
    if place == sentence.start:
        comma = next(
            (at for at in range(after, sentence.stop) if scene.tokens[at].text == ","), None
        )
        return (
            None
            if comma is None
            else _cause(scene, sentence, (after, comma), (comma + 1, sentence.stop))
        )
    return _cause(scene, sentence, (after, sentence.stop), (sentence.start, place))


def _forward(scene: Scene, sentence: range) -> Cause | None:
    """`CAUSE led to EFFECT`, `CAUSE so EFFECT`; at the beginning the sentence before is the cause."""
    found = _first(scene.words.so, scene, sentence)
    if found is None:
        return None
    place, after = found
    first = sentence.start
    if place - first < _LEAST_WORDS:
        earlier = [one for one in scene.sentences if one.stop == sentence.start]
        if not earlier:
            return None
        return _cause(
            scene,
            range(earlier[0].start, sentence.stop),
            (earlier[0].start, first),
            (after, sentence.stop),
        )
    return _cause(scene, sentence, (first, place), (after, sentence.stop))


def _first(phrases: Phrases, scene: Scene, sentence: range) -> tuple[int, int] | None:
    for place in sentence:
        count = phrase_at(phrases, scene.tokens, place)
        if not count:
            continue
        if scene.low(place) == "since" and any(one.first <= place < one.end for one in scene.dates):
            continue
        if scene.low(place) == "so" and count == 1 and _is_degree(scene, place):
            continue
        return place, place + count
    return None


def _is_degree(scene: Scene, place: int) -> bool:
    """`so weak that`, `so much`: how very, and no consequence of what stands before."""
    return scene.low(place + 1) in ("much", "many", "far", "long", "called", "on") or (
        scene.low(place + 2) == "that" and scene.low(place + 1) not in ("the", "he", "it", "they")
    )


def _cause(
    scene: Scene, whole: range, cause: tuple[int, int], effect: tuple[int, int]
) -> Cause | None:
    texts = scene.words_of(*cause), scene.words_of(*effect)
    if any(len(text.split()) < _LEAST_WORDS for text in texts):
        return None
    return Cause(scene.span(whole.start, whole.stop), *texts)
