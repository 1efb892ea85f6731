"""Exporting a lesson includes its recordings if their speakers consented to that."""

from datetime import UTC, datetime

import pytest
from fake_microphone import voice

from kiosk.folders import CHECKOUT, Folders
from kiosk.narration.recordings.consent import Consent, Consents, Use
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.packs.contents import files_below
from kiosk.usb_import.export import export_lesson

LESSON = """\
title: Chờ xe
number: 311
goal: Bác chờ được xe.
steps:
  - say: Bác ngồi đợi ở đây.
  - say: Xe tới thì bác lên.
"""
FIRST, SECOND = "Bác ngồi đợi ở đây.", "Xe tới thì bác lên."


@pytest.fixture
def folders(tmp_path):
    return Folders(
        home=CHECKOUT, state=tmp_path / "state", cache=tmp_path / "c", site=tmp_path / "site"
    )


@pytest.fixture
def path(folders):
    folders.lessons.mkdir(parents=True)
    path = folders.lessons / "cho-xe.yaml"
    path.write_text(LESSON, encoding="utf-8")
    return path


def keep(folder, sentence, speaker, at="2026-11-20T08:00:00+07:00"):
    return Recordings(folder, "vi").keep(Take(sentence, speaker, at), voice())


def allow(folder, speaker, use):
    now = datetime.now(UTC).isoformat()
    Consents(folder, "vi").give(Consent(speaker, "", use, now, "Tôi đồng ý."), voice())


def speakers(folder):
    return {take.text: take.speaker for take in Recordings(folder, "vi").takes}


def test_a_voice_for_one_kiosk_only_stays_there(folders, path, tmp_path):
    allow(folders.recordings, "Lan", Use.THIS_KIOSK)
    allow(folders.recordings, "Mai", Use.ALL_KIOSKS)
    keep(folders.recordings, FIRST, "Lan")
    keep(folders.recordings, SECOND, "Mai")
    given = export_lesson(LESSON, path, tmp_path, folders)
    assert given.held_back == 1
    assert speakers(given.folder / "voice") == {SECOND: "Mai"}


def test_a_voice_that_nobody_has_asked_stays(folders, path, tmp_path):
    keep(folders.recordings, FIRST, "Mai")
    keep(folders.recordings, SECOND, "")
    given = export_lesson(LESSON, path, tmp_path, folders)
    assert given.held_back == 2
    assert not (given.folder / "voice").exists()


def test_where_nobody_can_tell_what_is_allowed_no_voice_goes(folders, path, tmp_path):
    allow(folders.recordings, "Mai", Use.ALL_KIOSKS)
    keep(folders.recordings, FIRST, "Mai")
    (folders.recordings / "vi" / "consent" / "consents.json").write_text("{", encoding="utf-8")
    given = export_lesson(LESSON, path, tmp_path, folders)
    assert given.held_back == 1
    assert not (given.folder / "voice").exists()


def test_among_the_contents_of_a_pack_it_goes_where_lessons_go(folders, path, tmp_path):
    content = tmp_path / "noi-dung"
    (content / "lessons").mkdir(parents=True)
    voices = content / "media" / "voice"
    keep(voices, "Câu của bài khác.", "Hoa")
    allow(voices, "Hoa", Use.ALL_KIOSKS)
    allow(folders.recordings, "Mai", Use.ALL_KIOSKS)
    keep(folders.recordings, FIRST, "Mai")
    assert export_lesson(LESSON, path, content, folders).folder == content / "lessons"
    packed = {file.path for file, _ in files_below(content)}
    assert "lessons/cho-xe.yaml" in packed
    assert sum(each.endswith(".flac") for each in packed) == 2
    asked = Consents(voices, "vi")
    assert {each.speaker for each in asked.all} == {"Mai", "Hoa"}
    assert all(asked.clip_of(each).exists() for each in asked.all)
    assert speakers(voices) == {"Câu của bài khác.": "Hoa", FIRST: "Mai"}


def test_copied_again_only_what_is_new_is_added(folders, path, tmp_path):
    for speaker in ("Mai", "Hoa"):
        allow(folders.recordings, speaker, Use.OPEN_CORPUS)
    keep(folders.recordings, FIRST, "Mai")
    for _ in range(2):
        export_lesson(LESSON, path, tmp_path, folders)
    assert len(list((tmp_path / "cho-xe" / "voice" / "vi").glob("*.flac"))) == 1
    keep(folders.recordings, FIRST, "Hoa", "2026-11-21T08:00:00+07:00")
    export_lesson(LESSON, path, tmp_path, folders)
    assert speakers(tmp_path / "cho-xe" / "voice") == {FIRST: "Hoa"}
