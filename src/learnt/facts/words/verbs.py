"""The words by which the verb of a text is told from the noun or adjective of the same letters."""

from dataclasses import dataclass


@dataclass(frozen=True)
class VerbWords:
    """What may stand before and after a verb; none of it is a table of verbs."""

    loose_determiners: frozenset[str]  # before a participle that is a verb: were all signed
    subject_determiners: frozenset[str]  # subjects as well: all left
    clause_prepositions: frozenset[str]  # open a clause too: since signed
    denying_before: frozenset[str]  # before the auxiliary: nobody had signed
    no_subjects: frozenset[str]  # subjects that deny
    no: frozenset[str]  # before a noun that then denies: no state signed
    describing: frozenset[str]  # as articles before an adverb: of freely elected councils
    past_endings: tuple[str, ...]
    no_object: frozenset[str]  # open a clause where an object could stand
    noun_follows: frozenset[str]  # behind a form in -ing that is a noun: the signing of
    participle_after: frozenset[str]  # before one that is a participle: by sending
    companions: frozenset[str]  # between one and a name: allying with
    object_words: frozenset[str]
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]  # that end as plurals do: crisis
    irregular_plurals: frozenset[str]
