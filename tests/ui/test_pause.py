"""The silent output, which takes the time of a clip, can be paused like a real one."""

import pytest
from fakes import FakeClock

from kiosk.narration.utterance import Clip
from kiosk.ui.sound.silent_output import SilentOutput

RATE_HZ = 8000


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def silence(clock):
    output = SilentOutput(clock=clock.now_s)
    output.ended = 0

    def count():
        output.ended += 1

    output.play(Clip(bytes(RATE_HZ // 5 * 2), RATE_HZ, (0,)), begun=lambda: None, ended=count)
    return output


def test_no_time_goes_by_while_it_is_held(qtbot, silence, clock):
    clock.time_s += 0.1
    silence.pause()
    clock.time_s += 60
    assert silence.position_ms() == pytest.approx(100)
    qtbot.wait(300)
    assert silence.ended == 0


def test_it_ends_after_the_rest_of_its_time(qtbot, silence, clock):
    silence.pause()
    clock.time_s += 60
    silence.resume()
    clock.time_s += 0.05
    assert silence.position_ms() == pytest.approx(50)
    qtbot.waitUntil(lambda: silence.ended == 1)


def test_holding_what_is_over_does_nothing(qtbot, silence):
    silence.stop()
    silence.pause()
    silence.resume()
    assert silence.position_ms() == 0
    qtbot.wait(300)
    assert silence.ended == 0
