"""A point as the answer to a prompt that asks for reasons, or for what came of something."""

from collections.abc import Sequence

from learnt.facts.causes.asked import Wanted
from learnt.facts.causes.known import Known
from learnt.facts.causes.links import Link
from learnt.facts.causes.mark import Before, Mark
from learnt.facts.causes.sides import statement
from learnt.facts.causes.signs import Role
from learnt.facts.events.scene import Scene
from learnt.facts.light import value
from learnt.facts.words import phrase_at
from learnt.ids import PointId

_DAY = len("1938-09-30")
"""Letters of a date that names the day: what happened on it is told as a story is, step by step."""


@value(frozen=True, slots=True)
class Answer:
    """The link of a whole point with its prompt; `story` where it tells what happened next."""

    link: Link | None = None
    story: bool = False


_NONE = Answer()


def answer_in(
    scene: Scene, known: Known, marks: Sequence[Mark], found: Sequence[Link], point: PointId
) -> Answer:
    """What a point answers; `marks` and `found` are those within it."""
    wanted = known.wanted
    if wanted is None or not scene.tokens or _answers_itself(wanted, found):
        return _NONE
    if phrase_at(scene.words.causes.examples, scene.tokens, 0):
        return _NONE
    if not wanted.results and _comes_of_it(scene, marks):
        return _NONE
    if not wanted.results and _is_story(scene, known, wanted, marks):
        return Answer(story=True)
    whole = statement(scene, point, range(len(scene.tokens)))
    if whole is None:
        return _NONE
    pair = (wanted.about, whole) if wanted.results else (whole, wanted.about)
    return Answer(Link(*pair, Role.BECAUSE, None))


def _answers_itself(wanted: Wanted, found: Sequence[Link]) -> bool:
    """`because CAUSE`: it is linked with the prompt already."""
    return any(wanted.about.side in (one.cause.side, one.effect.side) for one in found)


def _comes_of_it(scene: Scene, marks: Sequence[Mark]) -> bool:
    """Whether a point goes on from the one before: it is no reason by itself."""
    if not marks:
        return False
    first, opens = marks[0], marks[0].before is not Before.WORDS
    alone = first.place == 0 or (opens and first.place in scene.sentences[0])
    return first.forward and alone


def _is_story(scene: Scene, known: Known, wanted: Wanted, marks: Sequence[Mark]) -> bool:
    """Whether a point tells what was done next: `He crossed in January 49 BC`."""
    alone = known.before is not None and len(scene.sentences) == 1
    if marks or (not scene.dates and not alone):
        return False
    next_told = scene.words.causes.asking.next_told
    if alone and any(token.low in next_told for token in scene.tokens):
        return True
    verb = next(iter(scene.verbs), None)
    if scene.dates and (known.story or (verb is not None and verb.lemma in wanted.words)):
        return True
    return alone and any(len(one.date.edtf) == _DAY for one in scene.dates)
