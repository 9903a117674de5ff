"""Editors of single fields, one look and one way: the value comes in by `show_value`, goes out by `committed`.

Return commits and says so (`finished`), Escape puts the former value back; leaving commits. A wheel over an editor
without the focus scrolls the card instead of changing a value unseen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QWidget


class FieldEditor(QObject):
    """A widget that edits one value."""

    committed = Signal(object)  # the new value
    finished = Signal(bool)  # Return (True) or Escape (False): back to the list

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget
        self.shown: object = None
        self._composed = ""  # what an input method is composing
        widget.installEventFilter(self)

    def show_value(self, value: object) -> None:
        """Show what is in force; says nothing."""
        self.shown = value
        self._put(value)

    def enter(self) -> None:
        """Take the focus, with all that stands there selected."""
        self.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        select = getattr(self.widget, "selectAll", None)
        if select is not None:
            select()

    def commit(self) -> None:
        """Say the value if it is another than the one shown; what an input method is composing is part of it."""
        self.end_composition()
        value = self._taken()
        if value != self.shown:
            self.shown = value
            self.committed.emit(value)

    def is_changed(self) -> bool:
        """Whether something was typed that is not committed yet."""
        return bool(self._composed) or self._taken() != self.shown

    def is_whole(self) -> bool:
        """Whether what is typed so far can be said and stays in the field as it is typed."""
        return False

    def put_back(self, value: object) -> None:
        """Type over what is typed, without saying it."""
        self._put(value)

    def end_composition(self) -> None:
        """Take what an input method is composing as it stands: no letter is lost when the editor is left."""
        if self._composed and self.widget.hasFocus():
            QGuiApplication.inputMethod().commit()
        words, self._composed = self._composed, ""
        if words:  # the input method did not say it
            event = QInputMethodEvent()
            event.setCommitString(words)
            QCoreApplication.sendEvent(self.widget, event)

    def problem(self) -> str:
        """Why what is typed cannot be said, as a verb's code; "" where it can."""
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent) and not self.widget.hasFocus():
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        elif event.type() == QEvent.Type.FocusOut and watched is self.widget:
            if not (isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.PopupFocusReason):
                self.commit()  # but not for the proposals, which come up in a window of their own
        elif event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composed = event.preeditString()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._put(self.shown)
            self.finished.emit(False)  # noqa: FBT003 - a signal
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.commit()
            self.finished.emit(True)  # noqa: FBT003
            return True
        return False

    def _put(self, value: object) -> None:
        raise NotImplementedError

    def _taken(self) -> object:
        raise NotImplementedError


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class LineEditor(FieldEditor):
    """One line of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.line = QLineEdit(parent)
        super().__init__(self.line)

    def _put(self, value: object) -> None:
        text = "" if value is None else str(value)
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def is_whole(self) -> bool:
        return self.line.text() == self.line.text().strip()

    def _taken(self) -> object:
        text = self.line.text().strip()
        return self.shown if text == str(self.shown if self.shown is not None else "") else text


class DateEditor(LineEditor):
    """A date as people write it; half a date says nothing, so it is taken over only when the editor is left."""


class ListEditor(LineEditor):
    """Several words apart by 、."""

    def _put(self, value: object) -> None:
        super()._put("、".join(str(part) for part in value) if isinstance(value, Sequence) else "")

    def is_whole(self) -> bool:
        taken = self._taken()
        return isinstance(taken, list | tuple) and self.line.text() == "、".join(str(part) for part in taken)

    def _taken(self) -> object:
        text = self.line.text().replace("，", "、").replace("；", "、").replace(";", "、")
        parts = [part.strip() for part in text.split("、") if part.strip()]
        shown = [str(part) for part in self.shown] if isinstance(self.shown, list | tuple) else []
        return self.shown if parts == shown else parts


class NumberEditor(LineEditor):
    """A number; what is not one stays in the field and is not said."""

    def _put(self, value: object) -> None:
        super()._put(f"{value:.15g}" if isinstance(value, int | float) else "")

    def is_whole(self) -> bool:
        taken = self._taken()
        return isinstance(taken, int | float) and self.line.text() == f"{taken:.15g}"

    def _taken(self) -> object:
        text = self.line.text().replace(",", "").replace("，", "").strip()
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            return self.shown
        return self.shown if number == self.shown else number

    def problem(self) -> str:
        text = self.line.text().replace(",", "").replace("，", "").strip()
        try:
            float(text or 0)
        except ValueError:
            return "field.not-a-number"
        return ""


class ChoiceEditor(FieldEditor):
    """One of a few words; `words` by code, an empty choice first where the field may be empty. What is chosen counts at
    once, but while one that `browses` is stepped through by keys nothing counts before Return."""

    def __init__(
        self, words: Mapping[str, str], *, may_be_empty: bool, parent: QWidget | None = None, browses: bool = False
    ) -> None:
        self.box = QComboBox(parent)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(4)
        if may_be_empty:
            self.box.addItem("—", None)
        for code, text in words.items():
            self.box.addItem(text, code)
        super().__init__(self.box)
        self._browses = browses
        self._is_from_list = False  # chosen in the open list, not stepped to
        self.box.view().installEventFilter(self)
        self.box.activated.connect(self._on_activated)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.widget:
            if event.type() == QEvent.Type.Show:
                self._is_from_list = True
            elif event.type() == QEvent.Type.Hide:
                QTimer.singleShot(0, self, self._on_list_closed)
            return False
        return super().eventFilter(watched, event)

    def _on_activated(self, _index: int) -> None:
        if not self._browses:
            self.commit()
        elif self._is_from_list:
            self.commit()
            self.finished.emit(True)  # noqa: FBT003 - a signal

    def _on_list_closed(self) -> None:
        self._is_from_list = False

    def _put(self, value: object) -> None:
        at = self.box.findData(value)
        self.box.setCurrentIndex(at)

    def _taken(self) -> object:
        return self.box.currentData() if self.box.currentIndex() >= 0 else self.shown


class LevelEditor(FieldEditor):
    """A heading's level, 1 to 9; every step counts at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.spin = QSpinBox(parent)
        self.spin.setRange(1, 9)
        self._is_filling = False
        super().__init__(self.spin)
        self.spin.valueChanged.connect(self._on_value)

    def _on_value(self, _value: int) -> None:
        if not self._is_filling:
            self.commit()

    def _put(self, value: object) -> None:
        self._is_filling = True
        self.spin.setValue(value if isinstance(value, int) else 1)
        self._is_filling = False

    def _taken(self) -> object:
        return self.spin.value()


class TextEditor(FieldEditor):
    """Several lines of words; Return makes a new line, Ctrl+Return commits."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 4) -> None:
        self.text = QPlainTextEdit(parent)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * lines + 12)
        self.text.setMaximumHeight(self.text.fontMetrics().lineSpacing() * (lines + 2) + 12)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        super().__init__(self.text)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self.commit()
            self.finished.emit(True)  # noqa: FBT003
            return True
        return super()._on_key(event)

    def is_whole(self) -> bool:
        return self.text.toPlainText() == self.text.toPlainText().strip()

    def _put(self, value: object) -> None:
        text = "" if value is None else str(value)
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)

    def _taken(self) -> object:
        text = self.text.toPlainText().strip()
        return self.shown if text == str(self.shown or "") else text


class ProseEditor(TextEditor):
    """Several lines of words in the place of a cell: Return commits, Shift+Return makes a new line."""

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.commit()
            self.finished.emit(True)  # noqa: FBT003 - a signal
            return True
        return super()._on_key(event)
