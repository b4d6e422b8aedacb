"""Chains of causes as pictures: from left to right, and for narrow screens from top to bottom.

In: `Chain`s. Out: a `Figure` with all of them, whose SVG stands alone, and the picture of one chain
for a page. On the way:

    box (a step's words in its box) · spread (places as near as can be to where they are wanted,
    none over another) → across (left to right) · down (top to bottom) → drawing

Beside those of every picture, its classes are:

    why-box, why-asked      a step; one that a prompt asks about
    why-words               its words
    why-arrow, why-if       an arrow; one from a condition
    why-back                an arrow that goes round to something before
    why-tip                 the end of an arrow
    why-told                the words at an arrow
    why-title               what a chain is about, in the picture that stands alone
    why-ground              the ground of that picture
"""

from learnt.plots.why.across import across
from learnt.plots.why.down import down
from learnt.plots.why.drawing import Href, chain_picture, why_chains

__all__ = ["Href", "across", "chain_picture", "down", "why_chains"]
