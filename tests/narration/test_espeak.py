"""The real espeak-ng, if it is installed."""

from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.narration.engine import EngineError, ability, find_engines
from kiosk.narration.engines import espeak
from kiosk.narration.reading import Reader
from kiosk.narration.settings import NarrationSettings
from kiosk.narration.utterance import SpokenWord, Utterance
from kiosk.narration.voice_folders import VoiceFolders

ENGINE = espeak.Espeak()
pytestmark = pytest.mark.skipif(ENGINE.problem() is not None, reason="espeak-ng is not installed")

TRANSLATIONS = Path(__file__).parents[2] / "translations"
WORDS = Reader(TRANSLATIONS).words(
    Utterance("Bác tìm hình bánh răng. Gọi 0905 123 456 nhé, 25/11 còn 15%.", "vi")
)
LESSON = (
    "Wi-Fi là mạng không dây. Nối vào thì không tốn tiền 4G.",
    "Bác tìm hình bánh răng. Đó là Cài đặt. Bác chạm vào nhé.",
    "Bác gõ mật khẩu dán ở quầy.",
    "Công an, ngân hàng không bao giờ xin mã OTP qua điện thoại, bác nhớ nhé.",
)


def render(words=WORDS, voice="vi+f3", rate=125):
    return ENGINE.render(words, "vi", voice, rate)


def test_it_is_found_by_its_file_and_tells_its_vietnamese_voices():
    can = ability(find_engines(VoiceFolders())["espeak"])
    assert can.problem is None
    assert can.voices["vi"][0] == "vi"
    assert "en-gb" in can.voices["en"]


def test_each_spoken_word_has_its_time_in_order():
    clip = render()
    assert len(clip.word_starts_ms) == len(WORDS)
    assert clip.word_starts_ms[0] == 0
    assert all(earlier < later for earlier, later in pairwise(clip.word_starts_ms))
    assert clip.word_starts_ms[-1] < clip.duration_ms


def test_the_silence_at_the_end_is_trimmed():
    tail_ms = 300
    samples = array("h", render().samples)
    last = samples[-ENGINE.render(WORDS, "vi", "vi", 125).sample_rate_hz * tail_ms // 1000 :]
    assert max(abs(sample) for sample in last) > 64


@pytest.mark.parametrize(("slow", "least", "most"), [(False, 150, 180), (True, 105, 130)])
@pytest.mark.parametrize("voice", ["vi+f3", "vi-vn-x-central+f3", "vi-vn-x-south"])
def test_the_pace_suits_elderly_listeners(voice, slow, least, most):
    settings = NarrationSettings()
    rate = round(settings.words_per_minute * (settings.slow_share if slow else 1))
    reader = Reader(TRANSLATIONS)
    sentences = [reader.words(Utterance(sentence, "vi")) for sentence in LESSON]
    duration_ms = sum(render(words, voice, rate).duration_ms for words in sentences)
    syllables = sum(len(word.text.split()) for words in sentences for word in words)
    assert least <= syllables * 60_000 / duration_ms <= most


def test_a_timbre_changes_the_sound():
    assert render(voice="vi").samples != render(voice="vi+f3").samples


def test_the_default_voices_exist():
    for language, voice in NarrationSettings().voices.items():
        assert ENGINE.render(WORDS, language, voice, 125).samples


def test_signs_that_mean_something_to_the_engine_are_only_text():
    words = (SpokenWord(0, 0, "a<b & c>"), SpokenWord(1, 1, "<mark/>"))
    assert len(ENGINE.render(words, "en", "en-gb", 125).word_starts_ms) == 2


def test_an_unknown_voice_is_an_error_and_not_another_voice():
    with pytest.raises(EngineError, match="no voice 'xx'"):
        render(voice="xx")


def test_words_without_a_sound_are_an_error():
    with pytest.raises(EngineError):
        render(words=())
