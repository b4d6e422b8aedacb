"""Train on what came first, test on what came after."""

from collections.abc import Iterator

SHARE_TRAINED = 0.8


def time_series_splits(count: int, folds: int = 5) -> Iterator[tuple[int, int]]:
    """How many targets to train on, and where the test ends; the first fold is never tested.

    As scikit-learn's TimeSeriesSplit: the test parts are of one size, at the end.
    """
    size = count // (folds + 1)
    for fold in range(folds if size else 0):
        trained = count - (folds - fold) * size
        yield trained, trained + size


def one_split(count: int) -> tuple[int, int]:
    """The first 80 % of targets to train on, the others to test."""
    return int(count * SHARE_TRAINED), count
