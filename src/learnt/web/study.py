"""The pages of a sitting: ask, show, weigh, answer, undo, set aside, and the summary."""

import json
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from learnt.clock import StudyDay, study_day
from learnt.collection import Given, Look, Scope
from learnt.deck import Direction
from learnt.deck.tidy import tidy
from learnt.errors import NotFound, Overtaken
from learnt.ids import CardId, EventId, is_id
from learnt.journal import Rating, Review, proposed_rating
from learnt.practice import Sitting
from learnt.web.asked import Asked
from learnt.web.face import TOLD, Face, endpoint, go
from learnt.web.on_table import OnTable

_TEMPLATE = "study.html"
_LONGEST_MS = 86_400_000
_STILL_OPEN = "Nothing is saved yet: say yes or no where it is asked, or choose a rating yourself."


def routes(face: Face) -> list[Route]:
    """The routes of a sitting."""
    return [
        Route("/study", endpoint(face, show), name="study"),
        Route("/study/show", endpoint(face, turn), methods=["POST"]),
        Route("/study/weigh", endpoint(face, weigh), methods=["POST"]),
        Route("/study/answer", endpoint(face, answer), methods=["POST"]),
        Route("/study/undo", endpoint(face, undo), methods=["POST"]),
        Route("/study/aside", endpoint(face, aside), methods=["POST"]),
    ]


def show(face: Face, asked: Asked) -> Response:
    """The question that is next, or the summary where nothing is left."""
    if not asked.query("since"):
        return _on(face, asked, Scope(face.collection.now(), _deck(asked), _practises(asked)))
    scope = _scope(face, asked)
    sitting = face.sittings.get(scope, _today(face))
    if sitting is None or not face.sittings.was_handed_over(scope):
        sitting = face.collection.resume(scope)
    card, direction = asked.query("card"), asked.query("direction")
    if card and direction in set(Direction):
        sitting = face.collection.put(sitting, CardId(card), Direction(direction))
    else:
        sitting = face.collection.next(sitting)
    undone = asked.query("undone")
    begun = face.collection.written_in(EventId(undone)) if is_id(undone) else ""
    return _table(face, asked, scope, sitting, begun=begun)


def turn(face: Face, asked: Asked) -> Response:
    """The card turned over: its points to tick, as marking proposes, and the ratings."""
    return _turned(face, asked)


def _turned(face: Face, asked: Asked, told: str | None = None) -> Response:
    scope = _scope(face, asked)
    table = OnTable.of(asked)
    try:
        look = _look(face, asked, table)
    except NotFound:
        return _next_instead(face, asked, scope, table, "This card was deleted in the meantime.")
    values = _shared(face, scope) | {
        "look": look,
        "table": table,
        "said": look.said or frozenset(),
        "told": told or look.problem,
        "last": asked.text("last") if is_id(asked.text("last")) else None,
        "answer": tidy(asked.text("answer")),
    }
    if asked.partly:
        return face.part("answer.html", **values)
    return face.page(asked, _TEMPLATE, phase="answer", **values)


def weigh(face: Face, asked: Asked) -> Response:
    """The ratings anew, after a point was ticked."""
    table = OnTable.of(asked)
    return face.part("ratings.html", look=_look(face, asked, table))


def answer(face: Face, asked: Asked) -> Response:
    """Save the answer, then the next question: never the other way round."""
    scope = _scope(face, asked)
    table = OnTable.of(asked)
    rating = asked.number("rating", 0, 4)
    if asked.text("again"):
        return turn(face, asked)
    if table.open and not rating:  # nothing can be proposed yet, so nothing is taken
        return _turned(face, asked, _STILL_OPEN)
    given = Given(
        event=EventId(asked.id("event")),
        card=table.card,
        direction=table.direction,
        asked=table.asked,
        rating=Rating(rating) if rating else _proposed(face, table),
        shown=table.shown,
        said=table.said,
        answer=asked.text("answer"),
        duration_ms=asked.number("worked", 0, _LONGEST_MS),
        proposed=table.proposed,
        unsettled=table.open,
    )
    sitting = face.sittings.get(scope, _today(face)) or face.collection.resume(scope)
    try:
        sitting = face.collection.give(sitting, given)
    except Overtaken as error:
        return _next_instead(face, asked, scope, table, str(error))
    face.sittings.forget()  # the other sittings have not seen this answer
    face.sittings.put(scope, _today(face), sitting)
    if not asked.partly:
        face.sittings.hand_over(scope)
        return _on(face, asked, scope)
    return _kept(table, _table(face, asked, scope, sitting, last=given.event))


def undo(face: Face, asked: Asked) -> Response:
    """Take an answer back, once; its card is on the table again, with what was written."""
    scope = _scope(face, asked)
    event = face.collection.undo(EventId(asked.id("event")))
    face.changed()
    if event is None:
        return _on(face, asked, scope, told="nothing")
    direction = event.direction if isinstance(event, Review) else Direction.FORWARD
    if not asked.partly:
        of = {"card": event.card, "direction": direction.value, "undone": event.id}
        return _on(face, asked, scope, told="undone", **of)
    sitting = face.collection.put(face.collection.resume(scope), event.card, direction)
    begun = event.answer or "" if isinstance(event, Review) else ""
    return _table(face, asked, scope, sitting, told=TOLD["undone"], begun=begun)


def aside(face: Face, asked: Asked) -> Response:
    """Set the card on the table aside, until tomorrow or for good."""
    scope = _scope(face, asked)
    card = CardId(asked.id("card"))
    until_tomorrow = asked.text("until") == "tomorrow"
    hold = face.collection.bury(card) if until_tomorrow else face.collection.suspend(card)
    face.changed()
    if not asked.partly:
        return _on(face, asked, scope, told="aside")
    told = "Left for tomorrow." if until_tomorrow else "Set aside. Its deck’s page brings it back."
    sitting = face.collection.next(face.collection.resume(scope))
    return _table(face, asked, scope, sitting, told=told, last=hold.id)


def _look(face: Face, asked: Asked, table: OnTable) -> Look:
    typed = asked.text("answer")
    return face.collection.look(table.card, table.direction, table.said, typed, table.settled)


def _proposed(face: Face, table: OnTable) -> Rating:
    """The rating that was marked on the page, and taken with one key."""
    if table.said is None or (len(table.shown) < 2 and not table.proposed):
        return Rating.GOOD
    _, card = face.collection.card(table.card)
    return proposed_rating(card.asked(table.direction), table.said)


def _table(
    face: Face,
    asked: Asked,
    scope: Scope,
    sitting: Sitting,
    *,
    last: EventId | None = None,
    told: str | None = None,
    begun: str = "",
    lost: str = "",
) -> Response:
    """The question on the table, or the summary.

    `begun` is an answer to go on with, `lost` one that has no card any more and is shown.
    """
    if last is None:
        event = face.collection.last_event()
        last = event.id if event else None
    face.sittings.put(scope, _today(face), sitting)
    phase = "question" if sitting.exercise else "finished"
    if sitting.exercise:
        face.collection.marker.warm()
    values = _shared(face, scope) | {"sitting": sitting, "last": last, "told": told}
    values |= {"begun": begun, "lost": tidy(lost)}
    if phase == "finished":
        values["decks"] = bool(face.collection.titles())
    if asked.partly:
        return face.part(f"{phase}.html", **values)
    return face.page(asked, _TEMPLATE, phase=phase, **values)


def _shared(face: Face, scope: Scope) -> dict[str, Any]:
    return {"scope": scope, "Rating": Rating, "model": face.collection.model}


def _next_instead(face: Face, asked: Asked, scope: Scope, table: OnTable, told: str) -> Response:
    """What was asked is no longer to be answered: say why, show what was written, and go on."""
    face.changed()
    sitting = face.collection.next(face.collection.resume(scope))
    response = _table(face, asked, scope, sitting, told=told, lost=asked.text("answer"))
    return _kept(table, response)


def _kept(table: OnTable, response: Response) -> Response:
    """Tells the page that it need not keep this card's answer any longer."""
    kept = {"card": table.card, "direction": table.direction.value}
    response.headers["HX-Trigger"] = json.dumps({"answer-kept": kept})
    return response


def _on(face: Face, asked: Asked, scope: Scope, told: str = "", **query: str) -> Response:
    """Send the browser to the sitting's own address."""
    query["since"] = str(scope.since)
    if scope.deck:
        query["deck"] = scope.deck
    if scope.practise:
        query["practise"] = "1"
    if asked.partly:
        sitting = face.collection.next(face.collection.resume(scope))
        return _table(face, asked, scope, sitting, told=TOLD.get(told))
    return go("/study", told, **query)


def _scope(face: Face, asked: Asked) -> Scope:
    since = asked.instant("since")
    return Scope(since or face.collection.now(), _deck(asked), _practises(asked))


def _deck(asked: Asked) -> str | None:
    return asked.text("deck") or None


def _practises(asked: Asked) -> bool:
    return asked.text("practise") == "1"


def _today(face: Face) -> StudyDay:
    return study_day(face.collection.now(), face.collection.learner.settings.time_zone)
