"""What the window asks the page worker and what comes back, as light named tuples.

Annotations are real here: as strings they would each be compiled, a millisecond before the first page.
"""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from engine.errors import PiyueError
from engine.model.geometry import Box
from engine.model.link import Bookmark, Link
from engine.model.page import PageInfo

VISIBLE, NEAR, THUMBNAIL = 0, 1, 2
"""What a picture is for; the lower, the sooner."""


class OpenRequest(NamedTuple):
    """Open a document; every other one goes."""


class Request(NamedTuple):
    """Draw a page, or the part of it in `clip` (page space), at `scale` pixels a point.

    `serial` is the asker's own name for it. `near` are the first and last page the view still wants pictures of: what
    is pending for other pages is dropped ((0, 0): nothing is). A page that ended the worker twice is drawn again only
    `by_hand`.
    """

    page: int
    scale: float
    clip: Box | None
    serial: int
    near: tuple[int, int] = (0, 0)
    purpose: int = VISIBLE
    by_hand: bool = False


class TextRequest(NamedTuple):
    """Read the characters of a page."""

    page: int
    by_hand: bool = False


class LinksRequest(NamedTuple):
    """Read the links of a page."""

    page: int
    by_hand: bool = False


class BookmarksRequest(NamedTuple):
    """Read the PDF's own outline."""

    page: int = 0  # it belongs to none


class ParseRequest(NamedTuple):
    """Parse a document. `sha256` is that of its bytes, in hexadecimal; `bookmarks` tells whether its own outline may be
    used."""

    file_name: str
    sha256: str
    bookmarks: bool = True


AnyRequest = OpenRequest | Request | TextRequest | LinksRequest | BookmarksRequest


class Opened(NamedTuple):
    """A document is open. The displayed sizes are exact; box and rotation of pages not loaded yet are taken from pages
    of the same size, and corrected by `Measured` before anything of such a page comes."""

    pages: tuple[PageInfo, ...]


class Measured(NamedTuple):
    """A page has been loaded and its box or rotation is not what was said before."""

    page: PageInfo


class Rendered(NamedTuple):
    """A picture: rows from the top, `stride` bytes each, four bytes a pixel (blue, green, red, 255). `x`, `y` is its
    top left corner on the page drawn whole at that scale. `pixels` belongs to the receiver."""

    request: Request
    width: int
    height: int
    stride: int
    pixels: memoryview
    x: int = 0
    y: int = 0


class PageTextReply(NamedTuple):
    """Text of a page by code point, and four floats a code point in page space (all zero: made up by PDFium)."""

    page: int
    text: str
    boxes: "array[float]"  # not subscriptable when it runs


class Links(NamedTuple):
    """Links of a page."""

    page: int
    links: Sequence[Link]


class Bookmarks(NamedTuple):
    """The PDF's own outline, flat and in order; empty where it has none."""

    bookmarks: Sequence[Bookmark]


class Failed(NamedTuple):
    """A request that got no answer: Cancelled, WorkerStopped, or what the PDF had against it."""

    request: AnyRequest | ParseRequest
    error: PiyueError


class Progress(NamedTuple):
    """`done` of `total` pages are read; when all are, the parse itself is under way."""

    done: int
    total: int


Reply = Opened | Measured | Rendered | PageTextReply | Links | Bookmarks | Failed
