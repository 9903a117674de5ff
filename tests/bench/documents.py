"""PDFs for measuring: many pages of lines, the first one a solid magenta sheet where a screen is watched."""

from __future__ import annotations

from pathlib import Path

MAGENTA = "1 0 1 rg 0 0 595 842 re f"


def write_pdf(path: Path, pages: int, *, magenta_first: bool = False, lines: int = 40) -> Path:
    """A plain PDF of A4 pages with `lines` lines of text each."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    kids = []
    for number in range(pages):
        content = _content(number, lines, magenta=magenta_first and number == 0).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(kids))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(out)
    return path


def _content(number: int, lines: int, *, magenta: bool) -> str:
    parts = [MAGENTA] if magenta else []
    parts.append("0 0 0 rg BT /F1 12 Tf 18 TL 72 780 Td")
    parts += [
        f"(page {number + 1} line {line} lorem ipsum dolor sit amet {number * lines + line}) Tj T*"
        for line in range(lines)
    ]
    parts.append("ET")
    return "\n".join(parts)
