"""Recordings through a real sound server and a virtual microphone."""

import os
import signal
import sys

import numpy as np
import pytest
from fake_microphone import voice
from hearing import at_rate, find, samples_of
from sound_server import LIMIT_MS, control
from speaking import NAME, speak

from kiosk.domain import prompts
from kiosk.narration.recordings.sound import STUDIO_START_MS, normalised
from kiosk.staff_pages.studio.refusals import process_recording
from kiosk.ui.sound.microphone import DeviceMicrophone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's")

OTHER = "other-microphone"
SURE = 0.9
QUIET, LOUD = 0.01, 0.02
A_WHILE_MS = 600


@pytest.fixture
def other(cable, plugged):
    """A second microphone."""
    plugged(OTHER, "elsewhere")


@pytest.fixture
def microphone(qtbot):
    made = DeviceMicrophone()
    made.clips, made.losses, made.levels, made.found = [], [], [], []
    made.recorded.connect(made.clips.append)
    made.lost.connect(lambda: made.losses.append(True))
    made.levelChanged.connect(made.levels.append)
    made.devicesChanged.connect(made.found.append)
    yield made
    made.close()


@pytest.fixture
def listening(microphone, cable, qtbot):
    """The microphone, selected by name and opened."""
    microphone.look()
    qtbot.waitUntil(lambda: any(microphone.found), timeout=LIMIT_MS)
    device = next(each for each in microphone.found[-1] if NAME in each.name)
    with qtbot.waitSignal(microphone.opened, timeout=LIMIT_MS):
        microphone.open(device.id)
    return microphone


def wait_for_levels(microphone, qtbot, more_ms):
    """Waits for the levels of so many milliseconds; there is one every 50 ms."""
    wanted = len(microphone.levels) + more_ms // 50
    qtbot.waitUntil(lambda: len(microphone.levels) >= wanted, timeout=LIMIT_MS)


def record(microphone, qtbot, said, path):
    microphone.begin()
    wait_for_levels(microphone, qtbot, A_WHILE_MS)
    mouth = speak(said, path)
    qtbot.waitUntil(lambda: mouth.poll() is not None, timeout=LIMIT_MS)
    wait_for_levels(microphone, qtbot, A_WHILE_MS)
    with qtbot.waitSignal(microphone.recorded, timeout=LIMIT_MS):
        microphone.end()
    return microphone.clips[-1]


def test_what_is_kept_is_what_was_said_without_the_silence(listening, qtbot, tmp_path):
    said = voice(1500)
    wait_for_levels(listening, qtbot, 200)
    assert max(listening.levels) < QUIET
    heard = record(listening, qtbot, said, tmp_path / "said")
    assert max(listening.levels) > LOUD, "the meter rises"
    rate_hz = heard.sample_rate_hz
    spoken = at_rate(said, rate_hz)[rate_hz // 2 : -rate_hz // 2]
    like, at = find(spoken, samples_of(heard.samples), rate_hz)
    assert like > SURE
    assert at > rate_hz * A_WHILE_MS // 1000

    kept = normalised(heard, words=5, dropped_ms=STUDIO_START_MS)
    like, at = find(spoken, samples_of(kept.samples), rate_hz)
    assert like > SURE
    assert at < rate_hz * 150 // 1000, "the silence before it is gone"
    assert 1500 <= kept.duration_ms <= 1900, "and so is the silence after it"


def test_it_begins_and_stops_when_told_and_the_beginning_is_dropped(listening, qtbot, tmp_path):
    mouth = speak(voice(8000), tmp_path / "said")
    qtbot.waitUntil(lambda: max(listening.levels[-5:], default=0) > LOUD, timeout=LIMIT_MS)
    listening.begin()
    wait_for_levels(listening, qtbot, 1000)
    with qtbot.waitSignal(listening.recorded, timeout=LIMIT_MS):
        listening.end()
    (heard,) = listening.clips
    assert 900 <= heard.duration_ms <= 1800
    touch = samples_of(heard.samples)[: heard.sample_rate_hz * STUDIO_START_MS // 1000]
    assert np.abs(touch).max() > 1000, "it was heard"
    kept = normalised(heard, words=1, dropped_ms=STUDIO_START_MS)
    assert kept.duration_ms <= heard.duration_ms - STUDIO_START_MS

    process = listening.process_id()
    listening.close()
    mouth.kill()
    mouth.wait()
    assert listening.process_id() == 0
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    listeners = control("list", "short", "source-outputs").splitlines()
    assert len(listeners) == 3, "only the test's own ears, and the cable"


def test_a_pulled_microphone_is_told_and_another_one_is_there(other, listening, cable, qtbot):
    listening.begin()
    wait_for_levels(listening, qtbot, 200)
    with qtbot.waitSignal(listening.lost, timeout=LIMIT_MS):
        cable()
    assert listening.clips == []
    (left,) = listening.found[-1]
    assert left.id == OTHER
    with qtbot.waitSignal(listening.opened, timeout=LIMIT_MS):
        listening.open(left.id)


def test_the_only_microphone_pulled_gives_no_recording(listening, cable, qtbot):
    """The sound server sends silence instead, and Qt reports no error."""
    wait_for_levels(listening, qtbot, 200)
    cable()
    listening.begin()
    wait_for_levels(listening, qtbot, 1000)
    with qtbot.waitSignal(listening.recorded, timeout=LIMIT_MS):
        listening.end()
    assert process_recording(listening.clips[-1], words=4) == prompts.STUDIO_NOTHING


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_recorder_that_crashes_or_hangs_is_told_and_begun_anew(listening, qtbot, how):
    listening.begin()
    with qtbot.waitSignal(listening.lost, timeout=LIMIT_MS):
        os.kill(listening.process_id(), how)
    found = len(listening.found)
    listening.look()
    qtbot.waitUntil(lambda: len(listening.found) > found, timeout=LIMIT_MS)
    with qtbot.waitSignal(listening.opened, timeout=LIMIT_MS):
        listening.open(NAME)


def test_a_sound_server_that_goes_away_is_survived(listening, server, qtbot):
    listening.begin()
    with qtbot.waitSignal(listening.lost, timeout=LIMIT_MS):
        server.stop()
    assert listening.clips == []
