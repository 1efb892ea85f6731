"""The list of spoken forms that a trainer maintains."""

from pathlib import Path

import pytest

from kiosk.narration.reading import Reader, languages
from kiosk.narration.reading.pronunciation import PronunciationError, checked, listed
from kiosk.narration.reading.vi import read
from kiosk.narration.utterance import Utterance

TRANSLATIONS = Path(__file__).parents[2] / "translations"


def heard(sentence, **entries):
    return " ".join(word.text for word in read(sentence.split(), listed(entries)))


def test_languages_are_found_by_their_files():
    assert languages() == ("en", "vi")


@pytest.mark.parametrize("path", sorted(TRANSLATIONS.glob("*/pronunciation.yaml")), ids=str)
def test_the_lists_of_the_product_can_be_read(path):
    assert len(checked(path).exact) > 10


def test_an_entry_in_capitals_does_not_touch_the_small_word():
    assert heard("CA ca", CA="công an") == "công an ca"


def test_any_other_entry_matches_in_either_case():
    assert heard("zalo ZALO", Zalo="da lô") == "da lô da lô"


def test_even_a_foreign_spoken_form_comes_out_in_syllables():
    assert heard("Web", Web="web") == "quép"


def test_the_english_list_is_used_for_english(tmp_path):
    words = Reader(TRANSLATIONS).words(Utterance("Call 113 with VNeID – now.", "en"))
    assert [word.text for word in words] == ["Call", "one one three", "with", "V N E I D,", "now."]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("- a\n- b", "phải là danh sách “từ: cách đọc”"),
        ("OTP:\n", "từ “OTP” chưa có cách đọc"),
        ("OTP: [ô, tê]", "từ “OTP” chưa có cách đọc"),
        ("a: 'b", "pronunciation.yaml"),
    ],
)
def test_a_broken_list_is_told_and_does_not_stop_the_voice(tmp_path, content, complaint):
    path = tmp_path / "vi" / "pronunciation.yaml"
    path.parent.mkdir()
    path.write_text(content, "utf-8")
    with pytest.raises(PronunciationError, match=complaint):
        checked(path)
    assert [word.text for word in Reader(tmp_path).words(Utterance("Chào bác.", "vi"))] == [
        "chào",
        "bác.",
    ]


def test_numbers_and_no_are_words_like_any_other(tmp_path):
    path = tmp_path / "list.yaml"
    path.write_text("113: một một ba\nno: nô\n12:30: trưa\n", "utf-8")
    assert checked(path).spoken_form("113") == "một một ba"
    assert checked(path).spoken_form("NO") == "nô"
    assert checked(path).spoken_form("12:30") == "trưa"
