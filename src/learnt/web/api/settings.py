"""The learner's choices."""

from dataclasses import asdict, replace
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, structs

from learnt.errors import UsageError
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import Asked
from learnt.web.face import Face

Theme = Literal["system", "light", "dark"]
Marking = Literal["lenient", "normal", "strict"]
NewADay = Annotated[int, Meta(ge=0, le=9_999)]
ReviewsADay = Annotated[int, Meta(ge=0, le=99_999)]
Retention = Annotated[float, Meta(ge=0.7, le=0.99)]


class SettingsShown(Struct, frozen=True):
    """What the learner has chosen. A card is due when its mark falls below `desired_retention`.

    `marking` is how much of a point a typed answer must say for it to be proposed as said;
    `missing_below` and `covered_from` are the bounds fitted to the learner, null for the usual.
    """

    time_zone: str
    new_a_day: int
    reviews_a_day: int
    desired_retention: Retention
    theme: Theme
    marking: Marking
    missing_below: float | None
    covered_from: float | None


class SettingsChanges(Asked, frozen=True, kw_only=True):
    """What is to be different. `time_zone` is one of the IANA's, such as Europe/London."""

    time_zone: Annotated[str, Meta(max_length=100)] | UnsetType = UNSET
    new_a_day: NewADay | UnsetType = UNSET
    reviews_a_day: ReviewsADay | UnsetType = UNSET
    desired_retention: Retention | UnsetType = UNSET
    theme: Theme | UnsetType = UNSET
    marking: Marking | UnsetType = UNSET


def show_settings(face: Face, call: Call[None, None]) -> SettingsShown:  # noqa: ARG001 - as every handler
    """The learner's choices."""
    return SettingsShown(**asdict(face.collection.learner.settings))


def change_settings(face: Face, call: Call[None, SettingsChanges]) -> SettingsShown:
    """Change some of the choices; the others stay."""
    sent = structs.asdict(call.body)
    wanted = {name: value for name, value in sent.items() if value is not UNSET}
    try:
        after = replace(face.collection.learner.settings, **wanted)
    except ValueError as error:
        said = str(error)
        raise UsageError(f"{said[:1].upper()}{said[1:]}.") from error
    face.collection.set(after)
    face.changed()
    return SettingsShown(**asdict(after))


OPERATIONS = (
    Operation("GET", "/settings", show_settings),
    Operation("PATCH", "/settings", change_settings),
)
