"""What two pieces on one thing say otherwise: dates, numbers, actors, outcomes.

In: two pieces with their odds. Out: a `Clash`, or nothing.
"""

from learnt.facts.comparing.clashing.actors import actor_clash
from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.clashing.dates import date_clash
from learnt.facts.comparing.clashing.numbers import number_clash
from learnt.facts.comparing.clashing.outcomes import outcome_clash

__all__ = ["LOOKS", "Clash"]

LOOKS = (date_clash, number_clash, outcome_clash, actor_clash)
"""All that is looked for, in this order; the first that is found tells what a pair is about."""
