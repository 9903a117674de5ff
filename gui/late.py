"""What the window loads late, after page one is drawn: the only place where our own modules are named to be imported
while the program runs.

A name maps to "module:attribute". `load` imports it; a test resolves every line.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

TABLE = {
    "cli": "engine.cli.main:main",
    "app": "gui.app:run",
    "review": "gui.bridge.review:ReviewWork",
    "fonts": "gui.style.fonts:dress",
    "language": "gui.dialogs.language:install_language",
    "actions": "gui.actions.build:ActionSet",
    "chrome": "gui.window.chrome:Chrome",
    "thumbnails": "gui.pages.thumbnails:Thumbnails",
    "theme": "gui.style.theme:apply_theme",
    "print-desk": "gui.window.desks.print_desk:PrintDesk",
    "come-forward": "gui.window.late_states:come_forward",
    "place-beside": "gui.window.late_states:place_beside",
    "presses": "gui.style.pressing:presses",
    "collecting": "gui.window.collecting:Collecting",
    "ending": "gui.window.ending:end_when_asked",
    "layout-watch": "gui.window.late_states:LayoutWatch",
    "bookmarks": "gui.pages.bookmarks:BookmarkPane",
    "reference": "gui.window.beside.reference:Reference",
    "start-page": "gui.window.start_page:StartPage",
    "side": "gui.window.side:SidePane",
    "picture": "gui.shot:draw_picture",
    "quote": "engine.anchoring.anchor:Quote",
    "quote-of": "engine.anchoring.anchor:quote_of",
    "panel.outline": "gui.panels.outline.outline:OutlinePanel",
    "panel.metrics": "gui.panels.ledgers.metrics:MetricsPanel",
    "panel.tasks": "gui.panels.ledgers.tasks:TasksPanel",
    "panel.systems": "gui.panels.ledgers.systems:SystemsPanel",
    "panel.notes": "gui.panels.notes.notes:NotesPanel",
    "panel.findings": "gui.panels.findings.findings:FindingsPanel",
    "panel.numerals": "gui.panels.ledgers.numerals:NumeralsPanel",
    "panel.card": "gui.panels.card.card:DetailCard",
    "triage": "gui.panels.checking.triage:Triage",
    "ledgers": "gui.panels.ledgers.ledger_desk:LedgerDesk",
    "desks": "gui.panels.checking.list_desks:ListDesks",
    "coverage": "gui.panels.checking.coverage:CoverageButton",
    "dialogs": "gui.dialogs.desk:DialogDesk",
    "typing": "gui.window.desks.typing_keeper:TypingKeeper",
    "completion": "gui.dialogs.completion:Completion",
}


def load(name: str) -> Any:
    """The object a line of the table names."""
    module, attribute = TABLE[name].split(":")
    return getattr(import_module(module), attribute)
