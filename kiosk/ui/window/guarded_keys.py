"""Which keys and buttons a learner may use; loaded with the first: naming keys of Qt is slow."""

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
    """Whether the key moves the focus or touches what has it."""
    return event.key() in HARMLESS_KEYS and not _is_command(event)


def is_writing(event: QKeyEvent) -> bool:
    """Whether the key writes, or moves in what is written."""
    sign = bool(event.text()) and event.text().isprintable()
    return not _is_command(event) and (event.key() in EDITING or sign)


def is_plain_touch(event: QMouseEvent) -> bool:
    """Whether it is a touch, or the button of a mouse that stands for one."""
    return event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)


def _is_command(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~PLAIN_MODIFIERS)
