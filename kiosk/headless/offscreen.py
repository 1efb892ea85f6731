"""A kiosk without a display, for commands that play lessons or take screenshots.

Import this module before Qt: it sets Qt's platform and renderer.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QObject

from kiosk.app import Kiosk, MakeMicrophone, MakeNarrator, Platform
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.headless.journey import Journey
from kiosk.headless.ui_driver import SteppingClock, UiDriver
from kiosk.narration.settings import NarrationSettings
from kiosk.ui.sound.narrator import Narrator
from kiosk.ui.sound.silent_output import SilentOutput
from kiosk.ui.visit.number_keys import NumberKeys
from kiosk.ui.window.application import application
from kiosk.ui.window.kiosk_window import WindowConfig
from kiosk.ui.window.window_guard import WindowGuard

LESSONS_LIMIT_MS = 600_000
"""At the first start, and after each release, all lessons are read: minutes on a busy machine."""


@dataclass(frozen=True, slots=True)
class HeadlessKiosk:
    """A kiosk with its lessons loaded, and its UI driver."""

    kiosk: Kiosk
    driver: UiDriver
    journey: Journey


def mute(_settings: Settings, _folders: Folders, parent: QObject) -> Narrator:
    return Narrator(NarrationSettings(), SilentOutput(), parent, muted=True)


@contextmanager
def offscreen(
    folders: Folders,
    settings: Settings,
    look: WindowConfig,
    narrator: MakeNarrator = mute,
    microphone: MakeMicrophone | None = None,
) -> Iterator[HeadlessKiosk]:
    """Creates a kiosk, and closes it at the end."""
    application()
    clock = SteppingClock()
    kiosk = Kiosk(
        folders, settings, look, Platform(narrator=narrator, clock=clock, microphone=microphone)
    )
    WindowGuard(kiosk.window, kiosk.visit)
    NumberKeys(kiosk.window, kiosk.visit, kiosk.launcher, clock)
    try:
        kiosk.window.show()
        driver = UiDriver(kiosk.window, clock, motion=look.motion)
        loaded: list[bool] = []
        kiosk.load_lessons(lambda: loaded.append(True))
        driver.wait_until(lambda: loaded, "the lessons", LESSONS_LIMIT_MS)
        yield HeadlessKiosk(kiosk, driver, Journey(kiosk.visit, driver))
    finally:
        kiosk.close()
