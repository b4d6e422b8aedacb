"""Clauses, and whose date it is: each date goes to the verb of its own clause.

A clause ends where a sign, a joining or an opening word stands between two verbs. Within a clause
a date after verbs belongs to the nearest before it, a date before them to the first; and a date
that opens a sentence is that of the verbs joined on by "and" as well, as long as they have none.

In: a `Scene` and one of its sentences. Out: its `Clause`s, and the dates of their verbs, by

    cutting (where a clause begins) → nouns (dates that say which, not when) → dating, sharing
"""

from learnt.facts.events.clauses.clause import Clause, clauses_of
from learnt.facts.events.clauses.dating import dates_of_verbs

__all__ = ["Clause", "clauses_of", "dates_of_verbs"]
