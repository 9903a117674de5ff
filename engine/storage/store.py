"""The storage layer's door, for window and command line.

    pdf = PdfFacts(path, sha256, size, pages)              # of the bytes as read
    shelf = shelf_of(settings)
    opened = open_review(pdf, shelf)                       # writes nothing; look at notices and binding
    saver = Saver(opened, shelf, person)
    autosave = Autosave(saver, tell)                       # tell(SaveState) comes on the saving thread
    session = Session(opened.review, parse, person, on_step=autosave.step, is_unsaved=opened.is_recovered)
    changes = session.apply(edit); autosave.changed(session)
    changes = saver.take_in(session, state.saved)          # on the session's thread, for each state "saved"
    autosave.close(session)

An opened review with `is_recovered` holds work that its file lacks; it is saved with the next change or on closing. One
with `is_read_only` is never saved. One whose binding is `undecided` goes through `engine.storage.binding` first.
"""

from __future__ import annotations

from engine.editing.session import Person
from engine.settings import Settings
from engine.storage.autosave import Autosave, SaveState
from engine.storage.opening import Notice, Opened, open_review, read_review
from engine.storage.places import PdfFacts, Shelf, Where, shelf_of
from engine.storage.saver import Saved, Saver, Snapshot

__all__ = [
    "Autosave",
    "Notice",
    "Opened",
    "PdfFacts",
    "SaveState",
    "Saved",
    "Saver",
    "Shelf",
    "Snapshot",
    "Where",
    "open_review",
    "person_of",
    "read_review",
    "shelf_of",
]


def person_of(settings: Settings) -> Person:
    """The reviewer that the settings name (by default after the login name)."""
    return Person(*settings.person())
