"""Rows as they paste into WPS and Excel: tabs between cells and quoted cells with line breaks as text, a table as HTML,
words that look like numbers or dates kept as words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItemModel

Rows = Sequence[Sequence[str]]
_WORDS = "mso-number-format:'\\@'"  # the cell holds words: 1-2 is no date, 011 not 11


def put_on_clipboard(rows: Rows, *, figures: Sequence[bool] = ()) -> None:
    """Put rows, the titles first, on the clipboard; `figures` says which columns hold numbers to reckon with."""
    data = _empty_data()
    data.setText(as_text(rows))
    data.setHtml(as_html(rows, figures))
    QGuiApplication.clipboard().setMimeData(data)


def as_text(rows: Rows) -> str:
    """Lines of cells apart by tabs."""
    return "\r\n".join("\t".join(map(_quoted, row)) for row in rows)


def as_html(rows: Rows, figures: Sequence[bool] = ()) -> str:
    """A table, its first row of titles."""
    lines = []
    for number, row in enumerate(rows):
        tag = "td" if number else "th"
        cells = []
        for at, cell in enumerate(row):
            is_figure = number > 0 and at < len(figures) and figures[at]
            style = "" if is_figure else f' style="{_WORDS}"'
            words = escape(cell).replace("\n", '<br style="mso-data-placement:same-cell">')
            cells.append(f"<{tag}{style}>{words}</{tag}>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f'<html><head><meta charset="utf-8"></head><body><table border="1">{"".join(lines)}</table></body></html>'


def _empty_data() -> QMimeData:
    """Made by Qt, not by Python: where the clipboard is a static of Qt's library (no window system), it is deleted
    after the interpreter has ended, and data that Python made would bring the process down then."""
    model = QStandardItemModel(1, 1)
    data = model.mimeData([model.index(0, 0)])
    data.clear()
    return data


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in "\t\r\n") or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
