"""Metrics of tables: name from row and column heads, unit and time from column head, unit column, row or caption."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.trends import Direction
from engine.model.flow import Cell, Flow, Table
from engine.model.parse import FieldPlace, Kind, Metric, Qualifier, Status, Written
from engine.parsing.quantities.find import find_quantities
from engine.parsing.quantities.quantity import Quantity

_NUMBER = re.compile(
    r"\s*(?P<open>[〔\[（(【])?(?P<sign>[≥≤＞＜><])?\s*(?P<number>[-−－+＋]?\s*\d[\d,， ]*(?:\.\d+)?)"
    r"(?P<rest>(?![.、．）)])[^\d]{0,8}?)(?P<close>[〕\]）)】])?\s*$"
)
_SIGNS: dict[str, Qualifier] = {
    "≥": "at_least", "≤": "at_most", "＞": "over", ">": "over", "＜": "under", "<": "under",
}  # fmt: skip
_UNIT_IN_BRACKETS = re.compile(r"[（(]([^（）()]{1,10})[）)]")
_UNIT_OF_ALL = re.compile(r"(?:计量)?单位[:：]?\s*([^\s，。；、（）()]{1,10})")
_MARKER = re.compile(r"^(?:其中[:：]?|[（(]?\d{1,2}[）).、．]|[一二三四五六七八九十]{1,2}[、.]|#|\*|合\s*计$)+")
_GENERIC = re.compile(
    r"绝对[数值量]|指标值?|数值|本年|总量|实际(?:完成)?|完成[数值]?|单位|年均|累计|数据|情况|合计|水平|目标值?|规划|预期|基期|现状|名称|项目"
    r"|全年|(?:19|20)\d{2}年?(?:末|底)?|±|同期|时期|[/／（）()：:\s％%\-—]"
)
_CHANGE = re.compile(r"(?:比|较|同比|环比|比上年|增减|增长|增幅|增速|升降|±|下降|上涨|提高|年均)")
_SKIPPED_HEADS = re.compile(r"序\s*号|编\s*号|备\s*注|电话|日期|代码|邮编|年份$")
_UNIT_HEAD = re.compile(r"^(?:计量)?单\s*位$")
_KIND_HEAD = re.compile(r"属\s*性|性\s*质|类\s*型")
_YEAR = re.compile(r"(?:19|20)\d{2}年?(?:末|底)?")


class Grid(NamedTuple):
    """A table's texts by row and column (spanned cells repeated) and what its columns are for."""

    table: Table
    texts: list[list[str]]
    cells: dict[tuple[int, int], Cell]
    labels: tuple[int, ...]
    units: int | None
    natures: int | None
    unit_of_all: str
    caption: str


def table_metrics(flow: Flow, table: Table, status: Status, lexicon: Lexicon) -> list[Metric]:
    """The metrics of one table, without ids, row by row. `status` holds where a column does not say otherwise."""
    if not table.cells:
        return []
    grid = _grid(flow, table)
    found = []
    for cell in table.cells:
        if cell.row < max(1, table.head_rows) or cell.column in grid.labels:
            continue
        metric = _metric(flow, grid, cell, status, lexicon)
        if metric is not None:
            found.append(metric)
    return found


def _grid(flow: Flow, table: Table) -> Grid:
    texts = [[""] * table.columns for _ in range(table.rows)]
    cells = {}
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.row_span, table.rows)):
            for column in range(cell.column, min(cell.column + cell.column_span, table.columns)):
                texts[row][column] = flow.of(cell)
                cells[row, column] = cell
    head = max(1, table.head_rows)
    heads = ["".join(dict.fromkeys(texts[row][column] for row in range(head))) for column in range(table.columns)]
    labels = tuple(column for column in range(table.columns) if _is_label(texts[head:], heads[column], column))
    caption = flow.of(table.caption) if table.caption else ""
    labels = tuple(column for column in labels if not _KIND_HEAD.search(heads[column]))
    units = next((column for column, text in enumerate(heads) if _UNIT_HEAD.search(text.strip())), None)
    natures = next((column for column, text in enumerate(heads) if _KIND_HEAD.search(text)), None)
    return Grid(table, texts, cells, labels, units, natures, _unit_of_all(flow, table, caption), caption)


def _is_label(body: list[list[str]], head: str, column: int) -> bool:
    """Whether a column names the rows (or is of no interest): the first ones that hold words."""
    if _SKIPPED_HEADS.search(head) or _UNIT_HEAD.search(head.strip()):
        return True
    filled = [row[column] for row in body if row[column].strip()]
    numbers = sum(_NUMBER.match(text) is not None for text in filled)
    return column <= 2 and numbers * 2 < len(filled) + (column == 0 and not filled)


def _unit_of_all(flow: Flow, table: Table, caption: str) -> str:
    """`单位：万元` in the caption or in the line above the table."""
    start = table.cells[0].start
    for text in (caption, flow.text[max(0, start - 24) : start]):
        if unit := _UNIT_OF_ALL.search(text):
            return unit[1]
    brackets = _UNIT_IN_BRACKETS.search(caption)
    return brackets[1] if brackets else ""


def _metric(flow: Flow, grid: Grid, cell: Cell, status: Status, lexicon: Lexicon) -> Metric | None:
    text = flow.of(cell)
    written = _NUMBER.match(text)
    if written is None or cell.column == grid.natures:
        return None
    head = "".join(dict.fromkeys(grid.texts[row][cell.column] for row in range(max(1, grid.table.head_rows))))
    label = _label(grid, cell)
    unit_text = _unit_text(grid, cell, written["rest"], head, label)
    quantity = _amount(written["number"], unit_text, lexicon)
    if quantity is None or not (label or head):
        return None
    kind, direction = _kind(head, label, quantity, lexicon)
    name = _name(grid, head, label, kind, lexicon)
    if not name:
        return None
    label_cell = next((grid.cells.get((cell.row, column)) for column in reversed(grid.labels)), None)
    places = () if label_cell is None else flow.places(label_cell.start, label_cell.end)
    period = _period(head, label, grid.caption, lexicon)
    row = [grid.cells[cell.row, column] for column in range(grid.table.columns) if (cell.row, column) in grid.cells]
    return Metric(
        id="",
        name=name,
        value=quantity.value,
        unit=quantity.unit,
        kind=kind,
        status=_status(head, status, lexicon),
        quote="".join(text.split()),
        written=Written("".join(written["number"].split()), unit_text),
        sentence=" ".join(dict.fromkeys(flow.of(one) for one in row)),
        confidence=0.7,
        span=(cell.start, cell.end),
        qualifier=_SIGNS.get(written["sign"] or ""),
        direction=direction,
        period=period,
        target_type=_nature(grid, cell),
        indicator_key=lexicon.aliases.key(name),
        source="table",
        sentence_span=(row[0].start, row[-1].end),
        places=flow.places(cell.start, cell.end),
        fields={"name": FieldPlace(places, derived=True)},
    )


def _label(grid: Grid, cell: Cell) -> str:
    words = [grid.texts[cell.row][column] for column in grid.labels if column != grid.units]
    words = [word for word in dict.fromkeys(words) if word.strip() and not _NUMBER.match(word)]
    return "".join("".join(words).split())


def _unit_text(grid: Grid, cell: Cell, own: str, head: str, label: str) -> str:
    """The unit as printed: in the cell, the unit column, the column's head, the row's label, or over the table."""
    if own.strip():
        return own.strip()
    column = grid.texts[cell.row][grid.units].strip() if grid.units is not None else ""
    if column and column not in "—-":
        return column
    for text in (head, label):
        if brackets := _UNIT_IN_BRACKETS.findall(text):
            return str(brackets[-1])
    if "%" in head or "％" in head:
        return "%"
    return grid.unit_of_all


def _amount(number: str, unit: str, lexicon: Lexicon) -> Quantity | None:
    plain = re.sub(r"[\s+＋]", "", number).replace("，", ",")
    negative = plain[0] in "-−－"
    found = find_quantities(f"{plain.lstrip('-−－')}{unit}", lexicon)
    if not found or found[0].number_start:
        return None
    value = -found[0].value if negative else found[0].value
    unknown = unit if not found[0].unit and not found[0].scaled else found[0].unit
    return found[0]._replace(value=value, unit=unknown)


def _kind(head: str, label: str, quantity: Quantity, lexicon: Lexicon) -> tuple[Kind, Direction | None]:
    for text in (head, label):
        said = _CHANGE.search(text)
        trend = lexicon.trends.word.search(text)
        if said and (trend or "±" in text or "同比" in text or "增减" in text):
            up = trend is None or lexicon.trends.rows[trend[0]][0] == "up"
            return "change", "up" if up == (quantity.value >= 0) else "down"
        if trend and lexicon.trends.rows[trend[0]][1] == "noun":
            return "change", "up" if lexicon.trends.rows[trend[0]][0] == "up" else "down"
    if "位次" in head or "排名" in head or "名次" in head:
        return "rank", None
    return "level", None


def _name(grid: Grid, head: str, label: str, kind: Kind, lexicon: Lexicon) -> str:
    label = _MARKER.sub("", _UNIT_IN_BRACKETS.sub("", label)).strip("：: ")
    if _YEAR.fullmatch(label):
        label = ""
    noun = "" if kind == "change" and label else _GENERIC.sub("", _UNIT_IN_BRACKETS.sub("", head))
    noun = _CHANGE.sub("", noun) if kind == "change" else noun
    if not label:
        return noun
    if noun and noun not in label and len(noun) <= 12:
        return label + noun
    if not lexicon.indicators.head.search(label) and (tail := lexicon.indicators.head.search(grid.caption)):
        return label + tail[0]
    return label


def _period(head: str, label: str, caption: str, lexicon: Lexicon) -> str | None:
    for text in (head, label, caption):
        if year := _YEAR.search(text):
            return year[0]
        if found := lexicon.periods.find(text):
            return found[0].text
    return None


def _status(head: str, status: Status, lexicon: Lexicon) -> Status:
    return lexicon.cues.status("heading", head) or status


def _nature(grid: Grid, cell: Cell) -> Literal["binding", "expected"] | None:
    if grid.natures is None:
        return None
    text = grid.texts[cell.row][grid.natures]
    return "binding" if "约束" in text else "expected" if "预期" in text else None
