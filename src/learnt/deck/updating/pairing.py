"""Which card of a deck each card of a source is: by id, then text, then prompt, then likeness."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence

from learnt.deck.card import Card
from learnt.deck.tidy import same_text
from learnt.deck.updating.keys import key_of
from learnt.deck.updating.likeness import alike
from learnt.ids import is_named

ALIKE = 0.65
"""Cards whose texts are at least this alike may be one, reworded; see `benchmarks/updating.py`."""

_NUMBER = re.compile(r"\d+")

Wordings = Sequence[Card]
"""What a card that is there says, as its sources said it first and as it is now last."""


def paired(theirs: Sequence[Card], known: Sequence[Wordings], *, by_ids: bool) -> dict[int, int]:
    """Places in `theirs`, and the places in `known` of the cards that they are.

    Each card is met at most once. `by_ids` says that what comes in was here before and is known by
    its ids alone. Among cards that say the same, the order decides; else it does not matter.
    """
    pairs: dict[int, int] = {}
    _pair(pairs, theirs, known, lambda card: card.id)
    if by_ids:
        return pairs
    _pair(pairs, theirs, known, key_of)
    _pair_by_prompt(pairs, theirs, known)
    _pair_by_likeness(pairs, theirs, known)
    return pairs


def _pair(
    pairs: dict[int, int],
    theirs: Sequence[Card],
    known: Sequence[Wordings],
    key: Callable[[Card], Hashable],
) -> None:
    """By a key: what the sources said comes before what stands there now."""
    for of in (slice(0, -1), slice(-1, None)):
        left = [place for place in range(len(theirs)) if place not in pairs]
        if not left:
            return
        taken = set(pairs.values())
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for place, wordings in enumerate(known):
            if place not in taken:
                for one in {key(card) for card in wordings[of]}:
                    waiting[one].append(place)
        for place in left:
            places = waiting.get(key(theirs[place]))
            while places and places[0] in taken:  # it was met under another of its wordings
                places.popleft()
            if places:
                pairs[place] = places.popleft()
                taken.add(pairs[place])


def _pair_by_prompt(
    pairs: dict[int, int], theirs: Sequence[Card], known: Sequence[Wordings]
) -> None:
    """By a prompt that no other card has, on the one side or on the other."""
    asked = Counter(_prompts([[card] for card in theirs]))
    there = Counter(_prompts(known))
    taken = set(pairs.values())
    places = {
        prompt: place
        for place, wordings in enumerate(known)
        if place not in taken
        for prompt in _prompts([wordings])
        if there[prompt] == 1
    }
    for place, card in enumerate(theirs):
        prompt = _prompt(card)
        if place in pairs or prompt is None or asked[prompt] > 1:
            continue
        found = places.get(prompt)
        if found is not None and found not in taken:
            pairs[place] = found
            taken.add(found)


def _pair_by_likeness(
    pairs: dict[int, int], theirs: Sequence[Card], known: Sequence[Wordings]
) -> None:
    taken = set(pairs.values())
    these = [place for place in range(len(theirs)) if place not in pairs]
    those = [place for place in range(len(known)) if place not in taken]
    if not these or not those:
        return
    beside = [_text(theirs[place]) for place in pairs]
    beside += [_text(known[place][0]) for place in taken]
    found = alike(
        [_text(theirs[place]) for place in these],
        [_text(known[place][0]) for place in those],
        ALIKE,
        beside,
        lambda one, other: _may_be_one(theirs[these[one]], known[those[other]][0]),
    )
    pairs.update((these[one], those[other]) for one, other in found.items())


def _may_be_one(one: Card, other: Card) -> bool:
    """Whether nothing tells them apart.

    Numbers in their prompts do (page 7 is not page 8), and ids that were made of two names.
    """
    if is_named(one.id) and is_named(other.id):
        return False
    numbers, its = (sorted(_NUMBER.findall(card.prompt or "")) for card in (one, other))
    return numbers == its or key_of(one)[1] == key_of(other)[1]


def _prompts(cards: Iterable[Wordings]) -> Iterable[str]:
    """The prompts of each card, those of its several wordings once."""
    for wordings in cards:
        yield from {prompt for card in wordings if (prompt := _prompt(card)) is not None}


def _prompt(card: Card) -> str | None:
    return same_text(card.prompt) if card.prompt else None


def _text(card: Card) -> str:
    return f"{card.prompt or ''}\n{card.back}"
