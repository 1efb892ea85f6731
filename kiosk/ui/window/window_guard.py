"""Keeps the window where it is: no key, button or gesture of a learner leaves it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.qt.overrides import answered_always, not_filtered
from kiosk.ui.visit.visit_view_model import VisitViewModel

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
SWALLOWED = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.NativeGesture,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Wheel,
    }
)
SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress}
)
ASK_AGAIN_MS = 100
WHAT_FOLLOWS = frozenset(
    {
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.KeyRelease,
    }
)


class WindowGuard(QObject):
    """Lets touches and harmless keys through, and brings the window back to the front."""

    def __init__(self, window: QQuickWindow, visit: VisitViewModel) -> None:
        super().__init__(window)
        self._window = window
        self._visit = visit
        self._waking = False
        self._locked = False
        self._keyboard = QTimer(self, singleShot=True)
        self._keyboard.timeout.connect(self._take_keyboard)
        window.installEventFilter(self)

    def lock(self) -> None:
        """Fill the screen, stay in front, and take every key."""
        self._locked = True
        self._window.setFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
        )
        self._window.showFullScreen()
        self._return_to_front()

    def unlock(self) -> None:
        """Let the window be left; for staff."""
        self._locked = False
        self._window.setKeyboardGrabEnabled(False)

    def _return_to_front(self) -> None:
        if not self._locked:
            return
        if self._window.visibility() is not QQuickWindow.Visibility.FullScreen:
            self._window.showFullScreen()
        self._window.raise_()
        self._window.requestActivate()
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Have the X server give every key to the window, asked again until it does.

        It refuses while the window is not shown yet, and takes the keys away without a word when a
        window manager puts the window into a frame.
        """
        if not self._locked or QGuiApplication.platformName() != "xcb":
            return
        if not self._window.setKeyboardGrabEnabled(True):
            self._keyboard.start(ASK_AGAIN_MS)

    @answered_always(not_filtered)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """True for what shall not reach the page."""
        kind = event.type()
        if self._only_wakes(kind) or kind in SWALLOWED:
            event.accept()
            return True
        if isinstance(event, QKeyEvent):
            return not (_is_harmless(event) or self._writes(event))
        if isinstance(event, QMouseEvent):
            return event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
        if kind in (QEvent.Type.Expose, QEvent.Type.FocusIn):
            self._keyboard.start(0)
        if self._locked and kind in (QEvent.Type.FocusOut, QEvent.Type.WindowStateChange):
            QTimer.singleShot(0, self, self._return_to_front)
        return False

    def _writes(self, event: QKeyEvent) -> bool:
        """Whether the key writes, or moves, in a field that takes text now."""
        item = self._window.activeFocusItem()
        while item is not None and not item.property("takesText"):
            item = item.parentItem()
        command = event.modifiers() & ~PLAIN_MODIFIERS
        return item is not None and not command and (event.key() in EDITING or _is_sign(event))

    def _only_wakes(self, kind: QEvent.Type) -> bool:
        """Whether the touch answers if somebody is there: it does nothing to what lies below."""
        if kind in SIGNS_OF_LIFE:
            self._waking = self._visit.askedIfThere
            self._visit.someone_touched()
        return self._waking and kind in SIGNS_OF_LIFE | WHAT_FOLLOWS


def _is_harmless(event: QKeyEvent) -> bool:
    return event.key() in HARMLESS_KEYS and not event.modifiers() & ~PLAIN_MODIFIERS


def _is_sign(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable()
