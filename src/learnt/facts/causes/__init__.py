"""What led to what, within a sentence and across the texts of a card.

In: a `Scene`, the signs of its language, and what the texts before tell (`Known`). Out: `Cause`s,
and what this text gives to those after it. On the way:

    signs (words that can link, by their first word) → context, verbs (whether they do, here) →
    marks (those of a sentence) → sides (what stands on both sides) → links (of a sentence) →
    asked (what a prompt wants of its points) → answers → reading
"""

from learnt.facts.causes.asked import wanted_by
from learnt.facts.causes.known import Known
from learnt.facts.causes.reading import read_causes
from learnt.facts.causes.sides import statement

__all__ = ["Known", "read_causes", "statement", "wanted_by"]
