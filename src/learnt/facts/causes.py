"""What led to what, where a sentence says so: because, due to, so, which meant, led to."""

from learnt.facts.events.scene import Scene
from learnt.facts.values import Cause
from learnt.facts.words import Phrases, phrases_among

_LEAST_WORDS = 2


def read_causes(scene: Scene) -> tuple[Cause, ...]:
    """One cause for each sentence that names a cause and its effect, by the first such words."""
    found = (
        _backward(scene, sentence) or _forward(scene, nth)
        for nth, sentence in enumerate(scene.sentences)
    )
    return tuple(one for one in found if one is not None)


def _backward(scene: Scene, sentence: range) -> Cause | None:
    """`EFFECT because CAUSE`, `Because CAUSE, EFFECT`."""
    found = _first(scene.words.causes.because, scene, sentence)
    if found is None:
        return None
    place, after = found
    if place > sentence.start:
        return _cause(scene, sentence, range(after, sentence.stop), range(sentence.start, place))
    commas = (at for at in range(after, sentence.stop) if scene.tokens[at].text == ",")
    comma = next(commas, None)
    if comma is None:
        return None
    return _cause(scene, sentence, range(after, comma), range(comma + 1, sentence.stop))


def _forward(scene: Scene, nth: int) -> Cause | None:
    """`CAUSE led to EFFECT`; at the beginning the sentence before is the cause."""
    sentence = scene.sentences[nth]
    found = _first(scene.words.causes.so, scene, sentence)
    if found is None:
        return None
    place, after = found
    effect = range(after, sentence.stop)
    if place - sentence.start >= _LEAST_WORDS:
        return _cause(scene, sentence, range(sentence.start, place), effect)
    if not nth:
        return None
    earlier = scene.sentences[nth - 1]
    return _cause(scene, range(earlier.start, sentence.stop), earlier, effect)


def _first(phrases: Phrases, scene: Scene, sentence: range) -> tuple[int, int] | None:
    """The first and the last place of the first such phrase that is one here."""
    words = scene.words.causes
    for place, count in phrases_among(phrases, scene.tokens, sentence):
        low = scene.low(place)
        if low in words.since and place in scene.dated:
            continue
        if low in words.degree and count == 1 and _is_degree(scene, place + 1):
            continue
        return place, place + count
    return None


def _is_degree(scene: Scene, place: int) -> bool:
    """`so weak that`, `so much`: how very, and no consequence of what stands before."""
    words, low = scene.words.causes, scene.low(place)
    if low in words.degree_before:
        return True
    return scene.low(place + 1) in words.that and low not in words.clause_subjects


def _cause(scene: Scene, whole: range, cause: range, effect: range) -> Cause | None:
    """The cause; none where either side of it is a word alone."""
    texts = [scene.words_of(one.start, one.stop) for one in (cause, effect)]
    if any(len(text.split()) < _LEAST_WORDS for text in texts):
        return None
    return Cause(scene.span(whole.start, whole.stop), texts[0], texts[1])
