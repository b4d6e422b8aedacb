"""A package imported by learnt: run by benchmarks/packages.py, by the public Collection."""

import json
import resource
import sys
import time
from pathlib import Path

from learnt import Collection


def main() -> None:
    """Import the package into a new collection; one line of JSON says what that took."""
    request = json.loads(sys.argv[1])
    began, used = time.perf_counter(), time.process_time()
    with Collection.open(Path(request["folder"])) as collection:
        added = collection.add_package(Path(request["path"]))
    took, used = time.perf_counter() - began, time.process_time() - used
    print(
        json.dumps(
            {
                "notes": sum(one.new for one in added.decks),
                "answers": added.reviews,
                "ms": took * 1000,
                "processor_ms": used * 1000,
                "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
