"""Drafts to values: ids are given out, values judged, and what is no card becomes a problem."""

from learnt.deck.card import Card, Point
from learnt.deck.deck import Deck
from learnt.deck.plain import advice, values
from learnt.deck.plain.drafts import CardDraft, DeckDraft, PointDraft, Problems
from learnt.deck.tidy import tidy
from learnt.ids import CardId, DeckId, MakeId, PointId


class _Ids:
    """Gives each thing the id it was written with, or a new one."""

    def __init__(self, make_id: MakeId, problems: Problems) -> None:
        self._make_id = make_id
        self._problems = problems
        self._seen: dict[str, int] = {}

    def repeated(self, identifier: str | None) -> bool:
        return identifier in self._seen

    def take(self, identifier: str | None, number: int, *, quiet: bool = False) -> str:
        """The id for what stands on line `number`; `quiet` where the copy was listed already."""
        if identifier is None or self.repeated(identifier):
            if identifier is not None and not quiet:
                self._problems.add(number, advice.id_twice(self._seen[identifier]))
            identifier = self._make_id()
        self._seen.setdefault(identifier, number)
        return identifier


def build(draft: DeckDraft, problems: Problems, make_id: MakeId) -> Deck:
    """The deck that a draft amounts to. Ids are made in the order of the page."""
    ids = _Ids(make_id, problems)
    fields = values.filled(draft.fields, problems)
    if draft.title_line is None:
        problems.add(1 if draft.cards else None, advice.NO_TITLE)
    elif not tidy(draft.title):
        problems.add(draft.title_line, advice.EMPTY_TITLE)
    identifier = DeckId(ids.take(draft.id, draft.title_line or 1))
    cards = [card for each in draft.cards if (card := _card(each, problems, ids)) is not None]
    return Deck(
        id=identifier,
        title=draft.title,
        cards=tuple(cards),
        question=values.text_of(values.only(fields, "question", problems)),
        tags=values.tags(fields),
        source=values.text_of(values.only(fields, "source", problems)),
    )


def _card(draft: CardDraft, problems: Problems, ids: _Ids) -> Card | None:
    points = [point for point in draft.points if _says_something(point, problems)]
    if not points:
        if not draft.bare:
            _left_out(draft, problems)
        return None
    fields = values.filled(draft.fields, problems)
    prompt = tidy("\n".join(draft.prompt)) or None
    ask = values.only(fields, "ask", problems)
    if ask is not None and prompt is None:
        problems.add(ask.number, advice.NOTHING_TO_ASK_FOR)
        ask = None
    copied = ids.repeated(draft.id)
    return Card(
        id=CardId(ids.take(draft.id, draft.number)),
        prompt=prompt,
        points=tuple(_point(point, problems, ids, copied=copied) for point in points),
        ordered=not draft.bare and _ordered(points, problems),
        directions=values.directions(ask, problems),
        wrong_options=values.texts(fields, "wrong"),
        hint=values.joined(fields, "hint"),
        note=values.joined(fields, "note"),
        tags=values.tags(fields),
        media=values.texts(fields, "media"),
        source_lines=values.source_lines(values.only(fields, "lines", problems), problems),
        confidence=values.confidence(values.only(fields, "confidence", problems), problems),
    )


def _left_out(draft: CardDraft, problems: Problems) -> None:
    """List every line of a card without a point: nothing is lost without a word."""
    problems.add(draft.number, advice.NO_POINT)
    parts = [(draft.number + 1, draft.prompt[1:])]
    parts += [(each.number, each.lines) for each in draft.fields if each.number != draft.number]
    for first, lines in parts:
        for number, line in enumerate(lines, first):
            if line.strip():
                problems.add(number, advice.NO_POINT_ABOVE)


def _says_something(draft: PointDraft, problems: Problems) -> bool:
    if any(tidy(line) for line in draft.lines):
        return True
    problems.add(draft.number, advice.EMPTY_POINT)
    return False


def _point(draft: PointDraft, problems: Problems, ids: _Ids, *, copied: bool) -> Point:
    fields = values.filled(draft.fields, problems)
    return Point(
        id=PointId(ids.take(draft.id, draft.number, quiet=copied)),
        text="\n".join(draft.lines),
        accepted=values.texts(fields, "also"),
        refused=values.texts(fields, "not"),
        weight=values.weight(values.only(fields, "weight", problems), problems),
    )


def _ordered(points: list[PointDraft], problems: Problems) -> bool:
    """Whether the order of the points is part of the answer: all of them are numbered."""
    odd = next((point for point in points if point.numbered != points[0].numbered), None)
    if odd is not None:
        problems.add(odd.number, advice.SOME_NUMBERED)
    return odd is None and points[0].numbered
