"""Tags as Anki can have them: no blanks within, and colours as the flag of a card."""

from collections.abc import Iterable, Sequence
from unicodedata import normalize

FLAGS = ("", "red", "orange", "green", "blue", "pink", "turquoise", "purple")
"""The colours of Anki's flags, by their numbers; 0 is none."""
_FLAG = "flag::"


def tags_as_written(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags of a note, less the colours that are flags of its cards."""
    return tuple(dict.fromkeys(_written(tag) for tag in tags if not flag_of([tag])))


def flag_of(tags: Iterable[str]) -> int:
    """The flag that the tags say; 0 where there is none."""
    colours = (tag.removeprefix(_FLAG) for tag in tags if tag.startswith(_FLAG))
    return next((FLAGS.index(one) for one in colours if one and one in FLAGS), 0)


def tags_now(base: Sequence[str], tags: Iterable[str], flags: Iterable[int]) -> tuple[str, ...]:
    """The tags of a card whose note has these by now; those that stayed are spelt as they were."""
    theirs = [*tags, *(f"{_FLAG}{FLAGS[one]}" for one in flags if 0 < one < len(FLAGS))]
    there = {_same(tag) for tag in theirs}
    shown = {_same(one) for one in _all_written(base)}
    kept = [tag for tag in base if _same(_written(tag)) in there or not _shows(base, tag)]
    return (*kept, *(tag for tag in theirs if _same(tag) not in shown))


def _all_written(base: Sequence[str]) -> list[str]:
    flag = flag_of(base)
    return [*tags_as_written(base), *([f"{_FLAG}{FLAGS[flag]}"] if flag else [])]


def _shows(base: Sequence[str], tag: str) -> bool:
    """Whether a tag can be seen in Anki: of several colours a card shows the first one alone."""
    return flag_of([tag]) in (0, flag_of(base))


def _written(tag: str) -> str:
    return "_".join(tag.split())


def _same(tag: str) -> str:
    """What Anki goes by: it writes a tag as it has been written before."""
    return normalize("NFC", tag).casefold()
