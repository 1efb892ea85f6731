"""Problems of `kiosk lint` with lessons that are hard to learn."""

import pytest

from kiosk.content.facts import FactList, read_facts
from kiosk.content.hardness import hard_to_learn, unwanted
from kiosk.content.media import media_in
from kiosk.content.positions import read_document
from kiosk.content.reader import read_lesson
from kiosk.content.wording import hint_of, sentence
from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.folders import CHECKOUT, Folders

HEAD = "title: Bài thử\nnumber: 900\ngoal: Bác tự làm được việc này.\n"
SCREENS = """\
screens:
  chinh:
    - app: cai-dat
      icon: settings
      label: Cài đặt
steps:
"""
TAP = "  - {say: Bác chạm vào Cài đặt., screen: chinh, tap: cai-dat}\n"
SAY = "  - say: Bác nghe nhé.\n"
MANY = "bài có 11 việc phải làm trên điện thoại, nên có nhiều nhất 10"
FEW = "bài chỉ có 4 việc để bác làm, nên có ít nhất 5"
MINUTES = "bài có 10 bước mà ghi số phút khó tin"
WORDS = FactList(
    northern={"hỏng": "hư", "bị ngã": "bị té"},
    one_word={"coi": "xem", "coi chừng": "coi chừng"},
)


def advice_for(tmp_path, steps, head=""):
    path = tmp_path / "bai-thu.yaml"
    path.write_text(HEAD + head + SCREENS + steps, encoding="utf-8")
    reading = read_lesson(path, media_in(Folders(home=CHECKOUT)))
    assert reading.lesson is not None, reading.problems
    found = hard_to_learn(reading.lesson, read_document(path), WORDS)
    return [sentence(problem).split(": ", 2)[2].split(" (")[0] for problem in found]


@pytest.mark.parametrize(("touches", "wanted"), [(10, []), (11, [MANY])])
def test_ten_touches_are_enough_for_one_lesson(tmp_path, touches, wanted):
    assert advice_for(tmp_path, TAP * touches) == wanted


@pytest.mark.parametrize(("done", "wanted"), [(5, []), (4, [FEW])])
def test_a_long_lesson_has_something_to_do(tmp_path, done, wanted):
    assert advice_for(tmp_path, SAY * 6 + TAP * done) == wanted


@pytest.mark.parametrize(("minutes", "wanted"), [(1, [MINUTES]), (5, [])])
def test_the_minutes_agree_with_the_steps(tmp_path, minutes, wanted):
    assert advice_for(tmp_path, TAP * 10, f"minutes: {minutes}\n") == wanted


@pytest.mark.parametrize("steps", [1, 2, 7, 9])
def test_the_minutes_that_are_advised_are_the_ones_that_are_taken(tmp_path, steps):
    path = tmp_path / "bai-thu.yaml"
    taken, hints = [], set()
    for minutes in range(1, 13):
        path.write_text(f"{HEAD}minutes: {minutes}\nsteps:\n{SAY * steps}", encoding="utf-8")
        lesson = read_lesson(path, media_in(Folders(home=CHECKOUT))).lesson
        found = hard_to_learn(lesson, read_document(path), FactList())
        messages = [hint_of(problem) for problem in found if problem.code == "minutes_unbelievable"]
        hints.update(messages)
        taken += [] if messages else [minutes]
    assert hints == {f"ghi từ {taken[0]} tới {taken[-1]} phút"}
    assert taken[0] < taken[-1]


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("Máy bị hỏng rồi.", ["'hỏng' là tiếng miền ngoài, bác ở đây ít nói"]),
        ("Bác BỊ NGÃ à?", ["'BỊ NGÃ' là tiếng miền ngoài, bác ở đây ít nói"]),
        ("Hỏnga.", []),
    ],
)
def test_words_of_elsewhere_are_told(tmp_path, say, wanted):
    assert advice_for(tmp_path, f"  - say: {say}\n") == wanted


ASK = "  - {ask: Bác chọn nhé., choices: [{text: Một, right: true}, {text: Hai}]}\n"
BACK = "  - {say: Bác lùi lại nhé., screen: chinh, tap: back}\n"
MESSAGE = """\
  - message: Người lạ
    says: Bác đọc mã nhé.
    choices:
      - {text: Đọc}
      - {text: Xóa, right: true}
"""


def test_answers_and_lists_are_no_touches_of_the_phone(tmp_path):
    order = "  - {order: Bác xếp nhé., items: [Mở máy, Gõ số, Gọi con]}\n"
    assert advice_for(tmp_path, (ASK + order) * 6 + TAP * 10) == []
    assert advice_for(tmp_path, ASK * 6 + TAP * 4) == [FEW]


def test_the_keys_of_the_phone_and_who_writes_are_touched_on_it(tmp_path):
    assert advice_for(tmp_path, ASK * 6 + TAP * 3 + BACK + MESSAGE) == []
    assert advice_for(tmp_path, TAP * 9 + BACK + MESSAGE) == [MANY]


def test_a_lesson_without_a_phone_has_things_to_tick_or_to_order(tmp_path):
    order = "  - {order: Bác xếp nhé., items: [Mở máy, Gõ số, Gọi con]}\n"
    papers = "  - {papers: Bác xem nhé., items: [Căn cước, Điện thoại]}\n"
    path = tmp_path / "bai-thu.yaml"
    heads = (HEAD + "steps:\n" + SAY * 6 + order + more for more in (ASK, papers))
    found = []
    for text in heads:
        path.write_text(text, encoding="utf-8")
        lesson = read_lesson(path, media_in(Folders(home=CHECKOUT))).lesson
        problems = hard_to_learn(lesson, read_document(path), FactList())
        found.append([sentence(each).split(": ", 2)[2].split(" (")[0] for each in problems])
    assert found == [[FEW], []]


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("Bác coi lại nhé.", ["'coi': các bài đều nói 'xem'"]),
        ("Bác coi chừng người lạ.", []),
    ],
)
def test_one_thing_has_one_word(tmp_path, say, wanted):
    assert advice_for(tmp_path, f"  - say: {say}\n") == wanted


def test_the_kiosk_itself_speaks_as_its_lessons_do():
    listed = read_facts(CHECKOUT / "lessons").listed
    said = [each.text for each in vars(prompts).values() if isinstance(each, Line)]
    said += [
        line.text
        for each in vars(prompts).values()
        if isinstance(each, dict)
        for line in each.values()
        if isinstance(line, Line)
    ]
    assert len(said) > 40
    words = {**listed.northern, **listed.one_word}
    assert [(text, *found) for text in said for found in unwanted(text, words)] == []


def test_names_in_the_file_are_no_words_of_the_lesson(tmp_path):
    steps = "  - {name: coi, say: Bác chạm vào Cài đặt., screen: chinh, tap: cai-dat}\n"
    assert advice_for(tmp_path, steps) == []


def test_a_series_is_not_called_as_its_part(tmp_path):
    series = "series: {of: thu, part: 1, title: Bài thử}\n"
    assert advice_for(tmp_path, SAY, series) == ["tên loạt bài giống hệt tên bài"]


def test_rehearsals_that_are_told_are_there(tmp_path):
    head = "rehearsals: {core: [mot], local: [hai]}\n"
    steps = "  - {say: Bác nghe nhé., group: mot}\n  - {say: Bác nghe nhé., helper: true}\n"
    assert advice_for(tmp_path, steps, head) == [
        "không có nhóm diễn tập nào tên 'hai'",
        "helper: chỉ dùng trong nhóm diễn tập",
    ]
