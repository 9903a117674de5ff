"""The programs that set known texts: each takes sources and leaves PDFs in a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


def available() -> frozenset[str]:
    """Which of the programs this machine has."""
    found = {name for name in ("soffice", "chromium", "xelatex") if shutil.which(name)}
    if weasyprint() is not None:
        found.add("weasyprint")
    return frozenset(found)


def weasyprint() -> str | None:
    """WeasyPrint's command: on the path, or named by the environment's PIYUE_WEASYPRINT."""
    return os.environ.get("PIYUE_WEASYPRINT") or shutil.which("weasyprint")


def soffice(sources: list[Path], folder: Path) -> None:
    """Flat ODT files to PDF, all in one start of the program."""
    profile = (folder / "profile").resolve().as_uri()
    _run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, sources),
        ],
        folder,
    )


def chromium(page: Path, pdf: Path, *, marginal: bool) -> None:
    """A page printed by Chromium, with its address, date and page count on every page where `marginal`. The page is
    served, so that the address printed on it names no folder."""
    quiet = [] if marginal else ["--no-pdf-header-footer"]
    handler = partial(_Silent, directory=str(page.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        _run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-proxy-server",
                f"--user-data-dir={pdf.parent / 'chromium'}",
                *quiet,
                f"--print-to-pdf={pdf}",
                f"http://127.0.0.1:{server.server_port}/{page.name}",
            ],
            pdf.parent,
        )
        server.shutdown()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


def weasy(page: Path, pdf: Path) -> None:
    _run([weasyprint() or "weasyprint", str(page), str(pdf)], pdf.parent)


def xelatex(tex: Path, folder: Path) -> None:
    for _ in range(2):
        _run(["xelatex", "-interaction=batchmode", f"-output-directory={folder}", str(tex)], folder, check=False)


def _run(command: list[str], folder: Path, *, check: bool = True) -> None:
    subprocess.run(command, cwd=folder, check=check, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
