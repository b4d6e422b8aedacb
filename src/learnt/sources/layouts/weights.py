"""The hand-set weights of the alternating layout: one table, in nats.

A row is a feature of `cues`, a column a state. 1 nat is weak evidence, 3 is strong. The numbers
say what a reader of such pages would: an item of a list is hardly ever a prompt, a line that ends
in a question mark mostly is one, a bare second line of an answer is rarer than a new card.

    TITLE  the page's title, and header lines under it
    FRONT  the first line of a prompt          FRONT2  a prompt's next line (it was broken)
    BACK   the first line of an answer         BACK2   its next line: a point, or the broken rest
"""

from learnt.sources.layouts.chain import Chain
from learnt.sources.layouts.cues import Features

TITLE, FRONT, FRONT2, BACK, BACK2 = range(5)

Weights = dict[str, tuple[float, float, float, float, float]]

WEIGHTS: Weights = {
    #                      TITLE FRONT FRONT2 BACK BACK2
    "any": (-1.5, 0.0, -4.5, 0.0, -1.8),
    "ends_asking": (-1.5, 2.5, 2.0, -2.0, -2.5),
    "question_words": (-0.5, 1.5, 0.0, -0.7, -0.8),
    "does_not_ask": (0.0, -4.5, -0.5, 0.0, 0.8),
    "item": (-4.0, -4.5, -5.0, 1.0, 3.3),
    "numbered_card": (-4.0, 4.0, -4.0, -3.0, -3.0),
    "unnumbered": (0.5, -3.0, 0.0, 0.3, 0.0),
    "after_list": (-2.0, 1.2, -1.0, -1.0, -1.8),
    "before_list": (0.0, 1.8, 0.3, -1.2, -3.0),
    "lead_in": (-1.0, 0.5, 0.3, 1.0, 0.5),
    "runs_on": (-3.0, -3.0, 4.0, -1.5, 4.5),
    "gap": (0.0, 3.0, -3.0, -2.5, -3.0),
    "no_gap": (-1.0, -3.0, 0.5, 1.0, 1.5),
    "full_stop": (-2.0, -1.3, -0.5, 0.8, 0.4),
    "colon": (-0.5, 0.9, 0.5, -0.5, -0.8),
    "left_open": (-1.5, 2.0, 0.8, -1.5, -1.5),
    "long": (-2.0, -1.2, 0.0, 0.5, 0.4),
    "short": (0.3, 0.4, 0.0, 0.0, -0.2),
    "lower": (-0.7, -0.4, 0.3, 0.3, 0.2),
    "answer_word": (-1.0, -0.9, -0.3, 0.6, 0.2),
    "formula": (-2.0, -0.8, -0.5, 0.8, 0.3),
    "measure": (-1.0, -0.8, -0.5, 0.6, 0.2),
    "stop_tells": (0.0, -0.8, 0.0, 0.0, 0.5),
    "stops_again": (0.0, -1.5, 0.0, 0.0, 2.0),
    "after_asking": (-1.0, 0.0, -2.0, 0.0, 0.0),
    "terse": (0.0, 0.0, -1.0, 0.0, -1.5),
    "odd_lines": (3.5, -0.5, 0.0, 0.0, 0.0),
    "even_lines": (-1.5, 0.5, 0.0, 0.0, 0.0),
    "set_apart": (1.5, -1.0, 0.0, 0.0, 0.0),
    "longer_than_before": (-0.5, -0.4, 0.0, 0.3, 0.0),
    "shorter_than_after": (0.3, 0.4, 0.0, -0.2, -0.2),
    "indented": (-2.0, -2.0, 0.5, 1.0, 1.0),
    "margin": (0.0, 1.0, 0.0, -1.0, -1.0),
    "steady": (0.0, 0.0, 0.0, 0.0, -2.0),
    "bare_lists": (0.0, 0.0, 0.0, 0.0, 0.8),
}

CHAIN = Chain(
    start=(0.0, 0.0, None, None, None),
    move=(
        # to TITLE FRONT FRONT2 BACK BACK2
        (-4.0, 0.0, None, None, None),
        (None, -5.0, 0.0, 0.0, None),  # a front after a front: the answer between is lost
        (None, -5.0, 0.0, 0.0, None),
        (None, 0.0, None, None, 0.0),
        (None, 0.0, None, None, 0.0),
    ),
    end=(None, -3.0, -4.0, 0.0, 0.0),
)


def emissions(features: list[Features], weights: Weights = WEIGHTS) -> list[list[float]]:
    """The weight of every state at every line: rows of five."""
    rows: list[list[float]] = []
    for line in features:
        row = [0.0] * 5
        for name, value in line:
            for state, weight in enumerate(weights[name]):
                row[state] += weight * value
        rows.append(row)
    return rows
