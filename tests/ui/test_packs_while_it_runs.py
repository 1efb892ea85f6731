"""A pack installed while the kiosk runs is used at once, and so is a rollback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.app import repair_link
from kiosk.folders import IN_USE, Folders
from kiosk.packs.manifest import PackFile, digest
from kiosk.packs.store import PackStore, RoleContent
from kiosk.ui.background.jobs import ThreadJobs
from kiosk.ui.content.lesson_store import LessonStore

AT_ONCE_MS = 2000
LESSON = "title: {title}\nnumber: {number}\ngoal: b\nsteps:\n  - say: c\n"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders(
        home=tmp_path / "shipped",
        state=tmp_path / "state",
        cache=tmp_path / "cache",
        site=tmp_path / "state" / "site",
    )
    for home in (made.home, made.own):
        (home / "lessons").mkdir(parents=True)
    write(made.home, "co-san", 5, "Có sẵn")
    return made


def write(home: Path, name: str, number: int, title: str) -> None:
    text = LESSON.format(title=title, number=number)
    (home / "lessons" / f"{name}.yaml").write_text(text, encoding="utf-8")


def install(folders: Folders, **numbers: int) -> None:
    """Installs a pack as the separate service does, with lessons by name and number."""
    store = PackStore(folders.packs)
    files = []
    for name, number in numbers.items():
        content = LESSON.format(title="Của tỉnh", number=number).encode()
        files.append(PackFile(f"lessons/{name}.yaml", digest(content), len(content)))
        store.keep(files[-1], content)
    part = RoleContent("tinh", "Tỉnh thử", 1, digest(repr(numbers).encode()), tuple(files))
    store.use(store.build((part,), "2026-11-29T08:00:00+00:00").number)


@pytest.fixture
def lesson_store(qtbot: QtBot, qapp: QObject, folders: Folders) -> Iterator[LessonStore]:
    jobs = ThreadJobs()
    made = LessonStore(folders, jobs, jobs)
    repair_link(folders)
    made.refresh(made.follow)
    qtbot.waitUntil(lambda: made.is_filled)
    yield made
    made.close()
    jobs.wait()


def titles(lesson_store: LessonStore) -> dict[int, str]:
    return {head.number: head.title for head in lesson_store.library.heads.values()}


def test_a_pack_is_taught_from_at_once_and_gone_back_from(qtbot, folders, lesson_store):
    assert titles(lesson_store) == {5: "Có sẵn"}
    install(folders, moi=210)
    qtbot.waitUntil(
        lambda: titles(lesson_store) == {5: "Có sẵn", 210: "Của tỉnh"}, timeout=AT_ONCE_MS
    )
    install(folders, khac=211)
    qtbot.waitUntil(
        lambda: titles(lesson_store) == {5: "Có sẵn", 211: "Của tỉnh"}, timeout=AT_ONCE_MS
    )
    PackStore(folders.packs).go_back()
    qtbot.waitUntil(
        lambda: titles(lesson_store) == {5: "Có sẵn", 210: "Của tỉnh"}, timeout=AT_ONCE_MS
    )
    PackStore(folders.packs).go_back()
    qtbot.waitUntil(lambda: titles(lesson_store) == {5: "Có sẵn"}, timeout=AT_ONCE_MS)


def test_the_centres_own_number_wins_and_the_clash_is_told(qtbot, folders, lesson_store):
    write(folders.own, "cua-xa", 210, "Của xã")
    install(folders, moi=210)
    qtbot.waitUntil(lambda: bool(lesson_store.library.broken), timeout=AT_ONCE_MS)
    assert titles(lesson_store) == {5: "Có sẵn", 210: "Của xã"}
    (lost,) = lesson_store.library.broken
    assert (lost.path.stem, lost.worst.code) == ("moi", "number_twice")


@pytest.mark.parametrize("harm", ["gone", "older", "folder"])
def test_a_link_that_a_plug_left_behind_is_mended_at_the_start(folders, harm):
    install(folders, moi=210)
    install(folders, khac=211)
    link = folders.packs / IN_USE
    link.unlink()
    if harm == "older":
        link.symlink_to("versions/1")
    elif harm == "folder":
        link.mkdir()
    repair_link(folders)
    assert link.resolve() == PackStore(folders.packs).home
