"""Takes the screenshots of docs/editor.md in the real editor, with lessons of the kiosk."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QImage

from kiosk.app import Platform, settings_of
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.docs_picture import save_if_new, small_picture
from kiosk.headless.offscreen import mute
from kiosk.headless.ui_driver import SteppingClock, UiDriver
from kiosk.ui.window.application import application
from kiosk.ui.window.kiosk_window import WindowConfig

PICTURES = Path("docs/pictures/editor")
WIFI, FRAUD = "noi-wifi", "lua-dao"
SIZE = WindowConfig(1440, 810, motion=False)
SHOWN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "toan-bo": (WIFI, ("editor-step:3",)),
    "dau-bai": (WIFI, ("editor-head",)),
    "them-buoc": (WIFI, ("editor-add-step",)),
    "them-muc": (WIFI, ("editor-step:3", "editor-add-element")),
    "bon-luot": (WIFI, ("editor-ways",)),
    "re-nhanh": (FRAUD, ("editor-step:4",)),
    "chay-thu": (WIFI, ("editor-step:3", "editor-play-together")),
}
"""By name of the picture: the lesson, and the targets to touch before the screenshot."""


def take_pictures(into: Path = CHECKOUT) -> None:
    """Replaces the pictures whose content has changed; deletes those no longer listed."""
    folder = into / PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        if old.stem not in SHOWN:
            old.unlink()
    for name, (lesson, touches) in SHOWN.items():
        save_if_new(small_picture(_picture(lesson, touches)), folder / f"{name}.png")


def _picture(lesson: str, touches: tuple[str, ...]) -> QImage:
    """Returns a screenshot of the editor on a copy of the lesson, after these touches."""
    from kiosk.editing import LessonEditor  # noqa: PLC0415 - after Qt's platform is set

    application()
    with TemporaryDirectory() as made:
        path = Path(made) / f"{lesson}.yaml"
        shutil.copy(CHECKOUT / "lessons" / path.name, path)
        folders = Folders(state=Path(made) / "state", cache=Path(made) / "cache")
        clock = SteppingClock()
        platform = Platform(narrator=mute, clock=clock)
        editor = LessonEditor(path, folders, settings_of(folders), platform, SIZE)
        try:
            editor.show()
            driver = UiDriver(editor.kiosk.window, clock, motion=False)
            driver.wait_until(lambda: editor.model.property("lookedOver"), "the lesson")
            for name in touches:
                driver.settle()
                driver.touch(name)
            driver.settle()
            return driver.picture()
        finally:
            editor.close()


if __name__ == "__main__":
    take_pictures()
