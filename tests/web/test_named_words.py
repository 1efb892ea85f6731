"""The part of the drawn phone that a sentence names is scrolled into view, as on the kiosk."""

import pytest
from editions import NEXT, lesson_in, numbered, touched

LINES = "".join(f"    - text: Dòng chữ số {number}\n" for number in range(20))
LESSON = f"""\
title: Hồ sơ dài
number: 900
goal: Bác đọc được kết quả.
screens:
  trang:
    - bar: Hồ sơ
{LINES}    - row: ket-qua
      icon: check
      label: Đã duyệt xong
steps:
  - say: Bác nhìn chữ Đã duyệt xong.
    screen: trang
    ways: [watch]
"""


@pytest.fixture
def long_page(tmp_path, silent_edition, serve, phone):
    path = tmp_path / "ho-so-dai.yaml"
    path.write_text(LESSON, encoding="utf-8")
    folder = tmp_path / "pages"
    silent_edition({"ho-so-dai": numbered(lesson_in(path), "ho-so-dai", 900)}, folder)
    phone.goto(serve(folder).address + "#ho-so-dai")
    phone.wait_for_selector(".lesson")
    return phone


def test_the_words_that_the_sentence_names_are_seen(long_page):
    touched(long_page, NEXT)
    words = long_page.locator("simulated-phone .words", has_text="Đã duyệt xong")
    words.wait_for()
    lies = words.bounding_box()
    bar = long_page.locator(NEXT).bounding_box()
    assert lies
    assert bar
    assert lies["y"] >= 0
    assert lies["y"] + lies["height"] <= bar["y"]
