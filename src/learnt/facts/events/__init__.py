"""What: one event for each verb that says that something was done or happened.

In: the tokens of a text with its dates and names, and the words of a language. Out: `Event`s, and
the agreements and causes that they tell of. On the way:

    verbs (which word is one here?) → clauses (whose date is it?) → actors → reading
"""

from learnt.facts.events.words import EventWords, VerbEntry, VerbTable

__all__ = ["EventWords", "VerbEntry", "VerbTable"]
