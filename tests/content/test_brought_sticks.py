"""Sticks as people bring them: names of chats and Macs, deep folders, packed files, copies."""

import io
import unicodedata
import zipfile

import pytest
from stick import PNG, KioskWithStick, lesson

from kiosk.content.file_names import better_name
from kiosk.usb_import.refusal import MAX_FILES
from kiosk.usb_import.usb_lesson import UsbLessonState


@pytest.fixture
def place(tmp_path):
    return KioskWithStick(tmp_path)


@pytest.mark.parametrize(
    "name",
    ["goi-video (1)", "goi-video(2)", "goi-video - Copy", "goi-video - Copy (3)", "[goi] video",
     "goi&video", "Gọi video - Bản sao", unicodedata.normalize("NFD", "gọi-video")],
)  # fmt: skip
def test_a_name_that_a_chat_or_a_copy_made_is_answered_with_the_right_one(place, name):
    place.put_on_stick(f"{name}.yaml", lesson())
    (offer,) = place.look().offers
    (problem,) = (each for each in offer.problems if each.is_error)
    assert (offer.state, problem.code) == (UsbLessonState.BROKEN, "file_name")
    assert dict(problem.facts)["better"] == "goi-video.yaml"


def test_a_name_of_only_a_number_in_parentheses_has_a_better_one():
    assert better_name("(1).yaml") == "bai-moi.yaml"


@pytest.mark.parametrize("name", ["anh (1).png", unicodedata.normalize("NFD", "chợ quê.png")])
def test_a_picture_that_lint_accepts_is_taken_from_a_stick_too(place, name):
    place.put_on_stick("goi-video.yaml", lesson(picture=unicodedata.normalize("NFC", name)))
    place.put_on_stick(name, PNG)
    offer = place.offer("goi-video")
    assert (offer.state, offer.pictures) == (UsbLessonState.NEW, (name,))
    place.take("goi-video")
    assert (place.folders.lessons / name).read_bytes() == PNG


def test_a_lesson_in_a_deep_folder_is_found(place):
    place.put_on_stick("Tài liệu/2026/Lớp học/Tháng 12/Bài 1/goi-video.yaml", lesson())
    assert place.offer("goi-video").state is UsbLessonState.NEW


def test_lessons_outside_are_found_before_those_of_a_huge_folder_beside(place):
    for at in range(MAX_FILES):
        place.put_on_stick(f"a/b/bai-{at}.yaml", "title: x")
    place.put_on_stick("z/goi-video.yaml", lesson())
    assert place.offer("goi-video").state is UsbLessonState.NEW


@pytest.mark.parametrize("name", ["bai.zip", "bai.rar", "goi-video.docx"])
def test_a_packed_lesson_is_named_when_nothing_else_is_there(place, name):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("goi-video.yaml", lesson())
    place.put_on_stick(name, content.getvalue())
    (note,) = place.look().notes
    assert (note.code, note.facts) == ("packed", (name,))
    place.put_on_stick("goi-video.yaml", lesson())
    assert not place.look().notes


def test_two_identical_copies_are_one_lesson(place):
    for folder in ("", "sao luu/"):
        place.put_on_stick(f"{folder}goi-video.yaml", lesson(picture="a.png"))
        place.put_on_stick(f"{folder}a.png", PNG)
    (offer,) = place.look().offers
    assert (offer.state, offer.file) == (UsbLessonState.NEW, "goi-video.yaml")
    place.put_on_stick("sao luu/a.png", PNG + b"\0")
    assert {offer.notes[0].code for offer in place.look().offers} == {"twice"}


def test_files_of_other_programs_are_no_lessons(place):
    place.put_on_stick("~$goi-video.yaml", b"\5Lan")
    place.put_on_stick("mkdocs.yml", "site_name: x")
    assert not place.look().offers
