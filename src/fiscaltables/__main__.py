"""The command line, as ``python -m fiscaltables``."""

import sys

from fiscaltables.cli import main

if __name__ == "__main__":
    sys.exit(main())
