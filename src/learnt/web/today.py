"""The first page: what is due, what was done, what to do next, and how it goes."""

from collections.abc import Mapping

from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import Collection
from learnt.journal import Activity
from learnt.plan import DueForecast, Left
from learnt.plots import Figure, calendar_map, due_forecast, retention
from learnt.web.asked import Asked
from learnt.web.examples import example_titles
from learnt.web.face import Face, endpoint
from learnt.web.taking import waiting_files
from learnt.words import count, span

DECKS_A_PAGE = 60
_LATELY = 14


def routes(face: Face) -> list[Route]:
    """The route of the first page."""
    return [Route("/", endpoint(face, show), name="today")]


def show(face: Face, asked: Asked) -> Response:
    """Today; an invitation to paste where there is no deck."""
    return shown(face, asked, 200, {})


def shown(face: Face, asked: Asked, status: int, wrong: Mapping[str, str]) -> Response:
    """The page, with what is wrong in its form of a new deck."""
    collection = face.collection
    decks = collection.decks()
    if not decks:
        examples, drafts = example_titles(), collection.drafts()[:3]
        files = waiting_files(face)[:3]
        return face.page(
            asked,
            "today.html",
            status,
            decks=(),
            wrong={},
            examples=examples,
            drafts=drafts,
            files=files,
        )
    page = asked.page_number()
    left = collection.left()
    activity, forecast = collection.activity(), collection.forecast_due()
    headline, following = _words(left, activity, forecast)
    return face.page(
        asked,
        "today.html",
        status,
        wrong=wrong,
        title=(asked.texts("title") or [""])[0],
        decks=decks[(page - 1) * DECKS_A_PAGE : page * DECKS_A_PAGE],
        page=page,
        more_decks=-(-len(decks) // DECKS_A_PAGE) if len(decks) > DECKS_A_PAGE else 0,
        reviews=left.reviews,
        new=left.new,
        headline=headline,
        next=following,
        done=activity.days[-1],
        drafts=collection.drafts()[:3],
        files=waiting_files(face)[:3],
        figures=figures(collection, activity, forecast),
    )


def figures(collection: Collection, activity: Activity, forecast: DueForecast) -> list[Figure]:
    """The three pictures of the page."""
    target = collection.learner.settings.desired_retention
    return [calendar_map(activity), due_forecast(forecast), retention(activity, target)]


def _words(left: Left, activity: Activity, forecast: DueForecast) -> tuple[str, str]:
    """What there is to do today, and what to do next."""
    cards = left.reviews + left.new
    if cards:
        new = count(left.new, "new card")
        words = f"{count(left.reviews, 'card')} to review"
        if left.new:
            words = f"{words} and {left.new:,} new" if left.reviews else new
        return words, _pace(cards, activity)
    if left.returning:
        return (
            "Nothing more for now",
            f"{count(left.returning, 'card')} will come back later today.",
        )
    tomorrow = forecast.due[1] if len(forecast.due) > 1 else 0
    rest = f"{count(tomorrow, 'card')} will be due tomorrow." if tomorrow else "Rest well."
    return "All done for today", rest


def _pace(cards: int, activity: Activity) -> str:
    """How long that takes, by the answers of the last two weeks."""
    lately = activity.days[-_LATELY:]
    answers = sum(day.answers for day in lately)
    took = sum(day.duration_ms for day in lately)
    if not answers or not took:
        return "Every answer is saved before the next question comes."
    return f"About {span(round(cards * took / answers))} at your pace."
