"""Who: states, people, organisations, agreements, wars, places, cases, statutes, studies.

In: the tokens of a text, the tables of a language, and what the deck itself names. Out: `Name`s.
On the way:

    gazetteer, known (names of the tables) → cases → heads ("… Pact", "Treaty of …") → capitals
    with their kinds (what else is a name) → studies → parties, roles → reading (all for one text)

Names that the deck writes with a capital are learnt (`deck`), so that "comintern" is found as well.
"""

from learnt.facts.names.deck import DeckNames, learn_names
from learnt.facts.names.gazetteer import Case, Entry, Form, Gazetteer
from learnt.facts.names.mention import Mention, VerbClass
from learnt.facts.names.mentions import Mentions
from learnt.facts.names.reading import Noticed, notice, read_names, told_alone
from learnt.facts.names.tables import NameTables
from learnt.facts.words import NameWords

__all__ = [
    "Case",
    "DeckNames",
    "Entry",
    "Form",
    "Gazetteer",
    "Mention",
    "Mentions",
    "NameTables",
    "NameWords",
    "Noticed",
    "VerbClass",
    "learn_names",
    "notice",
    "read_names",
    "told_alone",
]
