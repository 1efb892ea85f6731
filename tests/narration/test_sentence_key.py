"""Only changes of a sentence that can be heard change its key."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.narration.recordings.sentence import sentence_key

WORD = st.sampled_from(["Bác", "chạm", "vào", "ô", "Wi", "Fi", "hmư̆", "ƀuôn", "25", "xong", "ở"])
GAP = st.sampled_from([" ", "  ", ", ", " . ", " – ", "… ", "! ", "\u00a0", " “", "\n", " - "])
WORDS = st.lists(WORD, min_size=1, max_size=8)


@given(st.lists(st.tuples(WORD, GAP)), st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_cosmetic_edits_keep_the_key(words, form, loud):
    edited = "".join(word + gap for word, gap in words)
    edited = unicodedata.normalize(form, edited.upper() if loud else edited)
    assert sentence_key(edited) == sentence_key(" ".join(word for word, _ in words))


@given(WORDS, st.data())
def test_real_edits_change_the_key(words, data):
    place = data.draw(st.integers(0, len(words) - 1))
    edit = data.draw(st.sampled_from(["leave out", "another", "twice"]))
    changed = list(words)
    if edit == "leave out":
        del changed[place]
    elif edit == "another":
        changed[place] = "khác"
    else:
        changed.insert(place, "rồi")
    assert sentence_key(" ".join(changed)) != sentence_key(" ".join(words))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bác chạm vào ma.", "Bác chạm vào má."),
        ("Nạp 10.000 đồng.", "Nạp 10000 đồng."),
        ("Chờ 1,5 giờ.", "Chờ 15 giờ."),
        ("Phòng 3-4.", "Phòng 34."),
        ("Lạnh -5 độ.", "Lạnh 5 độ."),
        ("Giảm 50%.", "Giảm 50."),
        ("hmư̆", "hmư"),
        ("Gọi 113.", "Gọi 115."),
        ("Bát ăn.", "Bá tăn."),
    ],
)
def test_what_is_heard_differently_is_another_sentence(one, other):
    assert sentence_key(one) != sentence_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bác chờ nhé!", "bác chờ nhé"),
        ("“Xong rồi”, bác nói.", "Xong rồi bác nói"),
        ("Wi-Fi", "wi fi"),
        ("Bác\u200b chờ\ufe0f.", "Bác chờ."),
        ("Từ 3–4 giờ", "Từ 3-4 giờ."),
        ("Gọi 113.", "Gọi 113"),
    ],
)
def test_what_sounds_the_same_is_the_same_sentence(one, other):
    assert sentence_key(one) == sentence_key(other)
