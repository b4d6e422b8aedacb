"""Chains of causes as pictures: from left to right, and for narrow screens from top to bottom.

In: `Chain`s. Out: a `Figure` with all of them, whose SVG stands alone, and the picture of one chain
for a page. On the way:

    box (a step's words in its box) · spread (places as near as can be to where they are wanted,
    none over another) → across (left to right) · down (top to bottom) → drawing

Beside those of every picture, its classes are:

    chain-box, chain-asked      a step; one that a prompt asks about
    chain-words               its words
    chain-arrow, chain-if       an arrow; one from a condition
    chain-back                an arrow that goes round to something before
    chain-tip                 the end of an arrow
    chain-told                the words at an arrow
    chain-title               what a chain is about, in the picture that stands alone
    chain-ground              the ground of that picture
"""

from learnt.plots.why.across import across
from learnt.plots.why.down import down
from learnt.plots.why.drawing import Href, chain_picture, why_chains

__all__ = ["Href", "across", "chain_picture", "down", "why_chains"]
