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
with `is_read_only` is never saved. One whose binding is `undecided` is the review of a PDF with other bytes under this
name: show an empty session until the parse is there, then go on with what `settled` returns; who has no parse sees with
`resumed` what a crash left of work on this PDF.
"""

from __future__ import annotations

from engine.editing.rebase import Rebased
from engine.editing.session import Person
from engine.model.parse import Parse
from engine.settings import Settings
from engine.storage.autosave import Autosave, SaveState
from engine.storage.binding import Bound, PdfText, settle
from engine.storage.opening import Notice, Opened, open_review, read_review, resumed
from engine.storage.page_texts import read_page_texts
from engine.storage.places import PdfFacts, Shelf, Where, shelf_of
from engine.storage.saver import Saved, Saver, Snapshot
from engine.worker.memory import Shared

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
    "resumed",
    "settled",
    "shelf_of",
]


def person_of(settings: Settings) -> Person:
    """The reviewer that the settings name (by default after the login name)."""
    return Person(*settings.person())


def settled(opened: Opened, data: bytes | Shared, parse: Parse) -> tuple[Opened, Bound, Rebased | None]:
    """Decide an `undecided` opening by the page texts of the PDF (asked of a worker; blocks for about a second a
    thousand pages): the same text, a new draft (how many marks were found, changed, lost), or somebody else's
    document."""
    texts = read_page_texts(data)
    return settle(opened, PdfText(texts.pages, texts.boxes, parse))
