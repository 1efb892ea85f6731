"""A lesson for phones of several makes: differences are replaced, and the result is validated."""

import pytest

from kiosk.content.media import Media
from kiosk.content.positions import document_of
from kiosk.content.reader import reading_of, sound_lesson
from kiosk.domain.phone_make import Make

LESSON = """\
title: Nối Wi-Fi
number: 11
goal: Bác nối được Wi-Fi.
screens:
  cai-dat:
    - bar: Cài đặt
    - row: wifi
      icon: wifi
      label: Wi-Fi
steps:
  - name: mo-wifi
    say: Bác chạm Wi-Fi.
    screen: cai-dat
    tap: wifi
    wrong: Chưa đúng. Bác tìm chữ Wi-Fi.
  - say: Xong rồi.
    picture: wifi
phones:
  samsung:
    screens:
      cai-dat:
        - bar: Cài đặt
        - row: ket-noi
          icon: wifi
          label: Kết nối
      ket-noi:
        - bar: Kết nối
        - row: wifi
          label: Wi-Fi
    steps:
      mo-wifi:
        - {say: Bác chạm Kết nối., screen: cai-dat, tap: ket-noi, wrong: Chưa đúng.}
        - {say: Bác chạm Wi-Fi., screen: ket-noi, tap: wifi, wrong: Chưa đúng.}
  iphone:
    steps:
      mo-wifi: {say: Bác tìm chữ Wi-Fi ở trên cùng.}
"""
MEDIA = Media(frozenset({"wifi"}), frozenset({"wifi"}))


@pytest.fixture
def read(tmp_path):
    def of(text):
        path = tmp_path / "noi-wifi.yaml"
        return reading_of(document_of(text, path.name), path, MEDIA)

    return of


def test_every_make_is_a_lesson_of_its_own(read):
    lesson = read(LESSON).lesson
    said = {make: [step.line.text for step in lesson.for_phone(make).steps] for make in Make}
    assert said[Make.ANDROID] == ["Bác chạm Wi-Fi.", "Xong rồi."]
    assert said[Make.OPPO_VIVO_XIAOMI] == said[Make.ANDROID]
    assert said[Make.SAMSUNG] == ["Bác chạm Kết nối.", "Bác chạm Wi-Fi.", "Xong rồi."]
    assert said[Make.IPHONE] == ["Bác tìm chữ Wi-Fi ở trên cùng.", "Xong rồi."]


def test_what_a_make_does_not_say_stays(read):
    step = read(LESSON).lesson.for_phone("iphone").steps[0]
    assert (step.screen, step.tap, step.wrong) == (
        "cai-dat",
        "wifi",
        "Chưa đúng. Bác tìm chữ Wi-Fi.",
    )


def test_a_lesson_is_read_again_with_its_makes(read, tmp_path):
    again = sound_lesson(LESSON, tmp_path / "noi-wifi.yaml")
    assert again.phones == read(LESSON).lesson.phones


def test_sentences_of_all_makes_are_known_to_voices_and_translators(read):
    said = [line.text for line in read(LESSON).lesson.lines()]
    assert "Bác chạm Kết nối." in said
    assert "Bác tìm chữ Wi-Fi ở trên cùng." in said


@pytest.mark.parametrize(
    ("wrong", "right", "code", "where"),
    [
        ("tap: ket-noi,", "tap: ket-noii,", "target_unknown", "ket-noii"),
        ("  iphone:", "  nokia:", "field_unknown", "nokia:"),
        ("      mo-wifi: {", "      mo-wfi: {", "goto_nowhere", "mo-wfi: {"),
        ("screen: ket-noi,", "screen: cai-dat,", "screen_unused", "      ket-noi:"),
        ("          label: Kết nối", "          lable: Kết nối", "field_unknown", "lable"),
    ],
)
def test_a_mistake_is_told_where_it_is_written(read, wrong, right, code, where):
    text = LESSON.replace(wrong, right, 1)
    reading = read(text)
    line = text[: text.index(where)].count("\n") + 1
    assert (code, line) in {(problem.code, problem.line) for problem in reading.problems}
    assert reading.lesson is None or code == "screen_unused"


def test_a_mistake_in_what_all_makes_share_is_told_once(read):
    reading = read(LESSON.replace("picture: wifi", "picture: wfi"))
    assert [problem.code for problem in reading.problems] == ["picture_missing"]
