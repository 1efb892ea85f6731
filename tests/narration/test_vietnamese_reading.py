"""The spoken form of a displayed text, with the lists that are shipped."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.narration.reading import Reader
from kiosk.narration.reading.vi.numbers import integer
from kiosk.narration.reading.vi.syllables import is_syllable, sayable
from kiosk.narration.utterance import Utterance

TRANSLATIONS = Path(__file__).parents[2] / "translations"
READER = Reader(TRANSLATIONS)
READINGS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "readings-vi.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def heard(sentence):
    return " ".join(word.text for word in READER.words(Utterance(sentence, "vi")))


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        # Numbers
        ("0", "không"),
        ("10", "mười"),
        ("15%", "mười lăm phần trăm"),
        ("21", "hai mươi mốt"),
        ("105", "một trăm linh năm"),
        ("110", "một trăm mười"),
        ("1.005", "một nghìn không trăm linh năm"),
        ("2.000.000.000", "hai tỷ"),
        ("1.000.005", "một triệu không trăm linh năm"),
        ("3,5", "ba phẩy năm"),
        ("0,05", "không phẩy không năm"),
        ("-5 độ", "âm năm độ"),
        # Money
        ("500.000 đồng", "năm trăm nghìn đồng"),
        ("500.000đ/tháng", "năm trăm nghìn đồng một tháng"),
        ("20k", "hai mươi nghìn"),
        ("50000 VND", "năm mươi nghìn đồng"),
        ("1 500 000 đồng", "một triệu năm trăm nghìn đồng"),
        # Dates
        ("25/11/2026", "ngày hai mươi lăm tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("ngày 25/11", "ngày hai mươi lăm tháng mười một"),
        ("từ 25/11", "từ ngày hai mươi lăm tháng mười một"),
        ("7/2025", "tháng bảy năm hai nghìn không trăm hai mươi lăm"),
        ("tháng 7/2025", "tháng bảy năm hai nghìn không trăm hai mươi lăm"),
        ("2025-07-01", "ngày một tháng bảy năm hai nghìn không trăm hai mươi lăm"),
        # Times
        ("8h", "tám giờ"),
        ("8h30", "tám giờ ba mươi"),
        ("12:30", "mười hai giờ ba mươi"),
        ("8:05", "tám giờ năm phút"),
        ("7h–11h30", "bảy giờ đến mười một giờ ba mươi"),
        # Ranges
        ("6–14 tuổi", "sáu đến mười bốn tuổi"),
        ("ngày 22-25/11", "ngày hai mươi hai đến hai mươi lăm tháng mười một"),
        # Telephone
        ("0905 123 456", "không chín không năm, một hai ba, bốn năm sáu"),
        ("0905123456", "không chín không năm, một hai ba, bốn năm sáu"),
        ("+84 905 123 456", "cộng tám bốn, chín không năm, một hai ba, bốn năm sáu"),
        ("1900.0368", "một chín không không, không ba sáu tám"),
        ("1800 6838", "một tám không không, sáu tám ba tám"),
        ("Gọi 113.", "gọi một một ba."),
        ("111, 112, 114, 115", "một một một, một một hai, một một bốn, một một năm"),
        ("156 hoặc 5656", "một năm sáu hoặc năm sáu năm sáu"),
        ("113 người", "một trăm mười ba người"),
        ("*101#", "sao một không một thăng"),
        # Long runs of digits
        ("001085012345", "không không một, không tám năm, không một hai, ba bốn năm"),
        ("mã 123456", "mã một hai ba bốn năm sáu"),
        # Names and abbreviations
        ("Wi-Fi", "oai phai"),
        ("VNeID", "vê nê ai đi"),
        ("OTP, QR", "ô tê pê, quy rờ"),
        ("UBND xã", "ủy ban nhân dân xã"),
        ("TP. Buôn Ma Thuột", "thành phố buôn ma thuột"),
        ("4G", "bốn giê"),
        ("App Store; CH Play.", "áp xờ to, xê hát pờ lây."),
        ("ZALO", "da lô"),
        ("M'nông, Ê Đê", "mờ nông, ê đê"),
        ("phần II", "phần hai"),
        ("69/2024/NĐ-CP", "sáu mươi chín, hai nghìn không trăm hai mươi tư, nghị định chính phủ"),
        # Codes
        ("HOC-THU-KIOT", "hát o xê gạch ngang tê hát u gạch ngang ca i o tê"),
        ("hocthu2025", "hát o xê tê hát u hai không hai năm"),
        ("Ab1", "a hoa bê một"),
        # Addresses
        ("dichvucong.gov.vn", "dịch vụ công chấm gờ o vê chấm vê en"),
        ("đuôi .gov.vn", "đuôi chấm gờ o vê chấm vê en"),
        ("dichvucong-gov[.]vip", "dịch vụ công gạch ngang gờ o vê chấm víp"),
        ("dichvucong-gov.example", "dịch vụ công gạch ngang gờ o vê chấm ích dam pồ"),
        ("bac.a@gmail.com", "bác chấm a a còng gờ meo chấm com"),
        # Words the voice would say in English
        ("app", "áp"),
        ("keyboard", "ke i boa đờ"),
        ("trong veo", "trong ve o"),
        # Punctuation makes the voice rest
        ("Cài đặt → Wi-Fi – rồi chờ ạ…", "cài đặt, oai phai, rồi chờ ạ."),
        ("“Được” (thật) không?", "được, thật, không?"),
    ],
)  # fmt: skip
def test_is_read_as_people_say_it(shown, said):
    assert heard(shown) == said


def test_three_hundred_sentences_are_read_as_they_are_meant():
    assert len(READINGS) >= 300
    wrong = {shown: (heard(shown), said) for shown, said in READINGS if heard(shown) != said}
    assert not wrong


def test_whatever_is_said_is_vietnamese():
    syllables = {word.strip(".,;:!?") for _, said in READINGS for word in said.split()}
    assert not [word for word in syllables if not is_syllable(word) and word != "ve"]


def test_a_number_in_groups_is_one_spoken_word_over_its_tokens():
    words = READER.words(Utterance("Gọi 0905 123 456 nhé.", "vi"))
    assert [(word.first, word.last) for word in words] == [(0, 0), (1, 3), (4, 4)]


def test_silent_tokens_are_marked_with_the_word_before_them():
    words = READER.words(Utterance("— Cài đặt → 😀 xong", "vi"))
    assert [(word.first, word.last) for word in words] == [(0, 1), (2, 4), (5, 5)]


def test_a_sentence_without_words_is_silent():
    assert READER.words(Utterance("… — !", "vi")) == ()


@given(st.integers(0, 10**15))
def test_every_number_is_vietnamese_and_told_apart(number):
    assert all(is_syllable(word) for word in integer(number).split())
    assert number == 0 or integer(number) != integer(number - 1)


_LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "S", "M", "Z"])
_TYPICAL = st.sampled_from("0123456789./-–:,%đhkG@#*+aăâbcdeêghijklmnoôơpqrstuưvwxyzàáảãạABĐOX’' ")
_SENTENCES = st.text(_TYPICAL, max_size=60) | st.text(_LETTERS, max_size=30)


@given(_SENTENCES, st.sampled_from(["vi", "en", "rad"]))
@settings(max_examples=400, deadline=None)
def test_every_token_is_covered_once_and_in_order(sentence, language):
    words = READER.words(Utterance(sentence, language))
    covered = [token for word in words for token in range(word.first, word.last + 1)]
    assert covered == (list(range(len(sentence.split()))) if words else [])
    assert all(word.text.strip() for word in words)


@given(_SENTENCES)
@settings(max_examples=400, deadline=None)
def test_every_word_is_a_vietnamese_syllable(sentence):
    said = heard(sentence).translate(str.maketrans("", "", ".,;:!?"))
    assert [word for word in said.split() if not is_syllable(word) and word not in "ă â"] == []


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
@given(st.lists(_SENTENCES, min_size=20, max_size=20))
@settings(max_examples=20, deadline=None)
def test_the_voice_never_switches_to_english(sentences):
    lines = "\n".join(heard(sentence) for sentence in sentences)
    command = ["espeak-ng", "-v", "vi", "-q", "-x", "--stdin"]
    phonemes = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    assert "(en)" not in phonemes.stdout, lines


@pytest.mark.parametrize(
    ("written", "said"),
    [("qúy", "quý"), ("Qùe", "què"), ("ngheò", "nghèo"), ("tíên", "tiến")],
)
def test_a_tone_on_the_wrong_letter_is_said_on_the_right_one(written, said):
    assert sayable(written) == sayable(said)


@pytest.mark.parametrize(
    "written",
    [
        "hòa",
        "hoà",
        "khỏe",
        "khoẻ",
        "thủy",
        "thuỷ",
        "quý",
        "giá",
        "gì",
        "giếng",
        "mùa",
        "mưa",
        "muỗi",
        "cười",
        "khuỷu",
        "ngoài",
        "khuya",
        "xoóng",
        "yếu",
        "huống",
        "thuở",
        "của",
        "quả",
        "nghĩa",
        "người",
        "hoãn",
        "tiền",
    ],
)
def test_words_that_are_written_well_stay_as_they_are(written):
    assert is_syllable(written)
    assert sayable(written) == written
