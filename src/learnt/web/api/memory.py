"""The memory model: how well it foresees the learner's answers, and fitting it to them."""

from math import isnan
from typing import Annotated, Literal

from msgspec import Meta, Struct

from learnt.collection import Came, KeptFit
from learnt.web import memory
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import Asked, Id, Share, Time
from learnt.web.face import Face
from learnt.web.memory_words import came

Model = Literal["blend", "fsrs6", "sbd"]
Reason = Annotated[str, Meta(description="better, too_few, no_better, or chosen without a fit")]
MOST_FITS = 200


class GroupShown(Struct, frozen=True):
    """Answers that were expected alike: how many, the mean expected, the share recalled."""

    count: int
    expected: Share
    recalled: Share


class FitShown(Struct, frozen=True):
    """What came of a fit, in words (`told`) and in numbers.

    `targets` are the answers on a later day than the one before, to which it was fitted. `tested`
    of them were foretold unseen, with the mean log loss `before` by the model in use until then
    and `after` by the fit; both are null where there are too few.
    """

    id: Id
    at: Time
    model: Model
    targets: int
    adopted: bool
    reason: Reason
    tested: int
    before: float | None
    after: float | None
    told: str


class MemoryShown(Struct, frozen=True):
    """The memory model in use, and how well what it expected agrees with what was recalled.

    `targets` of the `reviews` came on a later day than the one before: `loss` is their mean log
    loss, `agreement` groups them by what was expected. `lately` is how much more (or less) of what
    is 90 % likely is recalled at the moment. `fits` are the latest first.
    """

    model: Model
    parameters: list[float]
    fitted_at: Time | None
    fitted_to: int
    reviews: int
    targets: int
    loss: float | None
    lately: float
    meaning: str
    agreement: list[GroupShown]
    fits: list[FitShown]


class ModelAsked(Asked, frozen=True, kw_only=True):
    """Which model is to be fitted; the one in use by default."""

    model: Model | None = None


def show_memory(face: Face, call: Call[None, None]) -> MemoryShown:  # noqa: ARG001 - as every handler
    """How well the memory model foresees what is recalled."""
    found = face.collection.memory_report()
    return MemoryShown(
        model=found.model.name,  # type: ignore[arg-type] # one of the three
        parameters=list(found.model.parameters),
        fitted_at=found.fitted_at,
        fitted_to=found.fitted_to,
        reviews=found.reviews,
        targets=found.targets,
        loss=None if isnan(found.loss) else found.loss,
        lately=found.lately,
        meaning=memory.figure(found).meaning,
        agreement=[GroupShown(one.count, one.expected, one.happened) for one in found.calibration],
        fits=[_fit(one) for one in found.fits[:MOST_FITS]],
    )


def fit_memory(face: Face, call: Call[None, ModelAsked]) -> FitShown:
    """Fit the memory model to the learner's answers.

    It is adopted only if it foretells answers that it had not seen better than what is in use. To
    the very same answers no second fit is made: what came of the first is told again.
    """
    made = face.fitter.fit(call.body.model)
    if made.adopted:
        with face.lock:
            face.changed()
    return _fit(made)


OPERATIONS = (
    Operation("GET", "/memory", show_memory, waits=False),
    Operation("POST", "/memory/fit", fit_memory, errors=(409,), waits=False),
)


def _fit(one: KeptFit) -> FitShown:
    kept = Came.of(one)
    return FitShown(
        id=one.id,
        at=one.at,
        model=one.model.name,  # type: ignore[arg-type] # one of the three
        targets=one.targets,
        adopted=one.adopted,
        reason=kept.reason,
        tested=kept.tested,
        before=kept.before,
        after=kept.after,
        told=came(one),
    )
