"""The command line: its table, exit codes, and what goes where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdf
import pytest

from engine.cli.main import COMMANDS, main
from engine.cli.summary import summary
from engine.cli.wording import exit_status, reason
from engine.errors import (
    Cancelled,
    EmptyFile,
    FileMissing,
    FileUnreadable,
    NotAPdf,
    NotSaved,
    PasswordNeeded,
    PiyueError,
    SidecarDamaged,
    SidecarNewer,
    TooLarge,
    WorkerStopped,
)

ERRORS = (
    FileMissing(name="讲话.pdf"),
    FileUnreadable(name="讲话.pdf"),
    EmptyFile(),
    NotAPdf(),
    PasswordNeeded(),
    TooLarge(what="pages"),
    WorkerStopped(reason="deadline"),
    SidecarDamaged(),
    SidecarNewer(),
    NotSaved(cause="full"),
    Cancelled(),
)


@pytest.fixture(autouse=True)
def homeless(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings and no reviews of whoever runs the tests."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_of_the_table_has_its_module_and_explains_itself(command: Any, capsys: Any) -> None:
    module = import_module(command.module)
    assert callable(module.run)
    assert main([command.name, "--help"]) == 0
    assert command.summary[:20] in capsys.readouterr().out


@pytest.mark.parametrize("words", [["nonsense"], ["parse"], ["parse", "a", "b"], ["export", "a", "--format", "doc"]])
def test_wrong_arguments_are_status_2_and_explained_in_one_line(words: list[str], capsys: Any) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("piyue")
    assert err.count("\n") == 1


def test_no_arguments_are_status_2_and_answered_with_the_commands(capsys: Any) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"], ["--version"]])
def test_help_and_version_are_status_0(words: list[str], capsys: Any) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code)
def test_every_error_has_one_line_in_both_languages(error: PiyueError, monkeypatch: pytest.MonkeyPatch) -> None:
    english = reason(error)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    chinese = reason(error)
    for line in (english, chinese):
        assert line
        assert "\n" not in line
        assert "?" not in line
        assert line != str(error)
    assert english.isascii() or "讲话" in english
    assert not chinese.isascii()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotAPdf(), 3),
        (EmptyFile(), 3),
        (FileMissing(), 3),
        (TooLarge(), 3),
        (PasswordNeeded(), 4),
        (WorkerStopped(), 5),
    ],
)
def test_errors_end_with_the_published_status(error: PiyueError, status: int) -> None:
    assert exit_status(error) == status


def test_a_parse_is_one_json_object_of_the_published_form(sample: Path, capfdbinary: Any) -> None:
    assert main(["parse", str(sample), "--json"]) == 0
    parse = json.loads(capfdbinary.readouterr().out)
    assert parse["schema"] == [1, 0]
    assert parse["source"]["fileName"] == sample.name
    assert len(parse["source"]["pages"]) == parse["source"]["pageCount"] == 8
    lists = ("outline", "metrics", "tasks", "systems", "numerals", "findings", "paragraphs", "tables", "furniture")
    assert all(isinstance(parse[name], list) for name in lists)
    assert parse["document"]["speaker"]
    assert {"name", "value", "value_max", "targetType", "written", "indicatorKey"} <= set(parse["metrics"][0])


def test_a_summary_is_readable(sample: Path, capfdbinary: Any) -> None:
    assert main(["parse", str(sample), "--text"]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert text.startswith(sample.name)
    assert "提纲" in text
    assert "指标" in text


def test_a_summary_cites_pages_as_printed_with_the_pdf_page_where_it_differs() -> None:
    labels = ["i", "2"]
    shown = summary(
        {
            "source": {
                "fileName": "a.pdf",
                "pageCount": 2,
                "pages": [{"label": one, "text": "layer"} for one in labels],
            },
            "document": {},
            "outline": [
                {"level": 1, "marker": "", "title": title, "places": [{"page": page}] if page else []}
                for title, page in (("甲", 1), ("乙", 2), ("丙", 0))
            ],
            "metrics": [],
            **{name: [] for name in ("tasks", "systems", "tables", "findings")},
        }
    )
    assert "甲  [i (PDF 1)]\n" in shown
    assert "乙  [2]\n" in shown
    assert "丙\n" in shown


def test_without_a_review_the_reviewed_parse_is_the_machines(sample: Path, capfdbinary: Any) -> None:
    assert main(["parse", str(sample)]) == 0
    machine = json.loads(capfdbinary.readouterr().out)
    assert main(["parse", str(sample), "--reviewed"]) == 0
    reviewed = json.loads(capfdbinary.readouterr().out)
    assert [metric["value"] for metric in reviewed["metrics"]] == [metric["value"] for metric in machine["metrics"]]
    assert {metric["verdict"] for metric in reviewed["metrics"]} == {"open"}
    assert reviewed["document"] == machine["document"]


def test_failures_say_why_on_standard_error_and_print_nothing(
    tmp_path: Path, pdfs: SimpleNamespace, capfdbinary: Any
) -> None:
    text, locked = tmp_path / "text.pdf", tmp_path / "locked.pdf"
    text.write_text("text")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(locked)
    for path, status in ((tmp_path / "missing.pdf", 3), (text, 3), (locked, 4)):
        assert main(["parse", str(path)]) == status
        out, err = capfdbinary.readouterr()
        assert out == b""
        assert err.startswith(b"piyue: ")
        assert err.count(b"\n") == 1


def test_a_scan_is_status_0_and_said(tmp_path: Path, pdfs: SimpleNamespace, capfdbinary: Any) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pdfs.paged(["0 0 100 100 re f"]))
    assert main(["parse", str(scan)]) == 0
    out, err = capfdbinary.readouterr()
    assert json.loads(out)["source"]["pages"] == [{"label": "1", "text": "none"}]
    assert err == b"piyue: no page has text (a scan?)\n"


def test_a_document_is_exported_as_markdown(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert main(["export", str(sample), "--format", "md", "--no-bookmarks", "-o", str(out)]) == 0
    assert out.read_text("utf-8").lstrip().startswith("#")


def test_an_export_that_cannot_be_written_is_said(sample: Path, tmp_path: Path, capsys: Any) -> None:
    assert main(["export", str(sample), "--format", "md", "-o", str(tmp_path / "no" / "out.md")]) == 3
    assert capsys.readouterr().err == "piyue: not saved: gone\n"


def run_piped(words: list[str], root: Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "engine.cli", *words], input=data, capture_output=True, cwd=root, check=False
    )


def test_quantities_answer_one_array_a_line(root: Path) -> None:
    run = run_piped(["quantities"], root, "增长5.5%，达11万芯公里\n\n没有数字\n".encode())
    answers = [json.loads(line) for line in run.stdout.decode().splitlines()]
    assert [[one["value"] for one in answer] for answer in answers] == [[5.5, 110000], [], []]
    assert {"quote", "value", "value_max", "unit", "qualifier", "kind"} <= set(answers[0][0])


def test_the_command_line_needs_no_qt(root: Path, sample: Path) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; from engine.cli.main import main; "
        f"sys.exit(main(['parse', {str(sample)!r}, '--text']))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=root, check=False)
    assert run.returncode == 0, run.stderr.decode()


def test_a_reader_that_has_seen_enough_is_no_error(root: Path, sample: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        run = subprocess.run(
            [sys.executable, "-m", "engine.cli", "parse", str(sample)],
            stdout=pipe,
            stderr=subprocess.PIPE,
            cwd=root,
            check=False,
        )
    assert run.stderr == b""
