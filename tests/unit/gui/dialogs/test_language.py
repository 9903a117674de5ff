"""English is complete: every sentence of the window is in the translation, finished, with its blanks and keys."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from gui.actions.table import ACTIONS, MENUS
from gui.dialogs.language import FOLDER, install_language, qt_translation
from gui.dialogs.statement_words import statement_text


def messages() -> dict[tuple[str, str], str | None]:
    """Translations of the .ts file by context and source, of one and of several by lines; None where unfinished."""
    found = {}
    for context in ET.parse(FOLDER / "piyue_en.ts").getroot().findall("context"):
        name = context.findtext("name")
        for message in context.findall("message"):
            translation = message.find("translation")
            is_open = (
                translation is None or translation.get("type") == "unfinished" or not "".join(translation.itertext())
            )
            forms = [] if is_open else [one.text or "" for one in translation.findall("numerusform")]
            found[name, message.findtext("source")] = None if is_open else "\n".join(forms) or translation.text
    return found


def sources(tree: ast.AST, holder: str = "") -> Iterator[tuple[str, str]]:
    """(context, text) of every text of a module that is marked for translation."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else holder
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            if called == "tr" and words:
                yield inside, words[0]
            elif called in {"translate", "QT_TRANSLATE_NOOP"} and len(words) > 1:
                yield words[0], words[1]
        yield from sources(node, inside)


MESSAGES = messages()


def test_every_text_of_the_window_is_in_the_translation(root: Path):
    marked = {
        pair for path in sorted((root / "gui").rglob("*.py")) for pair in sources(ast.parse(path.read_text("utf-8")))
    }
    assert len(marked) > 300
    assert sorted(marked - set(MESSAGES)) == []


def test_nothing_is_unfinished():
    assert [pair for pair, said in MESSAGES.items() if said is None] == []


def test_translations_keep_the_blanks_to_be_filled():
    names = re.compile(r"\{(\w+)\}")
    wrong = [
        source
        for (_, source), said in MESSAGES.items()
        for form in forms_of(source, said)
        if sorted(names.findall(source)) != sorted(names.findall(form)) or ("%n" in source) is not ("%n" in form)
    ]
    assert wrong == []


def forms_of(source: str, said: str | None) -> list[str]:
    """What a text is in English: for one and for several, where it goes by number."""
    return (said or "").split("\n") if "%n" in source else [said or ""]


def test_one_thing_is_not_told_in_the_plural(language):
    language("en")
    said = [QCoreApplication.translate("FilterBar", "%n 项", "", count) for count in (0, 1, 2)]
    assert said == ["0 items", "1 item", "2 items"]
    counts = [{"kind": "finding", "total": 3, "open": 1}, {"kind": "system", "total": 1}]
    assert "findings 3 (1 open), systems 1" in statement_text({"others": counts})


def test_translations_are_english():
    chinese = re.compile("[\u4e00-\u9fff]")
    quoted = re.compile('"[^"]*"')  # words of the document
    han = [said for said in MESSAGES.values() if chinese.search(quoted.sub("", said or ""))]
    assert han == []


def test_translations_have_no_quotes_that_chinese_fonts_draw_two_letters_wide():
    assert [said for said in MESSAGES.values() if set(said or "") & set("‘’“”")] == []


def test_the_compiled_translation_says_the_same(qapp):
    translator = QTranslator()
    assert translator.load(str(FOLDER / "piyue_en.qm"))
    stale = [
        (context, source)
        for (context, source), said in MESSAGES.items()
        if [translator.translate(context, source, "", n) for n in ((1, 2) if "%n" in source else (-1,))]
        != forms_of(source, said)
    ]
    assert stale == []


@pytest.fixture
def language(qapp) -> Iterator[object]:
    installed: list[QTranslator] = []

    def use(name: str) -> None:
        installed.extend(install_language(qapp, name))

    yield use
    for translator in installed:
        qapp.removeTranslator(translator)


def test_chinese_is_the_language_of_the_sources_and_of_qts_own_buttons(qtbot, language):
    language("")
    assert QCoreApplication.translate("actions", "撤销(&U)") == "撤销(&U)"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "取消"


def test_english_is_one_word_away(language):
    language("en")
    assert QCoreApplication.translate("actions", "撤销(&U)") == "&Undo"
    assert QApplication.translate("errors", "不是 PDF 文件") == "Not a PDF"


def test_qt_brings_its_chinese():
    assert qt_translation("zh_CN").is_file()


def test_no_access_key_stands_twice_in_an_english_menu():
    for menu in MENUS:
        sources = [entry.text for entry in ACTIONS if entry.menu == menu.id]
        sources += [one.text for one in MENUS if one.parent == menu.id]
        texts = [MESSAGES["actions", source] or "" for source in sources]
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), (menu.id, sorted(letters))
    bar = [(MESSAGES["actions", menu.text] or "").split("&")[1][0].casefold() for menu in MENUS if not menu.parent]
    assert len(bar) == len(set(bar))
