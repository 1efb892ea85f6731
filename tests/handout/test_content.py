"""The content of a handout."""

from datetime import date

import pytest
from making import SCREENS, explain, lesson, step, tap, write

from kiosk.content.verification import UNVERIFIED, Standing, Verification
from kiosk.domain.lesson import Checked, Verified
from kiosk.domain.phone_make import Make
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.handout.content import sheet_of

SETTINGS = Settings.model_validate({"wifi": {"name": "KHACH", "password": "matkhau1"}})
OWN = {"ways": [Way.OWN_PHONE]}


def steps_of(*steps, settings=SETTINGS, **head):
    return sheet_of(lesson(*steps, **head), settings).steps


def test_the_steps_are_those_beside_ones_own_phone_in_their_order():
    steps = steps_of(explain("Chỉ để xem.", ways=[Way.WATCH]), tap("a"), explain("Xong.", **OWN))
    assert [(each.number, each.words.text) for each in steps] == [(1, "Chạm a."), (2, "Xong.")]


def test_a_lesson_without_that_way_shows_what_is_watched():
    steps = steps_of(explain("Bác xem.", ways=[Way.WATCH]))
    assert [each.words.text for each in steps] == ["Bác xem."]


def test_the_phone_is_as_on_the_screen_what_was_typed_before_included():
    _, after = steps_of(write("hoa"), tap("xong", screen="o-chu"))
    assert after.phone.screen is SCREENS["o-chu"]
    assert after.phone.field_contents == {"o": "hoa"}
    assert after.phone.target == "xong"


def test_a_step_that_types_points_at_its_field():
    (typing,) = steps_of(write("hoa"))
    assert typing.phone.target == "o"


def test_a_step_that_only_tells_points_at_what_another_taps_if_it_names_it():
    tapping = write("hoa", ways=[Way.TOGETHER])
    named = explain("Xong thì bác chạm Xong.", screen="o-chu", **OWN)
    unnamed = explain("Bác đọc lại.", screen="o-chu", **OWN)
    done = tap("xong", screen="o-chu", ways=[Way.TOGETHER])
    first, second = steps_of(tapping, done, named, unnamed)
    assert first.phone.target == "xong"
    assert second.phone.target == ""


def test_a_picture_is_shown_the_first_time_alone():
    steps = steps_of(*(explain("Chào bác.", picture=name) for name in ("wifi", "watch", "wifi")))
    assert [each.picture for each in steps] == ["wifi", "watch", ""]


def test_the_centres_network_is_written_out_and_can_be_scanned():
    note, code = steps_of(explain(note="wifi"), step("qr", say="Bác quét mã này.", qr="wifi"))
    assert [(label.text, value) for label, value in note.note] == [
        ("Tên mạng", "KHACH"),
        ("Mật khẩu", "matkhau1"),
    ]
    assert code.code == "WIFI:T:WPA;S:KHACH;P:matkhau1;;"


def test_a_centre_without_a_network_leaves_no_hole():
    note, code = steps_of(
        explain(note="wifi"), step("qr", say="Bác quét.", qr="wifi"), settings=Settings()
    )
    assert note.note == ()
    assert code.code == ""


def test_papers_are_ticked_once_those_of_the_procedure_come_first():
    bring = step("papers", papers="Bác chuẩn bị.", items=["Thẻ căn cước"])
    (alone,) = steps_of(bring)
    assert [each.text for each in alone.ticks] == ["Thẻ căn cước"]
    procedure = {"papers": ["Thẻ căn cước", "Tờ khai"], "fee": "Không mất tiền"}
    sheet = sheet_of(lesson(bring, explain("Xong."), procedure=procedure), SETTINGS)
    assert [each.words.text for each in sheet.steps] == ["Xong."]
    papers, fee = sheet.facts
    assert papers.to_tick
    assert [each.text for each in papers.values] == ["Thẻ căn cước", "Tờ khai"]
    assert fee.values[0].text == "Không mất tiền"


def test_what_has_no_translation_stands_in_vietnamese_alone():
    english = {"Xong.": "Done.", "xa.example": "xa.example"}.get
    made = lesson(explain("Chào bác."), explain("Xong."), explain("xa.example"))
    sheet = sheet_of(made, SETTINGS, english)
    assert [(each.words.text, each.words.other) for each in sheet.steps] == [
        ("Chào bác.", ""),
        ("Xong.", "Done."),
        ("xa.example", ""),
    ]


def test_there_is_a_code_to_take_home_only_where_the_centre_has_a_page_that_it_opens():
    made = lesson(explain())
    assert sheet_of(made, SETTINGS).code == ""
    page = {"handout": {"web_address": "https://xa-mau.example/bai/{number}"}}
    at_home = sheet_of(made, Settings.model_validate(page))
    assert at_home.code == f"https://xa-mau.example/bai/{made.head.number}"


def test_the_code_on_the_sheet_opens_her_language_phone_and_way_on_the_take_home_pages():
    made = lesson(explain()).model_copy(update={"make": Make.SAMSUNG})
    page = {"handout": {"web_address": "https://xa-mau.example/hoc/"}}
    settings = Settings.model_validate(page)
    code = sheet_of(made, settings, language="en", way="alone").code
    assert code == f"https://xa-mau.example/hoc/#{made.head.number}.en.samsung.alone"


DAY = date(2026, 11, 24)
BY = Verified(by="Chị Hoa", on=date(2026, 11, 29))


@pytest.mark.parametrize(
    ("verification", "expected"),
    [
        (UNVERIFIED, "Chưa kiểm tại xã, nguồn xem ngày 24/11/2026"),
        (Verification(Standing.VERIFIED, BY), "Xã đã kiểm ngày 29/11/2026"),
        (Verification(Standing.OLD, BY), "Quá 180 ngày xã chưa kiểm lại, lần cuối ngày 29/11/2026"),
        (Verification(Standing.CHANGED, BY), "Bài đã sửa sau khi xã kiểm ngày 29/11/2026"),
        (
            Verification(Standing.DIFFERS, BY, ("Phí",)),
            "Ngày 29/11/2026 xã thấy có điều đã khác, bác hỏi lại cán bộ",
        ),
        (
            Verification(Standing.MENDED, BY, ("Phí",)),
            "Bài đã sửa điều xã thấy khác ngày 29/11/2026, chưa kiểm lại",
        ),
    ],
)
def test_the_sheet_says_who_has_looked_at_its_facts(verification, expected):
    made = lesson(explain(), checked=Checked(on=DAY, sources=("a",)))
    assert sheet_of(made, SETTINGS, verification=verification).verification_note == expected


def test_a_sheet_without_any_source_says_that_nobody_has_looked():
    assert sheet_of(lesson(explain()), SETTINGS).verification_note == "Chưa kiểm tại xã"
