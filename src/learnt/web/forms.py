"""From the fields of a form to a card. What the form does not show is kept as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from learnt.deck import Card, Direction, Point
from learnt.deck.tidy import tidy
from learnt.ids import CardId, MakeId, PointId
from learnt.web.asked import Asked, WrongField

_LONGEST = 4_000_000  # letters of a card as JSON; its texts are bounded one by one
_NO_POINT = "A card needs at least one point. Write what the answer must say."


def card_from(asked: Asked, before: Card | None, make_id: MakeId) -> Card:
    """The card that the fields describe, over the one there was. Raises UsageError."""
    points = _points(asked, before, make_id)
    if not points:
        raise WrongField("point", _NO_POINT)
    both = tuple(Direction) if asked.text("both") else (Direction.FORWARD,)
    if before is not None and before.directions == (Direction.BACKWARD,) and len(both) == 1:
        both = before.directions  # the form cannot say it, so it must not take it away
    wrong = before.wrong_options if before is not None else ()
    if "wrong" in asked.form:
        wrong = tuple(asked.text("wrong").split("\n"))
    card = before or Card(CardId(make_id()), None, points)
    return replace(
        card,
        prompt=asked.text("prompt") or None,
        points=points,
        ordered=bool(asked.text("ordered")),
        directions=both,
        wrong_options=wrong,
        hint=asked.text("hint") or None,
        note=asked.text("note") or None,
    )


def shown_by(card: Card) -> str:
    """The card as a form carries it, to tell what was changed in the form from what was not."""
    return msgspec.json.encode(card).decode()


def shown_in(asked: Asked) -> Card | None:
    """The card that the form showed; None where it does not say."""
    try:
        return msgspec.json.decode(asked.text("shown", _LONGEST), type=Card)
    except msgspec.MsgspecError:
        return None


def empty_card() -> dict[str, object]:
    """What the fields of a card not yet written show."""
    return _fields("", [], "", "", "", ordered=False, both=False)


def written_card(asked: Asked) -> dict[str, object]:
    """What the fields of a card that was refused show: all that was written, as it was."""
    ids = asked.texts("point_id")
    points = [
        {"id": ids[place] if place < len(ids) else "", "text": text}
        for place, text in enumerate(asked.texts("point"))
        if text.strip()
    ]
    texts = [(asked.texts(name) or [""])[0] for name in ("prompt", "wrong", "hint", "note")]
    both, ordered = bool(asked.texts("both")), bool(asked.texts("ordered"))
    return _fields(texts[0], points, *texts[1:], ordered=ordered, both=both)


def _fields(
    prompt: str,
    points: Sequence[Mapping[str, str]],
    wrong: str,
    hint: str,
    note: str,
    *,
    ordered: bool,
    both: bool,
) -> dict[str, object]:
    return {
        "prompt": prompt,
        "points": points,
        "wrong_options": wrong.split("\n") if wrong else (),
        "hint": hint,
        "note": note,
        "ordered": ordered,
        "directions": tuple(Direction) if both else (Direction.FORWARD,),
    }


def _points(asked: Asked, before: Card | None, make_id: MakeId) -> tuple[Point, ...]:
    """A point for each text that is not empty, under the id it had."""
    known = {point.id: point for point in before.points} if before else {}
    found = []
    ids = asked.texts("point_id")
    for place, text in enumerate(asked.texts("point")):
        if not tidy(text):
            continue
        old = known.pop(PointId(ids[place] if place < len(ids) else ""), None)
        found.append(replace(old, text=text) if old else Point(PointId(make_id()), text))
    return tuple(found)
