"""The colours can be read: WCAG 2.2 contrast of every text colour on every ground it stands on."""

import re

import pytest

from learnt.plots import palette
from learnt.web import static
from tests.conftest import ROOT

CSS = (ROOT / "src/learnt/web/static/css/1-tokens.css").read_text()
TEXTS = ["ink", "soft", "accent", "again", "hard", "good", "easy", "new"]
GROUNDS = ["paper", "sheet"]
PAIRS = [
    *((text, ground, 4.5) for text in TEXTS for ground in GROUNDS),
    *((text, "sunk", 4.5) for text in ("ink", "soft")),
    *((f"{rating}", f"{rating}-wash", 4.5) for rating in ("again", "hard", "good", "easy")),
    *(("ink", f"{wash}-wash", 4.5) for wash in ("accent", "again", "hard", "good", "easy")),
    ("soft", "accent-wash", 4.5),
    ("accent", "accent-wash", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-deep", 4.5),
    ("doubt", "doubt-wash", 4.5),
    *(
        (f"tone-{one}", ground, 4.5)
        for one in "abcdef"
        for ground in (f"tone-{one}-wash", "sunk", "sheet")
    ),
    *(("ink", f"tone-{one}-wash", 4.5) for one in "abcdef"),
    ("doubt", "sheet", 4.5),
    ("doubt", "accent-wash", 4.5),
    ("good", "accent-wash", 4.5),
    ("soft", "good-wash", 4.5),
    *(("edge", ground, 3.0) for ground in GROUNDS),
]


def palettes() -> dict[str, dict[str, str]]:
    """The three blocks of tokens: light, dark, and dark because the device says so."""
    blocks = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", CSS)
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in blocks]
    return dict(zip(("light", "dark", "device"), found, strict=True))


def brightness(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((brightness(one), brightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_it_can_be_read(palette: str, text: str, ground: str, least: float) -> None:
    colours = palettes()[palette]
    assert contrast(colours[text], colours[ground]) >= least


def test_dark_is_dark_whoever_asks_for_it() -> None:
    assert palettes()["dark"] == palettes()["device"]


def test_the_design_language_names_the_colours_as_they_are() -> None:
    page = (ROOT / "docs/design-language.md").read_text()
    light, dark = palettes()["light"], palettes()["dark"]
    for names, ours, theirs in re.findall(
        r"^\| ([`\w, ]+) \| (`#[^|]+) \| (`#[^|]+) \|", page, re.MULTILINE
    ):
        for name, one, other in zip(
            re.findall(r"[a-z-]+", names),
            re.findall(r"#[0-9a-f]{6}", ours),
            re.findall(r"#[0-9a-f]{6}", theirs),
            strict=True,
        ):
            assert (light[name], dark[name]) == (one, other), name


def test_no_colour_stands_outside_of_the_tokens() -> None:
    for part in (
        "2-base",
        "3-parts",
        "4-study",
        "5-facts",
        "5-marks",
        "5-pages",
        "6-plots",
        "6-overviews",
        "7-hands",
    ):
        css = (ROOT / f"src/learnt/web/static/css/{part}.css").read_text()
        assert re.findall(r"#[0-9a-f]{3,8}\b", css) == []
    assert static.content("learnt.css")


def test_pictures_that_stand_alone_have_the_light_colours() -> None:
    light = palettes()["light"]
    names = ("SHEET", "SUNK", "LINE", "EDGE", "INK", "SOFT", "ACCENT")
    assert [getattr(palette, name) for name in names] == [light[name.lower()] for name in names]
    assert tuple(light[f"tone-{one}"] for one in "abcdef") == palette.TONES
    assert tuple(light[f"tone-{one}-wash"] for one in "abcdef") == palette.WASHES
