"""Writes the pages of the guide for trainers, and takes their screenshots in the real kiosk."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL.Image import Image
from PySide6.QtGui import QImage

from kiosk.app import settings_of
from kiosk.authoring.guide import PAGES, PICTURES, GuideTopic, guide_pages, topics
from kiosk.authoring.schema import SCHEMA_FILE, schema_text
from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.domain.lesson import Lesson
from kiosk.domain.placement import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.docs_picture import save_if_new, small_picture
from kiosk.headless.offscreen import HeadlessKiosk, offscreen
from kiosk.ui.window.kiosk_window import WindowConfig

SIZE = WindowConfig(1920, 1080, motion=False)


def write_pages(into: Path = CHECKOUT) -> None:
    """Writes the schema and all pages; deletes pages of topics that no longer exist."""
    (into / "lessons" / SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")
    folder = into / PAGES
    folder.mkdir(parents=True, exist_ok=True)
    pages = guide_pages()
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


def take_pictures(into: Path = CHECKOUT) -> None:
    """Replaces the pictures whose content has changed; deletes those of removed topics."""
    folder = into / PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    names = {topic.page for topic in topics()}
    for old in folder.glob("*.png"):
        if old.stem not in names:
            old.unlink()
    for topic, picture in pictures(topics()):
        save_if_new(picture, folder / f"{topic.page}.png")


def pictures(wanted: Iterable[GuideTopic]) -> Iterator[tuple[GuideTopic, Image]]:
    """Yields a picture of each step kind's example in the kiosk, and of each element on the phone.

    The examples are independent: each is opened as written, with its own lesson number.
    """
    with _empty_kiosk() as folders, offscreen(folders, settings_of(folders), SIZE) as headless:
        headless.journey.to_home("vi")
        media = media_in(folders)
        for topic in wanted:
            lesson = read_lesson(topic.example, media).lesson
            if lesson is None:
                raise ValueError(f"{topic.example} is no lesson")
            _go_to(headless, lesson)
            picture = headless.driver.picture()
            if topic.page.startswith("muc-"):
                picture = _phone_of(headless, picture)
            yield topic, small_picture(picture)
            headless.driver.touch("home")


@contextmanager
def _empty_kiosk() -> Iterator[Folders]:
    """Creates the folders of a kiosk without lessons."""
    with TemporaryDirectory() as made:
        home = Path(made)
        (home / "lessons").mkdir()
        for folder in ("media", "translations"):
            (home / folder).symlink_to(CHECKOUT / folder, target_is_directory=True)
        shutil.copy(CHECKOUT / "config.yaml", home)
        yield replace(Folders(home=home), state=home / "state", cache=home / "cache")


def _go_to(headless: HeadlessKiosk, lesson: Lesson) -> None:
    """Opens the first step of a lesson in the way "together"."""
    headless.kiosk.visit.open_lesson(lesson)
    headless.journey.to_way(Way.TOGETHER)
    headless.driver.touch(NEXT)
    headless.driver.settle()


def _phone_of(headless: HeadlessKiosk, picture: QImage) -> QImage:
    """Returns the part of the picture that shows the phone."""
    phone = headless.driver.item("phone:nothing").parentItem().parentItem()
    return picture.copy(headless.driver.rectangle_of(phone).toAlignedRect())


def main() -> None:
    write_pages()
    take_pictures()


if __name__ == "__main__":
    main()
