"""The words by which a text tells who made an agreement, when and for how long."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AgreementWords:
    """Verbs (as lemmas) and small words around the noun of an agreement."""

    sign: frozenset[str]  # the plainest verbs of signing: their date goes before all others
    make: frozenset[str]  # of making, where who is asked about takes part
    signing: frozenset[str]  # verbs whose date is that of the signing
    making: frozenset[str]  # verbs whose subjects are parties
    taking_up: frozenset[str]  # verbs of those who join, or sign after others
    taken_up: frozenset[str]  # stand for the agreement of the sentence before: accepted it
    peace: frozenset[str]  # agreements only with somebody: peace with Finland
    partners: frozenset[str]  # between the noun and its parties
    leading: frozenset[str]  # the same, where names stand between
    with_parties: frozenset[str]  # what may stand among the names of parties
    not_parties: frozenset[str]  # before a name that is a place
    both: frozenset[str]
    in_year: frozenset[str]  # between the noun and its year, where no verb could take it
    periods: frozenset[str]  # units in which it lasts
