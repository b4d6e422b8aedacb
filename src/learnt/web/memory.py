"""The Memory page: how well answers are foreseen, a button that fits, and the models."""

from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import MemoryReport
from learnt.collection.compiling import is_compiled
from learnt.collection.fit_said import chosen
from learnt.plots import Figure, Group, agreement
from learnt.web import memory_words as words
from learnt.web.asked import Asked
from learnt.web.face import Face, endpoint, go

FITS_SHOWN = 20


def routes(face: Face) -> list[Route]:
    """The routes of the page. None of them keeps an answer waiting."""
    return [
        Route("/memory", endpoint(face, show, waits=False), methods=["GET"]),
        Route("/memory/fit", endpoint(face, fit, waits=False), methods=["POST"]),
        Route("/memory/model", endpoint(face, use, waits=False), methods=["POST"]),
    ]


def show(face: Face, asked: Asked) -> Response:
    """How well this learner's answers are foreseen."""
    report = face.collection.memory_report()
    zone = face.collection.learner.settings.time_zone
    return face.page(
        asked,
        "memory.html",
        report=report,
        figure=figure(report),
        told=_told(report, asked),
        fitted=words.fitted(report, zone),
        lately=words.lately(report),
        still_few=words.still_few(report),
        first_time=not is_compiled(),
        numbers=words.numbers(report),
        parameters=words.parameters(report),
        names=words.NAMES,
        about=words.ABOUT,
        fits=[
            (words.day(one.at, zone), words.NAMES[one.model.name], words.came_shortly(one))
            for one in report.fits[:FITS_SHOWN]
        ],
    )


def fit(face: Face, asked: Asked) -> Response:  # noqa: ARG001 - as every page
    """Fit to the learner's answers, and say on the page what came of it."""
    made = face.fitter.fit()
    if made.adopted:
        with face.lock:
            face.changed()
    return go("/memory", came=made.id)


def use(face: Face, asked: Asked) -> Response:
    """Remember by another model. Raises UsageError for one that there is not."""
    if face.fitter.use(asked.text("model", 20)):
        with face.lock:
            face.changed()
    return go("/memory", "model")


def figure(report: MemoryReport) -> Figure:
    """What was expected against what came."""
    return agreement([Group(one.count, one.expected, one.happened) for one in report.calibration])


def _told(report: MemoryReport, asked: Asked) -> str | None:
    """What the top of the page says: what came of the fit just made, or of choosing a model."""
    if asked.query("told") == "model":
        return chosen(words.NAMES[report.model.name])
    came = asked.query("came")
    return next((words.came(one) for one in report.fits if came and one.id == came), None)
