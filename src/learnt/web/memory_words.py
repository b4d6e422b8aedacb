"""What the Memory page says of models, fits and of how it goes lately."""

from math import isnan

from learnt.clock import Instant, local_text
from learnt.collection import Came, KeptFit, MemoryReport
from learnt.collection.fit_said import FEWEST, came_of, chosen
from learnt.words import date

NAMES = {"blend": "Blend", "fsrs6": "FSRS-6", "sbd": "SBD"}
"""The models, the usual one first."""

ABOUT = {
    "blend": "Two models at once, FSRS-6 and SBD, mixed by the logarithms of their odds. FSRS-6 "
    "knows how hard each point is for you, SBD is truer in the first days; they err in different "
    "ways, and mixed they foretell better than either alone. Time counts in fractions of days.",
    "fsrs6": "The model that much study software uses. Of each point it keeps the stability, which "
    "is the days until you would recall it 90 times in 100, and the difficulty, from 1 to 10; each "
    "answer moves both. Time counts in whole days.",
    "sbd": "A small model. Of each point it keeps how much has been laid down, how often it was "
    "doubtful and how it went the first time. Time counts in fractions of days.",
}
_FSRS6 = tuple(f"w{number}" for number in range(21))
_SBD = ("L", "H", "k", "α", "c", "v", "log δ")
PARAMETERS = {"blend": (*_FSRS6, *_SBD, "share", "drift"), "fsrs6": _FSRS6, "sbd": _SBD}
NOTABLE = 0.01


def parameters(report: MemoryReport) -> list[tuple[str, str]]:
    """The parameters in use, each under its short name."""
    model = report.model
    return [
        (name, f"{value:.4f}")
        for name, value in zip(PARAMETERS[model.name], model.parameters, strict=True)
    ]


def fitted(report: MemoryReport, zone: str) -> str:
    """When the model was fitted to this learner, and to how much."""
    if report.fitted_at is None:
        return (
            "Not fitted to you yet: what is expected of you is what is usual for other people who "
            "study with cards."
        )
    answers = f"{report.fitted_to:,} of your answers"
    return f"Fitted to {answers} on {day(report.fitted_at, zone)}."


def lately(report: MemoryReport) -> str:
    """How the last answers went, where it is worth a word; else empty."""
    if abs(report.lately) < NOTABLE:
        return ""
    more = "more" if report.lately > 0 else "less"
    return f"At the moment you recall a little {more} than usual."


def still_few(report: MemoryReport) -> str:
    """How far it is until anything can be said; empty where that is behind."""
    if report.targets >= FEWEST:
        return ""
    so_far = f"{report.targets} of {FEWEST}" if report.targets else f"none of {FEWEST} yet"
    return f"Answers on later days that it takes to fit to you: {so_far}."


def came(fit: KeptFit) -> str:
    """What came of a fit: to be read once, right after it."""
    kept = Came.of(fit)
    if kept.reason == "chosen":
        return chosen(NAMES[fit.model.name])
    return came_of(kept.reason, kept.tested, _less(kept) if fit.adopted else "")


def came_shortly(fit: KeptFit) -> str:
    """The same in a table."""
    kept = Came.of(fit)
    if kept.reason == "chosen":
        return "Chosen by you"
    if kept.before is None or kept.after is None:
        return f"Not adopted: too few new answers, {kept.tested} of {FEWEST}"
    word = "Adopted" if fit.adopted else "Not adopted: no better"
    return f"{word} (log loss {kept.before:.4f} → {kept.after:.4f} on {kept.tested:,} unseen)"


def numbers(report: MemoryReport) -> list[tuple[str, str]]:
    """The figures of those who want to know."""
    loss = "–" if isnan(report.loss) else f"{report.loss:.4f}"
    return [
        ("Answers, point by point", f"{report.reviews:,}"),
        ("of them on a later day than the one before", f"{report.targets:,}"),
        ("Mean log loss of these (less is better)", loss),
        ("More (or less) recalled lately, of 90 in 100", f"{100 * report.lately:+.1f}"),
    ]


def day(at: Instant, zone: str) -> str:
    """`3 May 2026`."""
    return date(local_text(at, zone)[:10])


def _less(kept: Came) -> str:
    """How much smaller the error on unseen answers became; empty where that is not known."""
    if not kept.before or kept.after is None:
        return ""
    share = round(100 * (1 - kept.after / kept.before))
    return f", with an error that is {f'{share} %' if share else 'a little'} smaller"
