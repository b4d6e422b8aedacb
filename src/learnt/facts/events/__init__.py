"""What: one event for each verb that says that something was done or happened.

In: the tokens of a text with its dates and names, and the words of a language. Out: `Event`s, and
the `Scene` that agreements and causes are read from as well. On the way:

    verb_table (which verb a word can be) → verbs (which word is one here) → scene → clauses
    (whose date is it?) → actors → reading, verbless (points that are no sentence)
"""

from learnt.facts.events.inflection import VerbForm
from learnt.facts.events.verb_table import STATE_CLASS, VerbEntry, VerbTable
from learnt.facts.words import EventWords

__all__ = ["STATE_CLASS", "EventWords", "VerbEntry", "VerbForm", "VerbTable"]
