"""Tables as the data files write them: tab-separated columns, lists in a column by `; `."""

from importlib.resources import files

Row = tuple[tuple[str, ...], ...]


def rows_of(code: str, name: str, columns: int) -> list[Row]:
    """The rows of a language's table, each column as the tuple of its parts; none if there is none.

    Lines that begin with `#` are remarks. Columns that a line leaves out are empty.
    """
    file = files("learnt.weights") / "facts" / code / name
    if not file.is_file():
        return []
    found = []
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            parts = line.split("\t")
            parts += [""] * (columns - len(parts))
            found.append(tuple(_listed(part) for part in parts[:columns]))
    return found


def _listed(part: str) -> tuple[str, ...]:
    return tuple(filter(None, part.split("; "))) if part else ()
