"""Telex input, key by key."""

import re
import unicodedata

import polib
import pytest

from kiosk.folders import CHECKOUT
from kiosk.keyboard.entry import Entry
from kiosk.keyboard.syllable import TONES, parse, split_tone

MARKS = {"\u0302": None, "\u0306": "w", "\u031b": "w"}
TONE_KEYS = {TONES["sac"]: "s", TONES["huyen"]: "f", TONES["hoi"]: "r", TONES["nga"]: "x"}
TONE_KEYS[TONES["nang"]] = "j"


def written(keys: str) -> str:
    entry = Entry()
    for key in keys:
        entry = entry.written(key, telex=True)
    return entry.text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("Quyeenr vowr ddejp lawsm, muwowif nghinf ddoongf", "Quyển vở đẹp lắm, mười nghìn đồng"),
        ("Nguyeenx Thij DDejp", "Nguyễn Thị Đẹp"),
        ("Buoon Ma Thuootj, DDawks Lawks", "Buôn Ma Thuột, Đắk Lắk"),
        ("hoaf", "hòa"),
        ("hoafn", "hoàn"),
        ("khoer", "khỏe"),
        ("khoer khoawns", "khỏe khoắn"),
        ("huyr", "hủy"),
        ("huyfnh", "huỳnh"),
        ("quys quaan", "quý quân"),
        ("gif giux giwx gieengs", "gì giũ giữ giếng"),
        ("thuowr nguwowif dduowcj", "thuở người được"),
        ("tuw tw uwu", "tư tư ưu"),
        ("xooong", "xoong"),
        ("TIEENGS VIEETJ", "TIẾNG VIỆT"),
    ],
)
def test_keys_become_words(keys, text):
    assert written(keys) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("aaa", "aa"),
        ("ooo", "oo"),
        ("ddd", "dd"),
        ("ww", "w"),
        ("uww", "w"),
        ("oww", "ow"),
        ("ass", "as"),
        ("vows", "vớ"),
        ("vowss", "vơs"),
        ("asz", "a"),
        ("az", "az"),
        ("asf", "à"),
        ("wwifi", "wifi"),
    ],
)
def test_the_same_key_again_takes_its_mark_away(keys, text):
    assert written(keys) == text


@pytest.mark.parametrize("word", ["zalo", "gmail", "kiosk", "vneid", "12s", "s", "f5"])
def test_what_is_no_syllable_stays_as_it_was_struck(word):
    assert written(word) == word


def syllables() -> list[str]:
    """Every Vietnamese syllable in the kiosk's own texts."""
    texts = "\n".join(
        entry.msgid
        for name in ("lessons", "screens")
        for entry in polib.pofile(str(CHECKOUT / "translations" / f"{name}.pot"))
    )
    words = set(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", texts)))
    return sorted(word for word in words if is_vietnamese(word))


def is_vietnamese(word: str) -> bool:
    """Whether a word is a Vietnamese syllable without letter pairs that Telex would combine."""
    bare, _ = split_tone(word)
    syllable = parse(bare)
    return syllable is not None and bool(syllable.nucleus) and not re.search(r"oo|w", bare.lower())


def keys_of(word: str, *, at_once: bool) -> str:
    """The keys for a word, with the tone key after its vowel or at the end."""
    _, tone = split_tone(word)
    keys = ""
    for letter in word:
        plain, mark_of_tone = split_tone(letter)
        base, *marks = unicodedata.normalize("NFD", plain)
        base = {"đ": "d", "Đ": "D"}.get(base, base)
        keys += base + "".join(MARKS[mark] or base for mark in marks)
        keys += base if plain in "đĐ" else ""
        keys += TONE_KEYS[mark_of_tone] if mark_of_tone and at_once else ""
    return keys if at_once or not tone else keys + TONE_KEYS[tone]


def test_every_syllable_of_the_kiosks_own_texts_can_be_written():
    words = syllables()
    missed = {
        keys: (written(keys), word)
        for word in words
        for at_once in (True, False)
        for keys in [keys_of(word, at_once=at_once)]
        if written(keys) != word
    }

    assert len(words) > 500
    assert not missed
