"""`python -m tests.layouts` is `python -m tests.layouts.measure`."""

from tests.layouts.measure import main

if __name__ == "__main__":
    main()
