#!/usr/bin/env python3
"""How surely a card is known again that was reworded, and how long a deck takes to be compared.

    .venv/bin/python benchmarks/updating.py            the tables of docs/updating.md, 3 minutes
    .venv/bin/python benchmarks/updating.py --quick    a smoke run; its numbers mean nothing

Decks of the marked answers in tests/gold, and two made ones whose cards share a frame. Of each deck
some cards are reworded, in the prompt and in a point (so that neither text nor prompt tells which
they are), some are gone, and some are new. A card is right where it is met by its own rewording,
wrong where it is met by another card, and missed where it is called new.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from machine import machine

from learnt.deck import Card, Point
from learnt.deck.updating import Known, Manner, pairing, points, update_of
from learnt.ids import CardId, PointId, uuid7

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "marking"
THRESHOLDS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
MOST_WRONG = 0.002
"""Of the cards that are reworded or new, at most: to be called new costs a card its history, to be
taken for another costs two."""

Text = tuple[str | None, tuple[str, ...]]
CAPITALS = (
    "Peru Lima Chile Santiago Cuba Havana Kenya Nairobi Ghana Accra Mali Bamako Chad N'Djamena "
    "Togo Lomé Oman Muscat Iran Tehran Iraq Baghdad Nepal Kathmandu Laos Vientiane Japan Tokyo "
    "Fiji Suva Malta Valletta Spain Madrid Italy Rome Latvia Riga Estonia Tallinn Norway Oslo "
    "Sweden Stockholm Finland Helsinki Poland Warsaw Austria Vienna Hungary Budapest"
).split()
_OTHER = "however therefore mostly several famous early northern common later former".split()


def main() -> int:
    """Print the tables; 0 where the thresholds in use hold, or where it was only tried."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--turns", type=int, default=60)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="only to see that it runs")
    asked = parser.parse_args()
    if asked.quick:
        asked.turns, asked.sizes = 2, [300]
    print("\n".join(machine()), "\n")
    held = _cards(asked.turns, asked.seed)
    held = _points(asked.turns, asked.seed) and held
    _times(asked.sizes, asked.seed)
    return 0 if held or asked.quick else 1


def _cards(turns: int, seed: int) -> bool:
    print("| cards alike by | right | wrong | missed |\n| --- | --- | --- | --- |")
    used, shares = pairing.ALIKE, {}
    for threshold in THRESHOLDS:
        pairing.ALIKE = threshold
        chance = random.Random(seed)
        counts = [_trial(deck, chance) for _ in range(turns) for deck in _decks(chance)]
        right, wrong, missed, asked = (sum(column) for column in zip(*counts, strict=True))
        shares[threshold] = wrong / asked
        mark = " (in use)" if threshold == used else ""
        print(f"| {threshold:.2f}{mark} | {right:,} | {wrong:,} | {missed:,} |")
    pairing.ALIKE = used
    return _held(shares, used)


def _points(turns: int, seed: int) -> bool:
    """The points of a card that is known by its prompt: one reworded, one gone and one new."""
    print("| points alike by | right | wrong | missed |\n| --- | --- | --- | --- |")
    texts = [text for text in _gold() if len(text[1]) > 2]
    used, shares = points.ALIKE, {}
    for threshold in THRESHOLDS:
        points.ALIKE = threshold
        chance = random.Random(seed)
        right = wrong = missed = 0
        for prompt, its in texts * max(1, turns // 10):
            card = _card((prompt or "Say it all.", its), chance)
            edited, gone = chance.sample(range(len(its)), 2)
            stranger = chance.choice(chance.choice(texts)[1])
            coming = [
                _reworded(text, chance) if n == edited else text for n, text in enumerate(its)
            ]
            coming[gone] = stranger
            theirs = _card((card.prompt, tuple(coming)), chance)
            (met,) = update_of([theirs], [Known(card)], {}, _id_maker(chance), Manner()).met
            ids = [point.id for point in met.theirs.points]
            own = {point.id: n for n, point in enumerate(card.points)}
            right += own.get(ids[edited]) == edited
            missed += ids[edited] not in own
            wrong += own.get(ids[edited], edited) != edited
            wrong += ids[gone] in own and stranger != its[gone]
        shares[threshold] = wrong / max(1, 2 * len(texts) * max(1, turns // 10))
        mark = " (in use)" if threshold == used else ""
        print(f"| {threshold:.2f}{mark} | {right:,} | {wrong:,} | {missed:,} |")
    points.ALIKE = used
    return _held(shares, used)


def _held(shares: dict[float, float], used: float) -> bool:
    best = min((one for one in shares if shares[one] <= MOST_WRONG), default=None)
    print(f"\nLeast with at most {MOST_WRONG:.1%} wrong: {best}. In use: {used}.\n")
    return best is not None and used >= best


def _times(sizes: Sequence[int], seed: int) -> None:
    """Decks of which every card was reworded, the worst that can come."""
    print("| cards, all reworded | s | µs a card | met |\n| --- | --- | --- | --- |")
    for size in sizes:
        chance = random.Random(seed)
        words = [
            f"{a}{b}" for a in "ba ke li mo nu ra sti vo".split() for b in map(str.lower, CAPITALS)
        ]
        texts = [
            (
                f"Why is {' '.join(chance.sample(words, 4))}?",
                (" ".join(chance.choices(words, k=9)),),
            )
            for _ in range(size)
        ]
        known = [Known(_card(text, chance)) for text in texts]
        coming = [_card(_edited(text, chance), chance) for text in texts]
        began = time.perf_counter()
        found = update_of(coming, known, {}, _id_maker(chance), Manner())
        took = time.perf_counter() - began
        print(f"| {size:,} | {took:.1f} | {took / size * 1e6:.0f} | {len(found.met):,} |")


def _trial(deck: Sequence[Text], chance: random.Random) -> tuple[int, int, int, int]:
    """Right, wrong and missed cards of one deck, and how many of them were not plain."""
    order = chance.sample(range(len(deck)), len(deck))
    fourth = max(1, len(order) // 6)
    new, gone, edited = order[:fourth], order[fourth : 2 * fourth], order[2 * fourth : 4 * fourth]
    known = {n: _card(deck[n], chance) for n in sorted(order) if n not in new}
    coming = {
        n: _card(_edited(deck[n], chance) if n in edited else deck[n], chance)
        for n in sorted(order)
        if n not in gone
    }
    found = update_of(
        [*coming.values()], [Known(one) for one in known.values()], {}, _id_maker(chance), Manner()
    )
    became = {n: found.became.get(card.id) for n, card in coming.items() if n in edited or n in new}
    own = {n: known[n].id if n in known else None for n in became}
    right = sum(became[n] == own[n] for n in edited)
    missed = sum(became[n] is None for n in edited)
    wrong = sum(met is not None and met != own[n] for n, met in became.items())
    return right, wrong, missed, len(became)


def _decks(chance: random.Random) -> Iterator[list[Text]]:
    gold = _gold()
    yield gold
    yield [text for text in gold if text[0] is None] or gold
    for size in (4, 8, 15):
        yield chance.sample(gold, size)
    pairs = list(zip(CAPITALS[::2], CAPITALS[1::2], strict=True))
    for some in (pairs, chance.sample(pairs, 5)):
        yield [(f"What is the capital of {land}?", (town,)) for land, town in some]
        yield [(None, (f"The capital of {land} is {town}.",)) for land, town in some]


def _gold() -> list[Text]:
    found: dict[Text, None] = {}
    for path in sorted(GOLD.glob("answers_*.jsonl")):
        for line in path.read_text().splitlines():
            row = json.loads(line)
            found[row["front"], tuple(row["points"])] = None
            if row["front"] is None:
                found.update({(None, (point,)): None for point in row["points"]})
    return list(found)


def _edited(text: Text, chance: random.Random) -> Text:
    prompt, its = text
    place = chance.randrange(len(its))
    reworded = tuple(_reworded(one, chance) if n == place else one for n, one in enumerate(its))
    return (_reworded(prompt, chance) if prompt else None), reworded


def _reworded(text: str, chance: random.Random) -> str:
    edits: list[Callable[[str, random.Random], str]] = [_slip, _shorter, _longer, _swapped, _number]
    after = text
    for edit in chance.sample(edits, chance.choice((1, 2, 3))):
        after = edit(after, chance).strip() or after
    return after if after != text else f"{text} again"


def _slip(text: str, chance: random.Random) -> str:
    at = chance.randrange(max(1, len(text) - 1))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _shorter(text: str, chance: random.Random) -> str:
    words = text.split()
    if len(words) < 4:
        return text
    at = chance.randrange(len(words))
    return " ".join(words[:at] + words[at + max(1, len(words) // 5) :])


def _longer(text: str, chance: random.Random) -> str:
    words = text.split()
    at = chance.randrange(len(words) + 1)
    return " ".join([*words[:at], *chance.sample(_OTHER, 2), *words[at:]])


def _swapped(text: str, chance: random.Random) -> str:
    words = text.split()
    if len(words) < 4:
        return text
    words[chance.randrange(len(words))] = chance.choice(_OTHER)
    return " ".join(words)


def _number(text: str, chance: random.Random) -> str:
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    if not digits:
        return text
    at = chance.choice(digits)
    return f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"


def _id_maker(chance: random.Random) -> Callable[[], str]:
    return lambda: uuid7(1, chance.getrandbits(74))


def _card(text: Text, chance: random.Random) -> Card:
    make = _id_maker(chance)
    return Card(CardId(make()), text[0], tuple(Point(PointId(make()), one) for one in text[1]))


if __name__ == "__main__":
    sys.exit(main())
