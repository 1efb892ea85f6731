"""Keeps the window in front: no key, button or gesture of a learner can leave it."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.qt.overrides import answered_always, not_filtered
from kiosk.ui.visit.visit_view_model import VisitViewModel

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
ACTIVITY_EVENTS = frozenset(
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
    """Filters keys and mouse buttons, and returns the window to the front."""

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
        """Shows the window in full screen, keeps it in front and grabs the keyboard."""
        self._locked = True
        self._window.setProperty("locked", True)  # noqa: FBT003 - Qt's own signature
        self._window.showFullScreen()
        self._return_to_front()

    def unlock(self) -> None:
        """Allows leaving the window; for staff."""
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
        """Grabs the keyboard of the X server, repeated until it succeeds.

        The server refuses while the window is not shown yet, and cancels the grab silently when a
        window manager reparents the window.
        """
        if not self._locked or QGuiApplication.platformName() != "xcb":
            return
        if not self._window.setKeyboardGrabEnabled(True):
            self._keyboard.start(ASK_AGAIN_MS)

    @answered_always(not_filtered)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Returns True for events that are blocked."""
        kind = event.type()
        if self._only_wakes(kind) or kind in SWALLOWED:
            event.accept()
            return True
        if isinstance(event, QKeyEvent | QMouseEvent):
            return not self._may_use(event)
        if kind in (QEvent.Type.Expose, QEvent.Type.FocusIn):
            self._keyboard.start(0)
        if self._locked and kind in (QEvent.Type.FocusOut, QEvent.Type.WindowStateChange):
            QTimer.singleShot(0, self, self._return_to_front)
        return False

    def _may_use(self, event: QKeyEvent | QMouseEvent) -> bool:
        """True when a learner may use the key or button now."""
        from kiosk.ui.window import guarded_keys  # noqa: PLC0415 - not for the first frame

        if isinstance(event, QMouseEvent):
            return guarded_keys.is_plain_touch(event)
        if guarded_keys.is_harmless(event):
            return True
        return guarded_keys.is_writing(event) and self._takes_text()

    def _takes_text(self) -> bool:
        """True when the focus is in a text field."""
        item = self._window.activeFocusItem()
        while item is not None and not item.property("takesText"):
            item = item.parentItem()
        return item is not None

    def _only_wakes(self, kind: QEvent.Type) -> bool:
        """True when the touch only answers the question whether the learner is still there."""
        if kind in ACTIVITY_EVENTS:
            self._waking = self._visit.askedIfThere
            self._visit.restart_idle_timer()
        return self._waking and kind in ACTIVITY_EVENTS | WHAT_FOLLOWS
