"""Tables of `resources/lexicon`: UTF-8, tab-separated, `#` comments; read once by a Lexicon."""

from __future__ import annotations

from importlib.resources import files


def read_rows(name: str, columns: int) -> list[tuple[str, ...]]:
    """The rows of a table, each of exactly `columns` cells (missing last ones are empty)."""
    text = files("resources").joinpath("lexicon", name).read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [tuple(cell.strip() for cell in (row + [""] * columns)[:columns]) for row in rows]


def read_words(name: str) -> list[str]:
    """All words of a list, several a line, separated by blanks."""
    return [word for (line,) in read_rows(name, 1) for word in line.split()]
