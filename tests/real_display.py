"""An X server for the tests, with keyboard and mouse events sent through XTEST."""

import contextlib
import ctypes
import ctypes.util
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

SERVER, WINDOW_MANAGER = shutil.which("Xvfb"), shutil.which("jwm")
WIDTH, HEIGHT = 1280, 800
PATIENCE_S = 30
VIEWABLE = 2
"""IsViewable of X.h."""
ANY_TYPE, MAX_WORDS = 0, 1024
_ERRORS = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_PASSED_OVER = _ERRORS(lambda *_: 0)
"""An X error handler that ignores errors: a window may be closed before it is queried."""


def can_be_tried() -> bool:
    """Whether this machine has an X server and the XTEST library."""
    return bool(SERVER and ctypes.util.find_library("Xtst"))


class _Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib.h."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("class_", "bit_gravity", "win_gravity", "backing")),
        ("planes", ctypes.c_ulong),
        ("pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_events", "your_events", "no_propagate")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


class RealDisplay:
    """An X display: its windows, and keyboard and mouse events."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x11 = x11 = ctypes.CDLL("libX11.so.6")
        self._xtest = ctypes.CDLL("libXtst.so.6")
        for call in (x11.XOpenDisplay, x11.XFree):
            call.restype = ctypes.c_void_p
        for call in (x11.XDefaultRootWindow, x11.XInternAtom, x11.XStringToKeysym):
            call.restype = ctypes.c_ulong
        x11.XSetErrorHandler(_PASSED_OVER)
        self._display = ctypes.c_void_p(x11.XOpenDisplay(name.encode()))
        self._root = ctypes.c_ulong(x11.XDefaultRootWindow(self._display))
        self._pid, self._manager = (
            ctypes.c_ulong(x11.XInternAtom(self._display, name, 0))
            for name in (b"_NET_WM_PID", b"_NET_SUPPORTING_WM_CHECK")
        )

    def close(self) -> None:
        """Closes the connection to the display."""
        self._x11.XCloseDisplay(self._display)

    def has_key(self, name: str) -> bool:
        """Whether the keyboard has a key, by its X name: `F4`, `Super_L`, `XF86HomePage`."""
        return bool(self._code(name))

    def strike(self, *names: str) -> None:
        """Presses these keys in order, and releases them in reverse order."""
        codes = [self._code(name) for name in names]
        for code in codes:
            self._xtest.XTestFakeKeyEvent(self._display, code, 1, ctypes.c_ulong(0))
        for code in reversed(codes):
            self._xtest.XTestFakeKeyEvent(self._display, code, 0, ctypes.c_ulong(0))
        self.settle()

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Moves the mouse there and clicks a button: 1 is left, 4 and 5 are the wheel."""
        self._xtest.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        for down in (1, 0):
            self._xtest.XTestFakeButtonEvent(self._display, button, down, ctypes.c_ulong(0))
        self.settle()

    def settle(self) -> None:
        """Waits until the server has processed all requests."""
        self._x11.XSync(self._display, 0)

    def window_of(self, pid: int) -> int:
        """The visible window of a process; 0 if there is none."""
        seen = (each for each in self._all(self._root.value) if self._process_of(each) == pid)
        return next((each for each in seen if self._is_seen(each)), 0)

    def covers_everything(self, window: int) -> bool:
        """Whether the window is the topmost one in the corners and in the middle of the screen."""
        edges = ((1, 1), (WIDTH - 2, 1), (1, HEIGHT - 2), (WIDTH - 2, HEIGHT - 2))
        places = (*edges, (WIDTH // 2, HEIGHT // 2))
        return all(window in self._windows_at(*place) for place in places)

    def _code(self, name: str) -> int:
        keysym = ctypes.c_ulong(self._x11.XStringToKeysym(name.encode()))
        return int(self._x11.XKeysymToKeycode(self._display, keysym)) if keysym.value else 0

    def _windows_at(self, x: int, y: int) -> list[int]:
        """The windows at this point, from the root window inwards."""
        found, child, at = [], ctypes.c_ulong(self._root.value), (ctypes.c_int(), ctypes.c_int())
        while child.value:
            found.append(child.value)
            into = ctypes.c_ulong(child.value)
            child = ctypes.c_ulong()  # remains 0 if the window has been closed
            self._x11.XTranslateCoordinates(
                self._display,
                self._root,
                into,
                x,
                y,
                ctypes.byref(at[0]),
                ctypes.byref(at[1]),
                ctypes.byref(child),
            )
        return found

    def _all(self, window: int) -> Iterator[int]:
        """The window and all its descendants, topmost first."""
        yield window
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        asked = ctypes.c_ulong(window)
        found = (ctypes.byref(each) for each in (root, parent, children, count))
        if self._x11.XQueryTree(self._display, asked, *found):
            inside = children[: count.value]
            if count.value:
                self._x11.XFree(children)
            for each in reversed(inside):
                yield from self._all(each)

    def wait_for_window_manager(self) -> None:
        """Waits for the window manager's start: it moves the windows that exist by then."""
        ends_s = time.monotonic() + PATIENCE_S
        while not self._number(self._root.value, self._manager):
            assert time.monotonic() < ends_s, "no window manager"
            time.sleep(0.02)

    def _process_of(self, window: int) -> int:
        return self._number(window, self._pid)

    def _number(self, window: int, name: ctypes.c_ulong) -> int:
        """The first number of a property of a window; 0 if it has none."""
        sort, size, more = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong()
        count, value = ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()
        self._x11.XGetWindowProperty(
            self._display,
            ctypes.c_ulong(window),
            name,
            ctypes.c_long(0),
            ctypes.c_long(1),
            0,
            ctypes.c_ulong(ANY_TYPE),
            *(ctypes.byref(each) for each in (sort, size, count, more, value)),
        )
        return int(value[0]) if count.value else 0

    def _is_seen(self, window: int) -> bool:
        found = _Attributes()
        asked = ctypes.c_ulong(window)
        self._x11.XGetWindowAttributes(self._display, asked, ctypes.byref(found))
        return found.map_state == VIEWABLE and found.width == WIDTH


@contextlib.contextmanager
def real_display(folder: Path, *, with_window_manager: bool) -> Iterator[RealDisplay]:
    """An X server, without or with a window manager and its default key bindings."""
    reader, writer = os.pipe()
    screen = ("-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with contextlib.ExitStack() as open_now:
        server = subprocess.Popen(
            [SERVER, "-displayfd", str(writer), *screen], pass_fds=(writer,), **quiet
        )
        open_now.callback(_end, server)
        os.close(writer)
        with os.fdopen(reader) as reported:
            name = f":{reported.readline().strip()}"
        display = RealDisplay(name)
        open_now.callback(display.close)
        if with_window_manager:
            environment = {**os.environ, "DISPLAY": name, "HOME": str(folder)}
            manager = subprocess.Popen([WINDOW_MANAGER], env=environment, **quiet)
            open_now.callback(_end, manager)
            display.wait_for_window_manager()
        yield display


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
