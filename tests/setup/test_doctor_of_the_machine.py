"""The report of `kiosk doctor` on loudspeaker, state folder and socket."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import checkup
from kiosk.checkup import Checkup, findings
from kiosk.folders import Folders
from kiosk.loudspeaker import Loudness, loudness
from kiosk.runtime_folder import MAX_SOCKET_BYTES

PACTL = """#!/bin/sh
case "$1" in
get-sink-mute) echo "Mute: {mute}" ;;
get-sink-volume) echo "Volume: front-left: 9 / {left}% / 0 dB, front-right: 9 / {right}% / 0 dB" ;;
esac
"""
WPCTL = """#!/bin/sh
echo "Volume: {told}"
"""


@pytest.fixture
def command(tmp_path, monkeypatch):
    """Adds a command of a sound server as the only command in PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def put(name, script):
        path = tmp_path / name
        path.write_text(script, encoding="utf-8")
        path.chmod(0o755)

    return put


@pytest.mark.parametrize(
    ("mute", "left", "right", "known"),
    [
        ("no", 40, 50, Loudness(muted=False, percent=50)),
        ("yes", 40, 40, Loudness(muted=True, percent=40)),
        ("no", 0, 0, Loudness(muted=False, percent=0)),
    ],
)
def test_pulseaudio_is_asked(command, mute, left, right, known):
    command("pactl", PACTL.format(mute=mute, left=left, right=right))
    assert loudness() == known


@pytest.mark.parametrize(
    ("expected", "known"),
    [
        ("0.40", Loudness(muted=False, percent=40)),
        ("0.40 [MUTED]", Loudness(muted=True, percent=40)),
    ],
)
def test_pipewire_is_asked_where_pulseaudio_is_not(command, expected, known):
    command("wpctl", WPCTL.format(told=expected))
    assert loudness() == known


def test_nothing_is_said_where_no_sound_server_tells(command):
    assert loudness() is None
    command("pactl", "#!/bin/sh\nexit 1\n")
    assert loudness() is None


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        (Loudness(muted=True, percent=80), "đang tắt tiếng"),
        (Loudness(muted=False, percent=0), "âm lượng 0%"),
        (Loudness(muted=False, percent=7), "âm lượng 7%"),
    ],
)
def test_a_loudspeaker_that_cannot_be_heard_is_told(folders, monkeypatch, known, sentence):
    monkeypatch.setattr(checkup, "loudness", lambda: known)
    found = Checkup(folders, "vi")._speaker("Loa USB")
    assert (found.ok, sentence in found.sentence) == (False, True)


def test_a_loudspeaker_that_can_be_heard_or_tells_nothing_is_well(folders, monkeypatch):
    for known in (Loudness(muted=False, percent=30), None):
        monkeypatch.setattr(checkup, "loudness", lambda known=known: known)
        assert Checkup(folders, "vi")._speaker("Loa USB").ok


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("lessons: {unused: [lua_dao]}", "lessons.unused ghi “lua_dao”"),
        ("lessons: {hidden: [zalo, xem-gio]}", "lessons.hidden ghi “xem-gio”"),
        ("languages: {hidden: [rade]}", "languages.hidden ghi “rade”"),
        ("languages: {offered: [vi, vn]}", "languages.offered ghi “vn”"),
        ("languages: {first_lessons: [noi-wifi-1]}", "Có phải noi-wifi?"),
    ],
)
def test_a_setting_that_names_what_is_not_there_is_told(tmp_path, setting, expected):
    config = tmp_path / "config.yaml"
    config.write_text(setting, encoding="utf-8")
    found = list(Checkup(Folders(state=tmp_path, other_config=config), "vi").settings())
    assert any(expected in each.sentence and not each.ok for each in found)


def test_the_settings_that_are_shipped_name_only_what_is_there(tmp_path):
    found = Checkup(Folders(state=tmp_path), "vi").settings()
    assert not [each.sentence for each in found if "mà ở máy này không có" in each.sentence]


def test_a_state_folder_that_cannot_be_written_to_is_told(folders, monkeypatch):
    assert Checkup(folders, "vi")._state().ok

    def refuse(**_where):
        raise OSError(30, os.strerror(30))

    monkeypatch.setattr(checkup.tempfile, "TemporaryFile", refuse)
    found = Checkup(folders, "vi")._state()
    assert not found.ok
    assert str(folders.state) in found.sentence


def test_a_socket_with_too_long_a_path_and_none_at_all_are_told(folders, monkeypatch):
    checked = Checkup(folders, "vi")
    assert checked._socket().ok
    monkeypatch.setattr(checkup, "socket_address", lambda _: "/" + "x" * MAX_SOCKET_BYTES)
    assert str(MAX_SOCKET_BYTES) in checked._socket().sentence

    def refuse(_state):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(checkup, "socket_address", refuse)
    assert not checked._socket().ok


OTHER_DISK = Path("/dev/shm")


@pytest.mark.skipif(not OTHER_DISK.is_dir(), reason="there is one disk only")
@pytest.mark.parametrize("full", ["cache", "state"])
def test_each_disk_that_is_written_to_is_looked_at(tmp_path, monkeypatch, full):
    places = {"cache": tmp_path, "state": OTHER_DISK}

    def room_on(folder):
        return SimpleNamespace(free=1_000_000 if folder == places[full] else 8_000_000_000)

    monkeypatch.setattr(checkup.shutil, "disk_usage", room_on)
    found = list(Checkup(Folders(**places), "vi")._disk())
    assert [(each.ok, str(places[full]) in each.sentence) for each in found] == [
        (name != full, name == full) for name in places
    ]


def test_what_is_known_at_once_is_told_first(tmp_path):
    found = findings(Folders(state=tmp_path), "vi")
    messages = [next(found).what for _ in range(6)]
    assert "Mã PIN" in messages
    assert "Chỗ trống" in messages
    found.close()
