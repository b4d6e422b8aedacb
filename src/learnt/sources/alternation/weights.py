"""The weights of the alternating layout: one table, in nats, learnt from pages.

A row is a feature of `cues`, a column a state. 1 nat is weak evidence, 3 is strong; only the
differences within a row count. docs/decisions/0012 says how they are learnt.

    TITLE  the page's title, and header lines under it
    FRONT  the first line of a prompt          FRONT2  a prompt's next line (it was broken)
    BACK   the first line of an answer         BACK2   its next line: a point, or the broken rest
"""

from collections.abc import Sequence

from learnt.sources.alternation.chain import Chain
from learnt.sources.alternation.cues import Features

TITLE, FRONT, FRONT2, BACK, BACK2 = range(5)

Weights = dict[str, tuple[float, ...]]

# --- learnt from here
# Written by benchmarks/learn_alternation.py from the pages of ../shared/corpus, and from
# cards of ../shared and of benchmarks/alternation_cards.txt set as pages. Held out:
#   made pages: 6931 cards, F1 0.796 by hand, 0.895 learnt
#   real pages: 649 cards, F1 0.811 by hand, 0.954 learnt
WEIGHTS: Weights = {
    #  TITLE FRONT FRONT2 BACK BACK2
    "any": (0.28, 2.16, -3.20, 1.17, -0.41),
    "ends_asking": (-1.35, 2.01, 2.68, -1.58, -1.76),
    "question_words": (-0.45, 2.38, -0.16, -1.03, -0.74),
    "does_not_ask": (1.17, -2.09, 0.39, 0.82, -0.29),
    "lists_do_not_ask": (0.58, -0.86, -0.07, 0.42, -0.07),
    "item": (-2.29, -1.80, -2.78, 1.94, 4.93),
    "numbered_card": (-2.00, 6.13, -2.00, -1.12, -1.01),
    "unnumbered": (1.20, -2.98, 0.33, 0.39, 1.07),
    "after_list": (-1.08, 1.47, -0.08, 1.19, -1.49),
    "before_list": (0.79, 1.90, 0.64, -0.78, -2.54),
    "lead_in": (-1.26, 0.24, 0.04, 0.74, 0.24),
    "runs_on": (-3.20, -1.67, 4.21, -0.42, 1.08),
    "gap": (1.10, 2.28, -1.91, -0.22, -1.26),
    "no_gap": (-0.80, -1.10, 0.54, 0.23, 1.13),
    "full_stop": (-1.38, 0.03, 0.07, 1.12, 0.17),
    "colon": (-0.42, 1.22, 0.51, -0.24, -1.07),
    "left_open": (-1.16, 1.46, 1.30, -0.40, -1.20),
    "long": (-1.56, -0.45, 0.24, 0.89, 0.88),
    "lower": (-0.66, -0.96, 1.26, -0.64, 1.00),
    "answer_word": (-0.79, -0.26, -0.16, 0.43, 0.78),
    "formula": (-1.56, 0.00, -0.14, 0.98, 0.72),
    "measure": (-0.71, -0.14, -0.22, 0.65, 0.42),
    "stop_tells": (0.16, 0.42, 0.14, -0.54, -0.18),
    "stops_again": (-0.10, -1.61, -0.10, 0.19, 1.62),
    "after_asking": (-0.40, 0.58, -1.53, 0.90, 0.45),
    "terse": (0.06, 0.13, -0.63, 0.55, -0.12),
    "odd_lines": (1.99, -0.19, -0.60, -0.60, -0.60),
    "even_lines": (-0.68, 0.08, 0.20, 0.20, 0.20),
    "set_apart": (1.31, -1.01, -0.10, -0.10, -0.10),
    "far_longer_than_before": (0.11, 0.86, -0.44, 0.01, -0.54),
    "longer_than_before": (-0.39, 0.46, -0.34, 0.07, 0.19),
    "shorter_than_before": (-0.09, 0.14, 0.29, 0.00, -0.35),
    "far_shorter_than_before": (-0.02, 0.46, 0.21, 0.09, -0.74),
    "far_longer_than_after": (-0.15, 0.23, 0.51, -0.47, -0.12),
    "longer_than_after": (-0.34, -0.19, 0.66, -0.16, 0.03),
    "shorter_than_after": (0.01, 0.14, -0.16, -0.04, 0.06),
    "far_shorter_than_after": (0.78, 0.26, -1.00, 0.12, -0.16),
    "asks_inside": (-0.15, 0.93, 0.73, -0.59, -0.91),
    "indented": (-1.70, -2.22, 0.69, 1.50, 1.73),
    "margin": (0.69, 1.25, 0.56, -1.60, -0.90),
    "steady": (0.63, 0.17, 0.08, -0.27, -0.61),
    "year": (-0.08, -0.17, -0.07, -0.11, 0.42),
    "comma": (-0.19, -0.22, -0.15, 0.51, 0.05),
    "opener": (-0.09, 0.51, -0.41, 0.05, -0.05),
    "one_word": (-0.41, 0.46, 0.09, 0.49, -0.63),
    "few_words": (0.73, 0.08, -0.38, -0.04, -0.39),
    "a_phrase": (0.35, -0.34, -0.22, 0.00, 0.21),
    "a_clause": (-0.29, -0.88, 0.09, 0.26, 0.83),
    "below_median": (-0.11, -0.39, -0.24, -0.19, 0.93),
    "paired": (-0.12, -0.09, -0.38, 0.79, -0.21),
    "shares_before": (0.43, -0.25, 0.02, 0.27, -0.47),
    "before_asking": (-0.31, 0.10, -0.39, 0.16, 0.44),
    "shares_after": (0.23, 0.29, 0.10, -0.01, -0.61),
    "turns": (0.16, -0.40, 0.13, 0.28, -0.17),
    "more": (-0.62, -0.51, -0.21, 0.33, 1.01),
    "like_before": (-0.12, 0.07, -0.37, -0.80, 1.22),
    "like_after": (0.15, 0.20, 0.34, -0.50, -0.19),
    "begins_alike": (-0.00, 0.07, -0.10, -0.33, 0.36),
    "again": (-0.18, 0.56, -0.54, -0.47, 0.63),
    "title_case": (0.45, -0.45, -0.00, -0.00, -0.00),
    "links": (-0.15, -0.24, 0.50, 0.21, -0.31),
    "heads": (-0.36, 2.15, -0.08, -0.70, -1.01),
}

CHAIN = Chain(
    start=(-0.11, 0.11, None, None, None),
    move=(
        # to TITLE FRONT FRONT2 BACK BACK2
        (-3.67, -0.11, None, None, None),
        (None, -4.05, -0.60, -0.05, None),
        (None, -5.16, 0.34, -0.33, None),
        (None, -0.06, None, None, -0.50),
        (None, -0.13, None, None, 0.33),
    ),
    end=(None, -2.71, -4.10, 0.18, -0.37),
)
# --- to here


def emissions(features: Sequence[Features], weights: Weights = WEIGHTS) -> list[list[float]]:
    """The weight of every state at every line: rows of five, each its own list.

    Lines with the same features have the same row, so that most rows are summed once.
    """
    known: dict[tuple[tuple[str, float], ...], list[float]] = {}
    rows: list[list[float]] = []
    for line in features:
        key = tuple(line)
        row = known.get(key)
        if row is None:
            weighed = [[weight * value for weight in weights[name]] for name, value in line]
            row = known[key] = [sum(column) for column in zip(*weighed, strict=True)]
        rows.append(row.copy())
    return rows
