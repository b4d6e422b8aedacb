"""Made pages: a seed, a layout and defects in; a text and its true cards out."""

import random
from dataclasses import dataclass, replace
from typing import Any

from tests.sources.made import defects
from tests.sources.made.contents import LANGUAGES, SUBJECTS
from tests.sources.made.facts import Fact
from tests.sources.made.sheet import SETTERS, Given, Gold, Setter, Sheet
from tests.sources.made.spelling import TEXTS
from tests.sources.made.strange import strange

HEALTHY = 0.4
"""The share of pages without a defect."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page and its true cards.

    `gold` has the form of a labelled page (title, cards, alternatives, truncated, layout,
    origin); `subject` names the content; `decidable` is False where form alone cannot say.
    """

    name: str
    layout: str
    code: str
    subject: str
    text: str
    gold: dict[str, Any]
    defects: tuple[str, ...]
    decidable: bool

    @property
    def data(self) -> bytes:
        """The page as a file."""
        return self.text.encode()


def made_page(
    seed: int,
    layout: str | None = None,
    wanted: tuple[str, ...] | None = None,
    *,
    unseen: bool = False,
) -> Made:
    """The page of a seed, in the given layout and with the given defects, or in any of them.

    An `unseen` page is one of a site that nobody knows: its own words are replaced by others.
    """
    dice = random.Random(seed)
    name = layout or dice.choice(list(SETTERS))
    setter = SETTERS[name]
    drawn = _drawn(setter, dice) if wanted is None else wanted
    names = frozenset(one for one in drawn if defects.fits(one, setter))
    title, facts = _content(setter, dice)
    given = Given(title, facts, dice, tuple(range(1, len(facts) + 1)), len(facts))
    given = defects.spoil(given, names)
    sheet = _spoilt(setter.set_up(given), names, dice)
    if unseen:
        sheet = strange(sheet, dice)
    lines = [*sheet.head, *(line for block in sheet.blocks for line in block.lines), *sheet.foot]
    text = "\n".join(lines)
    for one, change in TEXTS.items():
        if one in names:
            text = change(text, dice)
    return Made(
        f"made-{seed}.txt",
        name,
        setter.code,
        title,
        text,
        _gold(setter, sheet, title, names, repeated="repeated card" in names),
        tuple(one for one in defects.ALL if one in names),
        setter.decidable and not unseen and "lost sides" not in names,
    )


def made_pages(count: int, first: int = 0, *, unseen: bool = False) -> list[Made]:
    """`count` pages, all layouts in turn, from one seed on."""
    names = list(SETTERS)
    return [made_page(first + n, names[n % len(names)], unseen=unseen) for n in range(count)]


def _drawn(setter: Setter, dice: random.Random) -> tuple[str, ...]:
    able = [one for one in defects.ALL if defects.fits(one, setter)]
    if dice.random() < HEALTHY:
        return ()
    return tuple(dice.sample(able, dice.choice((1, 1, 1, 2, 3))))


def _content(setter: Setter, dice: random.Random) -> tuple[str, tuple[Fact, ...]]:
    """A title and the facts for a layout: enough of the kind it takes."""
    if setter.fill == "words":
        chosen = dice.choice(LANGUAGES)
        able = list(chosen.facts)
    elif setter.fill == "terms":
        chosen = dice.choice([one for one in SUBJECTS if sum(f.is_term for f in one.facts) >= 4])
        able = [fact for fact in chosen.facts if fact.is_term]
    else:
        chosen = dice.choice((*SUBJECTS, *SUBJECTS, *LANGUAGES))
        able = [fact.flat if setter.fill == "flat" else fact for fact in chosen.facts]
    count = dice.randint(min(4, len(able)), len(able))
    return chosen.title, tuple(dice.sample(able, count))


def _spoilt(sheet: Sheet, names: frozenset[str], dice: random.Random) -> Sheet:
    if "lost sides" in names:
        sheet = defects.without_sides(sheet, dice)
    if "doubled" in names:
        sheet = defects.doubled(sheet)
    if "footer" in names:
        sheet = defects.footer(sheet, dice)
    return defects.cut(sheet, dice) if "cut" in names else sheet


def _gold(
    setter: Setter, sheet: Sheet, title: str, names: frozenset[str], *, repeated: bool
) -> dict[str, Any]:
    cards = defects.gold_of(sheet)
    alternatives = [list(one) for one in sheet.alternatives]
    if repeated:  # kept once or twice: both are right
        alternatives.append(_each_once(cards))
    return {
        "title": title,
        "cards": cards,
        "alternatives": alternatives,
        "truncated": "cut" in names,
        "layout": setter.name,
        "origin": "made",
    }


def _each_once(cards: list[Gold]) -> list[Gold]:
    return list({(card["front"], card["back"]): card for card in cards}.values())


def without_defects(page: Made) -> Made:
    """The same page as it was before anything went wrong with it."""
    healthy = made_page(int(page.name[5:-4]), page.layout, ())
    return replace(healthy, name=page.name)
