"""Advice of `kiosk lint` on a lesson that loads but could be better."""

from datetime import date, timedelta

import pytest

from kiosk.content.advice import Adviser
from kiosk.content.facts import FactList, Facts, read_facts
from kiosk.content.media import media_in
from kiosk.content.positions import read_document
from kiosk.content.reader import read_lesson
from kiosk.content.verification import Standing, Verification
from kiosk.content.wording import sentence
from kiosk.domain.lesson import Verified
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library

TODAY = date(2026, 11, 24)
FOLDERS = Folders(home=CHECKOUT)
LISTED = Facts(
    FactList.model_validate(
        {
            "hotlines": [
                {"value": "1900.0368", "means": "VNeID", "source": "báo", "on": "2026-11-24"}
            ],
            "addresses": [
                {"value": "vneid.gov.vn", "means": "VNeID", "source": "báo", "on": "2026-11-24"}
            ],
        }
    )
)
LESSON = """\
title: Bài thử
number: 900
goal: Bác tự làm được việc này.
checked: {{on: "{on}", sources: [Báo]}}
screens:
  chinh:
    - app: cai-dat
      icon: settings
      label: Cài đặt
    - app: may-anh
      icon: camera
      label: Máy ảnh
steps:
  - say: {say}
    screen: chinh
    tap: cai-dat
    wrong: Bác tìm hình bánh răng.
"""


def advice_for(tmp_path, monkeypatch, say="Bác chạm vào nhé.", on="2026-11-20", facts=LISTED):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bai-thu.yaml"
    path.write_text(LESSON.format(say=say, on=on), encoding="utf-8")
    reading = read_lesson(path, media_in(FOLDERS))
    assert reading.problems == ()
    adviser = Adviser(reading.lesson, read_document(path), facts, TODAY)
    return [sentence(problem) for problem in adviser.advice()]


def test_a_good_lesson_gets_no_advice(tmp_path, monkeypatch):
    assert advice_for(tmp_path, monkeypatch) == []


def test_facts_grow_old(tmp_path, monkeypatch):
    old = TODAY - timedelta(days=181)
    (advice,) = advice_for(tmp_path, monkeypatch, on=old.isoformat())
    assert advice.startswith("bai-thu.yaml:4:15: nhắc: dữ kiện đã 181 ngày chưa kiểm lại (")
    fresh = TODAY - timedelta(days=180)
    assert advice_for(tmp_path, monkeypatch, on=fresh.isoformat()) == []


def test_a_sentence_may_be_too_long(tmp_path, monkeypatch):
    say = " ".join(["bác"] * 16)
    assert advice_for(tmp_path, monkeypatch, say=say) == [
        "bai-thu.yaml:14:10: nhắc: câu dài 16 tiếng, nên có nhiều nhất 12 (tách làm hai câu)"
    ]


def test_a_step_may_say_too_much(tmp_path, monkeypatch):
    assert advice_for(tmp_path, monkeypatch, say="Một. Hai. Ba.") == [
        "bai-thu.yaml:14:10: nhắc: chỗ này có 3 câu, nên có nhiều nhất 2 (tách thành hai bước)"
    ]


def test_a_word_is_named_that_is_not_on_the_screen(tmp_path, monkeypatch):
    (advice,) = advice_for(tmp_path, monkeypatch, say="Bác chạm nút Gửi nhé.")
    words = "câu nhắc tới chữ 'Gửi', nhưng trên màn hình của bước không có chữ đó"
    assert advice.startswith(f"bai-thu.yaml:14:10: nhắc: {words} (")
    assert advice_for(tmp_path, monkeypatch, say="Bác chạm hình có tên Cài đặt.") == []


@pytest.mark.parametrize(
    ("say", "words"),
    [
        ("Bác gọi 1900.1234 nhé.", "số gọi 1900.1234 không có trong danh sách dữ kiện"),
        ("Lệ phí là 22.000 đồng.", "mức phí 22.000 đồng không có trong danh sách dữ kiện"),
        (
            "Bác đủ 80 tuổi thì được.",
            "mốc tuổi hoặc thời hạn “80 tuổi” không có trong danh sách dữ kiện",
        ),
        ("Bác vào abc.gov.vn nhé.", "địa chỉ abc.gov.vn không có trong danh sách dữ kiện"),
    ],
)
def test_a_fact_is_stated_that_is_not_on_the_list(tmp_path, monkeypatch, say, words):
    (told_once,) = advice_for(tmp_path, monkeypatch, say=say)
    assert words in told_once


@pytest.mark.parametrize(
    "say",
    [
        "Bác gọi 1900 0368 nhé.",
        "Bác vào vneid.gov.vn nhé.",
        "Nhà bác cách đây 113 ngày đường.",
        "Chợ bán 5.000 đồng một mớ rau.",
    ],
)
def test_what_is_listed_or_no_such_fact_is_fine(tmp_path, monkeypatch, say):
    assert advice_for(tmp_path, monkeypatch, say=say) == []


def test_the_shipped_list_names_a_source_for_each_fact():
    facts = read_facts(FOLDERS.lessons)
    assert facts.knows("hotlines", "113")
    assert facts.knows("addresses", "dichvucong.gov.vn")
    assert not facts.knows("hotlines", "0905 123 456")


def test_every_shipped_lesson_says_who_checked_it():
    lessons = load_library(FOLDERS).lessons.values()
    assert [lesson.id for lesson in lessons if lesson.head.checked is None] == []


def test_the_fields_of_a_procedure_are_looked_over_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "thu-tuc.yaml"
    procedure = "procedure: {fee: 30.000 đồng một bản, days: Trong 4 ngày làm việc}\nscreens:"
    text = LESSON.format(say="Bác chạm vào nhé.", on="2026-11-20")
    path.write_text(text.replace("screens:", procedure), encoding="utf-8")
    lesson = read_lesson(path, media_in(FOLDERS)).lesson
    found = [
        sentence(each) for each in Adviser(lesson, read_document(path), LISTED, TODAY).advice()
    ]
    assert ["4 ngày làm việc" in found[0], "30.000 đồng" in found[1]] == [True, True]


def test_what_the_commune_found_different_is_named_where_the_lesson_says_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "wifi.yaml"
    path.write_text(LESSON.format(say="Bác gọi 113 nhé.", on="2026-11-20"), encoding="utf-8")
    made, document = read_lesson(path, media_in(FOLDERS)).lesson, read_document(path)
    by = Verified(by="Chị Hoa", on=TODAY)
    found = Verification(Standing.DIFFERS, by, ("Báo Công an: 113",))
    (problem,) = [
        each
        for each in Adviser(made, document, LISTED, TODAY, found).advice()
        if each.code == "fact_differs"
    ]
    assert "113" in path.read_text("utf-8").splitlines()[problem.line - 1]
    day = f"{TODAY.day}/{TODAY.month}/{TODAY.year}"
    assert f"Chị Hoa thấy đã khác, ngày {day}: Báo Công an: 113" in sentence(problem)


def test_what_helps_in_trouble_is_looked_over_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bai-thu.yaml"
    text = LESSON.format(say="Bác chạm vào nhé.", on="2026-11-20")
    long = " ".join(["Bác", *["chạm"] * 12, "nhé."])
    trouble = f"troubles: {{hong: {{title: Máy lạ, steps: [{{say: {long}}}]}}}}\n"
    path.write_text(f"{text}    troubles: [hong]\n{trouble}", encoding="utf-8")
    made = read_lesson(path, media_in(FOLDERS)).lesson
    codes = [each.code for each in Adviser(made, read_document(path), LISTED, TODAY).advice()]
    assert codes == ["long_sentence"]


@pytest.mark.parametrize("say", ["Bác chạm vào ✓ nhé.", "Bác trả 5 €."])
def test_what_no_voice_says_is_named(tmp_path, monkeypatch, say):
    sign = say.removesuffix(".").removesuffix(" nhé")[-1]
    said = f"giọng đọc sẽ bỏ qua {sign}: người nghe không biết là có"
    assert [each for each in advice_for(tmp_path, monkeypatch, say=say) if said in each]


@pytest.mark.parametrize("say", ["Cài đặt → Wi-Fi.", "Chờ ½ giờ.", "Trả 5 ₫ nhé.", "Y Jút ăn ơ̆."])
def test_what_is_said_or_only_parts_words_is_not_named(tmp_path, monkeypatch, say):
    assert not [each for each in advice_for(tmp_path, monkeypatch, say=say) if "bỏ qua" in each]
