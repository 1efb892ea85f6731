"""The real kiosk with the real voice, offscreen, in the process that is measured."""

import kiosk.qt.plain_imports  # noqa: F401, I001 - first, as in the kiosk

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bench.homes import FULL_HD, LESSON, folders
from kiosk.app import Kiosk, settings_of
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.headless.offscreen import HeadlessKiosk, WindowConfig, offscreen
from kiosk.player.visit import Page
from kiosk.ui.sound.audio_output import AudioOutput
from kiosk.ui.sound.centre_voice import voice_settings
from kiosk.ui.sound.device_output import DeviceOutput
from kiosk.ui.sound.narrator import Narrator
from kiosk.ui.sound.silent_output import SilentOutput

REST_LIMIT_MS = 120_000
"""Limit for the background work after a start, generous enough for a busy machine."""
MakeOutput = Callable[[], AudioOutput]


def silence() -> AudioOutput:
    """An output that takes as long as the voice but needs no sound device."""
    return SilentOutput()


@contextmanager
def lesson_offscreen(output: MakeOutput = DeviceOutput) -> Iterator[HeadlessKiosk]:
    """The kiosk at 1920×1080, with animations, with the Wi-Fi lesson open."""
    where = folders()

    def narrator(settings: Settings, of: Folders, parent: Kiosk) -> Narrator:
        return Narrator(voice_settings(settings, of), output(), parent)

    with offscreen(where, settings_of(where), WindowConfig(*FULL_HD), narrator) as headless:
        headless.kiosk.visit.lesson.hold_ms = (
            0  # a correct touch is not held before the step changes
        )
        languages = headless.kiosk.languages
        headless.driver.wait_until(
            lambda: languages.found is not None, "the languages", REST_LIMIT_MS
        )
        open_lesson(headless)
        yield headless


def open_lesson(headless: HeadlessKiosk, lesson: str = LESSON) -> None:
    """Ends the current visit, if any, and opens the lesson in a new one."""
    if headless.journey.visit.page is not Page.ATTRACT:
        headless.kiosk.visit.endVisit()
        headless.driver.wait_for_frame()
    headless.journey.to_home("vi")
    headless.journey.to_lesson(lesson)
