"""The words by which a sentence tells what led to what."""

from dataclasses import dataclass

from learnt.facts.words.phrases import Phrases


@dataclass(frozen=True)
class CauseWords:
    """Phrases between a cause and its effect, and when they are none."""

    because: Phrases
    so: Phrases
    since: frozenset[str]  # of `because`, where no date follows
    degree: frozenset[str]  # of `so`, where no adjective follows: so weak that
    degree_before: frozenset[str]  # what follows it then at once: so much
    that: frozenset[str]
    clause_subjects: frozenset[str]  # between the two where a clause follows: so he that …
