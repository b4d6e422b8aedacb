"""A draft's page is read again as the learner says; what they edited stays. Values only."""

from dataclasses import replace

from learnt.collection.carrying import carried, without_doubles
from learnt.collection.draft import Draft
from learnt.deck import Card, Point
from learnt.deck.tidy import same_text
from learnt.ids import MakeId, PointId
from learnt.sources import OF_PAGES, Correction, Reading, Said, change_of, of_line


def corrected(draft: Draft, reading: Reading, one: Correction, make_id: MakeId) -> Draft:
    """The draft with its page read again after one thing more, or one less, was said of it."""
    about = one.line if one.said not in OF_PAGES else None
    joins = one.said is Said.JOIN and one in reading.corrections
    draft = _joined(draft, one.line or 0, make_id) if joins else draft
    draft = _edits_changed(draft, one, make_id)
    after = carried(draft, without_doubles(draft, reading, about), make_id, about)
    cut = one.said in (Said.SPLIT, Said.JOIN) and not joins
    return _said_once(after, one.line or 0) if cut else after


def _joined(draft: Draft, line: int, make_id: MakeId) -> Draft:
    """Of two cards that are joined, what the learner made of either of them is joined, too."""
    cards = list(draft.deck.cards)
    place = next(iter(of_line(cards, line)), 0)
    before = next((at for at in reversed(range(place)) if cards[at].source_lines), None)
    if before is None or not {cards[before].id, cards[place].id} & draft.changed:
        return draft
    first, second = cards[before], cards[place]
    lines = (first.source_lines, second.source_lines)
    if lines[0] is None or lines[1] is None or second.id in draft.dropped:
        return draft
    asked = (Point(PointId(make_id()), second.prompt),) if second.prompt else ()
    cards[before] = replace(
        first,
        points=(*first.points, *asked, *second.points),
        source_lines=(lines[0][0], max(lines[0][1], lines[1][1])),
    )
    del cards[place]
    changed = (draft.changed | {first.id}) - {second.id}
    return replace(draft, deck=replace(draft.deck, cards=tuple(cards)), changed=changed)


def _said_once(draft: Draft, line: int) -> Draft:
    """An edited card loses the points that begin a card of their own now."""
    cards = list(draft.deck.cards)
    told = {
        same_text(text)
        for card in cards
        if card.source_lines and card.source_lines[0] == line
        for text in (card.prompt or "", *(point.text for point in card.points))
    }
    for place, card in enumerate(cards):
        own = _is_edited(draft, card) and card.source_lines and card.source_lines[1] < line
        kept = tuple(point for point in card.points if same_text(point.text) not in told)
        if own and kept:
            cards[place] = replace(card, points=kept)
    return replace(draft, deck=replace(draft.deck, cards=tuple(cards)))


def _edits_changed(draft: Draft, one: Correction, make_id: MakeId) -> Draft:
    """What is said of a card's sides holds for what the learner made of it, too.

    Of a whole page of statements it does not: what was edited is how they want it.
    """
    change = change_of(one)
    if change is None or (one.said is Said.STATEMENTS and one.line is None):
        return draft
    cards = list(draft.deck.cards)
    places = range(len(cards)) if one.line is None else of_line(cards, one.line)
    for place in places:
        if _is_edited(draft, cards[place]):
            cards[place] = change(cards[place], draft.reading.lines, make_id)
    return replace(draft, deck=replace(draft.deck, cards=tuple(cards)))


def _is_edited(draft: Draft, card: Card) -> bool:
    return card.id in draft.changed and card.source_lines is not None
