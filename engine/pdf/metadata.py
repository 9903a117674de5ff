"""What a PDF says of itself, read by pypdf: document information and page labels. Runs in the parse worker only.

Everything in it is somebody's claim: cleaned, cut, and empty where pypdf cannot make sense of the file.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeVar

from pypdf import PdfReader

from engine.pdf.cleaning import MAX_LABEL, clean_text

Value = TypeVar("Value")

_MAX_VALUE = 300
_FIELDS = ("title", "author", "subject", "creator", "producer")


class Metadata(NamedTuple):
    """Document information as written, "" where missing; `labels` holds the page labels in order, none where the PDF
    has no labels of its own."""

    title: str = ""
    author: str = ""
    subject: str = ""
    creator: str = ""
    producer: str = ""
    labels: tuple[str, ...] = ()


def read_metadata(data: bytes, password: str = "") -> Metadata:
    """The metadata of a PDF's bytes. Never raises: a broken file has none."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with the file is not our reader's news
    reader = _tried(partial(_opened, data, password), None)
    if reader is None:
        return Metadata()
    title, author, subject, creator, producer = (_tried(partial(_text, reader, field), "") for field in _FIELDS)
    return Metadata(title, author, subject, creator, producer, _tried(partial(_labels, reader), ()))


def _opened(data: bytes, password: str) -> PdfReader:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        reader.decrypt(password)
    return reader


def _text(reader: PdfReader, field: str) -> str:
    return clean_text(str(getattr(reader.metadata, field, None) or ""), _MAX_VALUE)


def _labels(reader: PdfReader) -> tuple[str, ...]:
    if "/PageLabels" not in reader.root_object:
        return ()
    return tuple(clean_text(label, MAX_LABEL) for label in reader.page_labels)


def _tried(read: Callable[[], Value], otherwise: Value) -> Value:
    """What `read` gives. pypdf raises anything at all on a broken file, down to RecursionError."""
    try:
        return read()
    except Exception:  # noqa: BLE001
        return otherwise
