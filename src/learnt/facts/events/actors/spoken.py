"""What was spoken of before: whom and what "he", "they" and "it" can stand for."""

from collections.abc import Sequence

from learnt.facts.light import value
from learnt.facts.names import Mention
from learnt.facts.values import NameKind

GROUPS = (NameKind.STATE, NameKind.ORGANISATION)
_KEPT = 8


@value(frozen=True, slots=True)
class Spoken:
    """Names, the latest last. `topic` is whom the prompt, or the deck's title, is about."""

    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()

    def then(self, mentions: Sequence[Mention], subjects: tuple[str, ...] = ()) -> "Spoken":
        """With the names of a further stretch of text."""
        if not mentions and not subjects:
            return self
        people = [one.name for one in mentions if one.kind is NameKind.PERSON]
        groups = [one.name for one in mentions if one.kind in GROUPS]
        return Spoken(
            (*self.people, *people)[-_KEPT:],
            (*self.groups, *groups)[-_KEPT:],
            subjects or self.subjects,
            self.topic,
        )

    def back_to(self, asked: "Spoken") -> "Spoken":
        """As a new point begins: it speaks first of what its prompt asks about."""
        return Spoken(
            (*self.people, *asked.people)[-_KEPT:],
            (*self.groups, *asked.groups)[-_KEPT:],
            asked.subjects or self.subjects,
            asked.topic,
        )
