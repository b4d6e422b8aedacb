"""What came of a fit, and what is known of the memory model in use."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from learnt.clock import Instant
from learnt.memory import MemoryModel
from learnt.store.fits import KeptFit

if TYPE_CHECKING:
    from learnt.memory.fitting.adopting import Comparison
    from learnt.memory.fitting.scores import Bin


@dataclass(frozen=True)
class Fitted:
    """What came of fitting: the model with its new parameters, and whether they were adopted.

    `targets`: answers on a later day than the one before, by which predictions are judged.
    `loss`: the mean log loss of those answers after the fit, and `loss_before` with the
    parameters of the model `in_use` until then; both saw the same answers. `comparison` of the two
    is of answers neither had seen.
    """

    model: MemoryModel
    reviews: int
    targets: int
    loss_before: float
    loss: float
    comparison: "Comparison"
    adopted: bool
    in_use: MemoryModel


@dataclass(frozen=True)
class MemoryReport:
    """How well what was expected agrees with what happened.

    `fitted_at`: when the parameters in use were fitted, and `fitted_to` how many targets; None and
    0 for those that came with the program. `calibration` has groups of answers that were expected
    alike, by the parameters in use. `loss` is their mean log loss, `lately` how much more (or
    less) of what is 90 % likely is recalled at the moment, by the last answers; 0 by models
    without a stream.
    """

    model: MemoryModel
    fitted_at: Instant | None
    fitted_to: int
    reviews: int
    targets: int
    loss: float
    calibration: "list[Bin]"
    lately: float
    fits: tuple[KeptFit, ...]


class Came(msgspec.Struct, frozen=True):
    """What is kept of what came of a fit: the reason, and mean log losses on `tested` answers.

    Both losses are None where too few answers could be tested, or nothing was fitted.
    """

    reason: str
    tested: int = 0
    before: float | None = None
    after: float | None = None

    @classmethod
    def of(cls, fit: KeptFit) -> "Came":
        """What came of a fit that was kept."""
        return msgspec.convert(fit.comparison, cls)
