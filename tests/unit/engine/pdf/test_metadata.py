"""What a PDF says of itself, and nothing where it cannot be read."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pypdf
import pytest

from engine.pdf.metadata import Metadata, read_metadata


def with_information(data: bytes, **information: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.add_metadata({f"/{name.title()}": value for name, value in information.items()})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_document_information_and_labels_are_read(pdfs: SimpleNamespace) -> None:
    data = pdfs.paged(["", ""], catalog="/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 7 >>] >>")
    got = read_metadata(with_information(data, title="讲话\u202e\n稿", author="办公室"))
    assert (got.title, got.author, got.labels) == ("讲话 稿", "办公室", ("i", "7"))


def test_a_pdf_that_says_nothing_has_empty_values(pdfs: SimpleNamespace) -> None:
    assert read_metadata(pdfs.paged([""])) == Metadata()


@pytest.mark.parametrize("size", [0, 1, 20, 300, 700])
def test_a_broken_file_has_empty_values(pdfs: SimpleNamespace, size: int) -> None:
    assert read_metadata(pdfs.paged([""])[:size]).title == ""


def test_an_encrypted_file_is_read_with_its_password(pdfs: SimpleNamespace) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(with_information(pdfs.paged([""]), title="密")))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert read_metadata(out.getvalue(), "secret").title == "密"
    assert read_metadata(out.getvalue()) == Metadata()
