"""Values reused from the last start equal those read anew; otherwise they are read anew."""

import subprocess
import sys

import pytest

from kiosk import last_start
from kiosk.folders import Folders
from kiosk.i18n.languages import find_languages
from kiosk.last_start import keep_for_next_start, languages_of, settings_of_last_start
from kiosk.settings.file import read_settings

EVERYTHING = """
centre: {name: Xã Ea Kar, hotline: "0262"}
display: {diagonal_in: 32, text_size: largest, contrast: high, renderer: gpu, motion: false}
languages: {offered: [vi, rad], hidden: [en]}
voice: {voices: {vi: ai-do}, rates: {vi: 110}, slow: true}
wifi: {name: KHACH, password: matkhau1}
handout: {printer: default, paper: receipt, web_address: "https://a.example/hoc"}
staff: {leave_allowed: false, call_command: [bell, "2"]}
lessons: {hidden: [zalo]}
packs: {source: /media/usb}
"""


@pytest.fixture
def folders(tmp_path) -> Folders:
    folders = Folders(home=tmp_path, state=tmp_path / "state", cache=tmp_path / "cache")
    folders.config.write_text(EVERYTHING, encoding="utf-8")
    language = tmp_path / "translations" / "rad" / "language.yaml"
    language.parent.mkdir(parents=True)
    language.write_text(
        "name: Ê Đê\nletters: [a, b, č]\nvoice: {words_per_minute: 100}\n", encoding="utf-8"
    )
    return folders


def kept(folders: Folders):
    """Whether the settings and the languages are stored for the next start."""
    names = (last_start.SETTINGS, last_start.LANGUAGES)
    return tuple((folders.cache / name).exists() for name in names)


def test_the_next_start_has_the_same_settings_and_languages(folders, monkeypatch):
    keep_for_next_start(folders)
    read, problems = read_settings(folders.config)
    languages = find_languages(folders.translations)
    assert not problems
    monkeypatch.setattr(last_start, "find_languages", None)
    assert repr(settings_of_last_start(folders)) == repr(read)
    assert settings_of_last_start(folders) == read
    assert languages_of(folders) == languages
    assert repr(languages_of(folders)) == repr(languages)


def test_settings_that_were_changed_are_read_anew(folders):
    keep_for_next_start(folders)
    (overlay,) = folders.local_configs
    overlay.write_text("centre: {hotline: '113'}\n", encoding="utf-8")
    assert settings_of_last_start(folders) is None
    keep_for_next_start(folders)
    assert settings_of_last_start(folders).centre.hotline == "113"
    overlay.unlink()
    assert settings_of_last_start(folders) is None


def test_languages_that_were_added_or_changed_are_read_anew(folders):
    keep_for_next_start(folders)
    jra = folders.translations / "jra" / "language.yaml"
    jra.parent.mkdir()
    jra.write_text("name: Jrai\n", encoding="utf-8")
    assert languages_of(folders).keys() == {"rad", "jra"}
    keep_for_next_start(folders)
    jra.write_text("name: Gia Rai\n", encoding="utf-8")
    assert languages_of(folders)["jra"].name == "Gia Rai"


def test_another_version_of_the_program_reads_anew(folders, monkeypatch):
    keep_for_next_start(folders)
    monkeypatch.setattr(last_start, "_code_identity", lambda: b"another")
    assert settings_of_last_start(folders) is None


@pytest.mark.parametrize("name", [last_start.SETTINGS, last_start.LANGUAGES])
def test_a_damaged_file_is_never_believed(folders, name):
    keep_for_next_start(folders)
    settings, languages = settings_of_last_start(folders), languages_of(folders)
    path = folders.cache / name
    whole = path.read_bytes()
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert settings_of_last_start(folders) in (None, settings)
        assert languages_of(folders) == languages
    path.write_bytes(whole[: len(whole) // 2])
    assert settings_of_last_start(folders) in (None, settings)
    assert languages_of(folders) == languages
    path.unlink()
    path.mkdir()
    assert settings_of_last_start(folders) in (None, settings)
    assert languages_of(folders) == languages


def test_what_is_wrong_is_told_at_every_start(folders):
    folders.config.write_text("display: {diagonal_in: to}\n", encoding="utf-8")
    (folders.translations / "rad" / "language.yaml").write_text("name: []\n", encoding="utf-8")
    keep_for_next_start(folders)
    assert kept(folders) == (False, False)


def test_passwords_in_it_are_for_the_kiosk_alone(folders):
    keep_for_next_start(folders)
    assert (folders.cache / last_start.SETTINGS).stat().st_mode & 0o077 == 0


STARTED = """
import sys
from kiosk.cli import run
import kiosk.qt.plain_imports
import kiosk.running, kiosk.app, kiosk.ui.sound.centre_voice, kiosk.ui.window.window_guard
print(*({"pydantic", "yaml"} & sys.modules.keys()))
import difflib, linecache
print(difflib.__file__ in linecache.cache)
"""


def test_the_first_frame_waits_for_no_reader_of_files_and_for_no_reading_of_sources():
    done = subprocess.run(
        [sys.executable, "-c", STARTED], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["", "False"]
