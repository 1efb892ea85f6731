"""Prevents the system from blanking the screen, which must be visible from afar.

On X11 the server's screen saver and power saving are switched off, and restored when staff leave.
On a desktop, X11 or Wayland, the desktop's screen saver is inhibited for the lifetime of this
process. The compositor cage never blanks the screen.
"""

import ctypes
import logging
from typing import Any

from PySide6.QtGui import QGuiApplication

log = logging.getLogger(__name__)

_DONT_BLANK = 0
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


class ScreenSaver:
    """The screen saver of the display on which the kiosk is shown."""

    def __init__(self) -> None:
        self._before: tuple[int, ...] | None = None
        self._power_saving = False

    def hold_off(self) -> None:
        """Keeps the screen on from now on."""
        if QGuiApplication.platformName() == "xcb":
            self._hold_off_x11()
        _ask_desktop()

    def release(self) -> None:
        """Restores the settings of the X server."""
        if self._before is None:
            return
        before, self._before = self._before, None
        with _Display() as display:
            if display:
                display.x11.XSetScreenSaver(display.handle, *before)
                if self._power_saving:
                    display.xext.DPMSEnable(display.handle)

    def _hold_off_x11(self) -> None:
        with _Display() as display:
            if display is None:
                log.warning("X11's screen saver cannot be held off")
                return
            found = [ctypes.c_int() for _ in range(4)]
            display.x11.XGetScreenSaver(display.handle, *(ctypes.byref(each) for each in found))
            self._before = tuple(each.value for each in found)
            display.x11.XSetScreenSaver(display.handle, 0, 0, _DONT_BLANK, self._before[3])
            self._power_saving = display.switch_power_saving_off()


class _Display:
    """A separate connection to the X server, for calls that Qt does not offer."""

    handle: Any
    x11: Any
    xext: Any

    def __enter__(self) -> "_Display | None":
        try:
            self.x11, self.xext = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXext.so.6")
        except OSError:
            return None
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        opened = self.x11.XOpenDisplay(None)
        self.handle = ctypes.c_void_p(opened)
        return self if opened else None

    def __exit__(self, *_: object) -> None:
        if getattr(self, "handle", None):
            self.x11.XCloseDisplay(self.handle)  # flushes pending requests

    def switch_power_saving_off(self) -> bool:
        """Switches DPMS off if the server supports it; returns whether it was on."""
        event, error = ctypes.c_int(), ctypes.c_int()
        found = self.xext.DPMSQueryExtension(self.handle, ctypes.byref(event), ctypes.byref(error))
        if not found:
            return False
        level, on = ctypes.c_ushort(), ctypes.c_ubyte()
        self.xext.DPMSInfo(self.handle, ctypes.byref(level), ctypes.byref(on))
        self.xext.DPMSDisable(self.handle)
        return bool(on.value)


def _ask_desktop() -> None:
    """Inhibits the desktop's screen saver, if there is one; does not wait for the reply."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - not for the first frame

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    ask = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
    ask.setArguments(["tutorial-kiosk", "a learner may be reading"])
    bus.asyncCall(ask)
