"""Text input always holds complete characters, in NFC."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.keyboard.board import VIETNAMESE, BoardPage, board
from kiosk.keyboard.entry import Entry, entry_of
from kiosk.keyboard.graphemes import graphemes
from kiosk.keyboard.syllable import TONES
from kiosk.keyboard.writing import TypingState

WORDS = "ƀuôn, čiăng, mơ̆ng, hmư̆, klei blŭ"
signs = some.sampled_from([*"aeiouydgqhnmctk ,.AĐ", *VIETNAMESE, "ê̆", "ơ̆", "ư̆", "ƀ", "č", "ñ"])
strokes = some.lists(some.one_of(signs, some.sampled_from(tuple(TONES))), max_size=12)


def after(keys, *, telex=False) -> Entry:
    entry = Entry()
    for key in keys:
        entry = entry.toned(key) if key in TONES else entry.written(key, telex=telex)
    return entry


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["m", "ư", "ơ", "huyen", "i"], "mười"),
        (["m", "ư", "ơ", "i", "huyen"], "mười"),
        (["h", "o", "a", "huyen", "n"], "hoàn"),
        (["đ", "e", "nang", "p"], "đẹp"),
        (["a", "sac", "sac"], "a"),
        (["a", "sac", "nang"], "ạ"),
        (["k", "sac"], "k"),
    ],
)
def test_a_tone_goes_where_it_belongs(keys, text):
    assert after(keys).text == text


def test_plain_letters_stay_plain_without_telex():
    assert after("toois wifi aa dd").text == "toois wifi aa dd"


def test_a_letter_with_two_marks_is_erased_whole():
    entry = entry_of(WORDS)
    for letter in reversed(graphemes(WORDS)):
        assert entry.text.endswith(letter)
        entry = entry.erased()
    assert entry.text == ""
    assert entry_of("mơ̆").erased().text == "m"


@given(strokes, some.booleans())
def test_it_is_always_in_its_usual_form(keys, telex):
    text = after(keys, telex=telex).text

    assert text == unicodedata.normalize("NFC", text)


@given(strokes, some.integers(0, 12))
def test_erasing_takes_one_letter_wherever_it_happens(keys, back):
    entry = after(keys).moved(-back)

    erased = entry.erased()

    assert len(graphemes(entry.before)) - len(graphemes(erased.before)) == bool(entry.before)
    assert erased.after == entry.after


@given(strokes, some.integers(-20, 40))
def test_a_finger_in_the_text_never_parts_a_letter_from_its_marks(keys, place):
    entry = after(keys).moved_to(place)

    assert graphemes(entry.before) + graphemes(entry.after) == graphemes(entry.text)
    assert entry.text == after(keys).text


def test_writing_goes_on_where_the_finger_pointed():
    entry = entry_of("klei lŭ").moved_to(5)

    assert entry.written("b").text == "klei blŭ"
    assert entry.written("b").before == "klei b"
    assert entry.erased_after().text == "klei ŭ"


def test_a_full_text_takes_no_more():
    writing = TypingState(entry=entry_of("ơ̆ơ̆"), longest=3)

    assert writing.written("a").written("b").entry.text == "ơ̆ơ̆a"


@pytest.mark.parametrize("letters", [(), VIETNAMESE, graphemes("ăâƀčđêê̆ĕĭñôô̆ơơ̆ŏŭưư̆")])
@pytest.mark.parametrize("page", BoardPage)
@pytest.mark.parametrize("capitals", [False, True])
def test_no_row_is_too_wide_and_no_two_keys_share_a_name(letters, page, capitals):
    rows = board(page, letters, capitals=capitals, telex_offered=True)
    names = [key.name for row in rows for key in row]

    assert all(sum(key.columns for key in row) <= 10.001 for row in rows)
    assert len(names) == len(set(names))
    assert len(rows) <= 6
    if page is BoardPage.LETTERS:
        shown = {key.sign for row in rows for key in row}
        assert shown >= {letter.upper() if capitals else letter for letter in letters}
