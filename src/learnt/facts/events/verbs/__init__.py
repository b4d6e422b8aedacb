"""Which words of a text are verbs here, in which voice, and whether it is said that it was so.

There is no tagger: a form is a verb by what stands around it. An auxiliary before it settles most;
a bare past form is one unless an article or preposition before it makes it an adjective; plain
and third-person forms, which are often nouns as well, need a subject before and an object after.

In: the tokens of a text, its names, the table of verbs and the small words of the language. Out:
`Verb`s. On the way:

    around (the words beside a place) → helped (by an auxiliary), past, present → reading
"""

from learnt.facts.events.verbs.reading import Verbs
from learnt.facts.events.verbs.verb import FINITE, INFINITIVE, PARTICIPLE, Verb

__all__ = ["FINITE", "INFINITIVE", "PARTICIPLE", "Verb", "Verbs"]
