"""Made pages for `learn_alternation.py`: cards set as bare alternating lines, with labels.

`make_page` sets some cards of a content in one of many manners (lists with and without marks,
lost sides, blank lines, no question marks, broken lines, …) and says what each line is.
Everything is drawn from the seed it is given.
"""

import random
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

from alternation_contents import Content, Fact

from learnt.sources.alternation.weights import BACK, BACK2, FRONT, FRONT2, TITLE
from learnt.sources.question import is_question


@dataclass(slots=True)
class Made:
    """A page in the making: its lines, and the states that each may have (None: blank)."""

    lines: list[str] = field(default_factory=list)
    states: list[frozenset[int] | None] = field(default_factory=list)

    def add(self, text: str, *states: int) -> None:
        """Add a line with the states it may have; none for a blank line."""
        self.lines.append(text)
        self.states.append(frozenset(states) if text else None)


@dataclass(frozen=True, slots=True)
class _Manner:
    """How one page is set; shares are of its cards."""

    ask: str
    flip: float
    low: bool
    stops: bool
    split: float
    item: str
    lone_item: float
    width: int
    blanks: str
    lost: float
    twice: float
    numbered: bool
    deep: bool


def _manner(rng: random.Random) -> _Manner:
    pick = rng.choice
    plain = rng.random() < 0.3  # a line a side
    return _Manner(
        ask=rng.choices(("keep", "bare", "topic", "mixed"), (5, 2, 2, 2))[0],
        flip=rng.choices((0.0, 1.0, 0.3), (8, 2, 1))[0],
        low=rng.random() < 0.15,
        stops=rng.random() < 0.6,
        split=0.0 if plain else pick((0.0, 0.2, 0.5, 0.8)),
        item=rng.choices(("", "- ", "-", "• ", "1.", "1. ", "mixed"), (7, 3, 2, 1, 1, 1, 2))[0],
        lone_item=rng.choices((0.0, 0.3, 1.0), (17, 2, 1))[0],
        width=pick((0, 0, 0, 0, 0, pick((55, 64, 72, 80)))),
        blanks=rng.choices(("", "cards", "all", "random", "double"), (11, 3, 2, 2, 2))[0],
        lost=pick((0.0, 0.0, 0.0, 0.0, 0.0, 0.3)),
        twice=pick((0.0, 0.0, 0.0, 0.0, 0.2)),
        numbered=rng.random() < 0.05,
        deep=rng.random() < 0.04,
    )


_TITLES = (
    "Key Terms",
    "Chapter 3",
    "Unit 2 revision",
    "Week 5",
    "Test 1",
    "Notes",
    "Exam questions",
)


def make_page(content: Content, seed: str) -> Made:
    """A page of some of a content's cards, set in a manner that the seed chooses."""
    rng = random.Random(seed)
    manner = _manner(rng)
    many = min(len(content.facts), rng.randint(5, 28))
    start = rng.randrange(len(content.facts) - many + 1)
    facts = list(content.facts[start : start + many])
    if rng.random() < 0.5:
        rng.shuffle(facts)
    page = Made()
    declared = many if rng.random() < 0.35 else None
    _header(page, content, declared, rng)
    for place, fact in enumerate(facts):
        restyled = _restyled(fact, facts, manner, rng)
        if place and rng.random() < manner.twice and not manner.width:
            again = [
                one
                for one, may in zip(page.lines, page.states, strict=True)
                if may == frozenset((FRONT,))
            ]
            restyled = Fact(again[-1] if again else restyled.front, restyled.points)
        _set(page, place, restyled, manner, rng)
    if rng.random() < 0.12:  # the copy ends too early
        for _ in range(rng.randint(1, 3)):
            page.lines.pop()
            page.states.pop()
    return page


def _header(page: Made, content: Content, declared: int | None, rng: random.Random) -> None:
    title = content.title if rng.random() < 0.6 else rng.choice(_TITLES)
    end = rng.choices((" Flashcards", "", None), (5, 4, 1))[0]
    if end is not None:
        page.add(title + end, TITLE)
        if rng.random() < 0.06:
            page.add(f"Everything for the test on {title.lower()}", TITLE)
    if declared is not None:
        page.add(f"({declared} cards)", TITLE)
    if page.lines and rng.random() < 0.4:
        page.add("")


def _restyled(fact: Fact, facts: Sequence[Fact], manner: _Manner, rng: random.Random) -> Fact:
    """The card in the page's words: asked or named, either side first, its answer in parts."""
    front, points = fact.front, fact.points
    ask = rng.choice(("keep", "bare", "topic")) if manner.ask == "mixed" else manner.ask
    if ask == "topic":
        front = _topic(front)
    if ask != "keep" and front.endswith("?"):
        front = front[:-1].rstrip()
    if len(points) == 1 and rng.random() < manner.split:
        points = _parts(points[0]) or points
        if len(points) == 1 and points[0].count(" ") > 1 and rng.random() < 0.3:
            others = [
                one.points[0]
                for one in facts
                if one is not fact and len(one.points[0]) < 90 and " " in one.points[0]
            ]
            points += tuple(rng.sample(others, min(len(others), rng.randint(1, 4))))
    if len(points) == 1 and rng.random() < manner.flip and not is_question(front):
        front, points = points[0], (front,)
    if not manner.stops:
        points = tuple(one.removesuffix(".") for one in points)
    if manner.low:
        front, points = _low(front), tuple(map(_low, points))
    return Fact(front, points)


def _topic(front: str) -> str:
    """The topic of a question: “What is a spike?” → “Spike”."""
    found = re.match(
        r"(?:what (?:is|are|was|were)|define|explain|describe|name|state|give|list)\s"
        r"(?:the |an? |what is meant by )?(.{3,60}?)\??$",
        front,
        re.IGNORECASE,
    )
    bare = found.group(1) if found else re.sub(r"\s[—–-] what .{1,30}\?$", "", front)
    return bare[:1].upper() + bare[1:]


def _parts(text: str) -> tuple[str, ...]:
    """An answer cut where its sentences or the members of its list end."""
    for cut in (r"(?<=[.!])\s+(?=[A-Z])", r";\s+", r",\s+(?:and\s+)?|\s+and\s+"):
        if cut[0] != "(" and "(" in text:
            continue
        parts = tuple(one.strip() for one in re.split(cut, text) if one.strip())
        if 2 <= len(parts) <= 8 and (cut[0] == "(" or all(len(one) < 60 for one in parts)):
            return parts
    return ()


def _low(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _set(page: Made, place: int, fact: Fact, manner: _Manner, rng: random.Random) -> None:
    """Add a card's lines, and the blank ones that the manner wants."""
    if place and manner.blanks in ("cards", "double"):
        page.lines += [""] * (2 if manner.blanks == "double" else 1)
        page.states += [None] * (2 if manner.blanks == "double" else 1)
    front = f"{place + 1}. {fact.front}" if manner.numbered else fact.front
    fronts = _broken(front, manner.width, "")
    item = rng.choice(("", "- ", "• ", "-", "1. ")) if manner.item == "mixed" else manner.item
    if len(fact.points) == 1 and (item[:1] == "1" or rng.random() >= manner.lone_item):
        item = ""
    backs: list[str] = []
    for order, point in enumerate(fact.points, 1):
        backs += _broken(item.replace("1", str(order)) + point, manner.width, " " * len(item))
    short = min(len(fact.front.split()), len(fact.points[0].split())) <= 2
    lost = rng.choice("bbbbf") if short and rng.random() < manner.lost else ""
    if lost == "f":
        fronts = []
    lines: list[tuple[str, tuple[int, ...]]] = [
        (text, (FRONT2 if at else FRONT,)) for at, text in enumerate(fronts)
    ]
    if lost != "b":
        anything = (FRONT, FRONT2, BACK, BACK2)  # no reading of an answer alone is right
        lines += [
            (text, anything if lost else (BACK2,) if at else (BACK,))
            for at, text in enumerate(backs)
        ]
    for at, (text, states) in enumerate(lines):
        gap = manner.blanks == "all" or (at and at == len(fronts) and manner.blanks == "double")
        if gap or (manner.blanks == "random" and not manner.width and rng.random() < 0.35):
            page.add("")
        deep = "    " if manner.deep and not {BACK, BACK2}.isdisjoint(states) else ""
        page.add(deep + text, *states)


def _broken(text: str, width: int, deeper: str) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=deeper) if width else [text]
