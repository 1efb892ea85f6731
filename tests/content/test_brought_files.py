"""Lesson files as other programs and people change them: each is told by its true cause."""

import unicodedata

import pytest

from kiosk.content.old_letters import TCVN3
from kiosk.content.problems import any_error
from kiosk.content.reader import read_lesson

TITLE = "title: Xem giờ tàu xe"
LESSON = f"""\
{TITLE}
number: 71
goal: Bác tự xem được giờ xe chạy ở bến.
remember:
  - Hỏi bến xe khi chưa rõ.
screens:
  may:
    - app: lich-xe
      icon: settings
      label: Lịch xe
    - app: may-anh
      icon: camera
      label: Máy ảnh
steps:
  - say: Bác xem giờ xe trên điện thoại.
    picture: wifi
  - say: Bác chạm vào Lịch xe.
    screen: may
    tap: lich-xe
"""
CP1258_TONES = {"\u0300": 0xCC, "\u0301": 0xEC, "\u0309": 0xD2, "\u0303": 0xDE, "\u0323": 0xF2}


TABLES = {
    "TCVN3": {meant: sign for sign, meant in TCVN3.items()},
    "VNI": {
        "ờ": "ôø", "à": "aø", "ự": "öï", "đ": "ñ", "ư": "ö", "ợ": "ôï", "ạ": "aï", "ở": "ôû",
        "ế": "eá", "ệ": "eä", "ị": "ò", "ả": "aû", "á": "aù", "ể": "eå", "õ": "oõ", "ỏ": "oû",
    },
}  # fmt: skip
FIRST = {"TCVN3": (16, "tàu"), "VNI": (12, "giờ")}
"""Column and meaning of the first word that shows the table."""


def in_table(table):
    """The lesson as bytes of a legacy encoding."""
    return LESSON.translate(str.maketrans(TABLES[table])).encode("latin-1")


@pytest.fixture
def told(write, media):
    """The first problem of a file as "line:column code", or "taught"."""

    def read(content):
        path = write("")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        problems = read_lesson(path, media).problems
        if not any_error(problems):
            return "taught"
        first = next(problem for problem in problems if problem.is_error)
        return f"{first.line}:{first.column} {first.code}"

    return read


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", "taught"),
        (TITLE, "title Xem giờ tàu xe", "1:1 line_without_colon"),
        (TITLE, "title; Xem giờ tàu xe", "1:1 line_without_colon"),
        (TITLE, f"BÀI HỌC SỐ 1\n{TITLE}", "1:1 line_without_colon"),
        (TITLE, f"BÀI HỌC SỐ 1\n\n{TITLE}", "1:1 line_without_colon"),
        (TITLE, f"# Bài 1\nEm gửi bài ạ.\n{TITLE}", "2:1 line_without_colon"),
        ("- say: Bác xem", "- say Bác xem", "15:5 line_without_colon"),
        ("- app: may-anh", "- app may-anh", "11:7 line_without_colon"),
        ("    picture", "     picture", "16:6 bad_indent"),
        ("  - say", "  1. say", "15:3 wrong_bullet"),
        ("  - say", "  2) say", "15:3 wrong_bullet"),
        ("  - say: Bác xem", "    say: Bác xem", "15:5 hyphen_missing"),
        ("  - say: Bác chạm", "    - say: Bác chạm", "17:5 bad_indent"),
        (TITLE, "title: 'Y'Blu xem giờ'", "1:8 quote_inside"),
        ("say: Bác xem giờ xe trên điện thoại.", "say: 'Bác H'Bia xem.'", "15:10 quote_inside"),
        (TITLE, "title: 'Xem giờ' tàu xe", "1:8 text_after_quote"),
        (TITLE, 'title: "Xem giờ tàu xe”', "1:23 curly_quotes"),
        (TITLE, "title: 'Xem giờ tàu xe’", "1:23 curly_quotes"),
        ("  may:", "  '<<':", "7:3 bad_name"),
    ],
)
def test_a_slip_is_told_where_it_was_made(told, old, new, expected):
    assert told(LESSON.replace(old, new, 1)) == expected


def test_a_lesson_quoted_in_a_mail_is_told_once(told):
    quoted = "".join(f"> {line}\n" for line in LESSON.splitlines())
    assert told(quoted) == "1:1 lines_prefixed"
    assert told(quoted.replace("> ", ">> ")) == "1:1 lines_prefixed"


@pytest.mark.parametrize("table", TABLES)
def test_the_bytes_of_an_old_font_are_told_by_its_name(table, write, media):
    path = write("")
    path.write_bytes(in_table(table))
    (problem,) = read_lesson(path, media).problems
    facts = dict(problem.facts)
    assert (problem.code, problem.line, facts["table"]) == ("old_letters", 1, table)
    assert (problem.column, facts["near"]) == FIRST[table]


def test_letters_of_vni_are_not_taken_for_tcvn3(write, media):
    found = read_lesson(write(in_table("VNI").decode("latin-1")), media).problems
    assert {dict(problem.facts).get("table") for problem in found} == {"VNI"}
    assert {dict(problem.facts)["near"] for problem in found} <= set(LESSON.split())


def test_the_encoding_of_windows_is_not_taken_for_a_font(told):
    windows = bytearray()
    for letter in LESSON:
        try:
            windows += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in marks if mark in CP1258_TONES)
            bare = unicodedata.normalize("NFC", base + "".join(m for m in marks if m != tone))
            windows += bare.encode("cp1258") + bytes([CP1258_TONES[tone]])
    assert told(bytes(windows)).endswith(" not_utf8")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20/11/2026", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
        ("2026-1-5", "2026-01-05"),
        ("ngày 5 tháng 1 năm 2026", "2026-01-05"),
        ("2026-02-30", None),
        ("20/11", None),
        ("tháng 11", None),
    ],
)
def test_a_date_is_proposed_as_it_has_to_be_written(written, meant, write, media):
    checked = f'checked:\n  on: "{written}"\n  sources: [Sổ tay]\n'
    (problem,) = read_lesson(write(LESSON + checked), media).problems
    assert problem.code == "must_be_date"
    assert dict(problem.facts).get("near") == meant
