"""Which column of a table is which: by its header where there is one, else the first two."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.sources.tables.rows import Row

_FRONT = frozenset(
    "front question questions prompt term word q vorderseite frage begriff recto pregunta término "
    "domanda termine pergunta vraag otázka pytanie вопрос mot concept cue expression".split()
)
_BACK = frozenset(
    "back answer answers definition meaning translation a rückseite antwort bedeutung verso "
    "réponse définition traduction respuesta definición risposta definizione resposta antwoord "
    "odpověď odpowiedź ответ points response description explanation übersetzung".split()
)
_TAGS = frozenset({"tags", "tag", "labels", "category", "categories", "topic"})
_HINT = frozenset({"hint", "hints"})
_NOTE = frozenset({"note", "notes", "extra", "comment", "comments"})
_OWN = {"notetype", "deck", "guid"}  # what Anki's own columns hold is not the card's text


@dataclass(frozen=True, slots=True)
class Columns:
    """The positions of the columns, counted from 0; -1 where there is none."""

    front: int = 0
    back: int = 1
    tags: int = -1
    hint: int = -1
    note: int = -1
    named: bool = False
    names: tuple[str, ...] = ()
    own: frozenset[int] = frozenset()  # what these hold is Anki's, and nobody misses it

    def unused(self, width: int) -> tuple[int, ...]:
        """The columns of a table `width` wide that go into no card."""
        used = {self.front, self.back, self.tags, self.hint, self.note} | self.own
        return tuple(column for column in range(width) if column not in used)


def columns_named(names: Sequence[str]) -> Columns | None:
    """The columns a header names, or None where the cells are no header known to us."""
    keys = [name.strip().strip("*_").lower() for name in names]
    front, back = _find(keys, _FRONT), _find(keys, _BACK)
    if front < 0 or back < 0 or front == back:
        return None
    tags, hint, note = (_find(keys, known) for known in (_TAGS, _HINT, _NOTE))
    return Columns(front, back, tags, hint, note, named=True, names=tuple(names))


def _find(keys: Sequence[str], known: frozenset[str]) -> int:
    return next((place for place, key in enumerate(keys) if key in known), -1)


def is_header(rows: Sequence[Row]) -> bool:
    """Whether the first row names columns by words we do not know ("country,capital").

    Names are short, all different and in lower case, where the rows below begin in upper case;
    or they repeat one name with a language behind it ("capital", "capital:de"), or one of them is
    known to us ("tags").
    """
    if len(rows) < 2:
        return False
    names = rows[0].cells
    if len(set(names)) != len(names) or any(not name or len(name) > 30 for name in names):
        return False
    if any(name.startswith(other + ":") for name in names for other in names if other != name):
        return True
    if len(names) > 2 and any(name.lower() in _TAGS | _HINT | _NOTE for name in names):
        return True
    low = all(name == name.lower() and name[0].isalpha() for name in names)
    below = [row.cells[0] for row in rows[1:50] if row.cells[0]]
    return low and len(below) > 1 and all(cell[0].isupper() for cell in below)


def after_own(width: int, own: dict[str, int], tags: int) -> Columns:
    """The columns left for front and back where Anki's header names its own (counted from 0)."""
    taken = {place for key, place in own.items() if key in _OWN} | {tags}
    left = [column for column in range(width) if column not in taken]
    front, back = (left[0], left[1]) if len(left) > 1 else (0, 1)
    return Columns(front, back, tags, own=frozenset(taken))
