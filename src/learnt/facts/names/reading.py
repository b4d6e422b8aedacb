"""The names of one text, from all readers; a longer name swallows those within it.

What the text alone tells is noticed once (`notice`). The names are told twice: without the deck,
so that the deck can learn from all of its texts (`told_alone`), and then by what it learnt.
"""

from collections.abc import Sequence
from dataclasses import replace

from learnt.facts.light import value
from learnt.facts.names.capitals import Capitals
from learnt.facts.names.cited import cases, studies
from learnt.facts.names.deck import DeckNames
from learnt.facts.names.gazetteer import Gazetteer
from learnt.facts.names.heads import Heads
from learnt.facts.names.kinds import Kinds
from learnt.facts.names.known import adds_to, known_names
from learnt.facts.names.mention import Mention, VerbClass
from learnt.facts.names.mentions import Mentions, swallowed
from learnt.facts.names.parties import with_parties
from learnt.facts.names.roles import with_roles
from learnt.facts.names.tables import NameTables
from learnt.facts.tokens import Token
from learnt.facts.values import NameKind

_BODY = (NameKind.STRUCTURE, NameKind.PROCESS)
_NO_DECK = DeckNames()


@value(frozen=True, slots=True)
class Noticed:
    """What the tables and the text tell of its names, whatever the deck is.

    `known` are the names of the tables, `found` these with those that a noun or a "v" makes names.
    `capitals` are the stretches of tokens that may be names as well, by their capitals.
    """

    known: Sequence[Mention]
    found: Sequence[Mention]
    capitals: Sequence[tuple[int, int]]


def notice(
    tokens: Sequence[Token],
    tables: NameTables,
    verb_class: VerbClass,
    gazetteers: Sequence[Gazetteer] | None = None,
) -> Noticed:
    """What can be told of the names of a text by some gazetteers: those of the tables, or more.

    `verb_class` tells of which class of verbs a word is a form: it is asked where a sentence begins
    with a capital, and of the word after a name.
    """
    words = tables.words
    known = known_names(tokens, gazetteers or (tables.gazetteer,), words, verb_class)
    found = swallowed(known, cases(tokens, words.cited))
    found = swallowed(found, Heads(tokens, words, Mentions(found)).read())
    return Noticed(known, found, Capitals(tokens, words, found, verb_class).read())


def told_alone(
    tokens: Sequence[Token],
    noticed: Noticed,
    tables: NameTables,
    verb_class: VerbClass,
    deck: DeckNames = _NO_DECK,
) -> list[Mention]:
    """The names as far as a deck learns from them: not yet who is a party, or has which role."""
    words, found = tables.words, noticed.found
    if noticed.capitals:
        kinds = Kinds(tokens, words, verb_class, deck)
        named = (kinds.named(first, end) for first, end in noticed.capitals)
        found = swallowed(found, [one for one in named if one is not None])
    if cited := studies(tokens, Mentions(found), words):
        return sorted([*found, *cited], key=lambda one: one.first)
    return list(found)


def read_names(
    tokens: Sequence[Token],
    noticed: Noticed,
    tables: NameTables,
    deck: DeckNames,
    verb_class: VerbClass,
) -> tuple[Mention, ...]:
    """The names of a text, from left to right; none within another but the authors of a study."""
    words, gazetteers = tables.words, (tables.gazetteer, deck.grown)
    if adds_to(noticed.known, deck.grown, tokens):
        noticed = notice(tokens, tables, verb_class, gazetteers)
    found = told_alone(tokens, noticed, tables, verb_class, deck)
    found = [with_parties(tokens, one, gazetteers, words, verb_class) for one in found]
    if not deck.is_biology:
        found = [one for one in found if one.kind not in _BODY]
    named = [
        replace(one, name=deck.same[one.name]) if one.name in deck.same else one for one in found
    ]
    return tuple(with_roles(tokens, named, words))
