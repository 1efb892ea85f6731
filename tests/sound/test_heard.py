"""The sound at the loudspeaker, recorded from a real sound server."""

import sys

import pytest
from hearing import find, last_before_the_end, loud_ms, parts_of, samples_of
from sound_server import LIMIT_MS, RATE_HZ

from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.narration.cache import ClipCache
from kiosk.ui.sound.centre_voice import voice_settings
from kiosk.ui.sound.narrator import Narrator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's")

LESSON = "noi-wifi"
STOPS_WITHIN_MS = 200
A_LITTLE_MS = 300
A_LITTLE_LOST = 0.2
A_PIECE_MS = 60
"""The silence at the beginning of a clip, which is longer than the compared pieces."""
SURE = 0.9


class RememberingNarrator(Narrator):
    """The kiosk's narrator, which also stores its last utterances."""

    told = ()

    def say(self, utterances):
        self.told = tuple(utterances)
        super().say(utterances)


@pytest.fixture
def headless(server, make_headless, settings):
    """A kiosk with its own voice, slow enough for a sentence to be paused."""
    voice = settings.voice.model_copy(update={"engines": ("espeak",), "words_per_minute": 85})

    def narrator(of, folders, parent):
        return RememberingNarrator(voice_settings(of, folders), parent=parent)

    offscreen = make_headless(of=settings.model_copy(update={"voice": voice}), narrator=narrator)
    offscreen.journey.to_home("vi")
    offscreen.journey.to_lesson(LESSON)
    offscreen.journey.to_way(Way.TOGETHER)
    return offscreen


@pytest.fixture
def ear(headless, server, qtbot):
    return Ear(headless, server, qtbot)


class Ear:
    """Listens to the kiosk, and identifies the sentences that it shows by their sound."""

    def __init__(self, headless, server, qtbot):
        self._headless, self._server, self._qtbot = headless, server, qtbot
        self._cache = ClipCache(headless.kiosk.folders.voice_cache)

    def now(self):
        """The current time in samples of the recording."""
        return self._server.recorded()

    def recording(self):
        return samples_of(self._server.raw())

    def wait_ms(self, duration_ms, since):
        wanted = since + duration_ms * RATE_HZ // 1000
        self._qtbot.waitUntil(lambda: self.now() > wanted, timeout=LIMIT_MS)

    def clip_of_the_step(self):
        """The rendered clip of the sentence on the screen."""
        shown = self._headless.driver.find("line").property("sentence")
        narrator = self._headless.kiosk.narrator
        (said,) = (utterance for utterance in narrator.told if utterance.sentence == shown)
        self._qtbot.waitUntil(lambda: narrator._plan(said) is not None, timeout=LIMIT_MS)
        key = narrator._plan(said).request.key
        self._qtbot.waitUntil(lambda: self._cache.has(key), timeout=LIMIT_MS)
        clip = self._cache.get(key)
        assert clip.sample_rate_hz == RATE_HZ
        return samples_of(clip.samples)

    def wait_for(self, clip, since):
        """The sample at which the clip begins, once a part of it was heard."""
        found = []

        def is_heard():
            like, place = find(clip, self.recording()[since:], RATE_HZ)
            found[:] = [since + place]
            return like > SURE

        self._qtbot.waitUntil(is_heard, timeout=LIMIT_MS)
        return found[0]

    def is_heard(self, clip, since=0, until=None):
        return find(clip, self.recording()[since:until], RATE_HZ)[0] > SURE

    def parts_of(self, clip, at):
        return parts_of(clip, self.recording(), at, RATE_HZ)

    def last_of(self, clip, at, after):
        """The last piece heard of a clip that is stopped after this time."""
        return last_before_the_end(self.parts_of(clip, at), ms(after))


def ms(samples):
    return samples * 1000 / RATE_HZ


def test_after_the_touch_the_sentence_of_the_step_is_heard_and_no_other(headless, ear):
    first = ear.clip_of_the_step()
    first_at = ear.wait_for(first, since=0)
    touched = ear.now()
    headless.driver.touch(NEXT)
    second = ear.clip_of_the_step()
    second_at = ear.wait_for(second, since=touched)
    assert ms(second_at - touched) < 1000
    assert not ear.is_heard(first, since=touched + RATE_HZ * STOPS_WITHIN_MS // 1000)
    assert not ear.is_heard(second, until=touched)
    assert ear.last_of(first, first_at, after=touched).heard_ms < ms(second_at) + A_PIECE_MS


def test_the_voice_stops_when_the_learner_goes_elsewhere(headless, ear):
    headless.driver.touch(NEXT)
    for button in ("back", "home"):
        clip = ear.clip_of_the_step()
        at = ear.wait_for(clip, since=0)
        touched = ear.now()
        assert ms(clip.size) - ms(touched - at) > 1000, "it would soon have been over anyway"
        headless.driver.touch(button)
        ear.wait_ms(800, since=touched)
        last = ear.last_of(clip, at, after=touched)
        assert last.heard_ms - ms(touched) < STOPS_WITHIN_MS


def test_hurried_touches_never_bring_two_voices_at_once(headless, ear):
    ear.wait_for(ear.clip_of_the_step(), since=0)
    touched = ear.now()
    for name in (NEXT, "back", NEXT, "hear", "hear"):
        headless.driver.touch(name)
    clip = ear.clip_of_the_step()
    at = ear.wait_for(clip, since=touched)
    ear.wait_ms(1200, since=at)
    recording = ear.recording()
    loud = loud_ms(recording, RATE_HZ, begin=at)
    alone = [part.heard_ms for part in ear.parts_of(clip, at) if part.heard]
    assert len(loud) > 10
    assert len(set(loud) - set(alone)) < len(loud) * A_LITTLE_LOST


def test_a_paused_voice_is_silent_and_goes_on_where_it_was(headless, ear):
    clip = ear.clip_of_the_step()
    at = ear.wait_for(clip, since=0)
    paused = ear.now()
    headless.driver.touch("pause")
    ear.wait_ms(1200, since=paused)
    last = ear.last_of(clip, at, after=paused)
    assert last.heard_ms - ms(paused) < STOPS_WITHIN_MS
    assert loud_ms(ear.recording(), RATE_HZ, begin=paused + RATE_HZ // 3) == []
    resumed = ear.now()
    headless.driver.touch("pause")
    rest = clip[round((last.clip_ms + A_LITTLE_MS) * RATE_HZ / 1000) :]
    rest_at = ear.wait_for(rest, since=resumed)
    assert ms(rest_at - resumed) == pytest.approx(A_LITTLE_MS, abs=STOPS_WITHIN_MS)
