"""A table's cells → lines: a Markdown table under a header, else cells apart by tabs."""

from dataclasses import dataclass, field

from learnt.sources.intake.clip.lines import Lines


@dataclass
class Grid:
    """The rows of a table that is being read; `nested` says that a table stands in a cell."""

    rows: list[list[str]] = field(default_factory=list)
    headed: bool = False
    nested: bool = False

    def is_table(self) -> bool:
        """Whether it holds data, and is not only how a page was laid out."""
        wide = sum(len(row) > 1 for row in self.rows)
        return not self.nested and wide > 0 and wide * 2 >= len(self.rows)

    def into(self, lines: Lines) -> None:
        """Write the table; one that is only a layout gives its cells, one under the other."""
        rows = [row for row in self.rows if any(row)]
        if not rows or not self.is_table():  # a table of empty cells has nothing to draw
            lines.block([line for row in rows for cell in row for line in cell.split("\n") if line])
            return
        lines.gains += 1
        if self.headed and not any(sign in cell for row in rows for cell in row for sign in "|\n"):
            drawn = ["| " + " | ".join(row) + " |" for row in rows]
            drawn.insert(1, "|" + " --- |" * len(rows[0]))
            lines.block(drawn)
            return
        drawn = ["\t".join(map(_quoted, row)) for row in rows]
        lines.block([line for row in drawn for line in row.split("\n")])


def _quoted(cell: str) -> str:
    if "\n" in cell or "\t" in cell or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
