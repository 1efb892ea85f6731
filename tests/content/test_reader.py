"""The result of reading a valid lesson file."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from kiosk.content import positions
from kiosk.content.positions import document_of
from kiosk.content.reader import read_lesson
from kiosk.content.wording import sentence
from kiosk.steps import kind_of

SAMPLE = Path(__file__).parent / "sample" / "noi-wifi.yaml"


def codes(reading):
    return [problem.code for problem in reading.problems]


def test_the_sample_of_the_design_is_read_as_written(media):
    reading = read_lesson(SAMPLE, media)
    lesson = reading.lesson
    assert codes(reading) == ["screen_unused"]
    assert [kind_of(step) for step in lesson.steps] == ["explain", "tap", "type", "ask", "qr"]
    assert lesson.id == "noi-wifi"
    assert lesson.head.number == 11
    assert lesson.head.checked.on == date(2026, 11, 20)
    assert lesson.screens["man-hinh-chinh"].targets == ("cai-dat", "ngan-hang")
    assert lesson.screens["mat-khau"].elements[1].secret
    assert lesson.steps[2].type.text == "hocthu2025"


@pytest.mark.parametrize(
    ("opened", "expected"), [("mat-khau", []), ("nha", ["screen_unknown", "screen_unused"])]
)
def test_a_screen_that_a_touch_opens_is_used_and_must_exist(opened, expected, write, media):
    text = SAMPLE.read_text("utf-8").replace("    screen: mat-khau\n", "    screen: cai-dat\n")
    text = text.replace("    tap: cai-dat\n", f"    tap: cai-dat\n    then: {opened}\n")
    text = text.replace("into: o-mat-khau", "into: wifi")
    assert sorted(codes(read_lesson(write(text), media))) == expected


@pytest.mark.parametrize(
    "written", ["no", "12:30", "012", "1e3", "true", "2026-11-20", "0x1F", "~"]
)
def test_what_was_written_is_kept(written, write, media):
    path = write(f"title: {written}\nnumber: 012\ngoal: x\nsteps:\n  - say: {written}\n")
    lesson = read_lesson(path, media).lesson
    assert lesson.head.title == written
    assert lesson.steps[0].say == written
    assert lesson.head.number == 12


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path, media):
    path = tmp_path / "noi-wifi.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    assert read_lesson(path, media).lesson is not None


def test_vietnamese_in_separate_marks_is_joined(write, media):
    path = write("title: Ca\u0300i\nnumber: 1\ngoal: x\nsteps:\n  - say: y\n")
    assert read_lesson(path, media).lesson.head.title == "Cài"


def test_a_message_may_have_a_button(write, media):
    path = write(
        "title: a\nnumber: 1\ngoal: b\nscreens:\n  s:\n    - message: Xong\n      button: dong\n"
        "      label: Đóng\nsteps:\n  - say: c\n    screen: s\n    tap: dong\n"
    )
    assert read_lesson(path, media).lesson.screens["s"].targets == ("dong",)


def test_the_slow_parser_reads_the_same(media, monkeypatch):
    text = SAMPLE.read_text("utf-8")
    fast = document_of(text, "x")
    monkeypatch.setattr(positions, "LOADER", yaml.SafeLoader)
    slow = document_of(text, "x")
    assert (slow.data, slow.keys, slow.values) == (fast.data, fast.keys, fast.values)


NO_PLAIN_TEXT = {
    *("not-utf8", "saved-as-utf16", "nul-byte", "invisible-sign"),
    *("cut-in-a-letter", "saved-by-word"),
}
"""Cases that are rejected before YAML is parsed."""


def test_the_slow_parser_tells_the_same_slips(monkeypatch):
    broken = Path(__file__).parent.parent / "broken"
    texts = {
        path: path.read_text("utf-8")
        for path in sorted(broken.glob("*.yaml"))
        if path.stem not in NO_PLAIN_TEXT
    }
    fast = {path: document_of(text, path.name).problems for path, text in texts.items()}
    monkeypatch.setattr(positions, "LOADER", yaml.SafeLoader)
    for path, text in texts.items():
        assert document_of(text, path.name).problems == fast[path]


def test_a_large_file_is_not_even_read(write, media):
    reading = read_lesson(write("# " + "x" * 300 * 1024), media)
    assert sentence(reading.problems[0]).endswith(
        ":1:1: lỗi: tệp dài 300 KB, nhiều nhất là 256 KB (tách thành nhiều bài ngắn)"
    )


def test_a_file_that_is_not_there_is_told(tmp_path, media):
    reading = read_lesson(tmp_path / "noi-wifi.yaml", media)
    assert codes(reading) == ["file_unreadable"]
    assert "không mở được tệp" in sentence(reading.problems[0])


def test_a_picture_may_lie_beside_the_lesson_but_not_behind_a_link(write, media, tmp_path):
    text = "title: a\nnumber: 1\ngoal: b\nsteps:\n  - say: c\n    picture: hinh.png\n"
    path = write(text, "lessons/a.yaml")
    picture = path.with_name("hinh.png")
    picture.write_bytes(b"")
    assert read_lesson(path, media).lesson is not None
    picture.unlink()
    (tmp_path / "outside.png").write_bytes(b"")
    picture.symlink_to(tmp_path / "outside.png")
    assert codes(read_lesson(path, media)) == ["picture_outside"]


def test_paths_are_told_from_the_current_folder(write, media, monkeypatch, tmp_path):
    path = write("", "lessons/a.yaml")
    assert read_lesson(path, media).problems[0].path == path.as_posix()
    monkeypatch.chdir(tmp_path)
    assert read_lesson(path, media).problems[0].path == "lessons/a.yaml"


def test_a_slip_in_the_head_does_not_make_its_troubles_unknown(write, media):
    path = write(
        "title: a\nnumber: 1\ngaol: b\nsteps:\n  - say: c\n    troubles: [hong]\n"
        "troubles:\n  hong: {title: Máy lạ, steps: [{say: d}]}\n"
    )
    assert "trouble_unknown" not in codes(read_lesson(path, media))
