"""What `kiosk lint` finds in a lesson as somebody who knows only what she was shown and told."""

import pytest

from kiosk.content.facts import Facts, read_facts
from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.content.traps import checks, traps_in
from kiosk.content.traps._paths import seen_before
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.qr.code_fault import code_fault

HEAD = """\
title: Bài thử
number: 900
goal: Bác tự làm được việc này.
screens:
  o:
    - bar: Tin nhắn
    - field: o-ma
      label: Mã
    - button: xong
      label: Xong
steps:
"""
TYPING = """\
    screen: o
    type: {into: o-ma, text: '482915'}
    wrong: Bác nhìn lại nhé.
"""


def lesson_of(tmp_path, steps, head=HEAD):
    path = tmp_path / "bai-thu.yaml"
    path.write_text(head + steps, encoding="utf-8")
    reading = read_lesson(path, media_in(Folders(home=CHECKOUT)))
    assert reading.lesson, reading.problems
    return reading.lesson


def codes(tmp_path, steps, head=HEAD):
    return [
        (trap.code, trap.trail[1]) for trap in traps_in(lesson_of(tmp_path, steps, head), Facts())
    ]


def test_what_arrives_is_known(tmp_path):
    arrives = "    arrives: {from: Trung tâm, text: Ma cua ban la 482915}\n"
    assert codes(tmp_path, f"  - say: Bác gõ mã vào ô.\n{TYPING}{arrives}") == []


def test_what_stands_on_an_earlier_screen_is_known(tmp_path):
    head = HEAD.replace(
        "  o:\n",
        "  giay:\n    - text: Mã là 482 915\n    - button: di\n      label: Đi\n"
        "    - button: thoi\n      label: Thôi\n  o:\n",
    )
    earlier = "  - say: Bác chạm Đi.\n    screen: giay\n    tap: di\n    wrong: Bác tìm nút Đi.\n"
    assert codes(tmp_path, f"{earlier}  - say: Bác gõ mã vào ô.\n{TYPING}", head) == []


def test_who_does_it_alone_is_not_told_what_was_only_explained(tmp_path):
    steps = f"  - say: Mã là 482915.\n  - say: Bác gõ mã vào ô.\n{TYPING}"
    (trap,) = traps_in(lesson_of(tmp_path, steps), Facts())
    assert (trap.code, trap.facts["where"]) == ("value_unseen", "way:alone")
    told = f"{steps}    alone: Bác gõ mã 482915.\n"
    assert codes(tmp_path, told) == []


def test_what_only_another_rehearsal_shows_is_not_known(tmp_path):
    head = HEAD.replace("screens:", "rehearse: 1\nscreens:")
    shown = (
        "  - say: Bác xem nhé.\n    screen: o\n    tap: xong\n    group: {group}\n"
        "    alone: Mã là {code}.\n    wrong: Bác tìm nút Xong.\n"
    )
    steps = shown.format(group="mot", code="482915") + shown.format(group="hai", code="000000")
    typing = f"  - say: Bác gõ mã vào ô.\n{TYPING}    ways: [alone]\n"
    assert codes(tmp_path, steps + typing, head) == [("value_in_branch", 2)]
    assert codes(tmp_path, steps + f"{typing}    alone: Mã là 482915.\n", head) == []


def test_only_what_lies_on_every_path_is_surely_seen(tmp_path):
    steps = """\
  - ask: Bác có giấy chưa?
    choices:
      - {text: Có, right: true, goto: cuoi}
      - {text: Chưa, goto: giua}
  - name: giua
    say: Bác hỏi cán bộ.
  - name: cuoi
    say: Xong rồi.
"""
    seen = seen_before(lesson_of(tmp_path, steps), Way.TOGETHER)
    assert seen[2].surely == {0, 2}
    assert seen[2].perhaps == {0, 1, 2}


@pytest.mark.parametrize(
    ("say", "code"),
    [
        ("Bác mở trang-la.com nhé.", "addresses_not_listed"),
        ("Bac mo trang nay ra nhe.", "no_marks"),
        ("…", "nothing_to_say"),
    ],
)
def test_a_sentence_is_a_trap(tmp_path, say, code):
    assert codes(tmp_path, f"  - say: {say}\n") == [(code, 0)]


@pytest.mark.parametrize(
    "say",
    [
        "Bác mở trang cong.example nhé.",
        "Trang giả ghi dichvucong-gov[.]vip, bác đừng vào.",
        "Cho em xem.",
        "Đuôi phải là .gov.vn nhé bác.",
        "Ê Đê: Hơ̆n, m'nông; 5% (35.000 đồng)!",
    ],
)
def test_a_sentence_is_none(tmp_path, say):
    assert codes(tmp_path, f"  - say: '{say.replace(chr(39), chr(39) * 2)}'\n") == []


def test_whoever_writes_a_scam_may_leave_out_the_marks_but_names_no_real_page(tmp_path):
    steps = """\
  - message: Người lạ
    says: Bac bam vao {page} de nhan tien ngay
    choices:
      - {{text: Xóa đi, right: true}}
      - {{text: Bấm vào}}
"""
    assert codes(tmp_path, steps.format(page="qua.example")) == []
    assert codes(tmp_path, steps.format(page="qua.vip")) == [("addresses_not_listed", 0)]


def test_a_code_leads_only_where_the_list_of_facts_says(tmp_path):
    steps = "  - say: Bác quét mã này.\n    qr: https://{host}/a\n"
    facts = read_facts(CHECKOUT / "lessons")
    for host, found in (("dichvucong.gov.vn", 0), ("a.example", 0), ("trang.zip", 1)):
        lesson = lesson_of(tmp_path, steps.format(host=host))
        assert len(list(traps_in(lesson, facts))) == found, host


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("TEL:0905000000", "code_dials"),
        ("sms:9000?body=DK", "code_writes"),
        ("mailto:a@b.example", "code_writes"),
        ("WIFI:T:WPA;S:Mạng;nhà;P:abc12345;;", "wifi_code_damaged"),
        ("WIFI:T:WPA;S:;P:abc12345;;", "wifi_code_damaged"),
        ("WIFI:T:WPA;S:a;P:abc;;", "wifi_code_damaged"),
        ("WIFI:T:nopass;S:a;P:abc;;", "wifi_code_damaged"),
        (r"WIFI:T:WPA;S:Mạng\;nhà;P:abc12345;;", None),
        ("WIFI:T:nopass;S:HOC-THU;;", None),
        ("Hẹn gặp: thứ hai", None),
    ],
)
def test_a_code_does_no_harm(text, fault):
    assert code_fault(text) == fault


def test_every_check_is_found():
    assert len(checks()) == len(list((CHECKOUT / "kiosk/content/traps").glob("[a-z]*.py")))
