"""What is marked on which page: items and notes of the review as rectangles in page space, with their state.

Filled once after the parse and then changed item by item; painting and clicking only look up the page.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from engine.model.geometry import Box, box_of_quad
from engine.model.page import PageInfo

State = Literal["machine", "human", "correct", "wrong", "doubtful", "others-wrong"]

KINDS = ("heading", "metric", "numeral", "task", "system", "finding", "note")
_SLACK = 1.5  # points around a mark that still count as on it


class Mark(NamedTuple):
    """One item or note on one page. `boxes` in page space, one a printed line; `look` is a note's type, a finding's
    severity or a heading's level; `colour` a note's colour or ""; `is_last` tells that the item ends on this page."""

    item_id: str
    kind: str
    state: State
    page: int
    boxes: tuple[Box, ...]
    look: str = ""
    colour: str = ""
    tip: str = ""
    is_last: bool = True

    def holds(self, x: float, y: float, slack: float = _SLACK) -> bool:
        """Whether a point of page space lies on the mark."""
        return any(
            box.left - slack <= x <= box.right + slack and box.bottom - slack <= y <= box.top + slack
            for box in self.boxes
        )

    @property
    def area(self) -> float:
        return sum(box.width * box.height for box in self.boxes)


class MarkIndex:
    """Marks by page and by item."""

    def __init__(self) -> None:
        self.hidden: frozenset[str] = frozenset({"numeral"})
        self._by_page: dict[int, list[Mark]] = {}
        self._by_item: dict[str, tuple[Mark, ...]] = {}

    def on_page(self, page: int) -> list[Mark]:
        """Marks of a page (PDF page number) that are not hidden, large ones first so that small ones lie on top."""
        marks = self._by_page.get(page, ())
        return [mark for mark in marks if mark.kind not in self.hidden]

    def of_item(self, item_id: str) -> tuple[Mark, ...]:
        return self._by_item.get(item_id, ())

    def at(self, page: int, x: float, y: float) -> list[Mark]:
        """Marks under a point of page space, the smallest first."""
        return sorted((mark for mark in self.on_page(page) if mark.holds(x, y)), key=lambda mark: mark.area)

    def put(self, item_id: str, marks: Iterable[Mark]) -> set[int]:
        """Replace an item's marks; returns the pages whose picture changes."""
        pages = {mark.page for mark in self._by_item.pop(item_id, ())}
        for page in pages:
            self._by_page[page] = [mark for mark in self._by_page[page] if mark.item_id != item_id]
        fresh = tuple(marks)
        if fresh:
            self._by_item[item_id] = fresh
        for mark in fresh:
            row = self._by_page.setdefault(mark.page, [])
            row.append(mark)
            row.sort(key=lambda one: -one.area)
            pages.add(mark.page)
        return pages

    def fill(self, marks: Iterable[Mark]) -> None:
        """Start anew with these marks."""
        self.clear()
        for mark in marks:
            self._by_item[mark.item_id] = (*self._by_item.get(mark.item_id, ()), mark)
            self._by_page.setdefault(mark.page, []).append(mark)
        for row in self._by_page.values():
            row.sort(key=lambda one: -one.area)

    def clear(self) -> None:
        self._by_page.clear()
        self._by_item.clear()


def marks_of_view(view: Any) -> Iterator[Mark]:
    """All marks of a session's view."""
    for items in (view.headings, view.metrics, view.numerals, view.tasks, view.systems, view.findings):
        for item in items:
            yield from marks_of_item(item, view)
    for note in view.notes:
        yield from marks_of_note(note)


def marks_of_item(item: Any, view: Any = None) -> tuple[Mark, ...]:
    """Marks of an item; none when it was rejected, and none of kinds that are not marked (tables) or of
    numerals in running heads and feet."""
    if item.reading == "rejected" or item.kind not in KINDS:
        return ()
    if item.kind == "numeral" and (item.span is None or _is_of_no_metric(item, view)):
        return ()
    look = ""
    if item.kind == "heading":
        look = str(item.value("level"))
    elif item.kind == "finding":
        look = str(item.value("severity") or "")
    return _marks(item.id, item.kind, _state(item), item.places, look, "", item.quote or "")


def _is_of_no_metric(numeral: Any, view: Any) -> bool:
    """Whether the metric a numeral belongs to was said to be none."""
    metric = view.metric_of(numeral) if view is not None else None
    return metric is not None and metric.reading == "rejected"


def marks_of_note(note: Any) -> tuple[Mark, ...]:
    """Marks of a note; none when it was deleted or answers another, whose marks it stands under."""
    if note.deleted or note.reply_to:
        return ()
    return _marks(note.id, "note", "human", note.places, note.type, note.color or "", note.text or "")


def places_unmarked(view: Any, one: str, hidden: frozenset[str]) -> Sequence[Any]:
    """Places of an item or note that no mark shows: it was rejected, or marks of its kind are hidden."""
    note = view.note(one)
    thing = view.item(one) if note is None else None if note.deleted else note
    if thing is None:
        return ()
    marks = marks_of_item(thing, view) if note is None else marks_of_note(note)
    return () if any(mark.kind not in hidden for mark in marks) else tuple(thing.places)


def box_of_places(pages: Iterable[PageInfo], places: Iterable[Any]) -> tuple[int, Box] | None:
    """Page number and box of the first place that has any; the page's top edge where it has no quads."""
    by_number = {info.number: info for info in pages}
    for place in places:
        info = by_number.get(place.page)
        if info is None:
            continue
        boxes = [box_of_quad(quad) for quad in place.quads]
        if not boxes:
            return place.page, Box(info.box.left, info.box.top - 1, info.box.right, info.box.top)
        whole = boxes[0]
        for box in boxes[1:]:
            whole = whole.union(box)
        return place.page, whole
    return None


def _marks(
    item_id: str, kind: str, state: State, places: Iterable[Any], look: str, colour: str, tip: str
) -> tuple[Mark, ...]:
    by_page: dict[int, list[Box]] = {}
    for place in places:
        by_page.setdefault(place.page, []).extend(box_of_quad(tuple(quad)) for quad in place.quads)
    found = [
        Mark(item_id, kind, state, page, tuple(boxes), look, colour, tip, is_last=False)
        for page, boxes in by_page.items()
        if boxes
    ]
    if found:
        found[-1] = found[-1]._replace(is_last=True)
    return tuple(found)


def _state(item: Any) -> State:
    if item.verdict in {"correct", "wrong", "doubtful"}:
        state: State = item.verdict
        return state
    if item.is_wrong_elsewhere:
        return "others-wrong"
    return "machine" if item.reading == "machine" else "human"
