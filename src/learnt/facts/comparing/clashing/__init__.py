"""What two pieces on one thing say otherwise: dates, numbers, actors, outcomes.

In: two pieces with their odds. Out: the likeliest `Clash`, with the odds that it is one. Of many
pairs `finding` first asks which may clash at all: by what is known of each piece by itself
(`glance`), and by the things that the other side does not tell (`untold`).
"""

from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.clashing.finding import likely_clashes
from learnt.facts.comparing.clashing.judging import NO_CLASH, Judged, likeliest_clash

__all__ = ["NO_CLASH", "Clash", "Judged", "likeliest_clash", "likely_clashes"]
