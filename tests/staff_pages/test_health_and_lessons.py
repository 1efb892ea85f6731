"""Staff see the problems of the kiosk and of its lessons, and can restart it."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_home import writable_lessons

from kiosk.authoring.inspection import today
from kiosk.cli.run import COMMAND as RUN
from kiosk.content.age import outdated_checks
from kiosk.content.facts import read_facts
from kiosk.content.statements import digest, statements
from kiosk.content.verification import VerificationEntry, keep_entry
from kiosk.domain.lesson import LessonHead, Verified
from kiosk.player.visit import Page
from kiosk.running import START_ANEW

BROKEN = "title: Bài hỏng\nnumber: 99\ngoal: Bác học.\nsteps:\n  - nói: Viết sai chìa.\n"


@pytest.fixture
def own_lessons(home):
    """A writable folder of lessons, with two of the shipped ones."""
    return writable_lessons(home, "noi-wifi", "mua-hang")


def findings(staff):
    return staff.headless.kiosk.staff.property("page").findings.rows


def test_the_checkup_tells_in_words_what_is_well_and_what_is_not(own_lessons, staff):
    staff.open("health")
    assert not staff.sees("check-again")
    staff.wait_patiently(lambda: staff.sees("check-again"))
    messages = findings(staff)
    assert [each.ok for each in messages] == sorted(each.ok for each in messages)
    sentences = {each.what: each.sentence for each in messages}
    assert "HOC-THU-KIOT" in sentences["Mạng Wi-Fi"]
    assert "Đã đặt mã PIN" in sentences["Mã PIN"]
    seen = set()
    for _ in messages:
        seen |= set(staff.texts())
        if staff.sees("more-findings"):
            staff.touch("more-findings")
    assert set(sentences.values()) <= seen


def test_leaving_breaks_the_checkup_off(headless, staff):
    staff.open("health")
    process = headless.kiosk.staff.property("page")._checkup.process_id
    assert Path(f"/proc/{process}").exists()
    staff.touch("back")
    staff.wait_until(lambda: not Path(f"/proc/{process}").exists())


def test_staff_start_the_kiosk_anew(headless, staff):
    asked = []
    headless.kiosk.staff.restart.connect(lambda: asked.append(True))
    staff.open("health")
    staff.touch("start-anew")
    assert asked == [True]


def test_to_start_anew_is_to_run_the_same_command_once_more(monkeypatch, tmp_path):
    ran = []
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("kiosk.running.run_kiosk", lambda *_: START_ANEW)
    monkeypatch.setattr("os.execve", lambda *given: ran.append(given))
    monkeypatch.setattr(sys, "argv", ["kiosk", "run", "--window"])
    CliRunner().invoke(RUN, ["--window"])
    ((program, command, environment),) = ran
    assert program == sys.executable
    assert command == [sys.executable, "-m", "kiosk", "run", "--window"]
    assert environment["XDG_STATE_HOME"] == str(tmp_path)


def test_lessons_that_need_somebody_are_named_with_the_reason(own_lessons, staff, headless):
    (own_lessons / "bai-hong.yaml").write_text(BROKEN, encoding="utf-8")
    old = (own_lessons / "mua-hang.yaml").read_text(encoding="utf-8")
    long_ago = old.replace('on: "2026-11-24"', 'on: "2020-01-31"')
    assert long_ago != old
    (own_lessons / "mua-hang.yaml").write_text(long_ago, encoding="utf-8")
    headless.kiosk.lesson_store.refresh()
    staff.open("lessons")
    staff.wait_until(lambda: len(findings(staff)) == 2)
    broken, aged = findings(staff)
    bought = headless.kiosk.lesson_store.library.heads["mua-hang"]
    assert (broken.what, aged.what) == ("bai-hong.yaml", f"{bought.number}. {bought.title}")
    assert broken.sentence.startswith("Dòng 5: ")
    assert "ngày" in aged.sentence
    assert {broken.sentence, aged.sentence} <= set(staff.texts())


def looked_at(headless, own_lessons, name, *, on_day, differing=()):
    """Records that a person of the commune checked a lesson's facts."""
    lesson = headless.kiosk.lesson_store.library.lessons[name]
    facts = read_facts(own_lessons)
    messages = tuple(each.text for each in statements(lesson, facts) if each.what in differing)
    by = Verified(by="Chị Hoa", on=on_day)
    keep_entry(
        own_lessons,
        name,
        VerificationEntry(verified=by, digest=digest(lesson, facts), differing=messages),
    )
    return messages


def test_a_lesson_with_a_fact_that_is_not_so_any_more_is_named_with_the_fact(
    own_lessons, staff, headless
):
    headless.kiosk.lesson_store.refresh()
    staff.wait_until(lambda: len(headless.kiosk.lesson_store.library.lessons) == 2)
    labels = "Chữ, nút trong bài giống trên máy thật"
    (reported,) = looked_at(headless, own_lessons, "noi-wifi", on_day=today(), differing={labels})
    staff.open("lessons")
    staff.wait_until(lambda: len(findings(staff)) == 1)
    (found,) = findings(staff)
    assert found.what == "11. Nối Wi-Fi"
    assert "Chị Hoa thấy đã khác" in found.sentence
    assert reported in found.sentence
    assert found.sentence.endswith("Sửa bài, rồi kiểm lại ở trang Kiểm dữ kiện.")
    assert found.sentence in staff.texts()


def test_what_the_commune_found_right_lately_is_not_called_old(own_lessons, staff, headless):
    for name in ("noi-wifi", "mua-hang"):
        path = own_lessons / f"{name}.yaml"
        text = path.read_text(encoding="utf-8").replace('on: "2026-11-24"', 'on: "2020-01-31"')
        path.write_text(text, encoding="utf-8")
    headless.kiosk.lesson_store.refresh()
    staff.wait_until(lambda: len(headless.kiosk.lesson_store.library.lessons) == 2)
    looked_at(headless, own_lessons, "noi-wifi", on_day=today())
    staff.open("lessons")
    staff.wait_until(lambda: [each.what[:3] for each in findings(staff)] == ["91."])


def test_where_all_lessons_are_sound_that_is_said(own_lessons, staff, headless):
    headless.kiosk.lesson_store.refresh()
    staff.open("lessons")
    staff.wait_until(lambda: "Cả 2 bài đều tốt." in staff.texts())
    assert headless.journey.visit.page is Page.STAFF


def test_facts_grow_old_after_half_a_year():
    checked = {"on": date(2026, 1, 1), "sources": ["a"]}
    heads = {
        "old": LessonHead(title="A", number=1, goal="G", checked=checked),
        "unchecked": LessonHead(title="B", number=2, goal="G"),
    }
    day = date(2026, 1, 1) + timedelta(days=180)
    assert list(outdated_checks(heads, day)) == []
    assert list(outdated_checks(heads, day + timedelta(days=1))) == [("old", 181)]
