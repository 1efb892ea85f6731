"""Changes of a lesson by a trainer: renaming updates every reference to the name."""

from pathlib import Path

from kiosk.content.media import Media
from kiosk.content.positions import document_of
from kiosk.content.reader import reading_of
from kiosk.domain.way import Way
from kiosk.editor import changes
from kiosk.editor.history import LessonText
from kiosk.editor.overview import arrows, step_lines, ways_table
from kiosk.editor.placed_problems import placed_problems

LESSON = """\
title: Nối Wi-Fi
number: 11
goal: Bác tự nối được.
screens:
  chinh:
    - app: cai-dat
      icon: wifi
      label: Cài đặt
    - app: ngan-hang
      icon: bank
      label: Ngân hàng
steps:
  - say: Bác chạm vào Cài đặt.
    screen: chinh
    tap: cai-dat
  - ask: Mạng nào?
    choices:
      - text: HOC-THU
        right: true
      - text: Lạ
        goto: nghi
  - name: nghi
    say: Bác nghĩ lại nhé.
phones:
  samsung:
    screens:
      chinh: [{app: cai-dat, icon: wifi, label: Kết nối}]
"""
MEDIA = Media(frozenset({"wifi", "bank"}), frozenset())


def after(*done):
    return LessonText.of(LESSON).changed(*done).text


def reading(text):
    return reading_of(document_of(text, "bai.yaml"), Path("bai.yaml"), MEDIA)


def problems(text):
    return reading(text).problems


def test_a_new_lesson_is_in_order():
    assert problems(changes.new_lesson("Gọi xe: ôm", 21)) == ()


def test_a_screen_is_renamed_wherever_it_is_named():
    text = after(changes.rename_screen("chinh", "Màn hình đầu"))
    expected = LESSON.replace("chinh", "man-hinh-dau")
    assert text == expected


def test_a_screen_is_renamed_where_a_touch_opens_it():
    opened = LESSON.replace("tap: cai-dat\n", "tap: cai-dat\n    then: chinh\n")
    renamed = LessonText.of(opened).changed(changes.rename_screen("chinh", "Màn hình đầu")).text
    assert renamed == opened.replace("chinh", "man-hinh-dau")


def test_a_target_is_renamed_in_the_steps_that_touch_it():
    text = after(changes.rename_target(("screens", "chinh", 0), "mo"))
    assert text == LESSON.replace("cai-dat", "mo", 1).replace("tap: cai-dat", "tap: mo")


def test_an_arrow_gives_the_step_a_name():
    text = after(changes.set_goto(("steps", 1, "choices", 0, "goto"), 0))
    assert "  - say: Bác chạm vào Cài đặt.\n    name: buoc-1\n" in text
    assert "        goto: buoc-1\n" in text
    data = document_of(text, "").data
    assert [(a.start, a.end, a.words) for a in arrows(data)] == [(1, 0, "HOC-THU"), (1, 2, "Lạ")]


def test_what_is_written_twice_gets_a_name_of_its_own():
    text = after(changes.duplicate(("screens", "chinh", 0)), changes.duplicate(("steps", 2)))
    assert "- app: cai-dat-2\n" in text
    assert "- name: nghi-2\n" in text
    assert not [each for each in problems(text) if each.is_error]


def test_a_screen_of_its_own_on_another_make_begins_as_on_the_others():
    text = after(changes.own_screen("oppo", "chinh"))
    assert document_of(text, "").data["phones"]["oppo"]["screens"]["chinh"][1]["app"] == "ngan-hang"


def test_a_list_begins_in_its_usual_place_and_goes_with_its_last_item():
    added = after(changes.add_item(("remember",), 0, "Làm chậm."))
    goal = "goal: Bác tự nối được.\n"
    assert added == LESSON.replace(goal, f"{goal}remember:\n  - Làm chậm.\n")
    assert LessonText.of(added).changed(changes.remove(("remember", 0))).text == LESSON


def test_steps_in_a_list_are_told_by_what_they_say():
    lines = step_lines(document_of(LESSON, "").data)
    assert [(line.kind, line.words) for line in lines] == [
        ("tap", "Bác chạm vào Cài đặt."),
        ("ask", "Mạng nào?"),
        ("say", "Bác nghĩ lại nhé."),
    ]


def test_the_four_ways_show_what_is_missing():
    rows = ways_table(reading(LESSON).lesson)
    together, alone = (rows[0][list(Way).index(way)] for way in (Way.TOGETHER, Way.ALONE))
    assert together.touched == "Cài đặt"
    assert together.gap == "chưa có lời nhắc khi chạm nhầm"
    assert alone.said == "Bác tự nối được."
    assert alone.gap
    assert not rows[2][list(Way).index(Way.ALONE)].in_way


def cured(text):
    lesson = LessonText.of(text)
    problems_at = placed_problems(lesson.structure, problems(text), 12)
    (note,) = [each for each in problems_at if each.fix]
    return note, lesson.changed(note.fix).text


def test_what_is_certain_is_mended_by_a_touch():
    note, text = cured(LESSON.replace("icon: bank", "icon: bnk"))
    assert (note.key_path, note.fix_label) == (("screens", "chinh", 1, "icon"), "Đổi thành bank")
    assert text == LESSON
    _, text = cured(LESSON.replace("goal:", "gaol:"))
    assert text == LESSON
    note, text = cured(LESSON.replace("Bác tự nối được.", "Nhớ: hỏi cán bộ"))
    assert note.line == 3
    assert not [each for each in problems(text) if each.is_error]


def test_a_problem_without_a_certain_cure_has_no_button():
    text = LESSON.replace("tap: cai-dat", "tap: khong-co")
    problems_at = placed_problems(LessonText.of(text).structure, problems(text), 12)
    assert {(each.key_path, each.fix_label) for each in problems_at} == {(("steps", 0, "tap"), "")}
