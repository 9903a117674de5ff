"""Makes an item of what is selected: a heading, a metric, a task, a system that the machine did not find.

What the words themselves say is read as the machine reads it; the rest is for the item's card.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.editing.verbs import add_item
from engine.model.flow import flow_of_texts
from engine.parsing.metrics.phrase import Phrase, read_phrase
from engine.parsing.outline.guess import Neighbour, guess_heading
from engine.parsing.tasks import find_tasks
from gui.bridge.document import OpenDocument
from gui.panels.fields.suggestions import office_lexicon
from gui.panels.words.announce import announce
from gui.tools.words.front import Front
from gui.tools.words.paragraph import Around, around
from gui.tools.words.writing import places_of


class NewItems(QObject):
    """`made` tells the id of the new item, which is the selected one then."""

    made = Signal(str)

    def __init__(self, front: Front, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._front = front
        self._lexicon = office_lexicon()

    def handlers(self) -> dict[str, Any]:
        """What answers to the actions `item.add-…`."""
        kinds = ("heading", "metric", "task", "system")
        return {f"item.add-{kind}": lambda kind=kind: self.add(kind) for kind in kinds}

    def add(self, kind: str) -> str:
        """Make the selected text an item of a kind; returns its id, "" where nothing is selected."""
        document, selection = self._front.document, self._front.selection
        places = places_of(selection)
        if document is None or document.session is None or document.session.parse is None or not places:
            return ""
        words = "".join(part[3] for part in selection.parts())
        found = around(document.session.parse, selection.parts())
        fields = getattr(self, f"_{kind}")(document, words, found, places[0])
        session = document.session
        edit = add_item(
            session.view,
            kind=kind,
            places=places,
            quote=selection.quote(),
            fields={**fields, "sentence": fields.get("sentence") or found.sentence or words},
            by=session.person.id,
        )
        document.apply(edit, "page")
        self._front.clear()
        document.select(edit.ids[0], "page")
        self.made.emit(edit.ids[0])
        announce(self._front.widget, self.tr("已添加，可在卡片里补全"))
        return edit.ids[0]

    def _heading(self, document: OpenDocument, words: str, found: Around, place: Any) -> dict[str, Any]:
        before: list[Neighbour] = []
        after: list[Neighbour] = []
        for item in document.session.view.headings:
            if item.reading != "rejected" and item.places:
                neighbour = Neighbour(int(item.value("level") or 1), item.quote)
                (before if _order(item.places[0]) < _order(place) else after).append(neighbour)
        guess = guess_heading(words, before, after, self._lexicon.numbering)
        style = "runin" if found.text[found.end :].strip() else "block"
        return {"level": guess.level, "marker": guess.marker, "title": guess.title, "style": style}

    def _metric(self, document: OpenDocument, words: str, found: Around, _place: Any) -> dict[str, Any]:
        title = document.session.view.front("title")
        phrase = read_phrase(found.text, found.start, found.end, self._lexicon, title) if found.text else None
        if phrase is None:
            phrase = read_phrase(words, 0, len(words), self._lexicon, title)
        return metric_fields(words, phrase)

    def _task(self, _document: OpenDocument, words: str, found: Around, _place: Any) -> dict[str, Any]:
        fields: dict[str, Any] = {"text": words, "lead": [], "support": [], "category": []}
        paragraph = found.text or words
        start, end = (found.start, found.end) if found.text else (0, len(words))
        for task in find_tasks(flow_of_texts([paragraph]), (), self._lexicon):
            if task.span[0] < end and task.span[1] > start:
                fields.update(leader=task.leader, lead=list(task.lead), support=list(task.support))
                fields.update(deadline=task.deadline, targetType=task.target_type)
                break
        return fields

    def _system(self, _document: OpenDocument, words: str, _found: Around, _place: Any) -> dict[str, Any]:
        name = words.strip("“”‘’《》「」 ")
        return {"name": name, "status": "built", "aliases": []}


def metric_fields(words: str, phrase: Phrase | None) -> dict[str, Any]:
    """The fields of a metric whose selected words are given, with what was read of its quantity."""
    if phrase is None:
        return {"quote": words, "name": "", "value": 0, "unit": "", "kind": "level", "status": "achieved"}
    quantity = phrase.quantity
    number = quantity.number_end - quantity.start
    return {
        "quote": quantity.quote,
        "name": phrase.name,
        "value": quantity.value,
        "value_max": quantity.value_max,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "kind": phrase.kind,
        "direction": phrase.direction,
        "status": phrase.status,
        "period": phrase.period,
        "written": {
            "number": quantity.quote[quantity.number_start - quantity.start : number],
            "unit": quantity.quote[number : quantity.unit_end - quantity.start],
        },
        "sentence": phrase.sentence,
    }


def _order(place: Any) -> tuple[int, float, float]:
    """Where a place begins, in the order of pages and their text."""
    quad = place.quads[0] if place.quads else (0.0,) * 8
    return place.page, float(place.chars[0]) if place.chars else 0.0, -quad[1]
