"""Tables of the text view: a grid of cells with rules between them, wide ones wider than the column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from engine.model.parse import TableItem
from gui.transcript.blocks import Block, cell_sizes
from gui.transcript.setting import SetBlock, SetPiece, set_piece
from gui.transcript.typeface import Setting, Typeface

_PAD = 6.0  # pixels between a cell's rule and its words
_NARROW, _WIDE = 4.0, 18.0  # ems a column has at least, and wants at most
_STRETCH = 1.8  # a narrow table becomes so many times as wide at most, to fill the column
_SAMPLE = 400  # cells looked at for the widths of the columns

_CELL = Setting(0.92, below=0.0)
_HEAD = Setting(0.92, bold=True, align="centre", below=0.0)


def set_table(typeface: Typeface, block: Block, texts: Sequence[str]) -> SetBlock:
    """The rows of one block of a table; `texts` are those of its cells."""
    table = block.table
    assert table is not None  # noqa: S101 - the caller looks at the kind
    widths = column_widths(typeface, table)
    lefts = _sums(widths)
    first_row, end_row = block.rows
    pieces: list[SetPiece] = []
    boxes: list[tuple[int, int, int, int]] = []
    needs = [typeface.pitch(_CELL) + 2 * _PAD] * (end_row - first_row)
    taller: list[tuple[int, int, float]] = []
    offset = _first_cell(table, first_row)
    sizes = cell_sizes(table)
    for number, text in enumerate(texts):
        row, column, *_ = table.cells[offset + number]
        tall, wide = sizes[offset + number]
        right = min(column + wide, len(widths))
        room = lefts[right] - lefts[min(column, len(widths) - 1)] - 2 * _PAD
        setting = _HEAD if row < table.head_rows else _CELL
        one = set_piece(typeface, setting, (block.first + number, text), room)
        one.at = QPointF(lefts[min(column, len(widths) - 1)] + _PAD, 0.0)
        pieces.append(one)
        boxes.append((row - first_row, min(row - first_row + tall, len(needs)), column, right))
        height = one.layout.boundingRect().height() + 2 * _PAD
        if tall == 1 and row - first_row < len(needs):
            needs[row - first_row] = max(needs[row - first_row], height)
        else:
            taller.append((row - first_row, min(row - first_row + tall, len(needs)), height))
    for low, high, height in taller:
        if high > low:
            needs[high - 1] += max(height - sum(needs[low:high]), 0.0)
    below = typeface.em * 0.6 if end_row >= len(table.rows) else 0.0
    return _assembled(pieces, boxes, lefts, _sums(needs), below, (first_row, table.head_rows))


def column_widths(typeface: Typeface, table: TableItem) -> list[float]:
    """Pixels of every column: what its words want, made narrower until the table fits, but never below a few signs."""
    count = max((len(row) for row in table.rows), default=1)
    metrics = QFontMetricsF(typeface.font(_CELL))
    wants = [_NARROW * typeface.em] * count
    for (row, column, *_), (_, wide) in list(zip(table.cells, cell_sizes(table), strict=True))[:_SAMPLE]:
        if wide == 1 and column < count and row < len(table.rows):
            words = table.rows[row][column][:40]
            wants[column] = max(wants[column], metrics.horizontalAdvance(words) + 2 * _PAD + 2)
    wants = [min(want, _WIDE * typeface.em) for want in wants]
    over = sum(wants) - typeface.width
    if over <= 0:
        return [want * min(typeface.width / sum(wants), _STRETCH) for want in wants]
    least = [min(want, _NARROW * typeface.em) for want in wants]
    slack = sum(wants) - sum(least)
    share = min(over / slack, 1.0) if slack > 0 else 0.0
    return [want - (want - low) * share for want, low in zip(wants, least, strict=True)]


def _assembled(
    pieces: list[SetPiece],
    boxes: Sequence[tuple[int, int, int, int]],
    lefts: list[float],
    tops: list[float],
    below: float,
    head: tuple[int, int],
) -> SetBlock:
    rules = []
    first_row, head_rows = head
    for one, (top, low, left, right) in zip(pieces, boxes, strict=True):
        column = min(left, len(lefts) - 2)
        box = QRectF(lefts[column], tops[top], lefts[right] - lefts[column], tops[low] - tops[top])
        rules.append(box)
        spare = box.height() - one.layout.boundingRect().height()
        one.at = QPointF(one.at.x(), box.top() + max(spare / 2, _PAD))
    made = SetBlock(pieces, tops[-1] + below, lefts[-1], rules)
    heads = min(max(head_rows - first_row, 0), len(tops) - 1)
    made.head = QRectF(0.0, 0.0, lefts[-1], tops[heads])
    return made


def _first_cell(table: TableItem, row: int) -> int:
    return next((index for index, cell in enumerate(table.cells) if cell[0] >= row), 0)


def _sums(lengths: Sequence[float]) -> list[float]:
    sums = [0.0]
    for length in lengths:
        sums.append(sums[-1] + length)
    return sums
