"""Who did it, and to whom or with whom: names before and after the verb, pronouns resolved.

In: a `Scene`, a verb with its clause, and what was spoken of before. Out: the names of who did it
and of the others. On the way:

    spoken (what was spoken of) → pronouns → naming (who only tells where) → reading
"""

from learnt.facts.events.actors.naming import tells_who
from learnt.facts.events.actors.pronouns import Pronouns
from learnt.facts.events.actors.reading import Actors
from learnt.facts.events.actors.spoken import Spoken

__all__ = ["Actors", "Pronouns", "Spoken", "tells_who"]
