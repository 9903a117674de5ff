"""The sidecar's bytes: one JSON object, keys sorted, one record a line, the checksum of all before it on the last line.

Decoded to plain dicts, so that what a newer version wrote is kept and written back.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal, NamedTuple

import msgspec

from engine.editing.review import SCHEMA, SECTIONS, Record, Review
from engine.errors import SidecarDamaged

FORMAT = "piyue-sidecar"
_INTEGRITY = b'"~integrity":"'
_DEEP = ("source", "parses")  # objects whose members stand on lines of their own
_encoder = msgspec.json.Encoder(order="sorted")

Soundness = Literal["sound", "edited", "newer"]


class Decoded(NamedTuple):
    """A review out of bytes. `edited`: it parses, but the checksum is wrong (edited by hand, or a flipped bit);
    `newer`: a newer major version wrote it, never to be saved. `reencoded`: only the encoding or line ends were
    changed."""

    review: Review
    soundness: Soundness
    reencoded: bool = False


def encode(review: Review) -> bytes:
    """The bytes of a review. Never fails on what was decoded or edited; unpaired surrogates become U+FFFD."""
    whole: Record = {**review.meta, "format": FORMAT, "schema": review.meta.get("schema") or list(SCHEMA)}
    lines: list[bytes] = []
    for name in sorted({*whole, *review.sections} - {"~integrity"}):
        if name == "log":
            lines.append(_list(name, [*review.sections["log"].values()]))
        elif name in review.sections:
            lines.append(_object(name, review.sections[name]))
        elif name in _DEEP and isinstance(whole[name], dict):
            lines.append(_object(name, whole[name]))
        else:
            lines.append(json_bytes(name) + b":" + json_bytes(whole[name]))
    body = b"{\n" + b",\n".join(lines) + b",\n"
    return body + _INTEGRITY + hashlib.sha256(body).hexdigest().encode() + b'"}\n'


def decode(data: bytes) -> Decoded:
    """The review of a sidecar's bytes. Raises SidecarDamaged where it is cut off, is no JSON or no sidecar.

    A byte order mark, CRLF and GBK (what editors on Chinese desktops make of a file) are understood.
    """
    text, is_changed = _text(data)
    whole = _parsed(text)
    is_whole = _checksum_fits(text)
    schema = whole.get("schema")
    major = schema[0] if isinstance(schema, list) and schema and isinstance(schema[0], int) else 0
    if major > SCHEMA[0]:
        return Decoded(review_of(whole), "newer")
    if whole.get("format") != FORMAT or not _has_sections(whole):
        raise SidecarDamaged(reason="structure")
    return Decoded(review_of(whole), "sound" if is_whole else "edited", is_whole and is_changed)


def review_of(whole: Record) -> Review:
    """The review of a decoded object; sections are told from everything else by their name and shape."""
    sections: dict[str, dict[str, Record]] = {}
    meta: Record = {}
    for name, value in whole.items():
        if name == "log" and isinstance(value, list):
            sections[name] = {_log_id(entry): entry for entry in value if isinstance(entry, dict)}
        elif name in SECTIONS and isinstance(value, dict):
            sections[name] = {key: record for key, record in value.items() if isinstance(record, dict)}
        elif name != "~integrity":
            meta[name] = value
    return Review(sections, meta)


def _log_id(entry: Record) -> str:
    one = entry.get("id")
    return one if isinstance(one, str) else hashlib.sha256(json_bytes(entry)).hexdigest()[:32]


def _text(data: bytes) -> tuple[bytes, bool]:
    """The bytes as we would have written them, and whether they were not."""
    text = data.removeprefix(b"\xef\xbb\xbf")
    if not _is_utf8(text):
        text = _from_gbk(text)
    if b"\r\n" in text:
        text = text.replace(b"\r\n", b"\n")
    return text, text != data


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _from_gbk(data: bytes) -> bytes:
    """GBK as UTF-8; a UTF-8 file with a few broken bytes is not taken for GBK (it would read as gibberish)."""
    valid = data.decode("utf-8", "ignore")
    foreign = sum(1 for char in valid if char > "\x7f")
    broken = len(data) - len(valid.encode())
    if broken * 2 < foreign:
        raise SidecarDamaged(reason="encoding")
    try:
        return data.decode("gb18030").encode("utf-8")
    except UnicodeDecodeError as error:
        raise SidecarDamaged(reason="encoding") from error


def _parsed(text: bytes) -> Record:
    try:
        whole = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise SidecarDamaged(reason="json") from error
    if not isinstance(whole, dict):
        raise SidecarDamaged(reason="structure")
    return whole


def _checksum_fits(text: bytes) -> bool:
    at = text.rfind(_INTEGRITY)
    if at < 0:
        return False
    body, last = text[:at], text[at:]
    return last == _INTEGRITY + hashlib.sha256(body).hexdigest().encode() + b'"}\n'


def _has_sections(whole: Record) -> bool:
    return all(isinstance(whole.get(name, {}), dict) for name in SECTIONS if name != "log") and isinstance(
        whole.get("log", []), list
    )


def _object(name: str, records: Record) -> bytes:
    if not records:
        return json_bytes(name) + b":{}"
    body = b",\n".join(json_bytes(key) + b":" + json_bytes(records[key]) for key in sorted(records))
    return json_bytes(name) + b":{\n" + body + b"\n}"


def _list(name: str, records: list[Any]) -> bytes:
    if not records:
        return json_bytes(name) + b":[]"
    return json_bytes(name) + b":[\n" + b",\n".join(json_bytes(record) for record in records) + b"\n]"


def json_bytes(value: object) -> bytes:
    """Compact JSON with sorted keys. U+FFFD for unpaired surrogates, which no UTF-8 file can hold."""
    try:
        return _encoder.encode(value)
    except (TypeError, ValueError, OverflowError):
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text).encode("utf-8")


def digest(data: bytes) -> str:
    """SHA-256 in hex digits."""
    return hashlib.sha256(data).hexdigest()
