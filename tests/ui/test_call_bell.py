"""Staff are called by a soft chime after the sentence, and by the centre's own command."""

import json
import sys

import pytest
from fakes import FakeClock, FakeNarrator

from kiosk.domain.line import Line
from kiosk.narration.sounds import Sound
from kiosk.ui.sound import call_bell
from kiosk.ui.sound.call_bell import NOT_FOUND, TOO_SLOW, WENT_WRONG, CallBell
from kiosk.ui.sound.voice_output import VoiceOutput
from kiosk.ui.translator import Translator

SOON_MS = 20


@pytest.fixture
def narrator(qapp):
    return FakeNarrator(qapp)


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def bell(qapp, narrator, clock, monkeypatch):
    monkeypatch.setattr(call_bell, "BETWEEN_CHIMES_MS", SOON_MS)
    translator = Translator(lambda _language: None, qapp)
    made = CallBell(VoiceOutput(narrator, translator, qapp), clock, qapp)
    yield made
    made.close()


@pytest.fixture
def note(tmp_path):
    return tmp_path / "note.json"


def writing(note):
    """A command that writes its arguments to a file."""
    code = "import json, sys; json.dump(sys.argv[2:], open(sys.argv[1], 'a'))"
    return (sys.executable, "-c", code, str(note))


def test_the_chime_waits_for_the_sentence_and_comes_again_until_somebody_came(
    bell, narrator, qtbot
):
    bell.show_calling(calling=True)
    bell._speaker.say([Line("Cán bộ sẽ đến giúp bác.")])
    assert not bell._chime.isActive()
    assert narrator.sounds == []
    for times in (1, 2, 3):
        narrator.finish()
        qtbot.waitUntil(lambda times=times: narrator.sounds == [Sound.CHIME] * times)
    bell.show_calling(calling=False)
    narrator.finish()
    assert not bell._chime.isActive()


def test_what_is_said_when_nobody_is_called_rings_nothing(bell, narrator):
    bell._speaker.say([Line("Chào bác.")])
    narrator.finish()
    assert not bell._chime.isActive()


def test_the_command_is_run_with_its_arguments_and_without_a_shell(bell, note, qtbot):
    bell.use_command([*writing(note), "bàn 1; $(id) `id` && x"])
    bell.show_calling(calling=True)
    qtbot.waitUntil(lambda: not bell._runs and note.exists(), timeout=5000)
    assert json.loads(note.read_text()) == ["bàn 1; $(id) `id` && x"]
    assert bell.problem == ""


def test_it_is_not_run_twice_in_ten_seconds(bell, clock, note, qtbot):
    bell.use_command([*writing(note), "1"])
    for waited_s, runs in ((0, 1), (9, 1), (2, 2)):
        clock.time_s += waited_s
        bell.show_calling(calling=True)
        bell.show_calling(calling=False)
        qtbot.waitUntil(lambda: not bell._runs, timeout=5000)
        assert note.read_text() == '["1"]' * runs


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        (("/nirgends/chuong",), NOT_FOUND),
        ((sys.executable, "-c", "raise SystemExit(3)"), WENT_WRONG),
        ((sys.executable, "-c", "import time; time.sleep(60)"), TOO_SLOW),
    ],
)
def test_a_failure_is_kept_for_staff(bell, command, problem, qtbot, caplog):
    bell._limit.setInterval(500)
    bell.use_command(command)
    bell.show_calling(calling=True)
    qtbot.waitUntil(lambda: bell.problem == problem and not bell._runs, timeout=5000)
    assert problem in caplog.text


def test_a_command_that_works_again_is_no_trouble_any_more(bell, clock, note, qtbot):
    bell.use_command(["/nirgends/chuong"])
    bell.show_calling(calling=True)
    qtbot.waitUntil(lambda: bell.problem != "")
    bell.show_calling(calling=False)
    clock.time_s += 60
    bell.use_command([*writing(note), "1"])
    bell.show_calling(calling=True)
    qtbot.waitUntil(lambda: bell.problem == "", timeout=5000)
