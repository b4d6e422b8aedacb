"""The learner's choices, and the keys."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

import msgspec
from starlette.responses import Response
from starlette.routing import Route

from learnt.errors import UsageError
from learnt.plan import Settings
from learnt.web.asked import Asked, wrong_of
from learnt.web.face import Face, endpoint, go

KEYS = (
    ("Anywhere", (("?", "These keys"), ("Esc", "Leave the text, or go back"))),
    ("Today", (("s", "Study"), ("a", "Add a page"))),
    (
        "Study",
        (
            ("Enter Space", "Show the points; then take the marked rating"),
            ("1 2 3 4", "Again, Hard, Good, Easy"),
            ("⇧1 – ⇧9", "Tick a point by its number"),
            ("1 – 9", "In a marked answer: this point was said, or not; there ⇧1 – ⇧4 rate"),
            ("y n", "Yes or no, where marking is unsure"),
            ("↓ ↑ x", "Go to a point, tick it"),
            ("a", "Tick all points, or none"),
            ("u", "Undo"),
            ("e", "Edit the card"),
            ("-", "Not today"),
            ("@", "Set aside"),
            ("i", "What is known of the card"),
        ),
    ),
    ("Deck", (("s", "Study the deck"), ("/", "Find a card"))),
    (
        "Timeline and map",
        (
            ("+ -", "Larger, smaller"),
            ("0", "All of it"),
            ("← → ↑ ↓", "Move, when you are in the picture"),
            ("Home End", "To its beginning or its end"),
            ("Tab Enter", "To the next event, and to its card"),
        ),
    ),
)


def routes(face: Face) -> list[Route]:
    """The routes of settings and keys."""
    return [
        Route("/settings", endpoint(face, show), methods=["GET"]),
        Route("/settings", endpoint(face, keep), methods=["POST"]),
        Route("/keys", endpoint(face, keys), methods=["GET"]),
    ]


_FIELDS = ("new_a_day", "reviews_a_day", "retention", "time_zone", "marking", "theme")
_SHOWN = "shown"  # a field as well: all choices as the page had them


def show(face: Face, asked: Asked) -> Response:
    """What can be chosen."""
    settings = face.collection.learner.settings
    percent = round(100 * settings.desired_retention)
    numbers = (settings.new_a_day, settings.reviews_a_day, percent)
    chosen = (*map(str, numbers), settings.time_zone, settings.marking, settings.theme)
    written = dict(zip(_FIELDS, chosen, strict=True))
    return _page(face, asked, written | {_SHOWN: msgspec.json.encode(settings).decode()})


def keep(face: Face, asked: Asked) -> Response:
    """Keep the choices; the form again, as it was filled in, where one of them cannot be."""
    try:
        _keep(face, asked)
    except UsageError as error:
        written = {name: (asked.texts(name) or [""])[0] for name in (*_FIELDS, _SHOWN)}
        return _page(face, asked, written, wrong_of(error, "time_zone"), 422)
    face.changed()
    return go("/settings", "settings")


def _page(
    face: Face,
    asked: Asked,
    written: Mapping[str, str],
    wrong: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    values = {"written": written, "wrong": wrong or {}, "zones": _zones()}
    return face.page(asked, "settings.html", status, where=face.collection.store.where, **values)


def _keep(face: Face, asked: Asked) -> None:
    """Keep what was chosen otherwise than the page had it. Raises UsageError for what cannot be."""
    now = face.collection.learner.settings
    before = _had(asked) or now
    new, reviews = asked.number("new_a_day", 0, 9999), asked.number("reviews_a_day", 0, 99999)
    percent = asked.number("retention", 70, 99)
    target = before.desired_retention
    if percent is not None and percent != round(100 * target):  # it may be finer than the field
        target = percent / 100
    try:
        wanted = replace(
            before,
            new_a_day=before.new_a_day if new is None else new,
            reviews_a_day=before.reviews_a_day if reviews is None else reviews,
            desired_retention=target,
            time_zone=asked.text("time_zone", 100).strip() or before.time_zone,
            theme=asked.text("theme", 20) or before.theme,
            marking=asked.text("marking", 20) or before.marking,
        )
    except ValueError as error:
        said = str(error)
        raise UsageError(f"{said[:1].upper()}{said[1:]}.") from error
    face.collection.set(now.with_changes(before, wanted))


def keys(face: Face, asked: Asked) -> Response:
    """The keys, on a page of their own."""
    return face.page(asked, "keys.html", groups=KEYS)


def _had(asked: Asked) -> Settings | None:
    """The choices that the page had; None where it does not say."""
    try:
        return msgspec.json.decode(asked.text(_SHOWN, 2_000), type=Settings)
    except msgspec.MsgspecError:
        return None


@cache
def _zones() -> list[str]:
    return sorted(zone for zone in available_timezones() if "/" in zone and "Etc" not in zone)
