"""`kiosk i18n update`: new texts reach the PO files, and no translation is lost."""

import os
import subprocess

import polib
import pytest

from kiosk.i18n.refresh import write_whole
from tests.i18n.conftest import LESSON

GEAR = "Bác tìm hình bánh răng rồi chạm vào."


def po(home, name="lessons", language="en"):
    return polib.pofile((home.translations / language / f"{name}.po").read_text(encoding="utf-8"))


def translate(home, source, text, name="lessons", *, fuzzy=False):
    file = po(home, name)
    entry = file.find(source)
    entry.msgstr = text
    entry.flags = ["fuzzy"] if fuzzy else []
    (home.translations / "en" / f"{name}.po").write_text(f"{file}", encoding="utf-8")


def template(home, name="lessons"):
    text = (home.translations / f"{name}.pot").read_text(encoding="utf-8")
    return {entry.msgid: entry for entry in polib.pofile(text)}


def test_updating_twice_leaves_no_difference(home):
    assert home.run("update").exit_code == 0
    translate(home, GEAR, "Find the cog wheel.")
    home.run("update")
    before = home.files()
    again = home.run("update")
    assert home.files() == before
    assert again.output == "Các tệp dịch đã mới sẵn, không phải ghi gì.\n"


def test_what_is_told_and_asked_is_translated_but_not_the_phone(home):
    home.run("update")
    lesson, screens = template(home), template(home, "screens")
    assert list(lesson) == [
        "Nối Wi-Fi",
        "Bác tự nối điện thoại vào Wi-Fi.",
        "Hỏi cán bộ đúng tên mạng.",
        "Bác biết nối mạng rồi ạ.",
        GEAR,
        "Chưa đúng. Bác tìm hình bánh răng.",
        "Tên mạng của quầy",
        "Mạng nào là của trung tâm?",
        "Mạng có tên trên giấy",
        "Đúng rồi. Tên này dán ở quầy.",
    ]
    assert {"Tiếp tục", "Bác làm xong rồi. Bác làm tốt lắm.", "Tên mạng"} <= screens.keys()
    assert "Cài đặt" not in {*lesson, *screens}


def test_notes_tell_the_lesson_the_step_and_whether_it_is_spoken(home):
    home.run("update")
    entries = template(home)
    assert entries[GEAR].comment == (
        "Nối Wi-Fi · bước 1 (step 1) · đọc thành tiếng (spoken)\n"
        "dài nhất 50 chữ cái (at most 50 letters)"
    )
    assert "chỉ để xem (shown only)" in entries["Tên mạng của quầy"].comment
    assert entries[GEAR].occurrences == [("lessons/noi-wifi.yaml", "")]


def test_a_text_of_screens_and_lessons_is_translated_once(home):
    home.run("update")
    entry = template(home, "screens")["Quay lại"]
    assert ("lessons/noi-wifi.yaml", "") in entry.occurrences
    assert "bước 2 (step 2)" in entry.comment
    assert "Quay lại" not in template(home)


def test_a_folder_is_enough_for_a_new_language(home):
    (home.translations / "rad").mkdir()
    home.run("update")
    for name in ("screens", "lessons"):
        path = home.translations / "rad" / f"{name}.po"
        file = po(home, name, "rad")
        assert file.metadata["Language"] == "rad"
        assert [entry.msgid for entry in file] == list(template(home, name))
        subprocess.run(["msgfmt", "--check", "-o", os.devnull, str(path)], check=True)
    assert not list((home.translations / "vi").iterdir())


def test_look_alike_letters_become_the_real_ones_and_stay(home):
    (home.translations / "rad").mkdir()
    home.run("update")
    path = home.translations / "rad" / "lessons.po"
    file = polib.pofile(path.read_text(encoding="utf-8"))
    file.find(GEAR).msgstr = "mơ \u0306ng ɓǎn"
    path.write_text(f"{file}", encoding="utf-8")
    home.run("update")
    assert po(home, language="rad").find(GEAR).msgstr == "mơ̆ng ƀăn"
    before = home.files()
    home.run("update")
    assert home.files() == before


def test_an_edited_sentence_keeps_its_translation_as_unconfirmed(home):
    home.run("update")
    translate(home, GEAR, "Find the cog wheel.")
    home.write_lesson(LESSON.replace(GEAR, "Bác tìm hình bánh răng rồi chạm vào nhé."))
    home.run("update")
    entry = po(home).find("Bác tìm hình bánh răng rồi chạm vào nhé.")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("Find the cog wheel.", True, GEAR)


def test_a_sentence_that_comes_back_finds_its_translation(home):
    home.run("update")
    translate(home, "Mạng nào là của trung tâm?", "Which network is ours?")
    home.write_lesson(LESSON.partition("  - ask:")[0])
    home.run("update")
    assert po(home).find("Mạng nào là của trung tâm?") is None
    home.write_lesson(LESSON)
    home.run("update")
    entry = po(home).find("Mạng nào là của trung tâm?")
    assert (entry.msgstr, entry.fuzzy) == ("Which network is ours?", False)


def test_a_text_that_moves_to_the_other_file_takes_its_translation_along(home):
    home.run("update")
    file = po(home)
    file.append(polib.POEntry(msgid="Tôi vẫn ở đây", msgstr="I am here"))
    (home.translations / "en" / "lessons.po").write_text(f"{file}", encoding="utf-8")
    home.run("update")
    entry = po(home, "screens").find("Tôi vẫn ở đây")
    assert (entry.msgstr, entry.fuzzy) == ("I am here", False)


def test_a_broken_file_is_named_with_its_line_and_stays_as_it_is(home):
    (home.translations / "rad").mkdir()
    home.run("update")
    path = home.translations / "en" / "lessons.po"
    broken = path.read_text(encoding="utf-8") + "\n<<<<<<< HEAD\n"
    path.write_text(broken, encoding="utf-8")
    line = broken.splitlines().index("<<<<<<< HEAD") + 1
    home.write_lesson(LESSON.replace("Nối Wi-Fi", "Nối mạng"))
    result = home.run("update")
    assert result.exit_code == 1
    assert f"Không đọc được translations/en/lessons.po, dòng {line}. " in result.output
    assert "Tệp được giữ nguyên" in result.output
    assert path.read_text(encoding="utf-8") == broken
    assert po(home, language="rad").find("Nối mạng")


def test_a_broken_lesson_changes_no_translation(home):
    home.run("update")
    before = home.files()
    home.write_lesson(LESSON.replace("goal:", "gaol:"))
    result = home.run("update")
    assert (result.exit_code, home.files()) == (1, before)
    assert result.output.startswith("Bài lessons/noi-wifi.yaml đang có lỗi.")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", "Máy chưa có msgmerge của GNU gettext. Cài một lần: sudo apt install gettext\n"),
        ("en", "GNU gettext's msgmerge is not installed. Once: sudo apt install gettext\n"),
    ],
)
def test_without_gettext_it_says_what_to_install(home, monkeypatch, lang, words):
    monkeypatch.setattr("kiosk.cli.i18n.screen_texts", lambda: ())
    monkeypatch.setenv("PATH", str(home.path))
    result = home.run("update", "--lang", lang)
    assert (result.exit_code, result.output, home.files()) == (1, words, {})


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "lessons.po"
    write_whole(path, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
