"""Which words of a text are verbs here, in which voice, and whether it is said that it was so.

There is no tagger: a form is a verb by what stands around it. An auxiliary before it settles most;
a bare past form is one unless an article or preposition before it makes it an adjective; plain
and third-person forms, which are often nouns as well, need a subject before and an object after.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from learnt.facts.events.words import EventWords, Reading, VerbEntry, VerbForm, VerbTable
from learnt.facts.names import Mention
from learnt.facts.tokens import Token, TokenKind


class Mood(StrEnum):
    """How the verb stands in its sentence."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb at a token; `end` is the place after its last word (phrasal verbs have two)."""

    place: int
    end: int
    entry: VerbEntry
    mood: Mood
    passive: bool = False
    negative: bool = False

    @property
    def lemma(self) -> str:
        """Its plain form."""
        return self.entry.lemma


_Made = Callable[..., Verb]
_FARTHEST = 5
_SIGNS_BEFORE_NOTES = frozenset("•-–—*:;(,→>")


@dataclass(frozen=True, slots=True)
class Verbs:
    """Finds the verbs of a text. `mentions` are its names: no verb is looked for within one."""

    tokens: Sequence[Token]
    table: VerbTable
    words: EventWords
    mentions: Sequence[Mention]

    def read(self) -> list[Verb]:
        """The verbs, from left to right."""
        covered = {place for one in self.mentions for place in range(one.first, one.end)}
        found: list[Verb] = []
        for place, token in enumerate(self.tokens):
            if place in covered or token.kind is not TokenKind.WORD:
                continue
            if found and place < found[-1].end:
                continue
            if one := self._verb(place, found):
                found.append(one)
        return found

    def _low(self, place: int) -> str:
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def _verb(self, place: int, earlier: Sequence[Verb]) -> Verb | None:
        low = self._low(place)
        if self.tokens[place].glued and self._low(place - 1) == "-":
            return None  # German-speaking
        if low in self.words.be or low in self.words.modal:
            return self._main_be(place)
        if low in self.words.have or low in self.words.do:
            if self._helps(place):
                return None
        for reading in self.table.readings(low):
            if one := self._as(reading, place, earlier):
                return one
        return None

    def _main_be(self, place: int) -> Verb | None:
        """A form of be that helps no other verb: no event, but the head of its clause."""
        if self._low(place) in self.words.modal or self._helps(place):
            return None
        return Verb(place, place + 1, VerbEntry("be", "have"), Mood.FINITE)

    def _helps(self, place: int) -> bool:
        """Whether a verb form that needs help follows, adverbs and a subject passed over."""
        do = self._low(place) in self.words.do
        wanted = VerbForm.BASE if do else VerbForm.PARTICIPLE | VerbForm.ING
        for after in range(place + 1, min(place + 1 + _FARTHEST, len(self.tokens))):
            low = self._low(after)
            if low in self.words.adverbs or low.endswith("ly"):
                continue
            if low in self.words.be or low in self.words.have:
                return True
            if any(reading.forms & wanted for reading in self.table.readings(low)):
                return not self._is_described(after)
            inverted = place == 0 or self._low(place - 1) in self.words.asking
            if not inverted or self.tokens[after].kind is not TokenKind.WORD:
                return False
        return False

    def _is_described(self, place: int) -> bool:
        """Whether an article stands right before: "was a united front"."""
        return self._low(place - 1) in self.words.determiners and (
            self._low(place - 1)
            not in ("all", "both", "each", "first", "no", "more", "most", "further")
        )

    def _as(self, reading: Reading, place: int, earlier: Sequence[Verb]) -> Verb | None:
        helped, negative = self._helpers(place)
        entry, end = self._phrasal(reading.entry, place)
        forms = reading.forms

        def made(mood: Mood, *, passive: bool = False) -> Verb:
            return Verb(place, end, entry, mood, passive, negative)

        if helped == "to":
            return made(Mood.INFINITIVE) if forms & VerbForm.BASE else None
        if helped == "to be":
            return made(Mood.INFINITIVE, passive=True) if forms & VerbForm.PARTICIPLE else None
        if helped in ("do", "modal"):
            return made(Mood.FINITE) if forms & VerbForm.BASE else None
        if helped == "have":
            return made(Mood.FINITE) if forms & VerbForm.PARTICIPLE else None
        if helped == "be":
            if forms & VerbForm.PARTICIPLE:
                return made(Mood.FINITE, passive=True)
            return made(Mood.FINITE) if forms & VerbForm.ING else None
        if forms & (VerbForm.PAST | VerbForm.PARTICIPLE):
            return self._bare_past(reading, made, place, earlier)
        if forms & VerbForm.ING:
            return made(Mood.PARTICIPLE) if self._is_participle(place) else None
        return made(Mood.FINITE) if self._is_present(reading, place) else None

    def _helpers(self, place: int) -> tuple[str, bool]:
        """The auxiliary that governs the form at a place, and whether the verb is denied."""
        negative, at = False, place - 1
        while at >= 0 and place - at <= _FARTHEST:
            low = self._low(at)
            if low in self.words.negators:
                negative = True
            elif low not in self.words.adverbs and not (low.endswith("ly") and len(low) > 4):
                break
            at -= 1
        low = self._low(at) if at >= 0 else ""
        negative = negative or self._no_subject(at)
        if low in self.words.to:
            return "to", negative or self._low(at - 1) in self.words.negators
        if low in self.words.be:
            return self._be(at, negative=negative)
        for name, them in (
            ("have", self.words.have),
            ("modal", self.words.modal),
            ("do", self.words.do),
        ):
            if low in them:
                return name, negative or self._low(at - 1) in ("never", "neither", "nor", "nobody")
        return self._inverted(place, negative=negative)

    def _be(self, at: int, *, negative: bool) -> tuple[str, bool]:
        """be, with what stands before it: "could not be", "has never been", "to be"."""
        for before in range(at - 1, max(-1, at - 4), -1):
            low = self._low(before)
            if low in self.words.negators:
                negative = True
            if low in self.words.to:
                return "to be", negative
            if (
                low not in self.words.adverbs
                and low not in self.words.have
                and (low not in self.words.modal and low not in self.words.be)
            ):
                break
        return "be", negative

    def _no_subject(self, at: int) -> bool:
        """`No state protested`, `nobody came`: the subject itself denies."""
        return self._low(at) in ("nobody", "none", "nothing") or (
            at > 0 and self._low(at - 1) == "no" and self.tokens[at].kind is TokenKind.WORD
        )

    def _inverted(self, place: int, *, negative: bool) -> tuple[str, bool]:
        """`When did the USSR join`, `Why wasn't Stalin invited`: the auxiliary before the subject."""
        begins = max((at for at in range(place) if self.tokens[at].text in ".?!;:"), default=-1) + 1
        for at in range(begins, min(begins + 8, place)):
            low = self._low(at)
            if low in self.words.separators:
                break
            inverted = at == begins or self._low(at - 1) in self.words.asking
            follows_subject = place - at > 1
            if not inverted or not follows_subject:
                continue
            if any(self._is_form(between) for between in range(at + 1, place)):
                break
            negative = negative or self._low(at + 1) in self.words.negators
            for name, them in (
                ("do", self.words.do),
                ("be", self.words.be),
                ("have", self.words.have),
                ("modal", self.words.modal),
            ):
                if low in them:
                    return name, negative
        return "", negative

    def _is_form(self, place: int) -> bool:
        """Whether a word before could be the verb that the auxiliary belongs to."""
        past = VerbForm.PAST | VerbForm.PARTICIPLE
        return any(reading.forms & past for reading in self.table.readings(self._low(place)))

    def _phrasal(self, entry: VerbEntry, place: int) -> tuple[VerbEntry, int]:
        joined = self.table.phrasal.get((entry.lemma, self._low(place + 1)))
        return (joined, place + 2) if joined else (entry, place + 1)

    def _bare_past(
        self, reading: Reading, made: _Made, place: int, earlier: Sequence[Verb]
    ) -> Verb | None:
        """A past form without an auxiliary: a finite verb, a shortened passive, or an adjective."""
        before = self._low(place - 1)
        prepositional = before in self.words.prepositions and before not in (
            "since",
            "after",
            "before",
            "as",
            "than",
        )
        if before in self.words.determiners and before not in (
            "first",
            "last",
            "all",
            "both",
            "each",
            "that",
            "which",
            "this",
        ):
            return None
        if prepositional or (
            place and self.tokens[place - 1].text == "-" and self.tokens[place].glued
        ):
            return None
        if self._describes(place):
            return None
        forms = reading.forms
        if forms & VerbForm.PAST and not forms & VerbForm.PARTICIPLE:
            return made(Mood.FINITE)
        if not forms & VerbForm.PAST:
            return made(Mood.PARTICIPLE, passive=True) if self._no_object(place) else None
        if self._joined_to_passive(place, earlier):
            return made(Mood.FINITE, passive=True)
        if self._low(place + 1) == "by" or self._shortened(place):
            return made(Mood.PARTICIPLE, passive=True)
        note = place == 0 or self.tokens[place - 1].text in _SIGNS_BEFORE_NOTES
        return made(Mood.FINITE, passive=note and self._no_object(place))

    def _describes(self, place: int) -> bool:
        """Whether the past form stands before its noun: "freely elected councils, armed men"."""
        before, after = self._low(place - 1), self._low(place + 1)
        adverb = before.endswith("ly") and self._low(place - 2) in (
            *self.words.determiners,
            "of",
            "by",
        )
        joined = (
            before == "and"
            and self._low(place - 2).endswith("ed")
            and (self._low(place - 3) in self.words.determiners)
        )
        noun_after = (
            after.isalpha()
            and after not in self.words.prepositions
            and (after not in self.words.determiners)
        )
        return (adverb or joined) and noun_after

    def _joined_to_passive(self, place: int, earlier: Sequence[Verb]) -> bool:
        """`was arrested and shot`, `negotiated in 1934 and signed in 1935`."""
        if not earlier or not earlier[-1].passive or not self._no_object(place):
            return False
        between = range(earlier[-1].end, place)
        return self._low(place - 1) in (*self.words.joining, ",", *self.words.adverbs) and not any(
            self._low(at) in self.words.opening for at in between
        )

    def _shortened(self, place: int) -> bool:
        """`the pact signed in 1935 …`: an agreement does not sign; another verb may follow."""
        return self._low(place - 1) in self.words.linking_nouns and self._no_object(place)

    def _no_object(self, place: int) -> bool:
        """Whether the sentence ends, or a preposition, a number or a sign comes next."""
        after = place + 1
        while self._low(after) in self.words.adverbs or self._low(after).endswith("ly"):
            after += 1
        if after >= len(self.tokens):
            return True
        token = self.tokens[after]
        return (
            token.kind is not TokenKind.WORD
            or token.low in self.words.prepositions
            or token.low in self.words.joining
            or token.low in ("when", "because")
        )

    def _is_participle(self, place: int) -> bool:
        """An -ing form that says what is done, with an object or after a comma; no noun."""
        before, after = self._low(place - 1), place + 1
        if before in self.words.determiners or after >= len(self.tokens):
            return False
        if self._low(after) in ("of", "and"):
            return False
        if self._low(place - 1) in (",", "by", "while", "before", "after"):
            return True
        named = any(one.end == place for one in self.mentions)
        with_name = self._low(after) in ("with", "against") and any(
            one.first in (after + 1, after + 2) for one in self.mentions
        )
        return named or with_name or self._takes_object(self.tokens[after])

    def _takes_object(self, token: Token) -> bool:
        return token.kind is TokenKind.WORD and (
            token.capital
            or token.low in self.words.determiners
            or token.low in ("that", "to", "it", "them", "him")
        )

    def _is_present(self, reading: Reading, place: int) -> bool:
        """A plain or third-person form with a subject before and something after."""
        before, low = self._low(place - 1), self._low(place)
        if before in self.words.determiners or before in self.words.prepositions:
            return False
        noun = low in self.table.nouns or reading.entry.lemma in reading.entry.nouns
        third = bool(reading.forms & VerbForm.THIRD)
        if place == 0 or self.tokens[place - 1].text in _SIGNS_BEFORE_NOTES:
            return place + 1 < len(self.tokens) and (
                self._takes_object(self.tokens[place + 1]) and not third
            )
        subject = self._is_subject(place - 1, third=third)
        if not subject:
            return False
        after = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        if after is None:
            return not noun
        return (
            not noun
            or (self._takes_object(after) and after.low != "to")
            or before in self.words.singular_subjects
        )

    def _is_subject(self, place: int, *, third: bool) -> bool:
        while place >= 0 and (
            self._low(place) in self.words.adverbs or self._low(place).endswith("ly")
        ):
            place -= 1
        if place < 0:
            return False
        low = self._low(place)
        if low in (self.words.singular_subjects if third else self.words.plural_subjects):
            return True
        if self.tokens[place].text == ")":
            return third
        if self.tokens[place].kind is not TokenKind.WORD:
            return False
        covered = any(one.first <= place < one.end for one in self.mentions)
        if third:
            return covered or (
                low.isalpha() and not (low.endswith("s") and not low.endswith(("ss", "us", "is")))
            )
        return (
            covered
            or (low.endswith("s") and len(low) > 3)
            or low in ("bacteria", "fungi", "mitochondria")
        )
