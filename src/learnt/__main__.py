"""`learnt` and `python -m learnt`."""

import sys


def main() -> None:
    """Run the command line and leave with its status."""
    from learnt.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
