"""What `edtf.text_to_edtf` makes of whole texts: it answers with one value for each."""

import contextlib
import io
import json
import sys
import time

from edtf import text_to_edtf


def main() -> None:
    """Read a list of texts from standard input, answer with the values of each."""
    texts = json.load(sys.stdin)
    text_to_edtf("circa 1808")
    began = time.perf_counter()
    values = [value_of(text) for text in texts]
    took = (time.perf_counter() - began) * 1000 / len(texts)
    json.dump({"values": values, "ms": took}, sys.stdout)


def value_of(text: str) -> list[str]:
    """Its value in a list; nothing where it finds none or fails."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            found = text_to_edtf(text)
        except Exception:  # noqa: BLE001 - it fails in many ways on texts that are no dates
            return []
    return [found] if found else []


if __name__ == "__main__":
    main()
