"""Tasks from tables with columns such as 任务, 牵头单位, 配合单位, 完成时限."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.task_words import TaskWords
from engine.model.flow import Cell, Flow, Table
from engine.model.parse import FieldPlace, Heading, Task
from engine.parsing.roles import roles_of


class Columns(NamedTuple):
    """Column numbers: `tasks` from the general to the particular, `roles` by kind of label."""

    tasks: tuple[int, ...]
    roles: dict[str, int]
    target: int | None = None


Grid = dict[tuple[int, int], Cell]


def tasks_of_tables(flow: Flow, outline: tuple[Heading, ...], lexicon: Lexicon) -> Iterator[Task]:
    """One task a row of every table that names units; cells that run over several rows count for each."""
    for table in flow.tables:
        grid = _grid(table)
        head_end, columns = _columns(flow, table, grid, lexicon.task_words)
        if columns:
            above: dict[int, str] = {}
            for row in range(head_end, table.rows):
                task = _row_task(flow, outline, grid, row, columns, above, lexicon)
                if task:
                    yield task


def _grid(table: Table) -> Grid:
    return {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + max(1, cell.row_span))
        for column in range(cell.column, cell.column + max(1, cell.column_span))
    }


def _columns(flow: Flow, table: Table, grid: Grid, words: TaskWords) -> tuple[int, Columns | None]:
    """The columns told by the first rows (a title row may stand above the heads), and the first row below them."""
    for row in range(min(table.rows, max(3, table.head_rows))):
        heads = {
            column: re.sub(r"\s+|[（(].*?[）)]", "", flow.of(grid[row, column]))
            for column in range(table.columns)
            if (row, column) in grid
        }
        columns = _columns_of(heads, words)
        if columns:
            return max(grid[row, column].row + grid[row, column].row_span for column in heads), columns
    return 0, None


def _columns_of(heads: dict[int, str], words: TaskWords) -> Columns | None:
    roles: dict[str, int] = {}
    tasks: list[int] = []
    target = None
    for column, head in heads.items():
        label = words.column.match(head)
        if label and len(head) - label.end() <= 4:
            roles.setdefault(str(label.lastgroup), column)
        elif re.fullmatch(r"(?:指标)?(?:属性|类型|性质)", head):
            target = column
        elif words.task_column.fullmatch(head):
            tasks.append(column)
    named = {"lead", "plain"} & roles.keys()
    return Columns(tuple(tasks), roles, target) if named and tasks else None


def _row_task(
    flow: Flow,
    outline: tuple[Heading, ...],
    grid: Grid,
    row: int,
    columns: Columns,
    above: dict[int, str],
    lexicon: Lexicon,
) -> Task | None:
    """The task of a row. `above` holds what each column of categories said last; it stands for empty cells below."""
    told = [(column, grid[row, column]) for column in columns.tasks if (row, column) in grid]
    told = [(column, cell) for column, cell in told if flow.of(cell).strip()]
    if not told:
        return None
    _, task_cell = told[-1]
    values = {
        kind: flow.of(grid[row, column]).strip() for kind, column in columns.roles.items() if (row, column) in grid
    }
    lines = [f"{_LABELS[kind]}：{value}" for kind, value in values.items() if value]
    roles = roles_of("；".join(lines), lexicon.task_words, lexicon.organs)
    cells = [task_cell, *(grid[row, column] for column in columns.roles.values() if (row, column) in grid)]
    start, end = task_cell.start, task_cell.end
    heading = _heading_before(outline, start)
    task_column = told[-1][0]
    above.update((column, _tight(flow.of(cell))) for column, cell in told[:-1])
    return Task(
        id="",
        text=_tight(flow.of(task_cell)),
        confidence=0.9 if roles.lead else 0.6,
        span=(start, end),
        heading=heading.id if heading else None,
        category=tuple(above[column] for column in columns.tasks if column < task_column and column in above),
        leader=roles.leader,
        lead=roles.lead,
        support=roles.support,
        deadline=roles.deadline,
        target_type=_target(flow, grid, row, columns),  # type: ignore[arg-type]
        places=tuple(place for cell in dict.fromkeys(cells) for place in flow.places(cell.start, cell.end)),
        fields={
            _FIELDS[kind]: FieldPlace(flow.places(grid[row, column].start, grid[row, column].end))
            for kind, column in columns.roles.items()
            if values.get(kind)
        },
    )


_LABELS = {"lead": "牵头单位", "plain": "责任单位", "support": "配合单位", "leader": "责任领导", "deadline": "完成时限"}
_FIELDS = {"lead": "lead", "plain": "lead", "support": "support", "leader": "leader", "deadline": "deadline"}


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text).rstrip("。；;")


def _target(flow: Flow, grid: Grid, row: int, columns: Columns) -> str | None:
    cell = grid.get((row, columns.target)) if columns.target is not None else None
    word = flow.of(cell) if cell else ""
    return "binding" if "约束" in word else "expected" if "预期" in word else None


def _heading_before(outline: tuple[Heading, ...], offset: int) -> Heading | None:
    at = bisect_right(outline, offset, key=lambda heading: heading.span[0])
    return outline[at - 1] if at else None
