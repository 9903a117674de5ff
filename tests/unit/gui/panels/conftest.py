"""A document with a real session over a parse made by hand, and the panels over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from engine.editing.edit import Changes, Edit
from engine.editing.review import Review
from engine.editing.session import Person, Session
from engine.model.page import PageInfo
from engine.model.parse import Finding, Heading, Metric, Numeral, ParagraphItem, Parse, Source, System, Task, Written
from engine.model.place import Place, Places
from gui.actions.build import ActionSet
from gui.panels.checking.triage import Triage
from gui.tools.mark_kinds import MarkKinds
from gui.window.side import SidePane

LINE = 20


class PanelDocument(QObject):
    """What panels see of an OpenDocument: a session, the selection, and the signals."""

    session_ready = Signal()
    parse_finished = Signal()
    parse_failed = Signal(object)
    changed = Signal(object)
    selection_changed = Signal(str, str)
    about_to_save = Signal()
    reference_changed = Signal()
    places_wanted = Signal(object, str)

    def __init__(self, parse: Parse) -> None:
        super().__init__()
        self.session = Session(Review(), parse, Person("p1", "张三", "区府办"))
        self.selected = ""
        self.pages: tuple[PageInfo, ...] = ()
        self.selections: list[tuple[str, str]] = []
        self.reference: PanelDocument | None = None
        self.file_name = parse.source.file_name
        self.has_text = True
        self.is_unread = False

    def label(self, page: int) -> str:
        return "封面" if page == 1 else str(page - 1)

    def select(self, item_id: str, initiator: str) -> None:
        self.selected = item_id
        self.selections.append((item_id, initiator))
        self.selection_changed.emit(item_id, initiator)

    def apply(self, edit: Edit, initiator: str) -> None:
        self.announce(self.session.apply(edit), initiator)

    def announce(self, changes: Changes | None, initiator: str) -> None:
        if changes is not None:
            self.changed.emit(changes._replace(initiator=initiator))

    def show_places(self, places: object, initiator: str) -> None:
        self.places_wanted.emit(places, initiator)

    def undo(self) -> None:
        self.announce(self.session.undo(), "undo")

    def redo(self) -> None:
        self.announce(self.session.redo(), "redo")


class Desk(QMainWindow):
    """A window that holds nothing but the side pane."""

    document_changed = Signal(object)

    def __init__(self, document: PanelDocument | None) -> None:
        super().__init__()
        self.document = document
        self.settings = FakeSettings()
        self.chrome = self
        self.area = self
        self.view = Pages()
        self.actions = ActionSet(self)
        self.actions.fill_menu_bar(self.menuBar())
        self.addToolBar(self.actions.make_toolbar("toolbar"))
        self.desk = self
        self.kinds = MarkKinds(self.settings, self.actions, self)
        self.kinds.changed.connect(self.view.hide_marks)
        self.side = SidePane(self)
        self.setCentralWidget(self.side)
        self.actions.set_state(
            {"document", "parse", "chosen", "item", "heading", "finding", "decided", "changed", "undo", "redo", "note"}
        )
        self.resize(480, 900)

    @property
    def triage(self) -> Triage:
        return self.side.triage

    def ids(self, kind: str) -> list[str]:
        return [item.id for item in self.document.session.view.items(kind)]


class Pages(QWidget):
    """Keeps what the page view would be told to hide."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden: frozenset[str] = frozenset()

    def hide_marks(self, kinds: frozenset[str]) -> None:
        self.hidden = kinds


class FakeSettings:
    """Keeps what the window would write to its file."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}

    def value(self, key: str) -> object:
        return self.values.get(key)

    def setValue(self, key: str, value: object) -> None:  # noqa: N802
        self.values[key] = value


def place(at: int) -> Places:
    page, row = divmod(at, 1000)
    top = 800 - row % 40 * LINE
    return (Place(page + 1, (row, row + 4), ((100, top, 160, top, 100, top - 12, 160, top - 12),)),)


def metric(number: int, at: int, **changed: object) -> Metric:
    sentence = f"目前，全区第{number}类用户数达到{number}万户，比上年有较大增长。"
    start = sentence.index(f"{number}万户")
    fields = {
        "name": f"第{number}类用户数", "value": number * 10000.0, "unit": "户", "kind": "level", "status": "achieved",
        "quote": f"{number}万户", "written": Written(f"{number}万", "户"), "confidence": 0.9, "period": "目前",
        **changed,
    }  # fmt: skip
    span = (at + start, at + start + len(str(fields["quote"])))
    return Metric(
        f"m{number}",
        sentence=sentence,
        span=span,
        sentence_span=(at, at + len(sentence)),
        places=place(at),
        heading="h1",
        **fields,
    )


def numerals_of(metrics: Sequence[Metric]) -> tuple[Numeral, ...]:
    """The numeral of every metric, as printed without its unit."""
    return tuple(
        Numeral(one.quote[:-2], "metric", (one.span[0], one.span[1] - 2), one.id, one.places) for one in metrics
    )


def parse_of(*, metrics: int = 25, others: Sequence[Numeral] = ()) -> Parse:
    found = tuple(metric(n, 600 + n * 100) for n in range(1, metrics + 1))
    headings = (("一、", "总结", 1), ("（一）", "网络", 2), ("（二）", "平台", 2), ("二、", "思路", 1))
    outline = tuple(
        Heading(f"h{n}", level, marker, title, "block", 0.9, (n * 500, n * 500 + 9), place(n * 500))
        for n, (marker, title, level) in enumerate(headings, 1)
    )
    return Parse(
        "0.1.0",
        Source("讲话.pdf", "ab" * 32, 8),
        outline=outline,
        metrics=found,
        tasks=(Task("t1", "加快推进", 0.9, (700, 704), lead=("区信息办", "区财政局"), places=place(700)),),
        systems=(System("s1", "统一办公系统", 0.9, ((800, 806),), places=place(800)),),
        findings=(Finding("f1", "damage.glyph", "warning", "布臵", (900, 902), "布置", places=place(900)),),
        numerals=(*numerals_of(found), *others),
        paragraphs=tuple(ParagraphItem("body", one.sentence, one.sentence_span, one.places) for one in found),
    )


@pytest.fixture
def document() -> PanelDocument:
    return PanelDocument(parse_of())


@pytest.fixture
def make_desk(qtbot, tmp_path, monkeypatch) -> Callable[[Parse], Desk]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def made(parse: Parse, panel: str = "metrics") -> Desk:
        desk = Desk(PanelDocument(parse))
        qtbot.addWidget(desk)
        with qtbot.waitActive(desk):
            desk.show()
            desk.activateWindow()
        desk.side.show_panel(panel)
        return desk

    return made


@pytest.fixture
def desk(make_desk) -> Desk:
    """The side pane over 25 metrics, the list of metrics in front."""
    return make_desk(parse_of())
