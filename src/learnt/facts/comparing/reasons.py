"""Why two points seem to tell one thing, in a few words."""

from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.weighed import Stems

_MOST = 4


def reason(a: Piece, b: Piece, stems: Stems, *, dates_agree: bool, numbers_agree: bool) -> str:
    """The rarest words that both have, in the words of the first, and their date.

    A prompt has its words for all that it asks.
    """
    said, asked = b.stems, b.front_stems
    common = [word for word in a.content if word.stem in said or word.stem in asked]
    if len(common) > _MOST:
        rarest = sorted(common, key=lambda word: -stems.rarity(word))[:_MOST]
        common = [word for word in common if word in rarest]
    kept = dict.fromkeys([word.text for word in common])
    parts = [f"both say {', '.join(kept)}"] if kept else []
    if dates_agree and a.dates and b.dates:
        parts.append("their dates agree")
    if numbers_agree:
        parts.append("their numbers agree")
    return "; ".join(parts) or "the wording is alike"
