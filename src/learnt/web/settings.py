"""The learner's choices, and the keys."""

from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

import msgspec
from starlette.responses import Response
from starlette.routing import Route

from learnt.errors import UsageError
from learnt.plan import Settings
from learnt.web.asked import Asked
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
)


def routes(face: Face) -> list[Route]:
    """The routes of settings and keys."""
    return [
        Route("/settings", endpoint(face, show), methods=["GET"]),
        Route("/settings", endpoint(face, keep), methods=["POST"]),
        Route("/keys", endpoint(face, keys), methods=["GET"]),
    ]


def show(face: Face, asked: Asked) -> Response:
    """What can be chosen."""
    collection = face.collection
    return face.page(
        asked,
        "settings.html",
        settings=collection.learner.settings,
        shown=msgspec.json.encode(collection.learner.settings).decode(),
        zones=_zones(),
        where=collection.store.where,
    )


def keep(face: Face, asked: Asked) -> Response:
    """Keep what was chosen otherwise than the page had it. Raises UsageError for what cannot be."""
    now = face.collection.learner.settings
    before = _shown(asked) or now
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
    face.changed()
    return go("/settings", "settings")


def keys(face: Face, asked: Asked) -> Response:
    """The keys, on a page of their own."""
    return face.page(asked, "keys.html", groups=KEYS)


def _shown(asked: Asked) -> Settings | None:
    """The choices that the page had; None where it does not say."""
    try:
        return msgspec.json.decode(asked.text("shown", 2_000), type=Settings)
    except msgspec.MsgspecError:
        return None


@cache
def _zones() -> list[str]:
    return sorted(zone for zone in available_timezones() if "/" in zone and "Etc" not in zone)
