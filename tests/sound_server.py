"""A real sound server for tests, without a device; everything that it plays is recorded."""

import os
import subprocess
import tempfile
from array import array
from contextlib import ExitStack
from pathlib import Path

RATE_HZ = 22050
LIMIT_MS = 20_000
_QUARTER_SECOND_BYTES = RATE_HZ // 4 * 2


def control(*words):
    """The output of a `pactl` command."""
    done = subprocess.run(["pactl", *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


class SoundServer:
    """PulseAudio with a null sink as its only device, in its own runtime folder.

    Several tests may share it: a sink whose last listener has disconnected sends silence to its
    next listener for two seconds.
    """

    def __init__(self, monkeypatch):
        self._folders = ExitStack()
        # The path of a socket must be short.
        folder = self._folders.enter_context(tempfile.TemporaryDirectory(prefix="sound-"))
        self._folder, self._processes = Path(folder), ExitStack()
        self.socket, self.recording = self._folder / "native", self._folder / "recording.raw"
        self._runs, self._begin, self._sinks = False, 0, set()
        monkeypatch.setenv("PULSE_SERVER", f"unix:{self.socket}")
        monkeypatch.setenv("PULSE_RUNTIME_PATH", folder)
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(self._folder / "config"))
        monkeypatch.delenv("PULSE_LATENCY_MSEC", raising=False)

    def start(self, qtbot):
        """Starts the server if it is not running; from here on the samples belong to this test."""
        if not self._runs:
            self._start(qtbot)
        self._begin = self.recording.stat().st_size // 2

    def _start(self, qtbot):
        """Returns once the recording runs."""
        modules = [
            f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}",
            f"module-null-sink sink_name=nothing rate={RATE_HZ}",
        ]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += [part for module in modules for part in ("-L", module)]
        self._runs = True
        self._run(command)
        qtbot.waitUntil(self._answers, timeout=LIMIT_MS)
        self._listen("nothing", self.recording)
        qtbot.waitUntil(
            lambda: self.recording.exists() and self.recording.stat().st_size > 0, timeout=LIMIT_MS
        )

    def add_sink(self, name, *more):
        """Adds another sink if it does not exist; a listener is always connected to it."""
        if name not in self._sinks:
            self._sinks.add(name)
            control("load-module", "module-null-sink", f"sink_name={name}", *more)
            control("set-default-sink", "nothing")
            self._listen(name, Path("/dev/null"))

    def _listen(self, sink, into):
        self._run(
            ["parec", "-d", f"{sink}.monitor", f"--rate={RATE_HZ}", "--channels=1", "--raw",
             "--format=s16le", "--latency-msec=20", str(into)]
        )  # fmt: skip

    def stop(self):
        """Stops the server, as in a crash."""
        self._processes.close()
        self._processes = ExitStack()
        self.socket.unlink(missing_ok=True)
        self.recording.unlink(missing_ok=True)
        self._runs, self._sinks = False, set()

    def close(self):
        self.stop()
        self._folders.close()

    def recorded(self):
        """Number of samples recorded in this test so far: a clock of the sound that was played."""
        size = self.recording.stat().st_size if self.recording.exists() else 0
        return size // 2 - self._begin

    def raw(self):
        """All samples recorded in this test so far."""
        content = self.recording.read_bytes() if self.recording.exists() else b""
        return content[self._begin * 2 : len(content) // 2 * 2]

    def heard(self):
        """The loudest sample of each quarter of a second so far."""
        raw = self.raw()
        starts = range(0, len(raw) - _QUARTER_SECOND_BYTES + 1, _QUARTER_SECOND_BYTES)
        pieces = (array("h", raw[start : start + _QUARTER_SECOND_BYTES]) for start in starts)
        return [max(abs(sample) for sample in piece) for piece in pieces]

    def _answers(self):
        return subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode == 0

    def _run(self, command):
        log = self._processes.enter_context((self._folder / "log").open("ab"))
        process = self._processes.enter_context(
            subprocess.Popen(command, stdout=log, stderr=log, env=dict(os.environ))
        )
        self._processes.callback(process.kill)
