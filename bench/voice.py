"""From a step that is shown to the first sample of its sentence, where the cache has the clip."""

import contextlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, spread
from bench.homes import environment, home
from bench.processes import LIMIT_S, result_of, tell
from bench.stages import lesson_stage, silence
from kiosk.domain.way import Way
from kiosk.ui.device_output import DeviceOutput

OUTPUTS = {"silence": silence, "device": DeviceOutput}
MOST_MS = 50


def measure() -> list[Figure]:
    """As far as the sound player, and to a sound server's device where there is PulseAudio."""
    with home() as folder:
        variables = environment(folder)
        result_of("voice", variables, "silence")  # fills the cache
        handed = result_of("voice", variables, "silence")
        figures = spread("step shown → clip handed on", handed, "ms", {95: MOST_MS})
        if shutil.which("pulseaudio"):
            with _sound_server(folder) as address:
                taken = result_of("voice", {**variables, "PULSE_SERVER": address}, "device")
            name = "step shown → first sample to the device"
            figures += spread(name, taken, "ms", {95: MOST_MS}, "PulseAudio, null sink")
    return figures


@contextlib.contextmanager
def _sound_server(folder: Path) -> Iterator[str]:
    """A sound server that nobody hears."""
    link = folder / "sound"
    modules = [f"module-native-protocol-unix auth-anonymous=1 socket={link}", "module-null-sink"]
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    process = subprocess.Popen(
        [*command, *(part for module in modules for part in ("-L", module))],
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    ends_s = time.monotonic() + LIMIT_S
    try:
        while not link.exists():
            if time.monotonic() > ends_s or process.poll() is not None:
                raise TimeoutError("the sound server did not start")
            time.sleep(0.02)
        yield f"unix:{link}"
    finally:
        process.terminate()
        process.wait()


def play(output: str) -> None:
    """Go through the ways, wait for each step's voice to begin, and tell how long it took."""
    times_ms: list[float] = []
    with lesson_stage(OUTPUTS[output]) as on:
        shown_s: list[float] = []
        began_s: list[float] = []
        on.kiosk.visit.stepChanged.connect(lambda: shown_s.append(time.perf_counter()))
        on.kiosk.narrator.started.connect(lambda *_: began_s.append(time.perf_counter()))
        for way in Way:
            on.walk.to_way(way)
            while on.walk.visit.page == "lesson" and on.walk.run.way is way:
                on.driver.wait_until(lambda: began_s, "the voice")
                if shown_s:
                    times_ms.append((began_s[0] - shown_s[0]) * 1000)
                shown_s.clear()
                began_s.clear()
                on.walk.do_step()
        tell(times_ms[2:])  # the first clips wait for the engines' and the device's own start


if __name__ == "__main__":
    play(sys.argv[1])
