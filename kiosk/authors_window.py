"""Common parts of the windows for lesson authors (preview and editor)."""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kiosk.app import Kiosk, Platform, settings_of
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.ui.sound.centre_voice import real_narrator
from kiosk.ui.window.application import application, use_renderer

NEVER_S = 10**9


class AuthorsWindow(Protocol):
    """A window with a kiosk in it."""

    kiosk: Kiosk

    def show(self) -> None:
        """Shows the window and starts."""

    def close(self) -> None:
        """Closes everything."""


MakeWindow = Callable[[Path, Folders, Settings, Platform], AuthorsWindow]


def run_window(make: MakeWindow, path: Path, folders: Folders) -> int:
    """Shows a window for a file until it is closed; returns the exit code."""
    settings = settings_of(folders)
    use_renderer(settings.display.renderer)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = application()
    made = make(path, folders, settings, Platform(narrator=real_narrator))
    made.show()
    made.kiosk.window.visibleChanged.connect(lambda shown: None if shown else app.exit(0))
    code = app.exec()
    made.close()
    return code


def without_idling(settings: Settings) -> Settings:
    """The centre's settings without the idle warning."""
    idle = settings.idle.model_copy(
        update={"warn_after_s": NEVER_S, "own_phone_warn_after_s": NEVER_S}
    )
    return settings.model_copy(update={"idle": idle})
