"""Writes the pages of the guide for authors, and takes their pictures of the real kiosk."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QImage

from kiosk.app import settings_of
from kiosk.content.guide import PAGES, PICTURES, Topic, guide_pages, topics
from kiosk.content.schema import SCHEMA_FILE, schema_text
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.stage.offscreen import Look, Stage, stage

SIZE = Look(1920, 1080, motion=False)
NUMBER = "\nnumber: 1\n"


def write_pages(into: Path = CHECKOUT) -> None:
    """The texts anew, and the schema; pages of what is no more are removed."""
    (into / "lessons" / SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")
    folder = into / PAGES
    folder.mkdir(parents=True, exist_ok=True)
    pages = guide_pages()
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


def take_pictures(into: Path) -> None:
    """A picture of each kind of step, and of the phone with each element."""
    into.mkdir(parents=True, exist_ok=True)
    with _taught(topics()) as folders, stage(folders, settings_of(folders), SIZE) as on:
        on.walk.to_home("vi")
        for topic in topics():
            _go_to(on, topic)
            picture = on.driver.picture()
            if topic.page.startswith("muc-"):
                picture = _phone_of(on, picture)
            picture.save(str(into / f"{topic.page}.png"))
            on.driver.touch("home")


@contextmanager
def _taught(taught: tuple[Topic, ...]) -> Iterator[Folders]:
    """A kiosk that teaches the examples, in folders of its own."""
    with TemporaryDirectory() as made:
        home = Path(made)
        (home / "lessons").mkdir()
        for folder in ("media", "translations"):
            shutil.copytree(CHECKOUT / folder, home / folder)
        shutil.copy(CHECKOUT / "config.yaml", home)
        for number, topic in enumerate(taught, start=1):
            text = topic.example.read_text(encoding="utf-8")
            text = text.replace(NUMBER, f"\nnumber: {number}\n")
            (home / "lessons" / f"{topic.page}.yaml").write_text(text, encoding="utf-8")
        yield replace(Folders(home=home), state=home / "state", cache=home / "cache")


def _go_to(on: Stage, topic: Topic) -> None:
    """To the step that shows it, where somebody does it together with the kiosk."""
    on.walk.to_lesson(topic.page)
    on.walk.to_way(Way.TOGETHER)
    on.driver.touch(NEXT)
    on.driver.wait_for_frame()


def _phone_of(on: Stage, picture: QImage) -> QImage:
    """The phone alone, cut out of a picture of the window."""
    glass = on.driver.find("phone:nothing").parentItem()
    phone = glass.parentItem()
    return picture.copy(on.driver.rectangle_of(phone).toAlignedRect())


def main() -> None:
    """The pages, then the pictures into the folder that the pages show them from."""
    write_pages()
    take_pictures(CHECKOUT / PICTURES)


if __name__ == "__main__":
    main()
