"""A system update is downloaded from a server; the result of the last one is known."""

import hashlib
import json
from dataclasses import replace

import pytest

from kiosk.folders import Folders
from kiosk.packs.problem import PackError
from kiosk.packs.system_update import (
    Outcome,
    Wish,
    bundles_on,
    fetch_update,
    fetched_bundle,
    request_system_action,
    system_state,
)

BUNDLE = bytes(range(256)) * 400


@pytest.fixture
def folders(tmp_path) -> Folders:
    """The folders of an image-based machine with version 1."""
    path = tmp_path / "told"
    path.mkdir()
    (path / "slot").write_text("A\n")
    (path / "version-A").write_text("1.0\n")
    return Folders(state=tmp_path / "state", update_reports=path)


@pytest.fixture
def server(tmp_path):
    """A folder as script/image writes it."""
    folder = tmp_path / "server/system"
    folder.mkdir(parents=True)
    (folder / "kiosk-2.raucb").write_bytes(BUNDLE)
    news = {"version": "2.0", "file": "kiosk-2.raucb", "size_bytes": len(BUNDLE)}
    news["sha256"] = hashlib.sha256(BUNDLE).hexdigest()
    (folder / "update.json").write_text(json.dumps(news))
    return folder.parent


def test_what_is_new_is_fetched_once(folders, server, serve):
    assert fetch_update(serve(server), folders) == "2.0"
    assert fetched_bundle(folders).read_bytes() == BUNDLE
    fetched_bundle(folders).unlink()  # the system has installed or refused it
    assert fetch_update(serve(server), folders) == ""
    assert not fetched_bundle(folders).exists()


@pytest.mark.parametrize("name", ["version-A", "tried-2.0"])
def test_what_runs_already_or_was_tried_in_vain_is_not_fetched(folders, server, name):
    (folders.update_reports / name).write_text("2.0\n")
    assert fetch_update(str(server), folders) == ""


def test_a_machine_that_was_not_made_of_the_image_fetches_nothing(folders, server):
    elsewhere = replace(folders, update_reports=folders.state / "nowhere")
    assert fetch_update(str(server), elsewhere) == ""


def test_a_server_without_updates_is_no_problem(folders, tmp_path, serve):
    assert fetch_update(serve(tmp_path), folders) == ""


def test_a_broken_transfer_is_gone_on_with(folders, server):
    whole = server / "system/kiosk-2.raucb"
    whole.write_bytes(BUNDLE[:1000])
    with pytest.raises(PackError, match="tải tiếp"):
        fetch_update(str(server), folders)
    whole.write_bytes(b"!" * 1000 + BUNDLE[1000:])  # bytes received before are not requested again
    assert fetch_update(str(server), folders) == "2.0"
    assert fetched_bundle(folders).read_bytes() == BUNDLE


@pytest.mark.parametrize("content", [b"!" + BUNDLE[1:], BUNDLE + b"!" * 100_000])
def test_other_bytes_than_promised_are_thrown_away(folders, server, content):
    (server / "system/kiosk-2.raucb").write_bytes(content)
    with pytest.raises(PackError):
        fetch_update(str(server), folders)
    assert list(folders.system_updates.iterdir()) == []


@pytest.mark.parametrize(
    "expected",
    [
        {"file": "../../etc/passwd"},
        {"version": "$(reboot)"},
        {"size_bytes": 10**12},
        {"sha256": "none"},
    ],
)
def test_strange_news_is_told(folders, server, expected):
    path = server / "system/update.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **expected}))
    with pytest.raises(PackError, match="bị hỏng"):
        fetch_update(str(server), folders)


def test_a_full_disk_is_told_before_anything_is_fetched(folders, server):
    with pytest.raises(PackError, match="không còn đủ chỗ"):
        fetch_update(str(server), folders, free_bytes=lambda _: 1000)
    assert not list(folders.system_updates.glob("*.unfinished"))


def test_what_the_system_tells_is_read(folders):
    reported = folders.update_reports
    (reported / "version-B").write_text("0.9\n")
    (reported / "outcome.json").write_text(
        '{"outcome": "taken_back", "version": "2.0", "problem": "x"}'
    )
    state = system_state(folders)
    assert (state.version, state.before) == ("1.0", "0.9")
    assert (state.last.outcome, state.last.version) == (Outcome.TAKEN_BACK, "2.0")
    (reported / "outcome.json").write_text("[")
    assert system_state(folders).last is None


def test_the_system_is_asked_by_one_word(folders):
    request_system_action(folders, Wish.BACK)
    assert (folders.system_updates / "wanted").read_text() == "back\n"


def test_updates_on_sticks_are_found(tmp_path):
    (tmp_path / "moi.raucb").write_bytes(b"x")
    (tmp_path / "anh.jpg").write_bytes(b"x")
    assert bundles_on((tmp_path, tmp_path / "pulled-out")) == ("moi.raucb",)
