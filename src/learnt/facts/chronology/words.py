"""The small words by which a label is cut, those of one language."""

from dataclasses import dataclass

from learnt.facts.language import Language


@dataclass(frozen=True)
class SmallWords:
    """Words, written small, that may go from the edges of a label.

    `asking` open a question, `general` are verbs of it that say nothing (happen), `doing` its
    auxiliaries of plain verbs (did). `helping` are all auxiliaries, `joining` open a clause,
    `placing` are prepositions. `pronouns` stand at the beginning for what was told before; those
    among them that stand for `persons` are he, she and they.
    """

    asking: frozenset[str]
    general: frozenset[str]
    doing: frozenset[str]
    helping: frozenset[str]
    joining: frozenset[str]
    placing: frozenset[str]
    articles: frozenset[str]
    pronouns: frozenset[str]
    persons: frozenset[str]

    @classmethod
    def of(cls, language: Language) -> "SmallWords":
        """Those of a language."""
        words, pronouns = language.words, frozenset(language.names.words.pronouns.values())
        return cls(
            words.asking,
            words.general_askings,
            words.do,
            language.helping,
            words.joining | words.opening,
            words.prepositions,
            words.articles,
            pronouns | (words.singular_subjects & words.determiners),
            pronouns - {"it"},
        )
