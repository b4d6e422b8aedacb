"""What is said of a deck that was saved."""

from typing import TYPE_CHECKING, Any

from learnt.cli.output import count

if TYPE_CHECKING:
    from learnt.collection import Added

COUNTED = ("new", "updated", "same", "others", "kept", "conflicts", "gone", "left", "out")
"""The counts of an `Added`, as JSON has them."""


def saved_told(added: "Added") -> str:
    """The sentence that says what was saved."""
    parts = [f"{count(added.new, 'new card')}"]
    if added.updated:
        parts.append(f"{added.updated} changed")
    if added.same:
        parts.append(f"{added.same} known already")
    if added.kept:
        parts.append(f"{added.kept} kept as you edited them")
    if added.conflicts:
        parts.append(f"{added.conflicts} that you and the page had changed differently")
    if added.out:
        parts.append(f"{added.out} put into the trash")
    if added.left:
        parts.append(f"{added.left} left out, as you took them out before")
    if added.others and (added.same or added.updated or added.kept):
        parts.append(f"{count(added.others, 'other card')} of the deck not on this page and kept")
    return f"Saved “{added.title}”: {', '.join(parts)}."


def counts_as_json(added: "Added | None") -> dict[str, Any]:
    """The deck and the counts; null and noughts where nothing was saved."""
    counts = {name: getattr(added, name) if added else 0 for name in COUNTED}
    return {"deck": added.title if added else None, **counts}
