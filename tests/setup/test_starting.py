"""After failed starts the next start leaves out more, and reports what it leaves out."""

import json
import time
from dataclasses import replace
from itertools import count

import pytest

from kiosk.running import end_early
from kiosk.starting import NOTES, Without, begin_start, folders_for


def die(folders, times):
    for _ in range(times):
        begin_start(folders)


@pytest.fixture
def caches(folders, tmp_path):
    folders = replace(folders, cache=tmp_path / "some")
    folders.compiled_qml.mkdir(parents=True)
    (folders.compiled_qml / "a.qmlc").write_bytes(b"x")
    (folders.cache / "lessons-vi.db").write_bytes(b"x")
    folders.voice_cache.mkdir()
    (folders.voice_cache / "clip.wav").write_bytes(b"x")
    folders.state.mkdir()
    return folders


def left(folders):
    return {path.name for path in folders.cache.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("died", "without", "kept"),
    [
        (0, Without.NOTHING, {"a.qmlc", "lessons-vi.db", "clip.wav"}),
        (1, Without.COMPILED, {"clip.wav"}),
        (2, Without.CACHES, set()),
        (3, Without.LOCAL_SETTINGS, set()),
        (4, Without.KIOSK, set()),
        (9, Without.KIOSK, set()),
    ],
)
def test_each_start_that_dies_makes_the_next_leave_out_more(caches, died, without, kept, caplog):
    die(caches, died)
    start = begin_start(caches)
    assert start.without is without
    assert folders_for(start, caches).with_local_settings is (without < Without.LOCAL_SETTINGS)
    assert left(caches) == kept
    assert start.note == NOTES.get(without, "")
    assert bool(caplog.text) is bool(died)


def test_a_start_that_comes_up_forgives_all_before_it(caches, caplog):
    die(caches, 3)
    begin_start(caches).reset_counter()
    assert begin_start(caches).without is Without.NOTHING


def test_a_start_that_knows_why_it_fails_tells_the_next_one(caches, caplog):
    start = begin_start(caches)
    start.failed("KeyError: 'x'")
    after = begin_start(caches)
    assert (after.without, after.reason) == (Without.COMPILED, "KeyError: 'x'")


def test_from_the_page_that_tells_what_is_wrong_it_is_tried_again_once(caches, caplog):
    die(caches, 5)
    page = begin_start(caches)
    page.try_again()
    assert begin_start(caches).without is Without.LOCAL_SETTINGS
    assert begin_start(caches).without is Without.KIOSK


def test_a_cache_that_cannot_be_emptied_is_replaced(caches, monkeypatch, caplog):
    die(caches, 2)
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)
    assert folders_for(begin_start(caches), caches).cache != caches.cache


@pytest.fixture
def switch_on(tmp_path, monkeypatch):
    """Simulates a reboot, with a new boot id, any number of times."""
    boot_id, times = tmp_path / "boot_id", count()
    monkeypatch.setattr("kiosk.starting.BOOT_ID", boot_id)

    def again():
        boot_id.write_text(f"{next(times)}\n")

    again()
    return again


def test_a_start_in_which_the_machine_is_switched_off_is_not_counted(caches, switch_on):
    begin_start(caches)
    switch_on()
    assert begin_start(caches).without is Without.NOTHING
    begin_start(caches).reset_counter()
    begin_start(caches)
    switch_on()
    assert begin_start(caches).without is Without.NOTHING


def test_the_second_in_a_row_that_is_switched_off_is_counted(caches, switch_on, caplog):
    begin_start(caches)
    switch_on()
    begin_start(caches)
    switch_on()
    assert begin_start(caches).without is Without.COMPILED


def test_starts_that_died_are_counted_when_the_machine_is_switched_off_too(
    caches, switch_on, caplog
):
    die(caches, 3)
    switch_on()
    assert begin_start(caches).without is Without.CACHES
    assert begin_start(caches).without is Without.LOCAL_SETTINGS


def test_a_start_that_knows_why_it_fails_is_counted_when_it_was_switched_off(
    caches, switch_on, caplog
):
    begin_start(caches).failed("KeyError: 'x'")
    switch_on()
    assert begin_start(caches).without is Without.COMPILED


@pytest.mark.parametrize(("after_s", "died"), [(10, 0), (140, 1)], ids=["person", "systemd"])
def test_a_start_that_is_ended_early_has_not_died_unless_it_hung(
    caches, monkeypatch, after_s, died
):
    ended = []
    monkeypatch.setattr("os._exit", ended.append)
    began_s = time.monotonic() - after_s
    begin_start(caches)
    end_early(caches, began_s)
    assert ended == [0]
    assert json.loads(caches.starts.read_bytes())["died"] == died


CONTENTS = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"[" * 5000,
    b'{"died": 1e999, "reason": ""}',
    b'{"died": 1, "reason": "", "boot": 7}',
    b'{"died": 1, "reason": "", "switched_off": 3}',
    bytes(range(99, 198)),
]


@pytest.mark.parametrize("content", [*CONTENTS, json.dumps({"died": -1, "reason": ""}).encode()])
def test_a_damaged_count_is_as_none_and_is_mended(caches, content):
    caches.starts.write_bytes(content)
    start = begin_start(caches)
    assert start.without is Without.NOTHING
    start.reset_counter()
    assert json.loads(caches.starts.read_bytes())["died"] == 0
