"""A kiosk without a display, for commands that play lessons or take pictures.

Import this before anything of Qt: it says where Qt is to draw.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from kiosk.app import Kiosk, MakeMicrophone, MakeNarrator, Outside
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.ui.application import application
from kiosk.ui.driver import Driver, SteppingClock
from kiosk.ui.kiosk_window import Look
from kiosk.ui.mute_narrator import MuteNarrator
from kiosk.ui.number_keys import NumberKeys
from kiosk.ui.walk import Walk
from kiosk.ui.window_guard import WindowGuard


@dataclass(frozen=True, slots=True)
class Stage:
    """A kiosk with its lessons loaded, and the hand that touches it."""

    kiosk: Kiosk
    driver: Driver
    walk: Walk


def mute(_settings: Settings, _folders: Folders, parent: Kiosk) -> MuteNarrator:
    """The narrator for pictures."""
    return MuteNarrator(parent)


@contextmanager
def stage(
    folders: Folders,
    settings: Settings,
    look: Look,
    narrator: MakeNarrator = mute,
    microphone: MakeMicrophone | None = None,
) -> Iterator[Stage]:
    """A kiosk that is taken down again at the end."""
    application()
    clock = SteppingClock()
    kiosk = Kiosk(
        folders, settings, look, Outside(narrator=narrator, clock=clock, microphone=microphone)
    )
    WindowGuard(kiosk.window, kiosk.visit)
    NumberKeys(kiosk.window, kiosk.visit, kiosk.opener, clock)
    try:
        kiosk.window.show()
        driver = Driver(kiosk.window, clock)
        loaded: list[bool] = []
        kiosk.load_lessons(lambda: loaded.append(True))
        driver.wait_until(lambda: loaded, "the lessons")
        yield Stage(kiosk, driver, Walk(kiosk.visit, driver))
    finally:
        kiosk.close()
