"""All known names of a language, and the words around names: `weights` loads them."""

from dataclasses import dataclass

from learnt.facts.names.gazetteer import Gazetteer
from learnt.facts.words import NameWords


@dataclass(frozen=True)
class NameTables:
    """What a language knows of names."""

    gazetteer: Gazetteer
    words: NameWords
