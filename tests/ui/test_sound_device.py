"""Real sound through a real sound server, with nothing but a null device behind it."""

import math
import os
import shutil
import subprocess
from array import array
from contextlib import ExitStack

import pytest

from kiosk.narration.utterance import Clip
from kiosk.ui.audio_output import NO_SPEAKER, DeviceOutput

pytestmark = pytest.mark.skipif(
    not (shutil.which("pulseaudio") and shutil.which("parec")), reason="no pulseaudio here"
)

RATE_HZ = 22050
LIMIT_MS = 20_000
QUARTER_SECOND_BYTES = RATE_HZ // 4 * 2
LOUD, QUIET = 3000, 50


def tone(seconds):
    wave = (round(12000 * math.sin(step * 0.1)) for step in range(int(RATE_HZ * seconds)))
    return Clip(array("h", wave).tobytes(), RATE_HZ, (0,))


class Server:
    """A sound server of this test alone, and a recording of all that it plays."""

    def __init__(self, folder, qtbot):
        self.socket, self.recording = folder / "native", folder / "recording.raw"
        self._folder, self._qtbot, self._processes = folder, qtbot, ExitStack()

    def start(self):
        modules = [
            f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}",
            f"module-null-sink sink_name=nothing rate={RATE_HZ}",
        ]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += [part for module in modules for part in ("-L", module)]
        self._run(command)
        self._qtbot.waitUntil(self._answers, timeout=LIMIT_MS)
        self._run(
            ["parec", "-d", "nothing.monitor", f"--rate={RATE_HZ}", "--channels=1", "--raw",
             "--format=s16le", "--latency-msec=20", str(self.recording)]
        )  # fmt: skip
        self._qtbot.waitUntil(lambda: len(self.heard()) > 0, timeout=LIMIT_MS)

    def stop(self):
        self._processes.close()
        self.socket.unlink(missing_ok=True)

    def heard(self):
        """Loudest sample of each quarter of a second so far."""
        if not self.recording.exists():
            return []
        raw = self.recording.read_bytes()
        starts = range(0, len(raw) - QUARTER_SECOND_BYTES + 1, QUARTER_SECOND_BYTES)
        pieces = (array("h", raw[start : start + QUARTER_SECOND_BYTES]) for start in starts)
        return [max(abs(sample) for sample in piece) for piece in pieces]

    def _answers(self):
        return subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode == 0

    def _run(self, command):
        log = self._processes.enter_context((self._folder / "log").open("ab"))
        process = self._processes.enter_context(subprocess.Popen(command, stdout=log, stderr=log))
        self._processes.callback(process.kill)


@pytest.fixture
def server(tmp_path, qtbot, monkeypatch):
    made = Server(tmp_path, qtbot)
    monkeypatch.setenv("PULSE_SERVER", f"unix:{made.socket}")
    monkeypatch.setenv("PULSE_RUNTIME_PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    os.environ.pop("PULSE_LATENCY_MSEC", None)
    yield made
    made.stop()


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
    server.start()
    play(output, tone(seconds=20))
    qtbot.waitUntil(lambda: output.told == ["begun"], timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: server.heard()[-1] > LOUD, timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: output.position_ms() > 300, timeout=LIMIT_MS)
    heard_before = len(server.heard())
    output.stop()
    qtbot.waitUntil(lambda: len(server.heard()) > heard_before + 4, timeout=LIMIT_MS)
    assert max(server.heard()[heard_before + 2 :]) < QUIET
    assert output.told == ["begun"]


def test_a_paused_clip_is_silent_and_goes_on_where_it_was(qtbot, server, output):
    server.start()
    play(output, tone(seconds=4))
    qtbot.waitUntil(lambda: server.heard()[-1] > LOUD, timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: output.position_ms() > 500, timeout=LIMIT_MS)
    output.pause()
    paused_at = len(server.heard())
    qtbot.waitUntil(lambda: len(server.heard()) > paused_at + 6, timeout=LIMIT_MS)
    assert max(server.heard()[paused_at + 2 :]) < QUIET
    position_ms = output.position_ms()
    assert position_ms < 1500
    output.resume()
    resumed_at = len(server.heard())
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    heard_ms = 250 * sum(loud > LOUD for loud in server.heard()[resumed_at:])
    assert heard_ms == pytest.approx(4000 - position_ms, abs=700)
    assert output.problems == []


def test_a_clip_ends_by_itself(qtbot, server, output):
    server.start()
    play(output, tone(seconds=0.5))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert output.problems == []


def test_muted_is_not_heard(qtbot, server, output):
    server.start()
    output.set_gain(0.0)
    play(output, tone(seconds=1))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert max(server.heard()) < QUIET


def test_without_a_sound_server_time_passes_and_the_staff_are_told(qtbot, server, output):
    play(output, tone(seconds=0.1))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    assert output.problems == [NO_SPEAKER]


def test_it_survives_a_sound_server_that_goes_and_comes_back(qtbot, server, output):
    server.start()
    play(output, tone(seconds=0.2))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"], timeout=LIMIT_MS)
    server.stop()
    play(output, tone(seconds=0.2))
    qtbot.waitUntil(lambda: output.told == ["begun", "ended"] * 2, timeout=LIMIT_MS)
    assert output.problems
    server.start()
    server.recording.unlink()

    def heard_again():
        if output.told[-1] == "ended" and output.problems[-1]:
            play(output, tone(seconds=0.2))
        return output.problems[-1] == ""

    qtbot.waitUntil(heard_again, timeout=LIMIT_MS)
