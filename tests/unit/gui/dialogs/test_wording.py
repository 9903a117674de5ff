"""Every error of the engine has a title, a sentence and what to do next."""

from __future__ import annotations

import pytest

from engine import errors
from gui.dialogs.wording import ERRORS, wording


def codes() -> list[str]:
    found = []
    waiting = [errors.PiyueError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if "code" in vars(kind) and kind.code != "unknown":
            found.append(kind.code)
    return sorted(found)


@pytest.mark.parametrize("code", codes())
def test_every_error_is_worded(qapp, code):
    words = wording(code, {}, file="讲话.pdf")
    assert words.title
    assert words.sentence
    assert words.advice or code == "cancelled"
    assert "{" not in "".join(words)


@pytest.mark.parametrize(
    ("code", "values"),
    [("worker.stopped", {"reason": reason}) for reason in ("deadline", "memory", "closed")]
    + [("sidecar.not-saved", {"cause": cause}) for cause in ("read-only", "full", "gone", "busy")],
)
def test_reasons_have_words_of_their_own(qapp, code, values):
    assert wording(code, values) != wording(code, {})


def test_the_file_is_named_without_its_folder(qapp):
    assert "“讲话.pdf”" in wording("file.missing", {"path": "C:\\公文\\讲话.pdf"}).sentence
    assert "“讲话.pdf”" in wording("file.missing", {"name": "/srv/讲话.pdf"}).sentence


def test_without_a_name_it_is_this_file(qapp):
    assert wording("pdf.empty", {}).sentence == "这份文件里没有任何内容。"


def test_an_unknown_error_shows_its_code(qapp):
    assert "never.heard" in wording("never.heard", None).sentence


def test_an_unknown_reason_is_worded_by_its_code(qapp):
    assert wording("file.unreadable", {"reason": "Input/output error"}).title == "不能读取文件"


def test_sentences_end_as_sentences_do():
    for words in ERRORS.values():
        assert not words.title.endswith("。")
        assert words.sentence.endswith("。")
        assert not words.advice or words.advice.endswith("。")
