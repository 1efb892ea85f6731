"""Staff view signed packs, install one from a stick, and roll back with one touch."""

import shutil
from dataclasses import replace

import pytest

from kiosk.packs.store import PackStore
from kiosk.packs.sync import SyncTarget, sync
from tests.packs.conftest import NOW, Publisher, delegate, write_lesson


@pytest.fixture
def publisher(tmp_path) -> Publisher:
    publisher = Publisher(tmp_path / "tinh")
    publisher.begin()
    return publisher


@pytest.fixture
def folders(folders, tmp_path):
    """Sticks are subfolders of a folder; the centre's own content has its own folder."""
    return replace(folders, sticks=(tmp_path / "sticks",), site=tmp_path / "site")


@pytest.fixture
def store(folders, publisher) -> PackStore:
    store = PackStore(folders.packs)
    store.trust(publisher.repository.newest_file("root").read_bytes())
    return store


@pytest.fixture
def headless(headless, folders):
    headless.kiosk.folders = folders
    return headless


def plug_in(publisher: Publisher, folders) -> None:
    shutil.copytree(publisher.served, folders.sticks[0] / "USB", dirs_exist_ok=True)


def text_shown(staff) -> str:
    findings = staff.headless.kiosk.staff.property("page").findings.rows
    return " ".join(f"{each.what} {each.sentence}" for each in findings)


def take_from_stick(staff) -> None:
    staff.wait_until(lambda: staff.sees("pack-from-stick"))
    staff.touch("pack-from-stick")


def test_a_pack_comes_from_a_stick_and_goes_back(staff, store, publisher, folders):
    staff.open("packs")
    staff.wait_until(lambda: "chưa nhận gói nào" in text_shown(staff))
    assert not staff.sees("pack-from-stick")
    plug_in(publisher, folders)
    take_from_stick(staff)
    staff.wait_until(lambda: "Gói số 1" in text_shown(staff))
    assert "Tỉnh thử" in text_shown(staff)
    write_lesson(publisher.content, "moi", 260)
    publisher.publish("an", "binh")
    plug_in(publisher, folders)
    take_from_stick(staff)
    staff.wait_until(lambda: "Gói số 2" in text_shown(staff))
    staff.touch("pack-back")
    staff.wait_until(lambda: "Đã lùi về gói trước" in text_shown(staff))
    assert store.pointer().version == 1


def test_who_may_publish_no_more_is_named(staff, store, publisher, folders, tmp_path):
    delegate(publisher)
    write_lesson(tmp_path / "xa", "cho-xa", 305)
    publisher.publish("xa", role="ea-kao", content=tmp_path / "xa")
    kiosk = SyncTarget(store, folders, "0.1.0", publisher.now)
    assert sync(str(publisher.served), kiosk).problem == ""
    publisher.repository.revoke("ea-kao", publisher.now)
    publisher.sign("an", "binh")
    publisher.repository.publish(publisher.now)
    plug_in(publisher, folders)
    staff.open("packs")
    staff.wait_until(lambda: "Xã Ea Kao Gói số 1" in text_shown(staff))
    take_from_stick(staff)
    staff.wait_until(lambda: "Xã Ea Kao không còn được giao phát hành" in text_shown(staff))
    assert "cho-xa.yaml" not in {path.name for path in store.home.rglob("*.yaml")}


def test_a_tampered_stick_is_refused_in_words(staff, store, publisher, folders):
    plug_in(publisher, folders)
    for path in (folders.sticks[0] / "USB").glob("files/*/*"):
        path.write_bytes(b"khac")
    staff.open("packs")
    take_from_stick(staff)
    staff.wait_until(lambda: "tải về không đúng" in text_shown(staff))
    assert store.current() is None


def test_what_the_service_with_the_network_did_is_told_by_itself(staff, store, publisher, folders):
    staff.open("packs")
    staff.wait_until(lambda: "chưa nhận gói nào" in text_shown(staff))
    sync(str(publisher.served), SyncTarget(store, folders, "0.1.0", NOW))
    staff.wait_until(lambda: "Gói số 1" in text_shown(staff))


def test_a_lesson_that_gives_way_to_the_centres_own_is_named(staff, store, publisher, folders):
    own = write_lesson(folders.own, "cua-xa", 211)
    staff.open("packs")
    sync(str(publisher.served), SyncTarget(store, folders, "0.1.0", NOW))
    staff.wait_until(lambda: "Gói số 1" in text_shown(staff))
    staff.headless.kiosk.staff.property("page").context.lesson_store.refresh()
    staff.wait_until(lambda: "goi-xe" in text_shown(staff))
    assert "211" in text_shown(staff)
    assert own.exists()


def test_the_page_of_loose_lessons_leads_to_the_pack_on_the_stick(staff, store, publisher, folders):
    plug_in(publisher, folders)
    staff.open("stick")
    staff.wait_until(lambda: staff.sees("open-packs"))
    staff.touch("open-packs")
    take_from_stick(staff)
    staff.wait_until(lambda: "Gói số 1" in text_shown(staff))
