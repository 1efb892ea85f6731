"""The socket for commands: one short line, answered once its effect is shown; others do no harm."""

import json
import stat
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from kiosk.player.asking import MAX_BYTES, STATE_REQUEST, LaunchOutcome, read_state
from kiosk.player.visit import Page
from kiosk.running import state_of
from kiosk.ui.visit import ipc_server
from kiosk.ui.visit.ipc_server import MAX_CALLERS, IpcServer


@pytest.fixture
def address(tmp_path):
    return str(tmp_path / "open.sock")


@pytest.fixture
def door(headless, address):
    made = IpcServer(
        headless.kiosk.launcher,
        headless.kiosk.window,
        lambda: state_of(headless.kiosk),
        headless.kiosk,
    )
    made.open(address)
    yield made
    made.close()


@pytest.fixture
def knock(headless, address):
    """Sends a line and waits until it is answered or the connection is closed."""
    callers = []

    def send(line, *, wait=True):
        caller = QLocalSocket(headless.kiosk)
        callers.append(caller)
        caller.connectToServer(address)
        caller.write(line)
        caller.flush()
        if not wait:
            return caller
        gone = QLocalSocket.LocalSocketState.UnconnectedState
        headless.driver.wait_until(lambda: caller.state() == gone, "an end")
        return caller.readAll().data()

    yield send
    for caller in callers:
        caller.abort()


def outcome(answer):
    return json.loads(answer)["outcome"]


def test_a_lesson_is_opened_by_number_and_by_id_and_the_answer_comes_when_it_is_seen(
    headless, door, knock
):
    for wanted in ("11", "noi-wifi"):
        answer = json.loads(knock(f"open {wanted}\n".encode()))
        assert answer["outcome"] == LaunchOutcome.SHOWN
        assert answer["title"] == "Nối Wi-Fi"
        assert headless.driver.is_seen("make:unknown")
        headless.kiosk.visit.endVisit()


def test_an_unknown_lesson_is_answered_with_near_ones_and_changes_nothing(headless, door, knock):
    before = headless.journey.visit
    answer = json.loads(knock(b"open khai-sin\n"))
    assert answer["outcome"] == LaunchOutcome.UNKNOWN
    assert any("Khai sinh" in near for near in answer["near"])
    assert headless.journey.visit == before


def test_a_learner_is_asked_and_staff_insist(headless, door, knock):
    knock(b"open 11\n")
    headless.driver.touch("make:unknown")
    headless.driver.touch("next")
    assert outcome(knock(b"open 102\n")) == LaunchOutcome.ASKED
    assert headless.driver.is_seen("offer-yes")
    assert headless.journey.run.lesson.id == "noi-wifi"
    assert outcome(knock(b"insist 102\n")) == LaunchOutcome.SHOWN
    assert headless.journey.run.lesson.id == "khai-sinh"
    assert headless.journey.visit.set_aside.lesson.id == "noi-wifi"


@pytest.mark.parametrize(
    "line",
    [b"\n", b"open \x00\n", b"{}\n", b"\xff\xfe\n", b"x" * (MAX_BYTES + 50), b"open 11" * 200],
)
def test_strangers_are_sent_away_at_once_and_change_nothing(
    headless, door, knock, line, monkeypatch
):
    monkeypatch.setattr(ipc_server, "PATIENCE_MS", 60_000)
    assert knock(line) == b""
    assert headless.journey.visit.page is Page.ATTRACT
    assert outcome(knock(b"open 11\n")) == LaunchOutcome.SHOWN


def test_who_says_nothing_is_sent_away(headless, door, knock, monkeypatch):
    monkeypatch.setattr(ipc_server, "PATIENCE_MS", 50)
    assert knock(b"open 1") == b""


def test_a_crowd_at_the_door_is_not_let_in(headless, door, knock):
    crowd = [knock(b"", wait=False) for _ in range(MAX_CALLERS + 4)]
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    headless.driver.wait_until(
        lambda: sum(one.state() == gone for one in crowd) >= 4, "some to leave"
    )
    assert len(door._callers) == MAX_CALLERS
    for one in crowd:
        one.abort()
    headless.driver.wait_until(lambda: not door._callers, "all to leave")
    assert outcome(knock(b"open 11\n")) == LaunchOutcome.SHOWN


def test_only_the_same_user_may_knock(door, address):
    assert stat.S_IMODE(Path(address).stat().st_mode) == 0o700


def test_what_a_dead_kiosk_left_behind_is_replaced(headless, address, knock):
    Path(address).write_text("left behind", encoding="utf-8")
    door = IpcServer(
        headless.kiosk.launcher,
        headless.kiosk.window,
        lambda: state_of(headless.kiosk),
        headless.kiosk,
    )
    door.open(address)
    assert outcome(knock(b"open 11\n")) == LaunchOutcome.SHOWN
    door.close()


def test_it_tells_of_itself(headless, door, knock):
    state = read_state(knock(STATE_REQUEST))
    assert state
    assert (state.screen, state.has_pin, state.voice_problem) == ("1920x1080", False, "")
    assert state.wifi == headless.kiosk.settings.wifi.name


def test_it_tells_that_it_was_touched_and_has_spoken(headless, door, knock):
    before = read_state(knock(STATE_REQUEST))
    headless.driver.touch("begin")
    headless.kiosk.speaker.finished.emit()
    headless.kiosk.narrator.finished.emit()
    after = read_state(knock(STATE_REQUEST))
    assert after.touches > before.touches
    assert after.spoken > before.spoken
