"""Runs of text → lines: white space made one, bold put between stars, bullets before their text."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from learnt.deck.showing import Place, Run, moved_to

_SPACES = re.compile(r"[^\S\n]+|\n")
_NOTE = re.compile(r"\s*\[[^\[\]]{1,12}\]\s*")


def line_of(text: str) -> str:
    """What `Lines` makes of a line of nothing but text, none of it kept as it is."""
    if text.isprintable() and "  " not in text:  # as nearly all are: no other space is printable
        return text.strip()
    return _spaced(_SPACES.sub(" ", text))


@dataclass
class Lines:
    """The lines written so far, and the one that is being written.

    `prefix` stands before the next line that has text, `indent` before those after it; `gains`
    counts what plain text could not have said.
    """

    done: list[str] = field(default_factory=list)
    prefix: str = ""
    indent: str = ""
    gains: int = 0
    _runs: list[Run] = field(default_factory=list)
    _blank: bool = False
    _kept: bool = False

    def say(self, text: str, *, bold: bool, place: Place, kept: bool) -> None:
        """Add text to the line; `kept` keeps its spaces and line ends."""
        if not kept:
            self._runs.append(Run(_SPACES.sub(" ", text), bold, place))
            return
        first, *rest = text.split("\n")
        self._runs.append(Run(first, bold, place))
        for line in rest:
            self.end(kept=True)
            self._runs.append(Run(line, bold, place))
        self._kept = bool(rest) or self._kept  # how the last line begins counts as well

    def end(self, *, blank: bool = False, kept: bool = False) -> None:
        """End the line; `blank` asks for a blank one before the next."""
        text = self._line(kept=kept or self._kept)
        self._runs.clear()
        self._kept = False
        if text.strip():
            if self._blank and self.done:
                self.done.append("")
            self.done.append((self.prefix or self.indent) + text)
            self._blank = False
            if self.prefix:
                self.indent = " " * len(self.prefix)
                self.prefix = ""
        elif kept and self.done:
            self._blank = True
        self._blank = self._blank or blank

    def block(self, rows: list[str]) -> None:
        """Add lines that are finished, such as those of a table."""
        self.end(blank=True)
        if rows and self.done:
            self.done.append("")
        self.done += rows

    def text(self) -> str:
        """All of it."""
        self.end()
        return "\n".join(self.done)

    def _line(self, *, kept: bool) -> str:
        parts: list[tuple[str, bool]] = []
        for bold, runs in groupby(self._runs, key=lambda run: run.bold):
            placed = groupby(runs, key=lambda run: run.place)
            text = "".join(self._at(place, "".join(r.text for r in some)) for place, some in placed)
            parts.append((text, bold))
        line = "".join(self._starred(parts, at) for at in range(len(parts)))
        return line.rstrip() if kept else _spaced(line)

    def _at(self, place: Place, text: str) -> str:
        if place is Place.LEVEL or not text.strip() or _NOTE.fullmatch(text):
            return text
        self.gains += 1
        moved = moved_to(place, text.strip())
        return f"<{place}>{text.strip()}</{place}>" if moved is None else moved

    def _starred(self, parts: list[tuple[str, bool]], at: int) -> str:
        text, bold = parts[at]
        core = text.strip()
        if not bold or not core or "*" in core or "\n" in core or self.prefix.startswith("#"):
            return text
        before = parts[at - 1][0][-1:] if at else ""
        after = parts[at + 1][0][:1] if at + 1 < len(parts) else ""
        lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if (before.isalnum() and not lead) or (after.isalnum() and not trail):
            return text
        self.gains += 1
        return f"{lead}**{core}**{trail}"


def _spaced(line: str) -> str:
    return line.strip().replace("  ", " ")
