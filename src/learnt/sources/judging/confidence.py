"""How sure to be of each card that was read: a number that means a share of right cards.

A layout says how well the page fits it and how sure it is of a card. What these numbers are worth
is learnt from pages whose true cards are known: each sign below adds its weight, and the sum
becomes a probability. The weights are in `confidence_weights`, which a script writes.

    layout …        which layout read the page
    told            the layout's own number, as log-odds
    agrees, differs the page declares as many cards as were read, or another number
    …               what can be seen on a card, beside the other cards of its page
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from learnt.sources.judging.confidence_weights import WEIGHTS
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.page import Page

_ENOUGH = 200  # cards of a long table that are looked at one by one
_FAR = 4.0  # log-odds; nobody is surer than that of a single number
_LABEL = re.compile(
    r"(?:^|\n)\W{0,4}(?:answers?|ans|question|front|back|term|definition|card \d+\w*|hint)"
    r"\s?\d{0,4}\s?[:.]?\s*(?:\n|$)|(?:^|\n)(?:[QA]|Ans|Answer|Question)\s?\d{0,3}[:.)]\s",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"[✓✔☑]|\((?:correct|right answer)\)|\[[ xX]\]|^\s*\||\|\s*$|^#+ |^>|\{\{c\d|\*\*|:drill:|©"
    r"|\b\d+ of \d+\b|\b(?:tap|click) to |view source|new cards",
    re.IGNORECASE | re.MULTILINE,
)
_PAIR = re.compile(r"\S(?:\s[-–—=→|]+>?\s|:\s|\t|::|;;|\s{3,}|\.{4,})\S")
_ASKED_AND_MORE = re.compile(r"\?\s+\S")
_OPTIONS = re.compile(r"(?:^|\s)\(?[aA][.)]\s?\S.*\s\(?[bB][.)]\s?\S", re.DOTALL)
_WORDS = re.compile(r"\w")
_MANY = 3  # cards that must be alike before anything is made of it


def confidences(
    page: Page, proposal: Proposal, drafts: Sequence[Draft], *, agrees: bool
) -> list[float]:
    """The probability (0-1) that each of the drafts is what the page means.

    `agrees` says whether the number of cards is the one that the page declares, if it does.
    """
    looked_at = drafts if page.measured else drafts[:_ENOUGH]
    signs = signs_of(page, proposal, looked_at, agrees=agrees)
    found = [round(_probability(one), 3) for one in signs]
    if len(found) < len(drafts):  # of a page that is surely a table all rows are alike
        found += [median(found)] * (len(drafts) - len(found))
    return found


def _probability(signs: Mapping[str, float]) -> float:
    total = sum(WEIGHTS.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class _Deck:
    """What the cards of a page have in common."""

    fronts: Counter[str]
    lines: Counter[str]
    ends: Counter[str]
    openings: Counter[str]
    replies: Counter[str]
    points: float
    length: float
    count: int

    def common(self, texts: Counter[str], text: str) -> bool:
        """Whether a text stands on more than half of the cards."""
        return bool(text) and texts[text] >= _MANY and texts[text] * 2 > self.count


def signs_of(
    page: Page, proposal: Proposal, drafts: Sequence[Draft], *, agrees: bool
) -> list[dict[str, float]]:
    """What can be seen of each draft, by the names of `WEIGHTS`; a sign left out is 0."""
    if not drafts:
        return []
    shared = _of_the_page(page, proposal, drafts, agrees=agrees)
    deck = _Deck(
        Counter(_key(draft.prompt or "") for draft in drafts),
        Counter(key for draft in drafts for key in set(map(_key, draft.points))),
        Counter(_last_words(draft.prompt) for draft in drafts),
        Counter(_opening(draft.prompt or "") for draft in drafts),
        Counter(_opening("\n".join(draft.points)) for draft in drafts),
        median(len(draft.points) for draft in drafts),
        median(_length(draft) for draft in drafts),
        len(drafts),
    )
    last = len(drafts) - 1
    if proposal.question is not None:  # one card of many points is what such a page is
        alone = {"few cards": 0.0, "lists everywhere": 0.0}
        return [
            {**shared, **_of_the_card(draft, deck), **alone}
            | {"told": _odds(min(1.0, proposal.fit + 0.05) * draft.confidence)}
            for draft in drafts
        ]
    return [
        {**shared, **_of_the_card(draft, deck), **_of_the_place(draft, deck, place, last)}
        | {"told": _odds(min(1.0, proposal.fit + 0.05) * draft.confidence)}
        for place, draft in enumerate(drafts)
    ]


def _of_the_page(
    page: Page, proposal: Proposal, drafts: Sequence[Draft], *, agrees: bool
) -> dict[str, float]:
    signs = {"always": 1.0, f"layout {proposal.layout}": 1.0, "fit": _odds(proposal.fit)}
    if page.declared is not None:
        signs["agrees" if agrees else "differs"] = 1.0
    left = sum(problem.line is not None for problem in proposal.problems)
    signs["lines left over"] = min(1.0, 4 * left / max(1, len(page.lines)))
    signs["few cards"] = 1.0 if len(drafts) < 4 else 0.0
    marked = sum(bool(_marked(draft)) for draft in drafts)
    signs["marks in others"] = min(1.0, 2 * marked / len(drafts))
    texts = Counter(_key(line.text) for line in page.lines)
    aside = proposal.furniture
    back = sum(texts[_key(line.text)] > 2 for line in page.lines if line.number not in aside)
    signs["lines that come back"] = min(1.0, 4 * back / max(1, len(page.lines)))
    joined = sum(len(draft.points) > 1 for draft in drafts)
    signs["lists everywhere"] = 1.0 if joined > 0.8 * len(drafts) else 0.0
    return signs


def _of_the_card(draft: Draft, deck: _Deck) -> dict[str, float]:
    prompt, back = draft.prompt or "", "\n".join(draft.points)
    signs = {
        "marks": _marked(draft),
        "no prompt": float(not prompt),
        "statement with two sides": float(not prompt and bool(_PAIR.search(back))),
        "two sides in the prompt": float(bool(_PAIR.search(prompt))),
        "two sides in the answer": float(bool(_PAIR.search(back))),
        "question and more": float(bool(_ASKED_AND_MORE.search(prompt))),
        "question in the answer": float(any(point.endswith("?") for point in draft.points)),
        "no words": float(not _WORDS.search(back) or (bool(prompt) and not _WORDS.search(prompt))),
        "number as prompt": float(prompt.isdigit()),
        "one letter": float(0 < len(prompt) < 2 or len(back) < 2),
        "long prompt": float(len(prompt) > 200),
        "prompt of lines": float("\n" in prompt),
        "choices": float(bool(draft.wrong_options)),
        "several points": float(len(draft.points) > 1),
        "goes on": float(bool(prompt) and back[:1].islower() and prompt[-1:] in ",;-"),
    }
    if prompt and deck.fronts[_key(prompt)] > 1:
        signs["prompt again"] = 1.0
    again = max((deck.lines[_key(point)] for point in draft.points), default=0)
    signs["line again"] = float(again > 1 and len(draft.points) > 1)
    signs["line in many"] = float(again > 2 and again * 3 > deck.count and len(draft.points) > 1)
    signs["same ending"] = float(bool(prompt) and deck.common(deck.ends, _last_words(prompt)))
    signs["same opening"] = float(deck.common(deck.openings, _opening(prompt)))
    signs["same reply"] = float(deck.common(deck.replies, _opening(back)))
    signs["options in the text"] = float(bool(_OPTIONS.search(prompt) or _OPTIONS.search(back)))
    return signs


def _of_the_place(draft: Draft, deck: _Deck, place: int, last: int) -> dict[str, float]:
    """Signs of more text than the other cards have, which is worst at the page's ends."""
    more = len(draft.points) - deck.points
    signs = {
        "more points": min(1.0, max(0.0, more / 4)),
        "longer": float(_length(draft) > 3 * deck.length + 40),
        "first": float(place == 0),
        "last": float(place == last),
    }
    signs["last with more"] = float(place == last and more > 0)
    signs["first with more"] = float(place == 0 and more > 0)
    return signs


def _marked(draft: Draft) -> float:
    """Whether a label, a button or a sign of another layout stands in the card."""
    for text in (draft.prompt or "", *draft.points):
        if _LABEL.search(text) or _LEFT_OVER.search(text):
            return 1.0
    return 0.0


def _key(text: str) -> str:
    return text.strip().casefold()


def _last_words(prompt: str | None) -> str:
    return " ".join((prompt or "").split()[-2:]).casefold()


def _opening(text: str) -> str:
    """The first word of a side, where it is a sign or may be a label: no article, no number."""
    first = text.split(maxsplit=1)[0].casefold() if text.split() else ""
    letters = sum(sign.isalpha() for sign in first)
    return first if (letters < len(first) and not first.isdecimal()) or letters > 5 else ""


def _length(draft: Draft) -> int:
    return sum(map(len, draft.points)) + len(draft.prompt or "")


def _odds(share: float) -> float:
    inside = min(max(share, 1e-6), 1 - 1e-6)
    return max(-_FAR, min(_FAR, math.log(inside / (1 - inside))))
