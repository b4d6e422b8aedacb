"""Whether a verb like led to, forced or weakening links here, by its subject and its form."""

from learnt.facts.causes.mark import Before, Mark
from learnt.facts.causes.signs import Role, Sign
from learnt.facts.events.inflection import VerbForm
from learnt.facts.events.scene import Scene
from learnt.facts.light import value
from learnt.facts.tokens import NUMBER, SIGN, WORD

_BASE = frozenset({VerbForm.BASE})
_PRESENT = frozenset({VerbForm.BASE, VerbForm.THIRD})
_NAMED_NEAR = 4
"""How many tokens before a verb may name who does it: "Soviet forces prevented" is a deed."""
_THIS_POLICY = 3
"""Tokens that a subject has at most which stands for what was said before."""
_SOON = 6
"""Tokens within which "made" says what it makes of something."""
_OPENERS = ",–—-("


def verb_links(scene: Scene, sign: Sign, unit: range, start: int, place: int) -> Mark | None:
    """The mark that a verb is, of the part of a sentence that begins at `start`."""
    verb = _Verb(scene, sign, unit, start, place, place + len(sign.words))
    if verb.end >= unit.stop or scene.tokens[verb.end].kind is SIGN:
        return None
    if sign.role is Role.WEAK and scene.low(verb.end) in scene.words.causes.for_it:
        return None
    at = verb.past_adverbs(place - 1)
    if at is None:
        return None
    being = scene.low(at) in scene.words.be and at >= start
    if VerbForm.ING in sign.forms:
        return verb.ongoing(at) if being else verb.participle(at)
    return None if being else verb.finite(at)


@value(frozen=True, slots=True)
class _Verb:
    scene: Scene
    sign: Sign
    unit: range
    start: int
    place: int
    end: int

    def past_adverbs(self, at: int) -> int | None:
        """The first token back from `at` that is no adverb; None where one of them denies."""
        words, scene = self.scene.words, self.scene
        while at >= self.start:
            low = scene.low(at)
            if low in words.negators:
                return None
            in_turn = low in words.causes.turn and scene.low(at - 1) in words.prepositions
            if not in_turn and not words.is_adverb(low):
                break
            at -= 1 + in_turn
        return at

    def participle(self, at: int) -> Mark | None:
        """`…, weakening his faith`, `growth encouraging him to`."""
        scene, role = self.scene, self.sign.role
        if at < self.start:
            opens = role is Role.STRONG and self.start == self.unit.start
            return self._mark(self.place, Before.THIS) if opens else None
        if scene.low(at) in scene.words.no_participle_after:
            return None
        apart = scene.tokens[at].text in _OPENERS
        loose = role is not Role.BROADEST and self._has_object()
        return self._mark(self.place) if role is Role.STRONG or apart or loose else None

    def ongoing(self, at: int) -> Mark | None:
        """`was causing`: as the finite form, of the surest verbs alone."""
        return self._by_subject(at - 1) if self.sign.role is Role.STRONG else None

    def finite(self, at: int) -> Mark | None:
        """`led to`, `may cause`, `had forced`."""
        words, scene = self.scene.words, self.scene
        helped = False
        while (
            at >= self.start
            and (low := scene.low(at))
            and (low in words.have or low in words.modal or low in words.do)
        ):
            helped = True
            past = self.past_adverbs(at - 1)
            if past is None:
                return None
            at = past
        if at >= self.start and scene.low(at) in words.no_verb_after:
            return None
        pronoun = scene.low(at) in words.causes.which | words.causes.this
        if self.sign.forms <= _PRESENT and not helped and not pronoun and self._is_noun(at):
            return None
        return self._by_subject(at)

    def _is_noun(self, at: int) -> bool:
        """`the main cause of`, `the forces were`, `the trimmed mean`; `at` is the token before."""
        words, low, scene = self.scene.words, self.scene.low(self.end), self.scene
        if len(self.sign.words) > 1:
            return False
        if low in words.prepositions or low in words.no_subjects or self.end in scene.verb_at:
            return True
        return self.sign.forms == _BASE and not self._are_many(at)

    def _are_many(self, at: int) -> bool:
        """Whether a plural, or two things, do what a plain form says: `prices mean`."""
        words, low = self.scene.words, self.scene.low(at)
        if low in words.plural_subjects or low in words.verbs.irregular_plurals:
            return True
        if low.endswith(words.verbs.plural_endings):
            return True
        near = range(max(self.start, at - _NAMED_NEAR), at)
        return any(self.scene.low(one) in words.and_words for one in near)

    def _by_subject(self, at: int) -> Mark | None:
        """By what stands before the verb, up to the token `at`."""
        scene, role, causes = self.scene, self.sign.role, self.scene.words.causes
        first = self.start
        while first <= at and scene.low(first) in causes.edges:
            first += 1
        strong = role is Role.STRONG
        if at < first:
            begins = self.start == self.unit.start and first == self.start
            plain = len(self.sign.words) > 1 or VerbForm.THIRD in self.sign.forms
            return self._mark(first, Before.THIS) if strong and begins and plain else None
        low, opening = scene.low(at), scene.low(first)
        if low in causes.which:
            return self._mark(at, Before.THIS if at == first else Before.WORDS)
        if opening in causes.this and at - first < _THIS_POLICY:
            return self._mark(first, Before.THIS)
        if at == first and opening in causes.it:
            return self._mark(first, Before.IT) if strong else None
        if strong:
            return self._mark(at + 1)
        weak = (role is Role.WEAK or self._makes_so()) and low not in causes.that
        return self._mark(at + 1) if weak and self._nobody_does_it(at) else None

    def _makes_so(self) -> bool:
        """`made extreme parties popular`."""
        scene, causes = self.scene, self.scene.words.causes
        if scene.low(self.place) not in causes.make:
            return False
        soon = range(self.end + 1, min(self.unit.stop, self.end + _SOON))
        its = scene.low(self.end) in causes.it
        return its or any(scene.low(at) in causes.made_so for at in soon)

    def _nobody_does_it(self, at: int) -> bool:
        scene, words = self.scene, self.scene.words
        low = scene.low(at)
        if scene.tokens[at].kind is not WORD or low in words.causes.persons | words.and_words:
            return False
        near = scene.names.within(max(self.start, at + 1 - _NAMED_NEAR), at + 1)
        return not any(one.acts for one in near)

    def _has_object(self) -> bool:
        """Whether what the verb is done to stands right behind it."""
        scene, words = self.scene, self.scene.words
        token = scene.tokens[self.end]
        named = token.capital or token.kind is NUMBER or self.end in scene.names.by_first
        return named or token.low in words.determiners or token.low in words.articles

    def _mark(self, before_end: int, before: Before = Before.WORDS) -> Mark:
        return Mark(self.place, self.end, self.sign.role, before_end, before)
