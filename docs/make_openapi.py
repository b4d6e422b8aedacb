"""Write `docs/openapi.json` from the API itself: `python docs/make_openapi.py`.

A test holds the file equal to what this makes, so that every operation and field is told.
"""

import json
from pathlib import Path

from learnt.web.api import document

TARGET = Path(__file__).with_name("openapi.json")


def text() -> str:
    """The whole document, indented so that a person can look at it."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
