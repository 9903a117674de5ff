"""`python -m tests.findings` is `python -m tests.findings.measure`."""

import sys

from tests.findings.measure import main

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
