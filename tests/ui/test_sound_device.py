"""Real sound through a real sound server with a null device."""

import math
import os
import signal
import sys
import time
from array import array
from pathlib import Path

import pytest
from sound_server import LIMIT_MS, RATE_HZ

from kiosk.narration.utterance import Clip
from kiosk.ui.sound import device_output
from kiosk.ui.sound.device_output import (
    NO_SPEAKER,
    PLAYER_LATE,
    SPEAKER_STUCK,
    DeviceOutput,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's")

LOUD, QUIET = 3000, 50


def tone(seconds):
    wave = (round(12000 * math.sin(step * 0.1)) for step in range(int(RATE_HZ * seconds)))
    return Clip(array("h", wave).tobytes(), RATE_HZ, (0,))


@pytest.fixture
def server(sound_server):
    return sound_server


@pytest.fixture
def output():
    made = DeviceOutput()
    made.problems, made.told = [], []
    made.on_problem(made.problems.append)
    yield made
    made.close()


def play(output, clip):
    output.play(
        clip,
        begun=lambda: output.told.append("begun"),
        ended=lambda: output.told.append("ended"),
    )


def test_a_clip_is_heard_and_stops_at_once(qtbot, server, output):
    server.start(qtbot)
    play(output, tone(seconds=20))
    qtbot.waitUntil(lambda: output.told == ["begun"], timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: max(server.heard()[-1:], default=0) > LOUD, timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: output.position_ms() > 300, timeout=LIMIT_MS)
    heard_before = len(server.heard())
    output.stop()
    qtbot.waitUntil(lambda: len(server.heard()) > heard_before + 4, timeout=LIMIT_MS)
    assert max(server.heard()[heard_before + 2 :]) < QUIET
    assert output.told == ["begun"]


def test_a_clip_ends_by_itself(qtbot, server, output):
    server.start(qtbot)
    play(output, tone(seconds=0.5))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert output.problems == []


def test_the_player_holds_no_library_for_films(qtbot, server, output):
    server.start(qtbot)
    play(output, tone(seconds=0.1))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert "libavcodec" not in Path(f"/proc/{output.process_id()}/maps").read_text()


def test_muted_is_not_heard(qtbot, server, output):
    server.start(qtbot)
    output.set_gain(0.0)
    play(output, tone(seconds=1))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert max(server.heard()) < QUIET


def test_without_a_sound_server_time_passes_and_the_staff_are_told(qtbot, server, output):
    server.stop()
    play(output, tone(seconds=0.1))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert output.problems == [NO_SPEAKER]


def test_it_survives_a_sound_server_that_goes_and_comes_back(qtbot, server, output):
    server.start(qtbot)
    play(output, tone(seconds=0.2))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    server.stop()
    play(output, tone(seconds=0.2))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"] * 2, timeout=LIMIT_MS)
    assert output.problems
    server.start(qtbot)

    def heard_again():
        if output.told[-1] == "ended" and output.problems[-1]:
            play(output, tone(seconds=0.2))
        return output.problems[-1] == ""

    qtbot.waitUntil(heard_again, timeout=LIMIT_MS)


@pytest.mark.parametrize(
    ("how", "problem"), [(signal.SIGSTOP, SPEAKER_STUCK), (signal.SIGKILL, NO_SPEAKER)]
)
def test_a_player_that_stops_in_mid_sentence_is_noticed_and_the_next_clip_is_heard(
    qtbot, server, output, how, problem
):
    server.start(qtbot)
    play(output, tone(seconds=60))
    qtbot.waitUntil(lambda: output.position_ms() > 300, timeout=LIMIT_MS)
    os.kill(output.process_id(), how)
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert output.problems == [problem]
    play(output, tone(seconds=0.2))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"] * 2, timeout=LIMIT_MS)
    assert output.problems[-1] == ""


def test_a_player_that_hangs_while_nothing_is_said_is_replaced(qtbot, server, output):
    server.start(qtbot)
    play(output, tone(seconds=0.2))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    os.kill(output.process_id(), signal.SIGSTOP)
    qtbot.waitUntil(lambda: output.process_id() == 0, timeout=LIMIT_MS)
    play(output, tone(seconds=0.2))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"] * 2, timeout=LIMIT_MS)
    assert output.problems == []


def test_a_machine_that_starts_the_player_slowly_is_waited_for(qtbot, server, output, monkeypatch):
    monkeypatch.setattr(device_output, "_BEGIN_LIMIT_MS", 100)
    server.start(qtbot)
    output.open()
    player = output.process_id()
    os.kill(player, signal.SIGSTOP)
    begun_s = time.monotonic()
    play(output, tone(seconds=0.2))
    qtbot.waitUntil(lambda: time.monotonic() - begun_s > 0.5, timeout=LIMIT_MS)
    os.kill(player, signal.SIGCONT)
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert output.process_id() == player
    assert output.problems == []
    qtbot.waitUntil(lambda: max(server.heard(), default=0) > LOUD, timeout=LIMIT_MS)


def test_a_player_that_never_starts_is_told_as_that_and_heard_as_soon_as_it_does(
    qtbot, server, monkeypatch
):
    monkeypatch.setattr(device_output, "_START_LIMIT_MS", 300)
    monkeypatch.setattr(device_output, "_BEGIN_LIMIT_MS", 200)
    server.start(qtbot)
    output = DeviceOutput()
    output.problems, output.told = [], []
    output.on_problem(output.problems.append)
    output.open()
    os.kill(output.process_id(), signal.SIGSTOP)
    play(output, tone(seconds=0.2))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert output.problems == [PLAYER_LATE]
    monkeypatch.setattr(device_output, "_START_LIMIT_MS", LIMIT_MS)

    def heard_again():
        if output.told[-1] == "ended" and output.problems[-1]:
            play(output, tone(seconds=0.2))
        return output.problems[-1] == ""

    qtbot.waitUntil(heard_again, timeout=LIMIT_MS)
    output.close()
