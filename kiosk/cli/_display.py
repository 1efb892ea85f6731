"""Commands that open a window need a display."""

import os
import sys

NO_DISPLAY = """\
Không thấy màn hình (DISPLAY, WAYLAND_DISPLAY). Hãy chạy lệnh này trong phiên đồ họa, \
hoặc cài như hướng dẫn trong docs/deploy.md.
No display found. Run this in a graphical session, or install as docs/deploy.md says."""


def demand_display() -> None:
    """Exits with a message if no window can be shown.

    Raises:
        SystemExit: there is no display.
    """
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    ):
        raise SystemExit(NO_DISPLAY)
