"""Requirements for every engine in the folder."""

import pkgutil
import re
from array import array
from itertools import pairwise

import made_voice
import neural_voice
import pytest

from kiosk.narration import engines
from kiosk.narration.engine import EngineError, Selective, ability, find_engines
from kiosk.narration.utterance import SpokenWord
from kiosk.narration.voice_folders import VoiceFolders

EVERY = sorted(module.name for module in pkgutil.iter_modules(engines.__path__))
SPEAK_ANYTHING = [
    name
    for name, engine in find_engines(VoiceFolders()).items()
    if not isinstance(engine, Selective)
]
"""The engines for arbitrary text; the others speak certain sentences only and have own tests."""
SENTENCES = {
    "vi": "Bác tìm hình bánh răng. Bác chạm vào đó, rồi chờ một chút nhé.",
    "en": "Touch the green button. Then wait for a moment, please.",
}
PAUSES = {
    "vi": "Bác, tìm, hình, bánh, răng, ở dưới cùng, rồi chạm vào nút màu xanh.",
    "en": "Bread, water, garden, window, at the bottom, then touch the green button.",
}
QUIET = 0.02
FRAME_MS = 5
MIN_PAUSE_MS = 90
A_FEW_STOPS = 5
MAX_OFF_MS = 150
SAME_MS = 30


def words_of(sentence):
    return [SpokenWord(place, place, text) for place, text in enumerate(sentence.split())]


@pytest.fixture(scope="module")
def voice_folders(tmp_path_factory):
    folder = tmp_path_factory.mktemp("voices")
    voices = neural_voice.put(folder / "voices")
    made_voice.put(voices / "vi")
    return VoiceFolders(neural_voices=voices, prepared=folder / "prepared")


@pytest.fixture(scope="module")
def all_engines(voice_folders):
    return find_engines(voice_folders)


@pytest.fixture(params=SPEAK_ANYTHING)
def engine(request, all_engines):
    engine = all_engines[request.param]
    assert engine.problem() is None
    return engine


@pytest.fixture
def speaks(engine):
    """A language of the engine, a voice for it, and a function that renders a sentence."""
    language = next(code for code in ("vi", "en") if code in engine.voices())
    voice = engine.voices()[language][0]

    def render(sentence=SENTENCES[language], rate=125):
        return engine.render(words_of(sentence), language, voice, rate)

    render.language = language
    return render


@pytest.fixture
def clip(speaks):
    return speaks()


def loudness(clip):
    """The peak of each frame relative to the clip's peak."""
    samples = array("h", clip.samples)
    step = clip.sample_rate_hz * FRAME_MS // 1000
    peaks = [max(map(abs, samples[at : at + step])) for at in range(0, len(samples), step)]
    return [peak / max(peaks) for peak in peaks]


def onsets_ms(clip):
    """The times at which sound begins after silence."""
    begins, quiet_frames = [], MIN_PAUSE_MS
    for frame, loud in enumerate(loudness(clip)):
        if loud < QUIET:
            quiet_frames += 1
            continue
        if quiet_frames * FRAME_MS >= MIN_PAUSE_MS:
            begins.append(frame * FRAME_MS)
        quiet_frames = 0
    return begins


def longest_pause_ms(clip):
    frames = "".join("." if loud < QUIET else "#" for loud in loudness(clip)).strip(".")
    return max(map(len, re.findall(r"\.+", frames)), default=0) * FRAME_MS


@pytest.mark.parametrize("name", EVERY)
def test_it_tells_what_it_can_do_or_what_is_missing(name, all_engines):
    can = ability(all_engines[name])
    assert can.problem or can.voices or can.sentences
    assert can.problem or can.version
    assert all(names for names in can.voices.values())


@pytest.mark.parametrize("name", EVERY)
def test_an_engine_without_anything_to_speak_with_says_what_to_do_in_vietnamese(name, tmp_path):
    problem = find_engines(VoiceFolders(neural_voices=tmp_path / "nothing"))[name].problem()
    if problem:
        assert re.search("[ạảấầẩậắặẹẻếềệịọỏốồộớờợụủứừựđ]", problem)
        assert re.search("Chép|Cài|Chạy|Thu", problem)
        assert len(problem) < 200


def test_it_gives_sound_of_a_sensible_length(clip, speaks):
    assert clip.sample_rate_hz in range(8000, 48001)
    assert max(map(abs, array("h", clip.samples))) > 3000
    words = len(words_of(SENTENCES[speaks.language]))
    assert 150 * words < clip.duration_ms < 1000 * words


def test_each_word_has_its_time_in_order(clip, speaks):
    assert len(clip.word_starts_ms) == len(words_of(SENTENCES[speaks.language]))
    assert all(earlier < later for earlier, later in pairwise((-1, *clip.word_starts_ms)))
    assert clip.word_starts_ms[0] < 300
    assert clip.word_starts_ms[-1] < clip.duration_ms


def test_the_same_words_last_equally_long_each_time(clip, speaks):
    again = speaks()
    assert again.duration_ms == pytest.approx(clip.duration_ms, abs=SAME_MS)
    assert again.word_starts_ms == pytest.approx(clip.word_starts_ms, abs=SAME_MS)


def test_slow_speech_is_slower_and_rests_longer(clip, speaks):
    slow = speaks(rate=95)
    assert slow.duration_ms > 1.15 * clip.duration_ms
    # The synthetic voice of one engine hums without a pause.
    assert longest_pause_ms(slow) >= 1.1 * longest_pause_ms(clip)


@pytest.mark.parametrize("nothing", [(), ("",), ("...",), ("\0",), ("<mark/>", "&", "🙂")])
def test_odd_words_are_said_or_refused_but_break_nothing(nothing, engine, speaks):
    words = [SpokenWord(place, place, text) for place, text in enumerate(nothing)]
    voice = engine.voices()[speaks.language][0]
    try:
        odd = engine.render(words, speaks.language, voice, 125)
    except EngineError:
        pass
    else:
        assert len(odd.word_starts_ms) == len(words)
        assert odd.samples
    assert speaks().samples


def test_an_unknown_voice_is_an_error_and_not_another_voice(engine, speaks):
    with pytest.raises(EngineError, match="no voice 'nobody'"):
        engine.render(words_of("một"), speaks.language, "nobody", 125)


@pytest.mark.parametrize("rate", [125, 95])
@pytest.mark.parametrize("name", ["espeak", "piper"])
def test_a_word_after_a_pause_is_told_when_it_is_heard(name, rate, all_engines):
    engine = all_engines[name]
    language = "vi" if "vi" in engine.voices() else "en"
    words = words_of(PAUSES[language])
    clip = engine.render(words, language, engine.voices()[language][0], rate)
    after_pause = [0, *(place + 1 for place, word in enumerate(words) if word.text[-1] == ",")]
    heard_ms = onsets_ms(clip)
    assert len(after_pause) <= len(heard_ms) <= len(after_pause) + A_FEW_STOPS
    off_ms = [
        min(abs(clip.word_starts_ms[place] - heard) for heard in heard_ms) for place in after_pause
    ]
    assert max(off_ms) <= MAX_OFF_MS, off_ms
