"""The narrator speaks only the latest utterance, whatever happens to engines and loudspeakers."""

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.narration.engines import espeak
from kiosk.narration.reading import Reader
from kiosk.narration.settings import NarrationSettings
from kiosk.narration.sounds import Sound, clip_of
from kiosk.narration.utterance import Clip, Utterance
from kiosk.ui.sound.narrator import NO_VOICE, VOICE_LATE, Narrator
from kiosk.ui.sound.silent_output import SilentOutput
from kiosk.ui.sound.voice_worker import DISK_FULL, WORKER_FAILS

sys.path.insert(0, str(Path(__file__).parents[1] / "narration"))
import made_recordings
import strange_engines

pytestmark = pytest.mark.skipif(
    espeak.Espeak().problem() is not None, reason="espeak-ng is not installed"
)

A, B, C = (Utterance(text, "vi") for text in ("Bác chạm vào đây.", "Bác chờ nhé.", "Xong rồi."))
LONG = Utterance("Bác tìm hình bánh răng. Đó là Cài đặt. Bác chạm vào nhé, rồi chờ một lát.", "vi")
RAD = Utterance("Prŏk anei", "rad", otherwise=A)


class FakeOutput:
    """An audio output that plays until the test ends the clip."""

    def __init__(self):
        self.played = []
        self.playing = None
        self.gain = None
        self.time_ms = 0
        self.tell_problem = None
        self.silenced = 0
        self.paused = False

    def open(self):
        pass

    def close(self):
        self.stop()

    def play(self, clip, *, begun, ended):
        assert self.playing is None, "two voices at once"
        self.playing = (clip, ended)
        self.played.append(clip)
        self.time_ms = 0
        begun()

    def stop(self):
        self.silenced += self.playing is not None
        self.playing = None
        self.paused = False

    def pause(self):
        self.paused = True

    def resume(self):
        self.paused = False

    def end(self):
        _clip, ended = self.playing
        self.playing = None
        ended()

    def position_ms(self):
        return self.time_ms

    def set_gain(self, gain):
        self.gain = gain

    def on_problem(self, tell):
        self.tell_problem = tell


class Told:
    """All signals of a narrator, in order."""

    def __init__(self, narrator):
        self.started, self.words, self.finished, self.problems = [], [], 0, []
        narrator.started.connect(lambda *what: self.started.append(what))
        narrator.wordChanged.connect(lambda *word: self.words.append(word))
        narrator.finished.connect(self.count)
        narrator.problemChanged.connect(self.problems.append)
        self.pausable, self.paused = [], []
        narrator.pausableChanged.connect(self.pausable.append)
        narrator.pausedChanged.connect(self.paused.append)

    def count(self):
        self.finished += 1


@pytest.fixture
def output():
    return FakeOutput()


@pytest.fixture
def narrate(qtbot, tmp_path, output):
    made = []

    def make(*strange, **changes):
        engines = strange_engines.write(tmp_path / "engines", *strange, language="rad")
        values = {
            "cache_folder": tmp_path / "cache",
            "engines": (*strange, "espeak"),
            "more_engines": engines,
            "patience_s": 20.0,
            **changes,
        }
        narrator = Narrator(NarrationSettings(**values), values.pop("output", output))
        narrator.told = Told(narrator)
        made.append(narrator)
        return narrator

    yield make
    for narrator in made:
        narrator.close()
        assert narrator.worker_process_id() == 0


def wait_playing(qtbot, output, count=1):
    qtbot.waitUntil(
        lambda: output.playing is not None and len(output.played) == count, timeout=20000
    )


def wait_finished(qtbot, narrator, count=1):
    qtbot.waitUntil(lambda: narrator.told.finished == count, timeout=20000)


def test_sentences_are_spoken_in_order_and_then_it_is_finished(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([A, B])
    wait_playing(qtbot, output)
    assert narrator.told.started == [("vi", A.sentence)]
    output.end()
    wait_playing(qtbot, output, count=2)
    assert narrator.told.started == [("vi", A.sentence), ("vi", B.sentence)]
    assert narrator.told.finished == 0
    output.end()
    wait_finished(qtbot, narrator)


def test_saying_something_else_stops_the_old_voice_at_once(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([A, C])
    wait_playing(qtbot, output)
    narrator.say([B])
    assert output.silenced == 1
    wait_playing(qtbot, output, count=2)
    assert narrator.told.started[-1] == ("vi", B.sentence)
    output.end()
    wait_finished(qtbot, narrator)
    assert [sentence for _, sentence in narrator.told.started] == [A.sentence, B.sentence]


def test_a_sound_that_comes_too_late_is_never_played(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([C])
    wait_playing(qtbot, output)
    narrator.say([A])
    narrator.say([B])
    wait_playing(qtbot, output, count=2)
    assert narrator.told.started[1:] == [("vi", B.sentence)]
    assert len(output.played[-1].word_starts_ms) == len(B.sentence.split())


def test_a_sentence_heard_before_begins_in_the_same_turn(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([A])
    wait_playing(qtbot, output)
    narrator.say([A])
    assert len(output.played) == 2


def test_stopping_is_silent_and_stays_silent(qtbot, narrate, output, tmp_path):
    narrator = narrate()
    narrator.say([A, B])
    wait_playing(qtbot, output)
    narrator.stop()
    assert output.playing is None
    narrator.prepare([C])
    qtbot.waitUntil(lambda: len(list((tmp_path / "cache").glob("*.json"))) >= 2, timeout=20000)
    assert output.playing is None
    assert narrator.told.finished == 0


def test_the_word_being_said_is_told(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([Utterance("Gọi 0905 123 456 nhé.", "vi")])
    wait_playing(qtbot, output)
    clip = output.played[0]
    for start_ms, word in zip(clip.word_starts_ms, [(0, 0), (1, 3), (4, 4)], strict=True):
        output.time_ms = start_ms
        qtbot.waitUntil(lambda word=word: narrator.told.words[-1:] == [word])
    output.end()
    assert narrator.told.words == [(0, 0), (1, 3), (4, 4), (-1, -1)]


def say_in_both_paces(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([A])
    wait_playing(qtbot, output)
    narrator.set_slow(True)
    narrator.say([A])
    wait_playing(qtbot, output, count=2)


def test_slow_speech_is_longer(qtbot, narrate, output):
    say_in_both_paces(qtbot, narrate, output)
    normal, slow = output.played
    assert slow.duration_ms > 1.3 * normal.duration_ms


def test_volume_has_five_steps_and_silence(narrate, output):
    narrator = narrate()
    gains = []
    for step in range(6):
        narrator.set_volume(step)
        gains.append(output.gain)
    assert gains[0] == 0
    assert gains[5] == 1
    assert gains == sorted(set(gains))


def test_a_language_without_a_voice_is_spoken_in_vietnamese(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([RAD])
    wait_playing(qtbot, output)
    assert narrator.told.started == [("vi", A.sentence)]


def test_a_long_sentence_can_be_paused_and_goes_on(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([LONG])
    wait_playing(qtbot, output)
    assert output.playing[0].duration_ms > 5000
    assert narrator.told.pausable == [True]
    output.time_ms = 1000
    qtbot.waitUntil(lambda: narrator.told.words != [])
    narrator.pause()
    assert output.paused
    assert narrator.told.paused == [True]
    word = narrator.told.words[-1]
    assert word != (-1, -1)
    narrator.resume()
    assert not output.paused
    assert narrator.told.paused == [True, False]
    output.end()
    wait_finished(qtbot, narrator)
    assert narrator.told.pausable == [True, False]


def test_a_short_sentence_is_not_paused(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([A])
    wait_playing(qtbot, output)
    narrator.pause()
    assert not output.paused
    assert narrator.told.pausable == []
    assert narrator.told.paused == []


@pytest.mark.parametrize(
    "then", [lambda narrator: narrator.stop(), lambda narrator: narrator.say([A])]
)
def test_what_comes_after_a_paused_sentence_is_not_paused(qtbot, narrate, output, then):
    narrator = narrate()
    narrator.say([LONG])
    wait_playing(qtbot, output)
    narrator.pause()
    then(narrator)
    assert not output.paused
    assert narrator.told.paused == [True, False]
    assert narrator.told.pausable == [True, False]
    narrator.resume()
    assert narrator.told.paused == [True, False]


@pytest.mark.parametrize("nothing", [[], [Utterance("… !", "vi")], [Utterance("Prŏk", "rad")]])
def test_where_nothing_can_be_said_it_is_finished_all_the_same(qtbot, narrate, output, nothing):
    narrator = narrate()
    narrator.say(nothing)
    wait_finished(qtbot, narrator)
    assert output.played == []


def test_what_was_prepared_is_rendered_without_being_said(qtbot, narrate, output, tmp_path):
    narrator = narrate()
    narrator.prepare([A, B, A])
    cache = tmp_path / "cache"
    qtbot.waitUntil(lambda: cache.exists() and len(list(cache.glob("*.json"))) == 2, timeout=20000)
    narrator.say([B])
    assert len(output.played) == 1


@pytest.fixture
def read(monkeypatch):
    """The utterances that were converted to spoken words, with repetitions."""
    found = []
    words = Reader.words

    def counted(reader, utterance):
        found.append(utterance)
        return words(reader, utterance)

    monkeypatch.setattr(Reader, "words", counted)
    return found


def test_a_sentence_is_read_once_however_often_it_is_said(qtbot, narrate, output, read):
    narrator = narrate()
    narrator.say([A])
    wait_playing(qtbot, output)
    narrator.prepare([A, B])
    qtbot.waitUntil(lambda: B in read, timeout=20000)
    narrator.say([A])
    assert read.count(A) == 1


def test_a_sentence_is_read_anew_in_another_pace(qtbot, narrate, output):
    say_in_both_paces(qtbot, narrate, output)
    assert output.played[1].duration_ms > output.played[0].duration_ms


def test_what_may_come_is_not_read_before_what_was_touched_is_seen(qtbot, narrate, output, read):
    narrator = narrate()
    narrator.say([A, B])
    wait_playing(qtbot, output)
    narrator.prepare([C])
    assert {B, C}.isdisjoint(read)
    qtbot.waitUntil(lambda: C in read, timeout=20000)


def test_what_is_said_comes_before_what_is_prepared(qtbot, narrate, output, tmp_path):
    narrator = narrate()
    narrator.prepare([Utterance(f"Câu số {number}.", "vi") for number in range(60)])
    narrator.say([A])
    wait_playing(qtbot, output)
    assert len(list((tmp_path / "cache").glob("*.json"))) < 30


@pytest.mark.parametrize("kind", ["crash", "hang", "refuse"])
def test_an_engine_that_fails_gives_way_to_vietnamese(qtbot, narrate, output, kind):
    narrator = narrate(kind, answer_limit_s=0.3)
    narrator.say([RAD, B])
    wait_playing(qtbot, output)
    assert narrator.told.started == [("vi", A.sentence)]
    output.end()
    wait_playing(qtbot, output, count=2)
    assert narrator.told.started[1:] == [("vi", B.sentence)]


@pytest.mark.parametrize("kind", ["crash", "hang", "refuse"])
def test_an_engine_that_fails_without_another_costs_its_sentence_only(qtbot, narrate, output, kind):
    narrator = narrate(kind, answer_limit_s=0.3)
    narrator.say([Utterance(RAD.sentence, "rad"), B])
    wait_playing(qtbot, output)
    assert narrator.told.started == [("vi", B.sentence)]
    output.end()
    wait_finished(qtbot, narrator)


def test_a_sentence_that_never_comes_is_passed_over_in_time(qtbot, narrate, output):
    narrator = narrate("hang", patience_s=0.2, answer_limit_s=60.0)
    narrator.say([A])
    qtbot.waitUntil(lambda: bool(narrator.worker_process_id()))
    narrator.say([RAD])
    wait_finished(qtbot, narrator)
    assert narrator.problem() == VOICE_LATE
    assert not output.played


def test_a_killed_worker_is_replaced_and_the_sentence_is_still_heard(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([A])
    wait_playing(qtbot, output)
    killed = narrator.worker_process_id()
    os.kill(killed, signal.SIGKILL)
    narrator.say([B])
    wait_playing(qtbot, output, count=2)
    assert narrator.worker_process_id() not in (0, killed)


@pytest.mark.skipif(sys.platform == "win32", reason="signals as on Unix")
def test_a_worker_that_hangs_while_nothing_is_said_is_replaced(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([A])
    wait_playing(qtbot, output)
    stopped = narrator.worker_process_id()
    os.kill(stopped, signal.SIGSTOP)
    qtbot.waitUntil(lambda: narrator.worker_process_id() not in (0, stopped), timeout=20_000)
    narrator.say([B])
    wait_playing(qtbot, output, count=2)
    assert narrator.told.problems == []


def test_a_worker_that_keeps_dying_is_told_and_then_told_well_again(qtbot, narrate, output):
    narrator = narrate("crash")
    others = [Utterance(f"Anei {number}", "rad") for number in range(2)]
    narrator.say(others)
    wait_finished(qtbot, narrator)
    assert narrator.told.problems == [WORKER_FAILS]
    narrator.say([A])
    wait_playing(qtbot, output)
    assert narrator.told.problems[-1] == ""


def test_without_an_engine_the_staff_are_told(qtbot, narrate):
    narrator = narrate(engines=("absent",))
    narrator.say([A])
    wait_finished(qtbot, narrator)
    assert narrator.told.problems == [NO_VOICE]


def test_with_a_full_disk_it_still_speaks(qtbot, narrate, output, tmp_path):
    (tmp_path / "file").touch()
    narrator = narrate(cache_folder=tmp_path / "file" / "cache")
    narrator.say([A])
    wait_playing(qtbot, output)
    assert narrator.told.problems == [DISK_FULL]


def test_a_damaged_clip_is_rendered_anew(qtbot, narrate, output, tmp_path):
    narrator = narrate()
    narrator.say([A])
    wait_playing(qtbot, output)
    for sound in (tmp_path / "cache").glob("*.wav"):
        sound.write_bytes(b"")
    narrator.say([A])
    wait_playing(qtbot, output, count=2)
    first, second = output.played
    assert second.word_starts_ms == first.word_starts_ms
    assert second.samples


def test_the_loudspeakers_problem_is_passed_on(narrate, output):
    narrator = narrate()
    output.tell_problem("Không có loa.")
    output.tell_problem("")
    assert narrator.told.problems == ["Không có loa.", ""]


_STEPS = st.lists(
    st.lists(st.sampled_from([A, B, C, RAD, Utterance("…", "vi")]), max_size=3)
    | st.sampled_from(["stop", "end", "turn", "speak", "slow"]),
    max_size=12,
)


@given(steps=_STEPS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_never_two_voices_and_never_a_stale_one(qtbot, qapp, one_narrator, output, steps):
    narrator = one_narrator
    narrator.stop()
    wanted, said = set(), 0
    narrator.started.connect(heard := Heard(wanted))
    for step in steps:
        if isinstance(step, list):
            wanted.clear()
            wanted.update(spoken_sentence(utterance) for utterance in step)
            said = narrator.told.finished
            narrator.say(step)
        elif step == "stop":
            wanted.clear()
            narrator.stop()
        elif step == "end" and output.playing:
            output.end()
        elif step == "slow":
            narrator.set_slow(len(wanted) == 1)
        elif step == "turn":
            qapp.processEvents()
        elif step == "speak" and wanted:
            qtbot.waitUntil(
                lambda said=said: bool(output.playing or narrator.told.finished > said),
                timeout=20000,
            )
    narrator.started.disconnect(heard)
    assert heard.stale == []


class Heard:
    """Records each sentence that begins although it has been replaced."""

    def __init__(self, wanted):
        self.wanted, self.stale = wanted, []

    def __call__(self, _language, sentence):
        if sentence not in self.wanted:
            self.stale.append(sentence)


def spoken_sentence(utterance):
    return (utterance.otherwise or utterance).sentence


@pytest.fixture
def one_narrator(narrate):
    return narrate()


def test_silence_takes_the_time_of_the_clip_in_its_own_time(qtbot):
    now_s = [100.0]
    output = SilentOutput(speed=10, clock=lambda: now_s[0])
    ended = []
    output.play(
        Clip(bytes(2 * 22050), 22050, (0,)), begun=lambda: None, ended=lambda: ended.append(1)
    )
    now_s[0] += 0.05
    assert output.position_ms() == pytest.approx(500)
    qtbot.waitUntil(lambda: ended == [1])
    assert output.position_ms() == 0


def test_silence_that_is_stopped_never_ends(qtbot):
    output = SilentOutput(speed=1000)
    ended = []
    clip = Clip(bytes(2 * 22050), 22050, (0,))
    output.play(clip, begun=lambda: None, ended=lambda: ended.append("old"))
    output.stop()
    output.play(clip, begun=lambda: None, ended=lambda: ended.append("new"))
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["new"]


@pytest.fixture
def narrate_recorded(narrate, tmp_path):
    """A narrator that also uses recordings, and the folder of the recordings."""
    folder = tmp_path / "recordings"
    return lambda: (narrate(engines=("recordings", "espeak"), recordings=folder), folder)


WORDLESS = Utterance("", "rad", otherwise=A)
"""A line in a language with recordings but without a translation."""


def test_a_recorded_sentence_is_heard_in_a_language_that_has_no_text(
    qtbot, narrate_recorded, output, tmp_path, monkeypatch
):
    made_recordings.record(tmp_path / "recordings", A.sentence, height_hz=220)
    narrator, _ = narrate_recorded()
    narrator.say([WORDLESS])
    wait_playing(qtbot, output)
    assert output.played[0].samples == made_recordings.tone(220).samples
    assert narrator.told.started == [("rad", A.sentence)]
    asked = []
    monkeypatch.setattr(output, "position_ms", lambda: asked.append("when") or 300)
    qtbot.waitUntil(lambda: len(asked) > 1)
    assert narrator.told.words == [], "the words that are seen are not those that are heard"


def test_a_recorded_sentence_with_a_text_marks_its_words(qtbot, narrate_recorded, output, tmp_path):
    made_recordings.record(tmp_path / "recordings", A.sentence, word_starts_ms=(0, 400))
    narrator, _ = narrate_recorded()
    narrator.say([RAD])
    wait_playing(qtbot, output)
    assert narrator.told.started == [("rad", RAD.sentence)]
    output.time_ms = 450
    qtbot.waitUntil(lambda: narrator.told.words[-1:] == [(1, 1)])


def test_what_is_not_recorded_is_said_in_vietnamese(qtbot, narrate_recorded, output, tmp_path):
    made_recordings.record(tmp_path / "recordings", B.sentence)
    narrator, _ = narrate_recorded()
    narrator.say([WORDLESS])
    wait_playing(qtbot, output)
    assert narrator.told.started == [("vi", A.sentence)]


def test_a_recording_put_in_while_the_kiosk_runs_is_heard_next_time(
    qtbot, narrate_recorded, output
):
    narrator, folder = narrate_recorded()
    narrator.say([WORDLESS])
    wait_playing(qtbot, output)
    output.end()
    process = narrator.worker_process_id()
    made_recordings.record(folder, A.sentence)

    def heard():
        output.playing = None
        narrator.say([WORDLESS])
        return narrator.told.started[-1] == ("rad", A.sentence)

    qtbot.waitUntil(heard, timeout=20000)
    assert narrator.worker_process_id() == process


def test_the_same_sentence_recorded_anew_is_heard_anew(qtbot, narrate_recorded, output, tmp_path):
    made_recordings.record(tmp_path / "recordings", A.sentence, language="vi", height_hz=220)
    narrator, folder = narrate_recorded()
    narrator.say([A])
    wait_playing(qtbot, output)
    made_recordings.record(folder, A.sentence, language="vi", height_hz=330)

    def heard():
        narrator.say([A])
        return output.played[-1].samples == made_recordings.tone(330).samples

    qtbot.waitUntil(heard, timeout=20000)


def test_a_damaged_recording_gives_way_to_the_next_best_voice(
    qtbot, narrate_recorded, output, tmp_path
):
    kept = made_recordings.record(tmp_path / "recordings", A.sentence)
    (tmp_path / "recordings" / "rad" / kept.file).write_bytes(b"no sound")
    narrator, _ = narrate_recorded()
    narrator.say([WORDLESS])
    wait_playing(qtbot, output)
    assert narrator.told.started == [("vi", A.sentence)]


PHONE, CHIME = (Utterance("", "vi", sound=sound) for sound in (Sound.PHONE, Sound.CHIME))


def test_a_call_rings_before_it_is_spoken_and_the_ring_is_no_sentence(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([PHONE, A])
    assert output.played == [clip_of(Sound.PHONE)]
    assert narrator.told.started == []
    output.end()
    wait_playing(qtbot, output, count=2)
    assert narrator.told.started == [("vi", A.sentence)]


def test_a_ring_stops_with_the_sentence_after_it(narrate, output):
    narrator = narrate()
    narrator.say([PHONE, A])
    narrator.stop()
    assert output.playing is None
    assert output.silenced == 1
    assert narrator.told.started == []


def test_a_chime_needs_no_voice_and_tells_its_end(qtbot, narrate, output):
    narrator = narrate()
    narrator.say([CHIME])
    output.end()
    wait_finished(qtbot, narrator)
    assert output.played == [clip_of(Sound.CHIME)]


def test_a_recorded_clip_is_heard_in_its_turn_and_told_as_no_sentence(qtbot, narrate, output):
    narrator = narrate()
    own_voice = made_recordings.tone()
    narrator.say([Utterance("", "vi", clip=own_voice), A])
    wait_playing(qtbot, output)
    assert output.playing[0] is own_voice
    assert narrator.told.started == []
    output.end()
    wait_playing(qtbot, output, count=2)
    assert narrator.told.started == [("vi", A.sentence)]
