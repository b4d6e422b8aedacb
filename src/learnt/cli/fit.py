"""`learnt fit`: the memory model fitted to a learner, or to a log of another program."""

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from learnt.cli.options import Options, verb
from learnt.cli.output import line_of_json, talk, working

if TYPE_CHECKING:
    from learnt.collection.fit_values import Fitted
    from learnt.collection.foreign_log import ForeignFit
    from learnt.memory.fitting.scores import Bin

MODELS = ("blend", "fsrs6", "sbd")


@verb()
@click.option("--model", type=click.Choice(MODELS), help="Which model; by default your own.")
@click.option("--use", is_flag=True, help="Remember by that model from now on, without a fit.")
@click.option(
    "--reviews",
    type=click.Path(path_type=Path),
    metavar="CSV",
    help="Fit to a log of another program instead; nothing is saved.",
)
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="With --reviews: write what was foretold of the reviews that were held back.",
)
def fit(
    options: Options,
    model: str | None,
    reviews: Path | None,
    predictions: Path | None,
    *,
    use: bool,
) -> None:
    """Fit the memory model to your answers, so that it foretells better what you will recall.

    New parameters are adopted only if they would have foretold answers that they had not seen
    better than those in use; otherwise the reason is told and nothing changes.

    With --reviews a CSV with the columns card_id, review_rating and review_time is read. The first
    80 % of the reviews on a later day are fitted to, and the others are foretold. --predictions
    writes card_id, review_time, p and y of those.
    """
    if predictions and not reviews:
        raise click.UsageError("--predictions goes with --reviews.")
    if use and (reviews or not model):
        raise click.UsageError("--use goes with --model, and not with --reviews.")
    if reviews:
        _fit_log(options, reviews, model or "blend", predictions)
    elif use and model:
        from learnt.collection import fit_said

        with options.open() as collection:
            chosen = collection.use_model(model)
        if options.json:
            line_of_json({"model": chosen.name, "parameters": chosen.parameters})
        else:
            talk(fit_said.chosen(chosen.name))
    else:
        _fit_own(options, model)


def _fit_own(options: Options, model: str | None) -> None:
    """Fit to the learner's answers, and tell what came of it."""
    from learnt.collection.compiling import is_compiled

    with options.open() as collection, working(_waiting(compiled=is_compiled())):
        began = perf_counter()
        done = collection.fit(model)
        seconds = perf_counter() - began
        report = collection.memory_report()
    if options.json:
        line_of_json(_told(done, seconds))
        return
    talk(said_of(done))
    _show(report.calibration)


def said_of(done: "Fitted") -> str:
    """What came of a fit, in plain words."""
    from learnt.collection.fit_said import came_of

    comparison = done.comparison
    losses = f"{comparison.current:.4f} to {comparison.new:.4f}"
    return came_of(
        comparison.reason.value,
        comparison.tested,
        f" (log loss from {losses}; less is better)",
    )


def _told(done: "Fitted", seconds: float) -> dict[str, object]:
    comparison = done.comparison
    return {
        "model": done.model.name,
        "parameters": done.model.parameters,
        "n": done.reviews,
        "targets": done.targets,
        "loss_before": _rounded(done.loss_before),
        "loss_after": _rounded(done.loss),
        "tested": comparison.tested,
        "unseen_before": _rounded(comparison.current),
        "unseen_after": _rounded(comparison.new),
        "adopted": done.adopted,
        "reason": comparison.reason.value,
        "seconds": round(seconds, 4),
    }


def _fit_log(options: Options, reviews: Path, model: str, predictions: Path | None) -> None:
    """Fit to a log of another program, and tell how well the rest of it was foretold."""
    from learnt.collection.compiling import is_compiled
    from learnt.collection.foreign_log import fit_log, write_predictions

    with working(_waiting(compiled=is_compiled())):
        done = fit_log(reviews, model)
    if predictions:
        write_predictions(done, predictions)
    for problem in done.problems:
        options.problems = True
        talk(f"{reviews}, line {problem.line}: {problem.why}")
    if options.json:
        line_of_json(_told_of_log(done))
        return
    talk(
        f"{model}: fitted to {done.foretold.fit.targets:,} reviews on later days in "
        f"{done.seconds:.2f} s (log loss {done.foretold.trained_loss:.4f}); the next "
        f"{len(done.foretold.passed):,} foretold with {done.foretold.loss:.4f} (less is better)."
    )
    _show(done.calibration)


def _told_of_log(done: "ForeignFit") -> dict[str, object]:
    found = done.foretold
    return {
        "model": found.fit.model,
        "parameters": found.fit.parameters,
        "train_loss": _rounded(found.trained_loss),
        "test_loss": _rounded(found.loss),
        "test_loss_of_model": _rounded(found.model_loss),
        "n": done.reviews,
        "trained": found.fit.targets,
        "tested": len(found.passed),
        "seconds": round(done.seconds, 4),
    }


def _show(bins: "list[Bin]") -> None:
    from learnt.cli.figures import show_figure
    from learnt.plots import Group, agreement

    show_figure(agreement([Group(one.count, one.expected, one.happened) for one in bins]))


def _waiting(*, compiled: bool) -> str:
    if compiled:
        return "Fitting …"
    return "Fitting … (the first time takes half a minute more, to be fast from then on)"


def _rounded(value: float) -> float | None:
    """A loss as JSON has it: null where there is none."""
    return round(value, 6) if value == value else None  # noqa: PLR0124 - NaN is not itself
