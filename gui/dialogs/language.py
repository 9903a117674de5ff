"""Installs the window's language: Chinese is the language of the sources, English a translation of them; Qt's own
buttons and dialogs follow. Light, because it runs before the window is made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

FOLDER = Path(resources.__file__).parent / "i18n"


def install_language(application: QCoreApplication, language: str) -> tuple[QTranslator, ...]:
    """Install what the language needs in the place of what was: "en" for English, anything else is Chinese. Returns the
    translators in use."""
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.deleteLater()
    is_english = language == "en"
    QLocale.setDefault(QLocale("en_GB" if is_english else "zh_CN"))
    wanted = [FOLDER / "piyue_en.qm"] if is_english else [qt_translation("zh_CN"), FOLDER / "qt_zh_CN.qm"]
    installed = []
    for path in wanted:
        translator = QTranslator(application)
        if translator.load(str(path)):
            application.installTranslator(translator)
            installed.append(translator)
    return tuple(installed)


def qt_translation(language: str) -> Path:
    """Where Qt keeps its own dialogs in a language."""
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
