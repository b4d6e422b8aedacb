"""Treaties, pacts and alliances: who made them, when, for how long, and on what condition.

In: a `Scene`, its events, and what prompt and deck give (`Given`). Out:
`Agreement`s. On the way:

    nouns (where one is spoken of) → telling (which events are about it) → parties, terms (its date,
    duration, condition) → reading
"""

from learnt.facts.agreements.asked import AskedAgreement, Given, asked_agreement
from learnt.facts.agreements.reading import read_agreements

__all__ = ["AskedAgreement", "Given", "asked_agreement", "read_agreements"]
