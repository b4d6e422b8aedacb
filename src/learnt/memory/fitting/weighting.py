"""How much each review counts in a fit: the latest most."""

from learnt.memory.fitting.arrays import Floats

FEW, LEAST_OF_FEW, POWER_OF_FEW = 1_000, 0.25, 3.0
LEAST_OF_MANY, POWER_OF_MANY = 0.1, 5.0


def recency(places: Floats, targets: int) -> Floats:
    """The weight of targets by their places in time, from 0 (the first) to 1 (the last).

    least + (1 - least) place^power. With few reviews it is the .25 and 3 of fsrs-rs; the more
    there are, the nearer it comes to .1 and 5: learners and decks change, and those with long logs
    can afford to forget more of them.
    """
    many = targets / (targets + FEW)
    least = LEAST_OF_FEW + many * (LEAST_OF_MANY - LEAST_OF_FEW)
    power = POWER_OF_FEW + many * (POWER_OF_MANY - POWER_OF_FEW)
    return least + (1 - least) * places**power


def sharp_recency(places: Floats) -> Floats:
    """The weight by which the blend's drift is fitted: .0667 + .9333 place^11.25.

    Source: the weights that srs-benchmark found best for SBD and FSRS-7.
    """
    return 0.0667 + 0.9333 * places**11.25
