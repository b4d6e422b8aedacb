"""The names of one text, from all readers; a longer name swallows those within it."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.facts.names.capitals import Capitals
from learnt.facts.names.cited import cases, studies
from learnt.facts.names.deck import DeckNames
from learnt.facts.names.heads import Heads
from learnt.facts.names.kinds import Kinds
from learnt.facts.names.known import known_names
from learnt.facts.names.mention import Mention, VerbClass
from learnt.facts.names.mentions import Mentions, swallowed
from learnt.facts.names.parties import with_parties
from learnt.facts.names.roles import with_roles
from learnt.facts.names.tables import NameTables
from learnt.facts.tokens import Token
from learnt.facts.values import NameKind

_BODY = (NameKind.STRUCTURE, NameKind.PROCESS)


def read_names(
    tokens: Sequence[Token],
    tables: NameTables,
    deck: DeckNames,
    verb_class: VerbClass,
    known: Sequence[Mention] | None = None,
) -> tuple[Mention, ...]:
    """The names of a text, from left to right; none within another but the authors of a study.

    `known` are the names of the tables, where they were found before (`known_names`). `verb_class`
    tells of which class of verbs a word is a form: it is asked where a sentence begins with a
    capital, and of the word after a name.
    """
    words, gazetteers = tables.words, (tables.gazetteer, deck.grown)
    if known is None or any(token.low in deck.grown.lengths for token in tokens):
        known = known_names(tokens, gazetteers, words, verb_class)
    found = swallowed(known, cases(tokens, words.cited))
    found = swallowed(found, Heads(tokens, words, Mentions(found)).read())
    kinds = Kinds(tokens, words, verb_class, deck)
    found = swallowed(found, Capitals(tokens, words, found, kinds).read())
    found += studies(tokens, Mentions(found), words)
    found = [with_parties(tokens, one, gazetteers, words, verb_class) for one in found]
    if not deck.is_biology:
        found = [one for one in found if one.kind not in _BODY]
    named = [
        replace(one, name=deck.same[one.name]) if one.name in deck.same else one for one in found
    ]
    return tuple(with_roles(tokens, sorted(named, key=lambda one: one.first), words))
