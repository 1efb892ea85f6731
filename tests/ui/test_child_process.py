"""Helper processes: their messages, their timeouts, and the detection of hanging ones."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from kiosk.blocking_child import BlockingChild, ProcessError
from kiosk.ui.background.child_process import ChildProcess, Ending

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on Unix")

ECHO = """
from kiosk.child_channel import ChildChannel
channel = ChildChannel()
print("what a library prints")
for message, data in channel.messages():
    channel.send({"echo": message, "bytes": len(data)}, data)
"""
SILENT = "import time; time.sleep(60)"
PATIENCE_MS = 15_000


@pytest.fixture
def start(qapp, monkeypatch):
    monkeypatch.setattr("kiosk.ui.background.child_process.PING_MS", 100)
    started = []

    def start(code, *, watched=True, first_answer_ms=0):
        child = ChildProcess(["-c", code], watched=watched)
        child.told, child.endings = [], []
        child.received.connect(lambda message, data: child.told.append((message, data)))
        child.ended.connect(lambda ending, code: child.endings.append((ending, code)))
        child.start(first_answer_ms)
        started.append(child)
        return child

    yield start
    for child in started:
        child.close()


def greeted(qtbot, child):
    child.send({"hello": 1})
    qtbot.waitUntil(lambda: bool(child.told), timeout=PATIENCE_MS)
    child.told.clear()


def is_alive(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def test_messages_and_their_bytes_go_both_ways(qtbot, start):
    child = start(ECHO)
    data = bytes(range(256)) * 4000
    child.send({"say": 1})
    child.send({"say": 2, "bytes": len(data)}, data)
    qtbot.waitUntil(lambda: len(child.told) == 2, timeout=PATIENCE_MS)
    assert child.told[0] == ({"echo": {"say": 1}, "bytes": 0}, b"")
    assert child.told[1][1] == data


def test_one_that_is_stopped_is_noticed_and_killed(qtbot, start):
    child = start(ECHO)
    greeted(qtbot, child)
    stopped = child.process_id
    os.kill(stopped, signal.SIGSTOP)
    qtbot.waitUntil(lambda: bool(child.endings), timeout=PATIENCE_MS)
    assert child.endings[0][0] is Ending.HANGS
    assert not child.is_running
    qtbot.waitUntil(lambda: not is_alive(stopped), timeout=PATIENCE_MS)


def test_one_that_works_at_an_answer_is_given_its_time(qtbot, start):
    child = start(ECHO)
    greeted(qtbot, child)
    os.kill(child.process_id, signal.SIGSTOP)
    child.expect_answer(60_000)
    child.send({"say": 1})
    qtbot.wait(10 * 100)  # ten pings
    assert not child.endings
    os.kill(child.process_id, signal.SIGCONT)
    qtbot.waitUntil(lambda: bool(child.told), timeout=PATIENCE_MS)


@pytest.mark.parametrize("how", ["first word", "answer"])
def test_one_that_does_not_answer_in_time_is_killed(qtbot, start, how):
    child = start(SILENT, first_answer_ms=200 if how == "first word" else 0)
    if how == "answer":
        child.expect_answer(200)
    qtbot.waitUntil(lambda: bool(child.endings), timeout=PATIENCE_MS)
    assert child.endings[0][0] is Ending.LATE


def test_how_it_ended_is_told(qtbot, start):
    by_itself, killed = start("raise SystemExit(3)"), start(SILENT)
    os.kill(killed.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(by_itself.endings and killed.endings), timeout=PATIENCE_MS)
    assert by_itself.endings == [(Ending.EXITED, 3)]
    assert killed.endings[0][0] is Ending.DIED


def test_the_pause_before_the_next_start_doubles_until_one_did_well(qtbot, start):
    child = start("")
    pauses = []
    for _ in range(4):
        child.start_later()
        pauses.append(child.restarts_in_ms)
    assert [round(pause / 100) for pause in pauses] == [1, 2, 4, 8]
    child.reset_failures()
    child.start_later()
    with qtbot.waitSignal(child.starts_again):
        assert child.restarts_in_ms < 150


def test_a_helper_that_hangs_ends_with_its_parent(tmp_path):
    parent = textwrap.dedent(f"""
        import subprocess, sys, time
        child = subprocess.Popen([sys.executable, "-c", {ECHO!r}], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE)
        child.stdin.write(b'{{"say": 1}}\\n'); child.stdin.flush(); child.stdout.readline()
        print(child.pid, flush=True)
        time.sleep(60)
    """)
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE) as process:
        child = int(process.stdout.readline())
        os.kill(child, signal.SIGSTOP)
        process.kill()
    ends_s = time.monotonic() + 10
    while is_alive(child) and time.monotonic() < ends_s:
        time.sleep(0.02)
    assert not is_alive(child)


def test_one_that_is_waited_for_answers_or_says_why_not():
    with BlockingChild(["-c", ECHO]) as process:
        fields, data = process.ask({"say": 1, "bytes": 3}, b"abc", within_s=10)
        assert (fields["echo"], data) == ({"say": 1, "bytes": 3}, b"abc")
        os.kill(process.process_id, signal.SIGSTOP)
        with pytest.raises(ProcessError, match="no answer within 0") as late:
            process.ask({"say": 2}, within_s=0.2)
        assert late.value.is_late
    with (
        BlockingChild(["-c", "raise SystemExit(3)"]) as process,
        pytest.raises(ProcessError, match="exit status 3"),
    ):
        process.receive(within_s=10)
