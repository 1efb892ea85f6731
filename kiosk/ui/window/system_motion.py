"""The operating system's setting for reduced motion.

Qt 6.11 does not expose it (`QAccessibilityHints` has contrast only), so the desktop is queried.
"""

import ctypes
import shutil
import subprocess
import sys
from configparser import ConfigParser
from configparser import Error as NotReadError
from pathlib import Path

GNOME = ("get", "org.gnome.desktop.interface", "enable-animations")
PATIENCE_S = 2
CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of SystemParametersInfoW."""


def is_motion_reduced(home: Path | None = None) -> bool:
    """True when the desktop is set to reduced motion; may take two seconds."""
    if sys.platform == "win32":
        return _windows_reduces_motion()
    return _gnome_reduces_motion() or _kde_reduces_motion(home or Path.home())


def _gnome_reduces_motion() -> bool:
    """Reads the setting of GNOME and of other desktops with gsettings."""
    program = shutil.which("gsettings")
    if program is None:
        return False
    try:
        answer = subprocess.run(  # noqa: S603 - the desktop's own program
            [program, *GNOME], capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.strip() == "false"


def _kde_reduces_motion(home: Path) -> bool:
    settings = ConfigParser(strict=False, interpolation=None)
    try:
        settings.read(home / ".config" / "kdeglobals", encoding="utf-8")
        return settings.getfloat("KDE", "AnimationDurationFactor", fallback=1.0) == 0
    except (OSError, ValueError, NotReadError):
        return False


def _windows_reduces_motion() -> bool:
    moves = ctypes.c_int(1)
    windows = getattr(ctypes, "windll", None)
    if windows is None:
        return False
    asked = windows.user32.SystemParametersInfoW(CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)
    return bool(asked) and moves.value == 0
