"""The parse as people corrected it, for exports: text, tables, outline and front matter in force."""

from __future__ import annotations

import msgspec

from engine.editing.corrected_text import TextInForce, flow_spans
from engine.editing.front import front_in_force
from engine.editing.items import Item
from engine.editing.text_in_force import text_in_force
from engine.editing.view import View
from engine.model.parse import Heading, Parse
from engine.model.trace import Trace


def revised(view: View) -> Parse | None:
    """The parse with human work over it; None without a parse. Metrics, tasks and systems are the machine's own: their
    fields are read from the view."""
    text = text_in_force(view)
    if text.parse is None:
        return None
    headings = (_heading(item, text) for item in view.headings if item.reading != "rejected")
    outline = tuple(sorted((one for one in headings if one is not None), key=lambda one: one.span))
    return msgspec.structs.replace(text.parse, document=front_in_force(view), outline=outline)


def _heading(item: Item, text: TextInForce) -> Heading | None:
    span = _span(item, text)
    if span is None or span[0] >= span[1]:
        return None
    title, marker = str(item.value("title") or ""), str(item.value("marker") or "")
    if item.span is not None and not set(item.overridden) & {"title", "marker"} and text.corrected_in(*item.span):
        title = text.words(*item.span).removeprefix(marker).strip()
    level = item.value("level")
    level = level if isinstance(level, int) and level > 0 else 1
    return Heading(item.id, level, marker, title, item.value("style") or "block", 1.0, span, item.places)


def _span(item: Item, text: TextInForce) -> tuple[int, int] | None:
    """Where a heading stands in the text in force."""
    if item.machine_id is not None and item.span is not None and item.override("places") is None:
        return text.span(*item.span)
    parse = text.parse
    trace = Trace(b"" if parse is None or parse.trace is msgspec.UNSET else parse.trace)
    spans = flow_spans(trace, item.places)
    return (spans[0][0], spans[-1][1]) if spans else None
