"""Regression tests for the faults that a second review found in the lessons."""

import re
from collections.abc import Iterator

import pytest

from kiosk.content.statements import text_of
from kiosk.domain.lesson import Lesson
from kiosk.domain.screen import Screen
from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.library.library import load_library

LESSONS = load_library(Folders()).lessons
PAID_NUMBER = re.compile(r"\b1900[ .]?\d{4}")
DEMANDS = ("vneid", "dinh-an", "ngan-hang")
STORE_NAME = "Trung tâm dữ liệu quốc gia về dân cư"
SIX_DIGITS = re.compile(r"\b\d{6}\b")
ONLY_WHERE = re.compile(r"(?:Chưa đúng[^.,]{0,12}\. )?Bác (?:tìm|chạm|vuốt) [^.]*\.?")
"""«Chưa đúng. Bác tìm nút có chữ Xong.»: tells where to look, but not what was touched."""

every_lesson = pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.id)


def said(lesson: Lesson) -> Iterator[str]:
    for line in lesson.lines():
        yield line.text


@every_lesson
def test_a_number_that_costs_money_says_so(lesson):
    messages = list(said(lesson))
    for at, text in enumerate(messages):
        if PAID_NUMBER.search(text):
            assert re.search(r"mất tiền|tốn [\d.]+ đồng", text), messages[at]


@every_lesson
def test_no_demand_is_answered_with_not_yet(lesson):
    assert [text for text in said(lesson) if "Chưa nên" in text] == []


@every_lesson
def test_a_code_that_comes_by_message_is_not_on_paper(lesson):
    for step in lesson.steps:
        if step.arrives:
            code = SIX_DIGITS.search(step.arrives.text)
            assert not step.note, lesson.id
            assert code is None or code.group() not in step.line.text


@every_lesson
def test_what_is_typed_from_a_message_came_by_a_message(lesson):
    for make in (lesson, *lesson.phones.values()):
        for step in make.steps:
            writing = getattr(step, "type", None)
            is_code = writing and SIX_DIGITS.fullmatch(writing.text)
            if is_code and "OTP" in step.line.text:
                assert step.arrives, (lesson.id, step.line.text)


def test_the_true_app_is_told_by_the_name_that_the_stores_show():
    for name in ("cai-ung-dung", "vneid-muc"):
        text = text_of(LESSONS[name])
        assert STORE_NAME in text
        assert not any("Bộ Công an" in each for each in text.splitlines())


def test_after_a_strange_app_the_phone_is_off_before_anything_is_called():
    for name in ("cai-ung-dung", "lua-dao"):
        (order,) = (step for step in LESSONS[name].steps if step.key == "order")
        words = [item.lower() for item in order.items]
        off = next(at for at, item in enumerate(words) if "tắt nguồn" in item)
        bank = next(at for at, item in enumerate(words) if "ngân hàng" in item)
        assert off < bank


def test_only_public_networks_are_forbidden_for_banking():
    for name in ("noi-wifi", "quet-ma-tra-tien"):
        messages = [text for text in said(LESSONS[name]) if "tắt" in text and "4G" in text]
        assert messages
        assert all("chung" in text for text in messages if text.startswith(("Đang", "Mở")))
        assert any("Wi-Fi nhà mình thì được" in text for text in messages)


def test_a_death_at_home_sends_nobody_away():
    text = text_of(LESSONS["khai-tu"])
    for words in ("trong 15 ngày", "Mất ở nhà thì bác ra xã hỏi", "nếu đã có"):
        assert words in text


def test_the_portal_asks_for_a_kind_of_account_and_a_code():
    for name in ("dang-nhap-cong", "khai-sinh", "khai-tu", "tro-cap-huu-tri", "dang-ky-ket-hon"):
        lesson = LESSONS[name]
        text = text_of(lesson)
        assert "Tài khoản Định danh điện tử cấp bởi Bộ Công an dành cho Công dân" in text, name
        assert any(step.arrives for step in lesson.steps), name


FILED = (
    *("khai-sinh", "khai-tu", "tro-cap-huu-tri", "dang-ky-ket-hon"),
    *("dang-ky-thuong-tru", "dang-ky-tam-tru"),
)


@pytest.mark.parametrize("name", FILED)
def test_what_is_filed_has_a_picture_of_its_paper_a_place_a_fee_and_a_code(name):
    screens = LESSONS[name].screens.values()
    words = {word for screen in screens for word in screen.words}
    assert {"Xã Mẫu", "HS-MAU-0001"} <= words
    assert any(word.startswith("Phí") for word in words)
    assert any(element.key == "photo" for screen in screens for element in screen.elements)
    own = LESSONS[name].positions(Way.OWN_PHONE)
    assert any("cả dòng Phí" in LESSONS[name].steps[at].line.text for at in own)


def test_each_run_has_a_core_a_local_and_another_scam_and_alone_gets_others():
    lesson = LESSONS["lua-dao"]
    sorts = lesson.head.rehearsals
    assert {"so-do", "phat-nguoi", "khoa-sim", "tien-ho-tro"} <= set(sorts.local)
    assert set(sorts.core) == set(DEMANDS)
    others = {"chuyen-nham", "goi-mat", "bat-coc", "cong-an-video", "vay-gia", "cuu-tro"}
    others |= {"hoc-phi", "qua-tri-an"}
    assert others <= set(lesson.groups)
    helping = {step.group for step in lesson.steps if step.helper}
    assert len(helping) >= 5
    assert lesson.positions(Way.ALONE)


def test_a_look_alike_address_stands_beside_the_true_one():
    text = text_of(LESSONS["lua-dao"])
    assert "dichvucong-gov.example" in text
    assert "dichvucong.gov.vn" in text


NEXT_LESSONS = (
    "tien-an-sinh",
    "vneid-vao-lai",
    "sim-chinh-chu",
    "so-do",
    "lam-quen-may",
    "zalo",
    "ngan-hang-hoi-mat",
    "gia-han-bhyt",
    "tra-tien-dien",
    "mat-dien-thoai",
)


@pytest.mark.parametrize("name", NEXT_LESSONS)
def test_the_next_lessons_are_there_in_four_ways_with_troubles_of_ones_own_phone(name):
    lesson = LESSONS[name]
    assert lesson.ways == tuple(Way)
    assert len(lesson.head.troubles) >= 3
    own = lesson.positions(Way.OWN_PHONE)
    assert any(lesson.steps[at].troubles for at in own)
    assert lesson.head.checked
    assert lesson.head.checked.sources


AT_THE_COUNTER = {"chung-thuc-ban-sao", "chung-thuc-chu-ky"}
"""Lessons in which nothing is done on a phone."""


@pytest.mark.parametrize("name", sorted(LESSONS.keys() - AT_THE_COUNTER))
def test_what_may_go_wrong_on_ones_own_phone_is_named(name):
    lesson = LESSONS[name]
    for make in (lesson, *lesson.phones.values()):
        steps = [make.steps[at] for at in make.positions(Way.OWN_PHONE)]
        assert len({trouble for step in steps for trouble in step.troubles}) >= 2


def on_own_phone(lesson):
    """The steps for the learner's own phone, for each make."""
    for make in (lesson, *lesson.phones.values()):
        yield from (make.steps[at] for at in make.positions(Way.OWN_PHONE))


@every_lesson
def test_each_deed_on_ones_own_phone_has_a_way_out(lesson):
    deeds = (step for step in on_own_phone(lesson) if step.is_done_on_own_phone)
    assert [step.line.text for step in deeds if not step.troubles] == []


ASKED = re.compile(r"Bác (mở|quét|chạm|gõ|bấm|tự gõ|tự bấm|vào|tìm|nhìn tên) |quét mã này")
ONLY_TOLD = re.compile(r"hơi khác trong hình|giấy tờ thật của bác")


@every_lesson
def test_what_is_asked_for_on_ones_own_phone_is_a_deed(lesson):
    asked = (step for step in on_own_phone(lesson) if ASKED.search(step.line.text))
    assert [s.line.text for s in asked if not (s.is_done_on_own_phone or s.later)] == []


@every_lesson
def test_what_is_only_told_on_ones_own_phone_is_no_deed(lesson):
    messages = (
        step
        for step in on_own_phone(lesson)
        if ONLY_TOLD.search(step.line.text) and not ASKED.search(step.line.text)
    )
    assert [step.line.text for step in messages if step.is_done_on_own_phone] == []


@every_lesson
def test_each_other_app_of_a_page_of_apps_tells_what_it_is(lesson):
    for make in (lesson, *lesson.phones.values()):
        for at, step in enumerate(make.steps):
            screen = make.screen_of(at)
            apps = [each for each in screen.elements if each.key == "app"] if screen else []
            if step.expects(step.begin()) in {app.target for app in apps}:
                others = [app for app in apps if app.target != step.expects(step.begin())]
                assert [app.words for app in others if not app.wrong] == [], step.line.text


@every_lesson
def test_another_row_or_button_beside_the_right_one_tells_what_it_is(lesson):
    for make in (lesson, *lesson.phones.values()):
        for at, step in enumerate(make.steps):
            screen = make.screen_of(at)
            if step.key == "tap" and screen and ONLY_WHERE.fullmatch(step.wrong or ""):
                right = step.expects(step.begin())
                assert list(unexplained_beside(right, screen)) == [], step.line.text


def unexplained_beside(right: str, screen: Screen) -> Iterator[str]:
    """Other targets in elements of the same kind that have no `wrong` text of their own."""
    kind = next((each.key for each in screen.elements if right in each.targets), None)
    for each in screen.elements:
        if each.key == kind:
            yield from (to for to in each.targets if to != right and not screen.wrong_of(to))


def test_an_app_asks_for_messages_in_the_words_of_android():
    text = text_of(LESSONS["cai-ung-dung"]).splitlines()
    assert "Cho phép Đèn pin Mẫu gửi và xem tin nhắn SMS?" in text
    assert {"Cho phép", "Không cho phép"} <= set(text)


def test_iphone_has_its_own_way_into_the_network():
    lesson = LESSONS["noi-wifi"].for_phone("iphone")
    words = {word for screen in lesson.screens.values() for word in screen.words}
    assert "Sử dụng Wi-Fi" not in words
    assert "Màn hình & Độ sáng" in words


READ = re.compile(r"(?:ghi|chữ|nút|hàng|tên là) ((?=[A-ZĐÂÊÔƯ])\w+(?: \w+)?)")
"""«Thấy chữ Đã kết nối là xong»: the first words of what is to be read on the phone."""


@every_lesson
def test_the_words_to_look_for_stand_on_the_phone_of_each_make(lesson):
    for make in (lesson, *lesson.phones.values()):
        for at, step in enumerate(make.steps):
            if screen := make.screen_of(at):
                shown = " ".join(screen.words).lower()
                named = READ.findall(step.line.text)
                assert [word for word in named if word.lower() not in shown] == [], step.line.text


@every_lesson
def test_an_iphone_is_never_sent_to_the_shop_of_android_alone(lesson):
    if iphone := lesson.phones.get("iphone"):
        messages = [text for text in said(iphone) if "CH Play" in text]
        assert [text for text in messages if "iPhone" not in text and "App Store" not in text] == []


ANDROID_ASKS = ("Trong khi dùng ứng dụng", "Chỉ lần này", "Không cho phép")


@every_lesson
def test_an_app_asks_for_the_camera_in_the_words_of_android(lesson):
    for screen in lesson.screens.values():
        if any(re.match(r"Cho .*(chụp ảnh|máy ảnh)", word) for word in screen.words):
            assert set(ANDROID_ASKS) <= set(screen.words), lesson.id


def test_who_practises_may_be_a_man_or_a_woman():
    for name in ("lua-dao", "zalo", "lam-quen-may", "so-do"):
        for line in text_of(LESSONS[name]).splitlines():
            assert not re.match(r"(Bà|Mẹ) ơi|Bà đi với", line), (name, line)
