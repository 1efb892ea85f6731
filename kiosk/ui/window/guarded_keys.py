"""The keys and buttons allowed for learners; imported late, as Qt's key names load slowly."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

HARMLESS_KEYS = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Select,
    }
)
EDITING = frozenset(
    {
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
PLAIN_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_harmless(event: QKeyEvent) -> bool:
    """True when the key moves or activates the focus."""
    return event.key() in HARMLESS_KEYS and not _is_command(event)


def is_writing(event: QKeyEvent) -> bool:
    """True when the key types a character or edits text."""
    sign = bool(event.text()) and event.text().isprintable()
    return not _is_command(event) and (event.key() in EDITING or sign)


def is_plain_touch(event: QMouseEvent) -> bool:
    """True for a touch and for the left mouse button."""
    return event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)


def _is_command(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~PLAIN_MODIFIERS)
