"""Places along a line, each as near as can be to where it is wanted, none over another."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], sizes: Sequence[float], gap: float) -> list[float]:
    """The beginnings of things of these sizes, in their order; `wanted` are their middles.

    Things that would touch are moved apart as a block, evenly to both sides.
    """
    blocks: list[tuple[float, int]] = []  # the mean of what is wanted of a block, less offsets
    offset, offsets = 0.0, []
    for middle, size in zip(wanted, sizes, strict=True):
        offsets.append(offset)
        mean, count = middle - size / 2 - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean = (mean * count + before * many) / (count + many)
            count += many
        blocks.append((mean, count))
        offset += size + gap
    firsts = [mean for mean, count in blocks for _ in range(count)]
    return [first + offset for first, offset in zip(firsts, offsets, strict=True)]
