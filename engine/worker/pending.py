"""Which of the waiting requests a new one cancels, and which comes next: the one place where that is decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engine.worker.protocol import (
    THUMBNAIL,
    AnyRequest,
    BookmarksRequest,
    LinksRequest,
    OpenRequest,
    Request,
    TextRequest,
)


class Decision(NamedTuple):
    """Requests in the order they are to be served, and those that are answered with Cancelled instead."""

    waiting: tuple[AnyRequest, ...]
    cancelled: tuple[AnyRequest, ...]


def admitted(waiting: Sequence[AnyRequest], new: AnyRequest) -> Decision:
    """Let a request in.

    Opening a document cancels everything of the one before. A picture cancels the pictures (or thumbnails, if it is
    one) of pages that are not near by its own account, and the very same picture asked for before. Asking again for
    the text or the links of a page merges both. Visible pictures come first, then text and links, then pictures near
    by, then thumbnails; within that, first come, first served.
    """
    if isinstance(new, OpenRequest):
        return Decision((new,), tuple(waiting))
    if isinstance(new, Request):
        cancelled = tuple(old for old in waiting if isinstance(old, Request) and _is_superseded(old, new))
        kept = [old for old in waiting if old not in cancelled]
    else:
        cancelled = ()
        kept = [old for old in waiting if type(old) is not type(new) or old != new]  # as tuples they may be equal
    return Decision(tuple(sorted([*kept, new], key=_urgency)), cancelled)


def _is_superseded(old: Request, new: Request) -> bool:
    if (old.purpose == THUMBNAIL) != (new.purpose == THUMBNAIL):
        return False
    first, last = new.near
    is_same = (old.page, old.scale, old.clip) == (new.page, new.scale, new.clip)
    return is_same or (last > 0 and not first <= old.page <= last)


def _urgency(request: AnyRequest) -> int:
    match request:
        case OpenRequest():
            return 0
        case Request(purpose=purpose):
            return 1 if purpose == 0 else 2 + purpose
        case TextRequest() | LinksRequest() | BookmarksRequest():
            return 2
