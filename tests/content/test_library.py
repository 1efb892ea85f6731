"""All lessons of a folder."""

import pytest

from kiosk.content.reader import read_lesson
from kiosk.content.wording import sentence
from kiosk.folders import Folders
from kiosk.library.library import library_of, load_library, misnamed_files

LESSON = "title: {title}\nnumber: {number}\ngoal: b\nsteps:\n  - say: c\n"


@pytest.fixture
def lesson(write):
    def lesson(name: str, number: int = 1, title: str = "a"):
        return write(LESSON.format(number=number, title=title), f"lessons/{name}")

    return lesson


@pytest.fixture
def library(tmp_path):
    return lambda: load_library(Folders(home=tmp_path))


def test_lessons_and_procedures_come_in_the_order_of_their_numbers(lesson, library):
    lesson("c.yaml", 3)
    lesson("procedures/a.yaml", 2)
    lesson("b.yaml", 1)
    assert list(library().lessons) == ["b", "a", "c"]


def test_a_broken_lesson_is_left_out_and_named(lesson, write, library):
    lesson("a.yaml")
    broken = write("title: x\n", "lessons/b.yaml")
    found = library()
    assert list(found.lessons) == ["a"]
    assert [part.path for part in found.broken] == [broken]
    assert {problem.code for problem in found.broken[0].problems} == {"field_missing", "no_steps"}


def test_names_with_a_line_before_them_are_no_lessons(lesson, library):
    lesson("_mau.yaml")
    lesson("_cu/a.yaml")
    lesson(".git/a.yaml")
    assert not library().lessons


def test_no_folder_is_an_empty_library(library):
    assert library().lessons == {}


def test_a_number_that_is_taken_names_both_files(lesson, library, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    lesson("a.yaml", 7)
    lesson("b.yaml", 7)
    found = library()
    assert list(found.lessons) == ["a"]
    assert [sentence(problem) for problem in found.problems] == [
        "lessons/b.yaml:2:9: lỗi: số 7 đã là của bài ở lessons/a.yaml:2 (chọn số khác)"
    ]


def test_a_broken_lesson_takes_no_number_from_a_sound_one(lesson, write, library):
    write("title: x\nnumber: 7\ngoal: y\n", "lessons/a.yaml")
    lesson("b.yaml", 7)
    assert list(library().lessons) == ["b"]


def test_two_files_of_one_name_are_told(lesson, library, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    lesson("a.yaml", 1)
    lesson("procedures/a.yaml", 2)
    assert [sentence(problem) for problem in library().problems] == [
        (
            "lessons/procedures/a.yaml:1:1: lỗi: đã có bài cùng tên tệp: lessons/a.yaml "
            "(đổi tên một trong hai tệp)"
        )
    ]


def test_a_wrong_ending_is_told(lesson, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lesson("a.yml")
    lesson("b.yaml.txt")
    assert [sentence(problem) for problem in misnamed_files(tmp_path / "lessons")] == [
        "lessons/a.yml:1:1: nhắc: ki-ốt không thấy tệp này vì đuôi tên sai (đổi tên thành a.yaml)",
        (
            "lessons/b.yaml.txt:1:1: nhắc: ki-ốt không thấy tệp này vì đuôi tên sai "
            "(đổi tên thành b.yaml)"
        ),
    ]


def test_a_lesson_is_found_by_id_or_number(lesson, library):
    lesson("noi-wifi.yaml", 11)
    found = library()
    assert found.find(" 11 ") is found.find("noi-wifi") is found.by_number[11]
    assert found.find("12") is found.find("") is found.find("9" * 5000) is None


def test_what_was_meant_is_guessed(lesson, library):
    lesson("noi-wifi.yaml", 11)
    lesson("quet-ma.yaml", 12)
    found = library()
    assert [near.id for near in found.find_similar("noi-wfi")] == ["noi-wifi"]
    assert [near.id for near in found.find_similar("wifi")] == ["noi-wifi"]
    assert {near.id for near in found.find_similar("112")} == {"noi-wifi", "quet-ma"}
    assert found.find_similar("zzz") == ()


def test_no_check_grows_with_the_square_of_the_lessons(lesson, media):
    reading = read_lesson(lesson("a.yaml"), media)
    from dataclasses import replace  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    many = [
        replace(reading, path=Path(f"/x/l{number}.yaml"), number=number) for number in range(20_000)
    ]
    assert library_of(many).problems == ()
