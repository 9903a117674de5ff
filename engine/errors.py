"""Everything that can go wrong, as one tree of codes and values; the window words them.

PiyueError
├── FileError          file.missing, file.unreadable
├── PdfError           pdf.empty, pdf.not-a-pdf, pdf.password, pdf.too-large
├── WorkerStopped      worker.stopped (reason: deadline | memory | crash | closed)
├── SidecarError       sidecar.damaged, sidecar.newer, sidecar.not-saved (cause: read-only | full | gone | busy | other)
└── Cancelled          cancelled
"""

from __future__ import annotations


class PiyueError(Exception):
    """An error with a stable `code` and the `values` its wording needs; no sentences here."""

    code = "unknown"

    def __init__(self, **values: str | int) -> None:
        super().__init__(self.code, values)
        self.values = values

    def __str__(self) -> str:
        words = " ".join(f"{key}={value}" for key, value in self.values.items())
        return f"{self.code} {words}".rstrip()


class FileError(PiyueError):
    """The file could not be read from its folder."""


class FileMissing(FileError):
    """There is no file of that name."""

    code = "file.missing"


class FileUnreadable(FileError):
    """The file is there, but the system does not let us read it."""

    code = "file.unreadable"


class PdfError(PiyueError):
    """The bytes are not a PDF we can show."""


class EmptyFile(PdfError):
    """The file has no bytes."""

    code = "pdf.empty"


class NotAPdf(PdfError):
    """The bytes are not a PDF, or one broken beyond reading."""

    code = "pdf.not-a-pdf"


class PasswordNeeded(PdfError):
    """The PDF opens only with a password."""

    code = "pdf.password"


class TooLarge(PdfError):
    """The PDF passes one of the caps (`what`: pages, pixels, bytes)."""

    code = "pdf.too-large"


class WorkerStopped(PiyueError):
    """The worker process was ended (`reason`: deadline, memory, crash, closed) before it answered."""

    code = "worker.stopped"


class SidecarError(PiyueError):
    """The review beside the PDF could not be read or written."""


class SidecarDamaged(SidecarError):
    """The sidecar is cut off, does not parse or fails its checksum."""

    code = "sidecar.damaged"


class SidecarNewer(SidecarError):
    """The sidecar was written by a newer major version."""

    code = "sidecar.newer"


class NotSaved(SidecarError):
    """The review could not be written to its place (`cause`)."""

    code = "sidecar.not-saved"


class Cancelled(PiyueError):
    """The user, or a newer request, called it off."""

    code = "cancelled"
