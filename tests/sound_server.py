"""A real sound server of one test alone: nobody hears it, and all that it plays is recorded."""

import os
import subprocess
import tempfile
from array import array
from contextlib import ExitStack
from pathlib import Path

RATE_HZ = 22050
LIMIT_MS = 20_000
_QUARTER_SECOND_BYTES = RATE_HZ // 4 * 2


class SoundServer:
    """PulseAudio with a null sink as its only device, in a runtime folder of its own."""

    def __init__(self, qtbot, monkeypatch):
        self._folders = ExitStack()
        # A socket's path must be short.
        folder = self._folders.enter_context(tempfile.TemporaryDirectory(prefix="sound-"))
        self._folder, self._qtbot, self._processes = Path(folder), qtbot, ExitStack()
        self.socket, self.recording = self._folder / "native", self._folder / "recording.raw"
        monkeypatch.setenv("PULSE_SERVER", f"unix:{self.socket}")
        monkeypatch.setenv("PULSE_RUNTIME_PATH", folder)
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(self._folder / "config"))
        monkeypatch.delenv("PULSE_LATENCY_MSEC", raising=False)

    def start(self):
        """Returns once the recording runs."""
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
        self._qtbot.waitUntil(lambda: self.recorded() > 0, timeout=LIMIT_MS)

    def stop(self):
        """As when the server crashes."""
        self._processes.close()
        self.socket.unlink(missing_ok=True)

    def close(self):
        self.stop()
        self._folders.close()

    def recorded(self):
        """How many samples were recorded so far: the time, as the ear has it."""
        return self.recording.stat().st_size // 2 if self.recording.exists() else 0

    def raw(self):
        """All that was recorded so far."""
        content = self.recording.read_bytes() if self.recording.exists() else b""
        return content[: len(content) // 2 * 2]

    def heard(self):
        """Loudest sample of each quarter of a second so far."""
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
