"""Time from a shown step to the first sample of its sentence, and from a touch to its sound.

The clips are in the cache in both cases.
"""

import contextlib
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import cast

from bench.figures import Figure, percentiles
from bench.homes import environment, home
from bench.processes import LIMIT_S, print_result, result_of
from bench.stages import lesson_offscreen, silence
from kiosk.domain.way import Way
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.narration.utterance import Clip
from kiosk.ui.sound.audio_output import AudioOutput
from kiosk.ui.sound.device_output import DeviceOutput

OUTPUTS = {"silence": silence, "device": DeviceOutput}
MAX_MS = 50


def measure() -> list[Figure]:
    """Times up to the audio output and, with PulseAudio installed, up to a sound device."""
    with home() as folder:
        variables = environment(folder)
        result_of("voice", variables, "silence")  # fills the cache
        handed = result_of("voice", variables, "silence")
        figures = percentiles("step shown → clip handed on", handed["steps_ms"], "ms", {95: MAX_MS})
        figures += percentiles(
            "touch → its sound handed on", handed["touches_ms"], "ms", {99: MAX_MS}
        )
        figures += percentiles(
            "the same, work of the window's thread", handed["works_ms"], "ms", {}
        )
        if shutil.which("pulseaudio"):
            with _sound_server(folder) as address:
                taken = result_of("voice", {**variables, "PULSE_SERVER": address}, "device")
            name = "step shown → first sample to the device"
            server = "PulseAudio, null sink"
            figures += percentiles(name, taken["steps_ms"], "ms", {95: MAX_MS}, server)
            name = "touch → first sample of its sound to the device"
            figures += percentiles(name, taken["touches_ms"], "ms", {99: MAX_MS}, server)
    return figures


@contextlib.contextmanager
def _sound_server(folder: Path) -> Iterator[str]:
    """Starts a PulseAudio server with a null sink; yields its address."""
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


class Timed:
    """An audio output that records when each clip begins."""

    def __init__(self, output: AudioOutput) -> None:
        self._output = output
        self.began_s: list[float] = []
        self.handed_work_s: list[float] = []
        """CPU time of the window's thread when it passed each clip to the output."""

    def play(self, clip: Clip, *, begun: Callable[[], None], ended: Callable[[], None]) -> None:
        """Plays the clip, and records when its first sample was taken."""

        def note() -> None:
            self.began_s.append(time.perf_counter())
            begun()

        self._output.play(clip, begun=note, ended=ended)
        self.handed_work_s.append(time.thread_time())

    def __getattr__(self, name: str) -> object:
        return getattr(self._output, name)


def play(output: str) -> None:
    """Play all ways, wait for the voice at each step, and report the times."""
    times_ms: list[float] = []
    touches_ms: list[float] = []
    works_ms: list[float] = []
    timed = Timed(OUTPUTS[output]())
    with lesson_offscreen(lambda: cast("AudioOutput", timed)) as headless:
        shown_s: list[float] = []
        began_s: list[float] = []
        headless.kiosk.visit.stepChanged.connect(lambda: shown_s.append(time.perf_counter()))
        headless.kiosk.narrator.started.connect(lambda *_: began_s.append(time.perf_counter()))
        for way in Way:
            headless.journey.to_way(way)
            while headless.journey.visit.page == "lesson" and headless.journey.run.way is way:
                # The voice is requested before the step is built, so it may begin before the step
                # is shown.
                first_s = _first_after(headless, headless.driver.touched_s, began_s)
                if shown_s:
                    times_ms.append(max(0.0, (first_s - shown_s[-1]) * 1000))
                shown_s.clear()
                began_s.clear()
                position = headless.journey.position
                while headless.journey.position == position:
                    if _is_typing(headless):  # a key's click needs silence
                        headless.driver.wait_until(
                            lambda: not headless.kiosk.speaker.is_speaking, "silence"
                        )
                    timed.handed_work_s.clear()
                    work_s = time.thread_time()
                    headless.journey.touch_expected()
                    since_s = headless.driver.touched_s
                    first_s = _first_after(headless, since_s, timed.began_s)
                    touches_ms.append((first_s - since_s) * 1000)
                    works_ms.append((timed.handed_work_s[0] - work_s) * 1000)
                    headless.driver.wait_until(
                        lambda: not headless.kiosk.visit.lesson.is_holding, "the step"
                    )
        # The first clips include the start of the engines and of the device.
        print_result(
            {"steps_ms": times_ms[2:], "touches_ms": touches_ms[2:], "works_ms": works_ms[2:]}
        )


def _first_after(headless: HeadlessKiosk, moment_s: float, moments_s: Sequence[float]) -> float:
    """Waits for the first of the moments after `moment_s`, and returns it."""

    def found_s() -> float:
        return next((each for each in moments_s if each > moment_s), 0.0)

    headless.driver.wait_until(found_s, "a sound")
    return found_s()


def _is_typing(headless: HeadlessKiosk) -> bool:
    run = headless.journey.run
    return run.step is not None and bool(run.step.key_rows(run.progress))


if __name__ == "__main__":
    play(sys.argv[1])
