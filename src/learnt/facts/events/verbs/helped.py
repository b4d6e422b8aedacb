"""Auxiliaries: which one governs a form, and whether it denies: `could not be`, `did he sign`."""

from collections.abc import Sequence
from enum import StrEnum

from learnt.facts.events.inflection import Forms, VerbForm
from learnt.facts.events.verbs.around import Around
from learnt.facts.events.verbs.verb import FINITE, INFINITIVE, Draft, Verb
from learnt.facts.light import lazy
from learnt.facts.tokens import WORD

_FARTHEST = 5
"""How many adverbs, or words of a subject, stand between an auxiliary and its verb."""
_BE_CHAIN = 3
_FROM_BEGINNING = 8
_LEAST_LETTERS = 5
"""Shorter words that end as adverbs do ("only", "July") are those of the list, or none."""
_AFTER_DO = frozenset({VerbForm.BASE})
_AFTER_BE = frozenset({VerbForm.PARTICIPLE, VerbForm.ING})


class Helper(StrEnum):
    """What governs a form."""

    NONE = ""
    TO = "to"
    TO_BE = "to be"
    BE = "be"
    HAVE = "have"
    DO = "do"
    MODAL = "modal"


_NONE = Helper.NONE


class Helped(Around):
    """Reads the auxiliaries before a form, and whether one helps a form behind it."""

    def helps(self, place: int) -> bool:
        """Whether a verb form that needs help follows, adverbs and a subject passed over."""
        wanted = _AFTER_DO if self.low(place) in self.words.do else _AFTER_BE
        inverted = place == 0 or self.low(place - 1) in self.words.asking
        for after in range(place + 1, min(place + 1 + _FARTHEST, len(self.tokens))):
            low = self.low(after)
            if self.words.is_adverb(low):
                continue
            if low in self.words.be or low in self.words.have:
                return True
            if any(not wanted.isdisjoint(one.forms) for one in self.readings[after]):
                return not self._is_described(after)
            if not inverted or self.tokens[after].kind is not WORD:
                return False
        return False

    def _is_described(self, place: int) -> bool:
        """Whether an article stands right before: "was a united front"."""
        before = self.low(place - 1)
        loose = self.words.verbs.loose_determiners
        return before in self.words.determiners and before not in loose

    def helper(self, place: int) -> tuple[Helper, bool]:
        """The auxiliary that governs the form at a place, and whether the verb is denied."""
        at, negative = self._before_adverbs(place)
        low, before = self.low(at), self.low(at - 1)
        negative = negative or self._denies_as_subject(at)
        if low in self.words.to:
            return Helper.TO, negative or before in self.words.negators
        if low in self.words.be:
            return self._be(at, negative=negative)
        for helper, forms in self._before_verb:
            if low in forms:
                return helper, negative or before in self.words.verbs.denying_before
        return self._inverted(place, negative=negative)

    @lazy
    def _before_verb(self) -> Sequence[tuple[Helper, frozenset[str]]]:
        """The auxiliaries that stand before their verb, with their forms, the likeliest first."""
        words = self.words
        return (Helper.HAVE, words.have), (Helper.MODAL, words.modal), (Helper.DO, words.do)

    @lazy
    def _before_subject(self) -> Sequence[tuple[Helper, frozenset[str]]]:
        """Those that stand before the subject, where it is asked, with their forms."""
        have, modal, do = self._before_verb
        return do, (Helper.BE, self.words.be), have, modal

    def _before_adverbs(self, place: int) -> tuple[int, bool]:
        """The place before the adverbs that stand before a form, and whether one of them denies."""
        negative, at = False, place - 1
        while at >= 0 and place - at <= _FARTHEST:
            low = self.low(at)
            if low in self.words.negators:
                negative = True
            elif low not in self.words.adverbs and not (
                len(low) >= _LEAST_LETTERS and low.endswith(self.words.adverb_endings)
            ):
                break
            at -= 1
        return at, negative

    def _be(self, at: int, *, negative: bool) -> tuple[Helper, bool]:
        """be, with what stands before it: "could not be", "has never been", "to be"."""
        words = self.words
        for before in range(at - 1, max(-1, at - 1 - _BE_CHAIN), -1):
            low = self.low(before)
            negative = negative or low in words.negators
            if low in words.to:
                return Helper.TO_BE, negative
            if not any(low in them for them in (words.adverbs, words.have, words.modal, words.be)):
                break
        return Helper.BE, negative

    def _denies_as_subject(self, at: int) -> bool:
        """`No state protested`, `nobody came`: the subject itself denies."""
        if self.low(at) in self.words.verbs.no_subjects:
            return True
        after_no = at > 0 and self.low(at - 1) in self.words.verbs.no
        return after_no and self.tokens[at].kind is WORD

    def _inverted(self, place: int, *, negative: bool) -> tuple[Helper, bool]:
        """`When did the USSR join`, `Why wasn't Stalin invited`: it stands before the subject."""
        begins = self.clause_begins(place)
        for at in range(begins, min(begins + _FROM_BEGINNING, place - 1)):
            low = self.low(at)
            if low in self.words.separators:
                break
            if at != begins and self.low(at - 1) not in self.words.asking:
                continue
            if self.has_past_form(at + 1, place):
                break
            negative = negative or self.low(at + 1) in self.words.negators
            for helper, forms in self._before_subject:
                if low in forms:
                    return helper, negative
        return _NONE, negative


def governed(helper: Helper, forms: Forms, draft: Draft) -> Verb | None:
    """The verb that a form is behind an auxiliary; None where the two do not go together."""
    match helper:
        case Helper.TO:
            return draft.verb(INFINITIVE) if VerbForm.BASE in forms else None
        case Helper.TO_BE:
            passive = VerbForm.PARTICIPLE in forms
            return draft.verb(INFINITIVE, passive=True) if passive else None
        case Helper.DO | Helper.MODAL:
            return draft.verb(FINITE) if VerbForm.BASE in forms else None
        case Helper.HAVE:
            return draft.verb(FINITE) if VerbForm.PARTICIPLE in forms else None
        case _:
            if VerbForm.PARTICIPLE in forms:
                return draft.verb(FINITE, passive=True)
            return draft.verb(FINITE) if VerbForm.ING in forms else None
