"""What a prompt asks of its points: the reasons for something, or what came of it."""

from learnt.facts.causes.marks import marks_in
from learnt.facts.causes.sides import Statement, statement
from learnt.facts.causes.signs import Role, Signs
from learnt.facts.events.scene import Scene
from learnt.facts.events.verb_table import STATE_CLASS
from learnt.facts.light import value
from learnt.facts.tokens import SIGN
from learnt.facts.values import NameKind

_HEAD = 7
"""Tokens within which a prompt says what it asks for: "What were the main long-term causes of"."""


@value(frozen=True, slots=True)
class Wanted:
    """What the points of a card are reasons for, or (`results`) what they came of.

    `words` are the prompt's, small, with its verbs in their plain form: a point whose verb is among
    them tells the same again.
    """

    about: Statement
    results: bool = False
    words: frozenset[str] = frozenset()


def wanted_by(scene: Scene, signs: Signs) -> Wanted | None:
    """What a prompt asks for, if that is reasons or consequences."""
    worth = scene.words.causes.asking.worth
    if any(token.low in worth for token in scene.tokens):
        return None
    return _why(scene) or _nouns(scene) or _verbs(scene, signs)


def _why(scene: Scene) -> Wanted | None:
    """`Why did he fall?`, `The Gracchi: why did they fail`, `explain why it fell`."""
    words, end = scene.words, len(scene.tokens)
    place = next((at for at in range(end) if _asks_why(scene, at)), None)
    if place is None:
        return None
    low = scene.low(place + 1)
    helps = low in words.be | words.do | words.have | words.modal
    skipped = helps and scene.low(place + 2) not in words.negators
    about = statement(scene, None, range(place + 1 + skipped, end))
    return _wanted(scene, about or statement(scene, None, range(place)))


def _asks_why(scene: Scene, place: int) -> bool:
    asking = scene.words.causes.asking
    if scene.low(place) not in asking.why:
        return False
    before = scene.low(place - 1)
    return place == 0 or before in asking.before_why or scene.tokens[place - 1].kind is SIGN


def _nouns(scene: Scene) -> Wanted | None:
    """`What were the causes of the war?`, `Effects of a rise in rates`, `The war - causes`."""
    asking, end = scene.words.causes.asking, len(scene.tokens)
    for place, token in enumerate(scene.tokens):
        results = token.low in asking.results
        if not results and token.low not in asking.reasons:
            continue
        between = asking.of_results if results else asking.of_reasons
        after = place + 1
        if scene.low(after) in between and place < _HEAD:
            while scene.low(after) in between or scene.low(after) in asking.linked:
                after += 1
            about = statement(scene, None, range(after, end))
        elif scene.low(after) in scene.words.do and place < _HEAD:
            about = statement(scene, None, range(after + 1, end))
        elif all(one.kind is SIGN for one in scene.tokens[after:]):
            about = statement(scene, None, range(_sign_before(scene, place)))
        else:
            continue
        return None if results and _of_findings(scene) else _wanted(scene, about, results=results)
    return None


def _sign_before(scene: Scene, place: int) -> int:
    """Where the sign stands that parts a subject from what is asked of it: "The war - causes"."""
    return next((at for at in range(place, 0, -1) if scene.tokens[at].kind is SIGN), 0)


def _of_findings(scene: Scene) -> bool:
    findings = scene.words.causes.asking.findings
    studies = any(one.kind is NameKind.STUDY for one in scene.names.listed)
    return studies or any(token.low in findings for token in scene.tokens)


def _verbs(scene: Scene, signs: Signs) -> Wanted | None:
    """`What led to the war?`, `What happened as a result of it?`, `What is it due to?`."""
    words, end = scene.words, len(scene.tokens)
    if scene.low(0) not in words.causes.asking.what:
        return None
    for mark in marks_in(scene, signs, range(end)):
        behind = statement(scene, None, range(mark.end, end))
        if mark.role is Role.STRONG and mark.place <= _HEAD:
            did = next((at for at in range(1, mark.place) if scene.low(at) in words.do), None)
            if did is None:
                return _wanted(scene, behind)
            return _wanted(scene, statement(scene, None, range(did + 1, mark.place)), results=True)
        if mark.role is Role.BECAUSE:
            helped = 1 + (scene.low(1) in scene.words.be)
            before = statement(scene, None, range(helped, mark.place))
            return _wanted(scene, behind or before, results=behind is not None)
    return _last_verb(scene, signs)


def _last_verb(scene: Scene, signs: Signs) -> Wanted | None:
    """`What did the war lead to?`: nothing stands behind the verb, and so it is no mark."""
    tokens = scene.tokens
    end = next((at for at in range(len(tokens), 0, -1) if tokens[at - 1].kind is not SIGN), 0)
    did = next((at for at in range(1, _HEAD) if scene.low(at) in scene.words.do), end)
    for place in range(max(did + 1, end - 3), end):
        lows = tuple(one.low for one in tokens[place:end])
        if any(one.role is Role.STRONG and one.words == lows for one in signs.get(lows[0], ())):
            return _wanted(scene, statement(scene, None, range(did + 1, place)), results=True)
    return None


def _wanted(scene: Scene, about: Statement | None, *, results: bool = False) -> Wanted | None:
    if about is None:
        return None
    deeds = [one.lemma for one in scene.verbs if one.entry.verb_class != STATE_CLASS]
    return Wanted(about, results, frozenset((*deeds, *(one.low for one in scene.tokens))))
