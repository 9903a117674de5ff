"""`python -m tests.outline` is `python -m tests.outline.measure`."""

from tests.outline.measure import main

if __name__ == "__main__":
    main()
