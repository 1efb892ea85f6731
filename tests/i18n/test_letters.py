"""Look-alike characters are replaced by the letters of Ê Đê, Gia Rai and M'nông."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.i18n.letters import HIGHLANDS, folded, private_signs
from kiosk.keyboard.graphemes import graphemes

LETTERS = graphemes("aăâbƀčdđeĕêê̆giĭnñoŏôô̆ơơ̆uŭưư̆ ,.")


@pytest.mark.parametrize(
    ("came", "meant"),
    [
        ("ǎ ě ǐ ǒ ǔ Ǎ", "ă ĕ ĭ ŏ ŭ Ă"),
        ("c\u0306iăng", "čiăng"),
        ("C\u0306ư", "Čư"),
        ("e\u0306\u0302", "ê̆"),
        ("O\u0306\u0302", "Ô̆"),
        ("ê\u030c", "ê̆"),
        ("o\u0306\u031b", "ơ̆"),
        ("u\u031b\u030c", "ư̆"),
        ("mơ \u0306ng", "mơ̆ng"),
        ("bl\u0075\u02d8", "blŭ"),
        ("ɓuôn ɗar Ɓuôn Ɗar", "ƀuôn đar Ƀuôn Đar"),
        ("ƀuôn, čiăng, mơ̆ng, hmư̆, klei blŭ", "ƀuôn, čiăng, mơ̆ng, hmư̆, klei blŭ"),
        ("Cài đặt, quyển vở", "Cài đặt, quyển vở"),
        ("Bằng lái, căn cước, ắ ẳ ẵ ặ Ằ", "Bằng lái, căn cước, ắ ẳ ẵ ặ Ằ"),
    ],
)
@pytest.mark.parametrize("language", sorted(HIGHLANDS))
def test_look_alikes_become_the_real_letters(language, came, meant):
    assert folded(came, language) == unicodedata.normalize("NFC", meant)


def test_other_languages_keep_their_own():
    assert folded("ǎ ɓ", "tyz") == "ǎ ɓ"
    assert folded("e\u0302", "vi") == "ê"


@given(some.lists(some.sampled_from(LETTERS)).map("".join))
def test_what_is_right_stays_as_it_is(text):
    usual = unicodedata.normalize("NFC", text)

    assert folded(usual, "rad") == usual
    assert folded(unicodedata.normalize("NFD", text), "rad") == usual


@given(some.text(alphabet="aeoucbɓǎě \u02d8\u0302\u0306\u030c\u031b\u0301", max_size=12))
def test_folding_again_changes_nothing(text):
    once = folded(text, "jra")

    assert folded(once, "jra") == once


def test_signs_of_one_font_only_are_found():
    assert private_signs("a\ue012b\uf8ff\ue012") == ("\ue012", "\uf8ff")
    assert private_signs("ê̆ ƀ č") == ()
