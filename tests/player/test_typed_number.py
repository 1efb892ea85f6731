"""Typed digits and a scanner's burst are distinguished by their timing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.player.typed_number import (
    MAX_KEYS,
    PAUSE_S,
    STAFF_NUMBER,
    CompletedNumber,
    TypedNumber,
    after_key,
    completed_by_pause,
    ended,
    erased,
    is_echo,
)

FAST_S = 0.02
SLOW_S = 0.4


def typed(signs, gap_s=SLOW_S, before=None, after_s=SLOW_S):
    """The state after these keys, and the time of the last one."""
    state, now_s = before or (TypedNumber(), 100.0)
    now_s += after_s
    for number, sign in enumerate(signs):
        now_s += gap_s if number else 0
        state = after_key(state, sign, now_s)
    return state, now_s


def given_by(state, now_s, gap_s, **where):
    return ended(state, now_s + gap_s, **where)[1]


@pytest.mark.parametrize("number", ["5", "11", "102", "99999"])
def test_a_person_types_slowly_and_then_strikes_enter(number):
    state, now_s = typed(number)
    assert state.digits == number
    assert given_by(state, now_s, SLOW_S) == CompletedNumber(number, scanned=False)


@pytest.mark.parametrize(
    "prefix",
    [
        "",
        "KIOSK:",
        "kiosk:",
        "KIOSKM",
        "KIOSK",
        "00",
        "]C1",
        "]Q1KIOSK:",
        "]e0",
        "~",
        "]Q1~kiosk:",
        "ơC1",
        "ƠQ1KIOSK:",
        "j",
        "D",
        "*",
        "#kiosk:",
    ],
)
@pytest.mark.parametrize("number", ["5", "102"])
def test_a_scanner_is_known_by_its_speed(prefix, number):
    state, now_s = typed(prefix + number, FAST_S)
    assert given_by(state, now_s, FAST_S, by_hand=False) == CompletedNumber(number, scanned=True)


@pytest.mark.parametrize(
    "code",
    [
        "C1234567",
        "VN102",
        "012345678901",
        "024099000000|NGUYEN VAN MAU|Nam",
        "https://a.example/102",
        "KIOSK:",
    ],
)
def test_a_foreign_code_is_no_number_and_nothing_of_it_is_shown(code):
    state, now_s = typed(code, FAST_S)
    assert state.digits == ""
    assert given_by(state, now_s, FAST_S) == CompletedNumber("", scanned=True)


ADDRESS = "https://Xa-Mau.example/hoc/{number}?tu=giay"


@pytest.mark.parametrize(
    "code",
    [
        "https://xa-mau.example/hoc/102?tu=giay",
        "HTTPS://XA-MAU.EXAMPLE/HOC/102?TU=GIAY",
        "]Q1https://xa-mau.example/hoc/102?tu=giay",
        "https>--xa/mau.example-hoc-102_tu'giay",  # a keyboard of another layout
    ],
)
def test_the_web_address_on_the_kiosks_own_paper_is_its_lesson(code):
    state, now_s = typed(code, FAST_S)
    _, given = ended(state, now_s + FAST_S, by_hand=False, web_address=ADDRESS)
    assert given == CompletedNumber("102", scanned=True)


@pytest.mark.parametrize("also", ["", ".en", ".en.oppo-vivo-xiaomi", ".own-phone"])
def test_the_address_of_the_take_home_pages_may_name_language_phone_and_way(also):
    address = "https://xa-mau.example/hoc/#{number}"
    state, now_s = typed(f"https://xa-mau.example/hoc/#102{also}", FAST_S)
    _, given = ended(state, now_s + FAST_S, by_hand=False, web_address=address)
    assert given == CompletedNumber("102", scanned=True)


@pytest.mark.parametrize("code", ["https://a.example/102", "https://xa-mau.example/hoc/", ADDRESS])
@pytest.mark.parametrize("address", [ADDRESS, None, "https://xa-mau.example/"])
def test_another_address_is_foreign(code, address):
    state, now_s = typed(code, FAST_S)
    _, given = ended(state, now_s + FAST_S, web_address=address)
    assert given == CompletedNumber("", scanned=True)


def test_the_staffs_number_keeps_its_zeros_and_no_other_does():
    for signs, number in ((STAFF_NUMBER, STAFF_NUMBER), ("8080", "8080"), ("00000", "0")):
        state, now_s = typed(signs)
        assert given_by(state, now_s, SLOW_S) == CompletedNumber(number, scanned=False)


def test_what_a_person_began_does_not_spoil_a_scan_after_it():
    begun = typed("1")
    state, now_s = typed("205", FAST_S, before=begun, after_s=1.0)
    assert given_by(state, now_s, FAST_S) == CompletedNumber("205", scanned=True)


def test_quick_fingers_at_the_end_are_still_a_person():
    state, now_s = typed("20")
    state = after_key(state, "5", now_s + SLOW_S)
    assert given_by(state, now_s + SLOW_S, FAST_S) == CompletedNumber("205", scanned=False)


def test_slow_digits_count_only_where_they_belong_to_nobody_else():
    state, now_s = typed("102")
    assert given_by(state, now_s, SLOW_S, by_hand=False) is None


def test_a_number_left_alone_is_forgotten():
    begun = typed("10")
    state, now_s = typed("2", before=begun, after_s=PAUSE_S + 0.1)
    assert state.digits == "2"
    assert given_by(state, now_s, PAUSE_S + 0.1) is None


def test_a_digit_can_be_taken_back():
    state, now_s = typed("103")
    state = after_key(erased(state, now_s + SLOW_S), "2", now_s + 2 * SLOW_S)
    assert given_by(state, now_s + 2 * SLOW_S, SLOW_S) == CompletedNumber("102", scanned=False)


def test_other_keys_before_do_not_matter():
    begun = typed("x ")
    state, now_s = typed("11", before=begun)
    assert given_by(state, now_s, SLOW_S) == CompletedNumber("11", scanned=False)


def test_nine_digits_are_no_number():
    state, now_s = typed("100000000")
    assert state.digits == ""
    assert given_by(state, now_s, SLOW_S) is None


def test_enter_alone_is_nobodys_number():
    assert ended(TypedNumber(), 100.0) == (TypedNumber(), None)


def test_a_second_end_belongs_to_the_first():
    state, now_s = typed("102", FAST_S)
    state, _ = ended(state, now_s + FAST_S)
    assert is_echo(state, now_s + 2 * FAST_S)
    assert not is_echo(state, now_s + 1.0)


def test_a_code_without_an_end_is_known_by_its_name():
    state, _ = typed("KIOSK:102", FAST_S)
    assert completed_by_pause(state)[1] == CompletedNumber("102", scanned=True)
    state, _ = typed("102", FAST_S)
    assert completed_by_pause(state)[1] is None


@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=1), st.floats(0, 10)), max_size=200),
    st.floats(0, 10),
)
def test_whatever_is_struck_little_is_kept_and_only_short_numbers_come_out(keys, gap_s):
    state, now_s = TypedNumber(), 0.0
    for sign, wait_s in keys:
        now_s += wait_s
        state = after_key(state, sign, now_s)
        assert len(state.signs) <= MAX_KEYS
    after, given = ended(state, now_s + gap_s)
    if given:
        assert after.signs == ""
        assert len(given.number) <= 5
        assert given.number == "" or given.number.isdecimal()
