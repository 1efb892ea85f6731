"""Edits survive a crash and an unplugged stick, and are merged with changes by others."""

import pytest

from kiosk.editor.changes import set_field
from kiosk.editor.history import LessonText
from kiosk.editor.lesson_file import Conflict, LessonFile, Saved, UnreadableFileError, UnsavedText
from kiosk.editor.merge import merged

BASE = "title: A\n\ngoal: B\n\nsteps:\n  - say: C\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "bai" / "bai.yaml"
    path.parent.mkdir()
    path.write_text(BASE, encoding="utf-8")
    return LessonFile(path, tmp_path / "state")


def test_a_draft_is_found_by_the_next_start_and_gone_after_saving(file, tmp_path):
    file.keep_draft(UnsavedText(BASE, "title: D\n"))
    again = LessonFile(file.path, tmp_path / "state")
    assert again.find_draft() == UnsavedText(BASE, "title: D\n")
    again.save(BASE, "title: D\n")
    assert again.find_draft() is None
    assert [path.name for path in file.path.parent.iterdir()] == ["bai.yaml"]


def test_the_draft_goes_elsewhere_where_the_stick_was_pulled(file, tmp_path):
    file.path.unlink()
    file.path.parent.rmdir()
    file.keep_draft(UnsavedText(BASE, "title: D\n"))
    assert file.find_draft() == UnsavedText(BASE, "title: D\n")
    with pytest.raises(OSError, match="No such file"):
        LessonFile(tmp_path / "bai.yaml" / "x", tmp_path / "bai.yaml").path.read_bytes()


def test_a_half_written_draft_is_none(file):
    file.path.with_name(".bai.yaml.draft").write_text('{"base": "ti', encoding="utf-8")
    assert file.find_draft() is None


def test_another_ones_changes_elsewhere_are_kept(file):
    file.path.write_text(BASE.replace("B", "Khác"), encoding="utf-8")
    saved = file.save(BASE, BASE.replace("C", "Của tôi"))
    both = BASE.replace("B", "Khác").replace("C", "Của tôi")
    assert saved == Saved(both, merged=True)
    assert file.read() == both


def test_another_ones_changes_of_the_same_line_are_asked_about(file):
    theirs = BASE.replace("C", "Của họ")
    file.path.write_text(theirs, encoding="utf-8")
    mine = BASE.replace("C", "Của tôi")
    assert file.save(BASE, mine) == Conflict(theirs)
    assert file.read() == theirs
    assert file.save(BASE, mine, force=True) == Saved(mine)
    assert file.read() == mine


def test_the_same_change_by_both_is_one():
    assert merged(BASE, BASE.replace("C", "D"), BASE.replace("C", "D")) == BASE.replace("C", "D")


def test_what_is_no_text_is_not_opened_and_not_overwritten(file):
    file.path.write_bytes(b"\xff\xfea\x00")
    with pytest.raises(UnreadableFileError):
        file.read()
    with pytest.raises(UnreadableFileError):
        file.save(BASE, "title: D\n")
    assert file.path.read_bytes() == b"\xff\xfea\x00"


def test_everything_is_taken_back_and_made_again():
    lesson = LessonText.of(BASE)
    for number in range(200):
        lesson = lesson.changed(set_field((), ("title",), f"Bài {number}"))
    changed = lesson.text
    for _ in range(200):
        lesson = lesson.undone()
    assert (lesson.text, lesson.may_undo) == (BASE, False)
    for _ in range(200):
        lesson = lesson.redone()
    assert (lesson.text, lesson.may_redo) == (changed, False)
    assert not lesson.undone().changed(set_field((), ("goal",), "Khác")).may_redo
