"""How many cards of a page are read right, beside Anki's text import and a naive parser.

    .venv/bin/python benchmarks/reading.py                        # corpus and made pages
    .venv/bin/python benchmarks/reading.py --only brainscape      # some layouts of the corpus
    .venv/bin/python benchmarks/reading.py --no-peers --made 0    # learnt alone, a few seconds
    .venv/bin/python benchmarks/reading.py --write                # and write reading.md

The corpus is a folder of pages with their true cards and a `score.py`; made pages come from
`tests/sources/made`. A card is right when its front and its back are those of a true card.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from machine import ROOT, machine
from reading_pages import RECOVERABLE, Cards, Labelled, Scorer, corpus_pages, made
from reading_readers import ANKI, anki, cards_of, naive, readings
from reading_tables import Read, anything, by_layout, reliability, totals, trust
from worker import tell

from learnt.sources.judging import confidence_weights

PAGE = Path(__file__).with_name("reading.md")
BEGIN, END = "<!-- tables: written by reading.py -->", "<!-- end of the tables -->"
CARD_FLOOR, POINT_FLOOR, WRONG_FLOOR = 0.95, 0.97, 0.02


def main() -> int:
    """Print the tables; 0 where the floors hold."""
    asked = _arguments()
    corpus = Path(asked.corpus)
    if not (corpus / "score.py").is_file():
        sys.exit(f"{corpus} has no score.py: name the folder of pages with --corpus.")
    scorer = Scorer(corpus)
    real = _read(corpus_pages(corpus, asked.only), scorer, peers=asked.peers)
    ours = _read(made(asked.made, asked.seed), scorer, peers=asked.peers)
    strange = _read(made(asked.made // 3, asked.seed, unseen=True), scorer, peers=False)
    lines = list(_report(asked, real, ours, strange))
    print("\n".join(lines))
    if asked.write:
        _write(lines)
    return 0 if not real.pages or _holds(real) else 1


def _read(pages: Sequence[Labelled], scorer: Scorer, *, peers: bool) -> Read:
    """What every reader makes of the pages."""
    tell(f"reading {len(pages)} pages ...")
    cards: dict[str, Sequence[Cards]] = {"learnt": [cards_of(one) for one in readings(pages)]}
    if peers:
        cards["naive"] = [naive(page) for page in pages]
        cards["Anki, tabs"] = anki(pages, guess=False)
        cards["Anki, its guess"] = anki(pages, guess=True)
    return Read(pages, cards, scorer)


def _report(asked: argparse.Namespace, real: Read, ours: Read, strange: Read) -> Iterator[str]:
    yield f"`.venv/bin/python benchmarks/reading.py {' '.join(sys.argv[1:])}`".replace(" `", "`")
    yield ""
    yield from machine()
    if asked.peers:
        yield f"- {ANKI}; in the columns of the others stands their card F1"
    for name, read in (("The corpus", real), (f"Made pages, seed {asked.seed}", ours)):
        if read.pages:
            yield from ("", f"### {name}", "")
            yield from by_layout(read)
            yield from totals(read)
            yield from ("", f"What form can decide: {trust(read.marks(_can_be_decided))}.")
            yield f"All pages: {trust(read.marks(anything))}."
            yield ""
            yield from reliability(read.marks(anything))
    if strange.pages:
        yield from ("", "### Made pages of sites that nobody has seen", "")
        precision, recall, card, point = strange.figures("learnt", anything)
        yield (
            f"{len(strange.pages)} pages in the same layouts, in which every word of the site is "
            f"replaced by another: card P {precision:.3f}, R {recall:.3f}, F1 {card:.3f}, point F1 "
            f"{point:.3f}. {trust(strange.marks(anything))}."
        )
        yield ""
        yield from reliability(strange.marks(anything))
    yield from ("", "### Confidence on what was held out", "")
    held_out = (confidence_weights.__doc__ or "").split("\n\n", 1)[-1].strip()
    yield " ".join(held_out.split()).replace(" Held-out ", "\n- Held-out ")
    if real.pages:
        card, point, wrong = _main_figures(real)
        yield ""
        yield (
            f"Floor on what form can decide: card F1 ≥ {CARD_FLOOR} ({card:.3f}), point F1 ≥ "
            f"{POINT_FLOOR} ({point:.3f}); wrong among the sure ≤ {WRONG_FLOOR:.0%} "
            f"({wrong:.1%}): {'it holds' if _holds(real) else 'it does not hold'}."
        )


def _can_be_decided(page: Labelled) -> bool:
    return page.decidable


def _main_figures(read: Read) -> tuple[float, float, float]:
    *_, card, point = read.figures("learnt", _can_be_decided)
    return card, point, trust(read.marks(anything)).wrong_share


def _holds(read: Read) -> bool:
    card, point, wrong = _main_figures(read)
    return card >= CARD_FLOOR and point >= POINT_FLOOR and wrong <= WRONG_FLOOR


def _write(lines: Sequence[str]) -> None:
    """Put the tables in their place in reading.md; what stands around them stays."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text("\n".join([before + BEGIN, "", *lines, "", END + after]), encoding="utf-8")
    tell(f"written to {PAGE}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How many cards of a page are read right.")
    parser.add_argument("--corpus", default=str(ROOT.parent / "shared" / "corpus"))
    parser.add_argument("--only", default="", help="an expression: pages whose name it finds")
    parser.add_argument("--main", action="store_const", dest="only", const=RECOVERABLE,
                        help="only the pages that form alone can decide")  # fmt: skip
    parser.add_argument("--made", type=int, default=690, help="how many made pages")
    parser.add_argument("--seed", type=int, default=0, help="of the first made page")
    parser.add_argument("--no-peers", action="store_false", dest="peers")
    parser.add_argument("--write", action="store_true", help="put the tables into reading.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
