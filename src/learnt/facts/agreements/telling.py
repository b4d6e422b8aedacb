"""Which events tell of which agreement."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from learnt.facts.agreements.nouns import Noun
from learnt.facts.events.scene import Scene
from learnt.facts.light import lazy, value
from learnt.facts.values import Event


@value(frozen=True)
class Telling:
    """The events of a text beside the agreements that it speaks of, both in order."""

    scene: Scene
    nouns: Sequence[Noun]
    events: Sequence[Event]

    @lazy
    def about(self) -> Mapping[int, Sequence[Event]]:
        """By the number of the noun: the events that are about it."""
        found: dict[int, list[Event]] = defaultdict(list)
        for one in self.events:
            noun = self._noun_of(one)
            if noun is not None:
                found[noun].append(one)
        return found

    def _noun_of(self, event: Event) -> int | None:
        """The number of the agreement that an event is about.

        What is signed stands behind the verb, what was signed before it; "accepted it" in the next
        sentence is about the last one.
        """
        if not self.nouns:
            return None
        words = self.scene.words.agreements
        making = event.word is None and event.verb in words.making
        if self.nouns[0].everywhere or making:
            return 0
        if event.word is None:
            return None
        place = self.scene.place_of(event.word.start)
        sentence = self.scene.sentences[self.scene.sentence_at(place)]
        first, end = self._number(sentence.start), self._number(sentence.stop)
        if first == end and event.verb in words.taking_up:
            after = self.scene.place_of(event.word.end)
            taken_up = after < sentence.stop and self.scene.low(after) in words.taken_up
            return first - 1 if first and taken_up else None
        behind = self._number(self.scene.place_of(event.word.end))
        if behind < end and self._start(behind) < event.span.end:
            return self._before_date(event, behind, end)
        before = self._number(place) - 1
        return before if before >= first else None

    def _before_date(self, event: Event, behind: int, end: int) -> int:
        """Of several agreements the one that the date stands behind: signed A in 1922, B in '25."""
        dated = event.date is not None and event.word is not None and event.date > event.word
        while dated and event.date and behind + 1 < end:
            if self._start(behind + 1) > event.date.start:
                break
            behind += 1
        return behind

    def subject_before(self, noun: Noun, sentence: range) -> tuple[str, ...]:
        """Who acts before the noun in its sentence.

        "Russia was not invited to Munich, so the pact with Prague …": the pact is Russia's.
        """
        starts = self._word_starts
        nth = bisect_left(starts, self.scene.tokens[noun.first].start) - 1
        if nth < 0 or starts[nth] < self.scene.tokens[sentence.start].start:
            return ()
        return self._worded[nth].actors[:1]

    def _number(self, place: int) -> int:
        """The number of the first noun at a place or behind it."""
        return bisect_left(self._firsts, place)

    def _start(self, number: int) -> int:
        return self.scene.tokens[self.nouns[number].first].start

    @lazy
    def _firsts(self) -> Sequence[int]:
        return [one.first for one in self.nouns]

    @lazy
    def _worded(self) -> Sequence[Event]:
        """The events whose verb stands in the text, in its order."""
        worded = (one for one in self.events if one.word)
        return sorted(worded, key=_word_start)

    @lazy
    def _word_starts(self) -> Sequence[int]:
        return [_word_start(one) for one in self._worded]


def _word_start(event: Event) -> int:
    return event.word.start if event.word else event.span.start
