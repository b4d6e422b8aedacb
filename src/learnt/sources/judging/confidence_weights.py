"""What each sign of `confidence` weighs, in log-odds of a right card.

Written by benchmarks/learn_confidence.py from 24,587 cards; do not edit by hand.
Held-out contents, known sites: 152 of 17,823 cards at 0.8 and above are wrong (0.9%); 1,389 of
19,212 are below, 873 of them right.
Held-out contents, sites nobody has seen: 263 of 3,984 cards at 0.8 and above are wrong (6.6%);
1,391 of 5,375 are below, 344 of them right.
Held-out layouts, known sites: 214 of 17,570 cards at 0.8 and above are wrong (1.2%); 1,642 of
19,212 are below, 1,188 of them right.
Held-out layouts, sites nobody has seen: 368 of 4,057 cards at 0.8 and above are wrong (9.1%);
1,318 of 5,375 are below, 376 of them right.
"""

WEIGHTS: dict[str, float] = {
    "agrees": 1.30,
    "always": 1.59,
    "choices": 0.00,
    "differs": 0.00,
    "few cards": -0.96,
    "first": -0.75,
    "first with more": -0.08,
    "fit": -0.19,
    "goes on": -0.30,
    "last": -0.32,
    "last with more": -1.73,
    "layout alternating": -0.32,
    "layout answers below": 0.59,
    "layout choices": 0.00,
    "layout defined": 0.54,
    "layout ended": -2.51,
    "layout headed": 0.61,
    "layout in turn": 0.72,
    "layout inline": 0.21,
    "layout jeopardy": 0.35,
    "layout labelled": 0.23,
    "layout listed": -0.30,
    "layout notes": -0.16,
    "layout numbered": -0.79,
    "layout obsidian": -0.09,
    "layout oneline": 1.09,
    "layout question and answer": -0.40,
    "layout quoted": 0.62,
    "layout recurring": -0.83,
    "layout ruled": 1.58,
    "layout runs": 0.41,
    "layout separated": 0.88,
    "layout signed": 0.25,
    "layout spaced": -0.96,
    "layout statements": -1.73,
    "line again": -1.09,
    "line in many": -0.67,
    "lines left over": -0.03,
    "lines that come back": -1.28,
    "lists everywhere": -1.21,
    "long prompt": -0.68,
    "longer": -0.44,
    "marks": 0.00,
    "marks in others": -0.72,
    "more points": -0.23,
    "no prompt": -1.12,
    "no words": -0.00,
    "number as prompt": -2.88,
    "one letter": 0.10,
    "options in the text": -3.55,
    "prompt again": -2.65,
    "prompt of lines": 0.08,
    "question and more": -0.38,
    "question in the answer": -1.15,
    "same ending": 0.00,
    "same opening": -2.12,
    "same reply": -0.44,
    "several points": 0.13,
    "statement with two sides": -0.05,
    "told": 1.31,
    "two sides in the answer": 0.09,
    "two sides in the prompt": -0.34,
}
