"""How short points stand in an answer."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from learnt.deck import Point
from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word, words_of
from learnt.facts.values import Date, NameKind, Span
from learnt.journal import VerdictKind
from learnt.marking.likeness import is_misspelt
from learnt.marking.reading import Read, Reference
from learnt.marking.short.formulas import formula_in, is_formula
from learnt.marking.short.items import Item, is_hedged, is_unknown, items_of, without_denied
from learnt.marking.short.terms import is_short, may_tell
from learnt.marking.short.values import (
    date_verdict,
    is_date,
    is_number,
    number_verdict,
    with_centuries,
)
from learnt.marking.short.wordings import bare, wordings
from learnt.marking.verbs import verbs_in

_RANGE = re.compile(r"\d\s*[-–—]\s*\d")
_TITLES = frozenset(
    "sir lord lady dr doctor mr mrs ms miss madame president king queen emperor general professor "
    "prof saint st chancellor minister pope prince princess captain admiral scientist".split()
)
"""Words before a surname that are no first names."""
_SORTS = frozenset(
    "ocean sea river lake bay gulf desert mountains war battle treaty pact island islands act law "
    "party council revolution republic union empire kingdom city state theory effect cell cells "
    "system age period century street wall plan crisis day".split()
)
"""Last words of names that are no surnames."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a short point stands: the kind, and the words of the answer that decide it."""

    kind: VerdictKind
    span: Span | None = None


def stands(
    points: Sequence[Point],
    read: Read,
    lexicon: Lexicon,
    dates_of: Callable[[str], tuple[Date, ...]],
    *,
    ordered: bool,
) -> tuple[Stand | None, ...]:
    """How each point stands; None for one that is a statement.

    One that may be a statement is short where the answer has it as it stands.
    """
    both = [
        (point, references[0]) for point, references in zip(points, read.references, strict=True)
    ]
    short = [is_short(*one, lexicon) for one in both]
    judge = _Judge(read, lexicon, all(short), dates_of)
    found = _spent(
        [judge.stand(*one) if is_ else None for one, is_ in zip(both, short, strict=True)]
    )
    found = [
        None
        if one
        and one.kind is not VerdictKind.COVERED
        and may_tell(*asked, lexicon, listed=all(short))
        else one
        for asked, one in zip(both, found, strict=True)
    ]
    if ordered and all(one is not None for one in found):
        return _in_order([one for one in found if one is not None])
    return tuple(found)


@dataclass(frozen=True)
class _Judge:
    read: Read
    lexicon: Lexicon
    all_short: bool
    dates_of: Callable[[str], tuple[Date, ...]]

    def stand(self, point: Point, reference: Reference) -> Stand:
        """One point against the whole answer, its items and its values."""
        answer = self.read.answer.text
        if is_unknown(answer):
            return Stand(VerdictKind.MISSING)
        plain = without_denied(answer)
        facts = self.read.answer.facts
        hedged = is_hedged(plain)
        if date := is_date(reference.told.facts):
            full = with_centuries(plain, date.edtf)
            said = tuple(
                one
                for one in (facts.dates if full == answer else self.dates_of(full))
                if full[one.span.start : one.span.end].strip()
            )
            kind = date_verdict(date, said)
            hedged = hedged and len(said) > 1
            return self._told(kind, said[0].span if said else None, hedged=hedged)
        if number := is_number(reference.told.facts):
            kind = number_verdict(number, replace(facts, text=plain), self.lexicon.numbers)
            choice = hedged or bool(_RANGE.search(plain) and not _RANGE.search(point.text))
            return self._told(kind, hedged=choice)
        return self._state(reference, plain) or self._words(point, plain, hedged=hedged)

    def _state(self, reference: Reference, plain: str) -> Stand | None:
        """A state that is the whole point, by any of its names: the Germans."""
        told = reference.told
        wanted = {
            one.name
            for one in told.facts.names
            if one.kind is NameKind.STATE and 2 * len(one.span.of(told.text)) > len(told.text)
        }
        named = [one for one in self.read.answer.facts.names if one.kind is NameKind.STATE]
        said = [one for one in named if plain[one.span.start : one.span.end].strip()]
        if len(said) != 1 or said[0].name not in wanted or len(items_of(plain)) > 1:
            return None
        return Stand(VerdictKind.COVERED, said[0].span)

    def _told(self, kind: VerdictKind, span: Span | None = None, *, hedged: bool) -> Stand:
        """A value: one of two that the answer leaves a choice of earns nothing."""
        if kind is VerdictKind.COVERED and hedged:
            return Stand(VerdictKind.MISSING)
        return Stand(kind, span or Span(0, len(self.read.answer.text)))

    def _words(self, point: Point, plain: str, *, hedged: bool) -> Stand:
        texts = wordings(point)
        whole = Item(plain.strip(), Span(0, len(plain)))
        items = items_of(plain)
        for item in (whole, *items):
            if any(self._is(item, text) for text in texts):
                return self._hedge(item, items, texts, hedged=hedged)
        if any(
            is_formula(text) and formula_in(text, item.text)
            for text in texts
            for item in (whole, *items)
        ):
            hit = next((one for one in items if any(formula_in(t, one.text) for t in texts)), whole)
            return self._hedge(hit, items, texts, hedged=hedged)
        for item in (*items, whole):
            if any(self._says(item, text) for text in texts if not is_formula(text)):
                return self._hedge(item, items, texts, hedged=hedged)
        if any(is_formula(text) for text in texts) and is_formula(plain.strip()):
            return Stand(VerdictKind.CONFLICT, whole.span)
        another = len(items) == 1 and self.all_short and self._is_term(items[0])
        return Stand(
            VerdictKind.CONFLICT if another else VerdictKind.MISSING,
            whole.span if another else None,
        )

    def _is(self, item: Item, text: str) -> bool:
        """Whether an item is a wording, or the sign of it (N for newton)."""
        own, said = bare(text), bare(item.text)
        long = self.lexicon.initials  # carbon dioxide for CO2
        if any(bare(" ".join(long.get(a, ()))) == b != "" for a, b in ((own, said), (said, own))):
            return True
        if is_formula(text):
            return False
        same = bool(bare(text)) and bare(item.text) == bare(text)
        signs = self.lexicon.signs.get(item.text.strip(". "), ())
        initial = self._only_letters and item.text.lower() == bare(text)[:1]
        return same or bare(text) in signs or initial

    @cached_property
    def _only_letters(self) -> bool:
        """Whether the answer is a list of single letters."""
        letters = [one.text for one in items_of(self.read.answer.text)]
        return len(letters) > 2 and all(len(one) == 1 for one in letters)

    def _hedge(
        self, item: Item, items: Sequence[Item], texts: Sequence[str], *, hedged: bool
    ) -> Stand:
        """Covered, unless the answer leaves a choice between this and something else."""
        others = [
            one
            for one in items
            if not item.span.covers(one.span) and not any(self._says(one, t) for t in texts)
        ]
        if hedged and others:
            return Stand(VerdictKind.MISSING)
        return Stand(VerdictKind.COVERED, item.span)

    def _says(self, item: Item, text: str) -> bool:
        """Whether an item has all the words of a wording; of a person, the surname will do."""
        wanted = [word for word in words_of(text, self.lexicon) if word.weight > 0]
        said = list(words_of(item.text, self.lexicon))
        if not wanted:
            return bool(bare(text)) and bare(text) in bare(item.text)
        if is_initials(item.text, text):
            return True
        if all(any(self._same(one, two) for two in said) for one in wanted):
            return True
        person = 2 <= len(text.split()) <= 3 and all(word[0].isupper() for word in text.split())
        return person and any(self._is_surname(wanted, said, n) for n in range(len(said)))

    def _is_surname(self, wanted: Sequence[Word], said: Sequence[Word], place: int) -> bool:
        """Whether a word is the surname that will do for a person, with no other first name.

        Marie Curie is Curie and Madame Curie, not Pierre Curie; no ocean is the Pacific Ocean.
        """
        if wanted[-1].low in _SORTS or not self._same(wanted[-1], said[place]):
            return False
        before = said[place - 1] if place else None
        if before is None or before.weight == 0 or before.low in _TITLES:
            return True
        verb = id(before) in verbs_in(said, self.lexicon)
        first = wanted[0].low
        return verb or self._same(wanted[0], before) or (before.low == first[0])

    def _same(self, wanted: Word, said: Word) -> bool:
        if wanted.number or said.number:
            return wanted.stem == said.stem
        if wanted.low == said.low or (wanted.stem == said.stem and len(wanted.stem) > 3):
            return True
        if said.stem in self.lexicon.opposites.get(wanted.stem, ()):
            return False
        return len(wanted.low) > 4 and is_misspelt(said.low, wanted.low, self.lexicon)

    def _is_term(self, item: Item) -> bool:
        """Whether an item names another thing of some kind, rather than going round it."""
        words = [word for word in words_of(item.text, self.lexicon) if word.weight > 0]
        return 0 < len(words) <= 3


def is_initials(item: str, text: str) -> bool:
    """Whether an item is the initials of a wording, or the wording those of the item."""
    short, long = item.replace(".", "").replace(" ", ""), text
    if len(short) > len(long):
        short, long = long.replace(".", "").replace(" ", ""), item
    words = [word for word in long.replace("-", " ").split() if word]
    main = [word for word in words if word[0].isupper() or len(word) > 3]
    if not 2 <= len(short) <= 6 or len(words) < 2:
        return False
    return short.lower() in {"".join(w[0] for w in kept).lower() for kept in (words, main)}


def _spent(found: Sequence[Stand | None]) -> list[Stand | None]:
    """Words that say one point are no wrong answer to the others."""
    good = [one.span for one in found if one and one.kind is VerdictKind.COVERED and one.span]
    return [
        Stand(VerdictKind.MISSING)
        if one
        and one.kind is VerdictKind.CONFLICT
        and one.span
        and any(one.span.meets(span) for span in good)
        else one
        for one in found
    ]


def _in_order(found: Sequence[Stand]) -> tuple[Stand, ...]:
    """Points that were said, but in another place than their own, are in conflict."""
    said = [n for n, one in enumerate(found) if one.kind is VerdictKind.COVERED and one.span]
    by_place = sorted(said, key=lambda n: (found[n].span or Span(0, 0)).start)
    wrong = {here for here, there in zip(said, by_place, strict=True) if here != there}
    return tuple(
        replace(one, kind=VerdictKind.CONFLICT) if n in wrong else one
        for n, one in enumerate(found)
    )
