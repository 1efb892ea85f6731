"""`kiosk lint` finds steps that cannot be solved with the information given so far."""

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
        (trap.code, trap.key_path[1])
        for trap in traps_in(lesson_of(tmp_path, steps, head), Facts())
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
    steps = f"  - say: Mã là 482915.\n    ways: [together]\n  - say: Bác gõ mã vào ô.\n{TYPING}"
    (trap,) = traps_in(lesson_of(tmp_path, steps), Facts())
    assert (trap.code, trap.facts["where"]) == ("value_unseen", "way:alone")
    text = f"{steps}    alone: Bác gõ mã 482915.\n"
    assert codes(tmp_path, text) == []


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
    assert seen[2].always == {0, 2}
    assert seen[2].sometimes == {0, 1, 2}


@pytest.mark.parametrize(
    ("say", "code"),
    [
        ("Bác mở trang-la.com nhé.", "addresses_not_listed"),
        ("Bác mở nhanqua.click nhé.", "addresses_not_listed"),
        ("Bác mở 103.21.4.5 nhé.", "addresses_not_listed"),
        ("Bác viết cho lan@gmail.com nhé.", "addresses_not_listed"),
        ("Bac mo trang nay ra nhe.", "no_marks"),
        ("Bac cham nut.", "no_marks"),
        ("Bác cham nut mat khau nhé.", "no_marks"),
        ("…", "nothing_to_say"),
        ("Bác gọi 0905 123 456 nhé.", "number_may_be_real"),
        ("Bác gọi +84905123456 nhé.", "number_may_be_real"),
        ("Số căn cước là 066151001234.", "number_may_be_real"),
        ("Số thẻ là 9704 3600 1234 5678.", "number_may_be_real"),
        ("Sai rồi, bác làm lại.", "blames"),
        ("Bác nhanh lên nhé.", "blames"),
    ],
)
def test_a_sentence_is_a_trap(tmp_path, say, code):
    assert codes(tmp_path, f"  - say: {say}\n") == [(code, 0)]


@pytest.mark.parametrize(
    "say",
    [
        "Trang cong.example chỉ để tập.",
        "Trang giả ghi dichvucong-gov[.]vip, bác đừng vào.",
        "Cho em xem.",
        "Đuôi phải là .gov.vn nhé bác.",
        "Ê Đê: Hơ̆n, m'nông; 5% (35.000 đồng)!",
        "Tệp vneid-moi.apk thì bác đừng mở.",
        "Bác mang căn cước gắn chip.",
        "Số căn cước là 0000 0000 0001.",
        "Bác gọi 1900.0368, gọi có mất tiền.",
        "Máy báo sai mật khẩu.",
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


def typed(text, say, alone):
    return (
        f"  - say: {say}\n    screen: o\n    type: {{into: o-ma, text: '{text}'}}\n"
        f"    wrong: Bác nhìn lại nhé.\n    alone: {alone}\n    ways: [watch, together, alone]\n"
    )


@pytest.mark.parametrize(
    ("text", "say", "wanted"),
    [
        ("2015", "Bác gõ năm 2015.", []),
        ("2015", "Bác gõ năm 20154.", ["value_unseen"]),
        ("35000", "Bác gõ 35.000 đồng.", []),
        ("Hoa-9", "Bác gõ Hoa-9.", []),
        ("Hoa-9", "Bác gõ hoa-9.", ["value_unseen"]),
        ("hoa-9", "Bác gõ HOA-9.", []),
    ],
)
def test_the_value_is_read_as_a_word_of_its_own_in_its_own_letters(tmp_path, text, say, wanted):
    assert [code for code, _ in codes(tmp_path, typed(text, say, say))] == wanted


def test_what_is_shown_as_dots_is_not_known(tmp_path):
    head = HEAD.replace(
        "  o:\n",
        "  kin:\n    - field: k\n      label: Mật khẩu\n{secret}      value: Hoa-9\n  o:\n",
    )
    steps = "  - say: Bác xem nhé.\n    screen: kin\n" + typed("Hoa-9", "Gõ chữ ấy.", "Gõ chữ ấy.")
    steps = steps.replace("    screen: kin\n", "    screen: kin\n    ways: [together, alone]\n")
    assert codes(tmp_path, steps, head.format(secret="")) == []
    hidden = head.format(secret="      secret: true\n")
    assert codes(tmp_path, steps, hidden) == [("value_unseen", 1)]


QUESTION = """\
  - ask: Có người lạ xin mã. Bác làm sao?
    choices:
      - {{text: Cúp máy, right: true, because: {right}}}
      - {{text: Đọc cho họ, because: {wrong}{more}}}
"""


@pytest.mark.parametrize(
    ("right", "wrong", "more", "wanted"),
    [
        ("Đúng rồi.", "Đừng bác ạ.", "", []),
        ("Đúng rồi.", "Đúng rồi. Đọc đi.", "", ["answer_contradicted"]),
        ("Đừng bác ạ.", "Đừng bác ạ.", "", ["answer_contradicted"]),
        ("Đúng rồi.", "Đúng rồi.", ", right: true", ["nothing_to_decide"]),
    ],
)
def test_an_answer_is_explained_as_what_it_is(tmp_path, right, wrong, more, wanted):
    steps = QUESTION.format(right=right, wrong=wrong, more=more)
    assert [code for code, _ in codes(tmp_path, steps)] == wanted


def test_who_touches_the_first_answer_of_every_question_has_not_learnt(tmp_path):
    first = QUESTION.format(right="Đúng rồi.", wrong="Chưa đúng.", more="")
    lines = first.splitlines(keepends=True)
    second = "".join((*lines[:2], lines[3], lines[2]))
    assert codes(tmp_path, first * 3) == []
    (trap,) = traps_in(lesson_of(tmp_path, first * 4), Facts())
    assert (trap.code, trap.facts["count"]) == ("right_always_there", "1")
    assert codes(tmp_path, first * 3 + second) == []


def touch(say, label="Hủy", more="", wrong="Bác tìm chữ Xong."):
    head = HEAD.replace("steps:", f"    - button: huy\n      label: {label}\n{more}steps:")
    return head, f"  - say: {say}\n    screen: o\n    tap: xong\n    wrong: {wrong}\n"


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("Bác chạm Xong.", []),
        ("Bác chạm vào nút Xong nhé.", []),
        ("Bác chạm nút Hủy.", ["other_named"]),
        ("Đừng chạm Hủy, bác tìm nút kia.", []),
        ("Gõ xong thì bác chạm hàng có chữ Hủy.", ["other_named"]),
    ],
)
def test_the_sentence_names_what_has_to_be_touched(tmp_path, say, wanted):
    head, steps = touch(say)
    assert [code for code, _ in codes(tmp_path, steps, head)] == wanted


def test_a_longer_label_is_not_taken_for_the_shorter_one_in_it(tmp_path):
    head, steps = touch("Bác chạm Xong rồi.", label="Xong rồi")
    assert codes(tmp_path, steps, head) == [("other_named", 0)]
    head, steps = touch("Bác chạm Xong.", label="Xong rồi")
    assert codes(tmp_path, steps, head) == []


def test_two_places_with_the_same_words_are_told_apart_by_something(tmp_path):
    head, steps = touch("Bác chạm Xong.", label="Xong")
    assert codes(tmp_path, steps, head) == [("label_twice", 0)]
    head = HEAD.replace("steps:", "    - row: hai\n      label: Xong\n      value: Tin cũ\nsteps:")
    assert codes(tmp_path, steps, head) == []


def test_a_paper_that_is_spoken_of_is_there(tmp_path):
    say = "Bác gõ mã ab12 trên tờ giấy."
    steps = typed("ab12", say, say)
    assert codes(tmp_path, steps) == [("paper_missing", 0)]
    note = "    note:\n      - {label: Mã, value: ab12}\n"
    assert codes(tmp_path, steps + note) == []


def test_a_code_comes_by_message_and_is_on_no_paper(tmp_path):
    say = "Bác gõ mã OTP là 482915."
    steps = typed("482915", say, say)
    arrives = "    arrives: {from: VNeID, text: Ma cua ban la 482915}\n"
    note = "    note:\n      - {label: Mã, value: '482915'}\n"
    assert codes(tmp_path, steps) == [("code_without_message", 0)]
    assert codes(tmp_path, steps + arrives) == []
    assert codes(tmp_path, steps + arrives + note) == [("code_on_paper", 0)]


def test_a_message_that_came_before_is_enough(tmp_path):
    came = (
        "  - say: Có tin mới.\n    screen: o\n    ways: [watch, together, alone]\n"
        "    arrives: {from: VNeID, text: Ma cua ban la 482915}\n"
    )
    say = "Bác gõ mã OTP vừa tới."
    assert codes(tmp_path, came + typed("482915", say, say)) == []


def test_a_message_arrives_on_a_phone(tmp_path):
    steps = "  - say: Có tin mới.\n    arrives: {from: VNeID, text: Chao bac}\n"
    assert codes(tmp_path, steps) == [("message_unseen", 0)]
    assert codes(tmp_path, f"{steps}    screen: o\n") == []


@pytest.mark.parametrize(
    ("password", "wanted"),
    [
        ("Bác bấm mật khẩu của bác.", ["asks_real_data"]),
        ("Bác bấm 6 số bất kỳ.", []),
        ("Bác bấm lại passcode một lần nữa.", []),
    ],
)
def test_no_real_password_is_asked_for(tmp_path, password, wanted):
    steps = f"  - password: {password}\n    screen: o\n    into: o-ma\n    wrong: Bấm số nhé.\n"
    assert [code for code, _ in codes(tmp_path, steps)] == wanted


def test_nothing_real_is_typed_to_practise(tmp_path):
    real, invented = "Bác gõ mật khẩu của bác, ab12.", "Bác gõ mật khẩu để tập, ab12."
    assert codes(tmp_path, typed("ab12", real, invented)) == [("asks_real_data", 0)]
    assert codes(tmp_path, typed("ab12", invented, invented)) == []


OWN = "    ways: [own-phone]\n"


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("Bác mở Ngân hàng Mẫu.", ["invented_app"]),
        ("Bác mở ngân hàng của bác.", []),
        ("Bác gõ hoc2025 vào máy.", ["practice_value"]),
        ("Bác gõ mật khẩu dán ở quầy.", []),
    ],
)
def test_what_is_only_practised_is_not_sought_on_the_own_phone(tmp_path, say, wanted):
    steps = typed("hoc2025", "Bác gõ hoc2025.", "Bác gõ hoc2025.") + f"  - say: {say}\n{OWN}"
    assert [code for code, _ in codes(tmp_path, steps)] == wanted


def test_a_trouble_of_the_own_phone_names_nothing_invented(tmp_path):
    head = HEAD.replace(
        "screens:",
        "troubles:\n  mat:\n    title: Không thấy\n    steps:\n"
        "      - say: Bác mở Chợ Mẫu.\nscreens:",
    )
    steps = f"  - say: Bác mở chợ.\n    troubles: [mat]\n{OWN}"
    (trap,) = traps_in(lesson_of(tmp_path, steps, head), Facts())
    assert (trap.code, trap.key_path) == ("invented_app", ("troubles", "mat", "steps", 0, "say"))


def test_words_without_marks_may_be_read_off_the_paper(tmp_path):
    say = "Bác gõ dat lich vào ô, không dấu."
    assert codes(tmp_path, typed("dat lich", say, say)) == []
    assert codes(tmp_path, f"  - say: {say}\n") == [("no_marks", 0)]


def test_one_network_is_no_list_to_choose_from(tmp_path):
    head = HEAD.replace("  o:\n", "  m:\n    - network: nha\n      label: NHÀ\n{more}  o:\n")
    steps = "  - say: Bác chạm NHÀ.\n    screen: m\n    tap: nha\n    wrong: Bác nhìn lại.\n"
    other = "    - network: kia\n      label: HÀNG XÓM\n"
    assert codes(tmp_path, steps, head.format(more="")) == [("single_touch", 0)]
    assert codes(tmp_path, steps, head.format(more=other)) == []
