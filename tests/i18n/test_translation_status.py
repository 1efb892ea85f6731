"""`kiosk i18n status`: the progress of each language."""

import json

import polib

from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip
from tests.i18n.conftest import LESSON

SECOND = """\
title: Gọi điện
number: 12
goal: Bác tự gọi được.
steps:
  - say: Bác tự nối điện thoại vào Wi-Fi.
"""


def fill(home, *texts, fuzzy=()):
    path = home.translations / "en" / "lessons.po"
    file = polib.pofile(path.read_text(encoding="utf-8"))
    for source in (*texts, *fuzzy):
        entry = file.find(source)
        entry.msgstr = "translated"
        entry.tcomment = "reviewer: somebody"
        entry.flags = ["fuzzy"] if source in fuzzy else []
    path.write_text(f"{file}", encoding="utf-8")


def words_of(line):
    return line.split()


def facts(home, *words):
    return json.loads(home.run("status", "--format", "json", *words).stdout)


def test_figures_of_each_lesson(home):
    home.write_lesson(SECOND, "goi-dien")
    home.run("update")
    fill(home, "Nối Wi-Fi", "Bác tự nối điện thoại vào Wi-Fi.", fuzzy=["Gọi điện"])
    [english] = facts(home)["languages"]
    assert english["lessons"] == {
        "noi-wifi": {"total": 11, "translated": 2, "fuzzy": 0, "missing": 9},
        "goi-dien": {"total": 3, "translated": 1, "fuzzy": 1, "missing": 1},
    }
    assert english["screens"]["translated"] == 0
    assert english["screens"]["missing"] == english["screens"]["total"] > 50


def test_texts_for_people(home):
    (home.translations / "en" / "language.yaml").write_text(
        "name: English\ngreeting: Hello!\ninvitation: Touch.\n", encoding="utf-8"
    )
    home.run("update")
    fill(home, "Nối Wi-Fi", fuzzy=["Hỏi cán bộ đúng tên mạng."])
    lines = home.run("status").output.splitlines()
    assert lines[0].startswith("en  English  thu âm 0/")
    assert words_of(lines[2]) == words_of(
        "noi-wifi 1/11 câu, chưa duyệt 1, còn thiếu 9 · thu âm 0/10"
    )
    english = home.run("status", "--lang", "en").output.splitlines()
    assert words_of(english[2]) == words_of(
        "noi-wifi 1/11 texts, 1 unconfirmed, 9 missing · recorded 0/10"
    )


def test_voice_is_counted_beside_text(home):
    home.write_lesson(SECOND, "goi-dien")
    home.run("update")
    (home.path / "media").unlink()  # the recordings of the checkout must not count
    recordings = Recordings(home.path / "media" / "voice", "en")
    said = "Bác tự nối điện thoại vào Wi-Fi."
    take = Take(said, speaker="Hoa", recorded_at="2026-11-24T08:00:00", device="thử")
    recordings.keep(take, Clip(b"\1\0" * 8000, 16000, ()))
    [english] = facts(home)["languages"]
    assert english["voice_lessons"]["goi-dien"] == {"total": 3, "recorded": 1, "stale": 0}
    assert english["voice"]["recorded"] == 1
    assert english["voice"]["total"] > english["voice_itself"]["total"] > 10


def test_wrong_placeholders_are_told_by_line_and_do_not_count(home):
    home.run("update")
    path = home.translations / "en" / "screens.po"
    file = polib.pofile(path.read_text(encoding="utf-8"))
    wrong = next(entry for entry in file if "%1" in entry.msgid)
    wrong.msgstr = "without it"
    path.write_text(f"{file}", encoding="utf-8")
    line = polib.pofile(path.read_text(encoding="utf-8")).find(wrong.msgid).linenum
    result = home.run("status")
    assert result.exit_code == 1
    assert f"translations/en/screens.po, dòng {line}: câu dịch phải giữ đúng %1" in result.stderr
    [english] = facts(home)["languages"]
    assert english["misplaced"] == [
        {"path": "translations/en/screens.po", "line": line, "marks": ["%1"]}
    ]
    assert english["screens"]["translated"] == 0


def test_check_is_content_right_after_an_update(home):
    home.run("update")
    assert home.run("status", "--check").exit_code == 0
    assert facts(home, "--check")["outdated"] == []


def test_check_tells_when_a_lesson_has_changed_since(home):
    home.run("update")
    home.write_lesson(LESSON.replace("Nối Wi-Fi", "Nối mạng"))
    assert home.run("status").exit_code == 0
    result = home.run("status", "--check")
    assert result.exit_code == 1
    assert result.stderr == (
        "translations/screens.pot chưa theo kịp bài học và màn hình. Chạy: kiosk i18n update\n"
        "translations/lessons.pot chưa theo kịp bài học và màn hình. Chạy: kiosk i18n update\n"
    )


def test_before_the_first_update_it_says_what_to_do(home):
    result = home.run("status")
    assert result.exit_code == 1
    assert result.output == (
        "Chưa có translations/screens.pot, hoặc tệp bị hỏng. Tạo lại bằng: kiosk i18n update\n"
    )


def test_a_broken_file_is_told_and_the_rest_is_counted(home):
    home.run("update")
    path = home.translations / "en" / "lessons.po"
    path.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    result = home.run("status", "--format", "json")
    assert result.exit_code == 1
    assert "Không đọc được translations/en/lessons.po, dòng 1." in result.stderr
    [english] = json.loads(result.stdout)["languages"]
    assert english["unreadable"] == ["translations/en/lessons.po"]
    assert english["screens"]["total"] > 50


def test_what_is_too_long_for_its_page_is_told_by_line(home):
    """Combining marks do not count: they take no extra room."""
    home.run("update")
    path = home.translations / "en" / "screens.po"
    file = polib.pofile(path.read_text(encoding="utf-8"))
    entry = next(each for each in file if "max-length:12" in each.flags)
    fits = "ê̆" * 12
    for text, code in ((fits, 0), (f"{fits}x", 1)):
        entry.msgstr, entry.tcomment = text, "reviewer: somebody"
        path.write_text(f"{file}", encoding="utf-8")
        done = home.run("status", "--check")
        line = polib.pofile(str(path)).find(entry.msgid).linenum
        assert done.exit_code == code
        reported = f"screens.po, dòng {line}: câu dịch dài 13 chữ, chỗ trên màn hình chỉ vừa 12."
        assert (reported in done.stderr) == bool(code)


def test_the_length_stays_in_each_language_after_every_update(home):
    home.run("update")
    before = (home.translations / "en" / "screens.po").read_bytes()
    assert b"max-length:" in before
    home.run("update")
    assert (home.translations / "en" / "screens.po").read_bytes() == before
