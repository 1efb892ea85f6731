"""A complete computer in QEMU: screenshots, touches, keys, USB sticks and its recorded sound."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import wave
from array import array
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PIL import Image

WIDTH, HEIGHT = 1920, 1080
TABLET_MOST = 0x7FFF
POLL_S, POLL_SHARE, MAX_POLL_S = 1.0, 0.1, 4.0
"""Poll interval: a tenth of the time waited so far, between these limits."""
ANSWER_S = 60
FINGER_S, REST_S, BUSY = 0.3, 5.0, 0.7
ENDS_S = 20
UNCHANGED_S = 40
"""Wall-clock time within which a busy machine shows some change on its screen."""
WALL_CLOCK_FACTOR = 4
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
INSTRUCTION_CLOCK = ("-icount", "shift=0")
"""Its clock counts executed instructions, one nanosecond each: slower than any current PC, but no
deadline is missed on a busy host. Costs the host twice the work."""
HOST_CLOCK = ()
"""Its clock follows the host's: the fastest mode, for runs without deadlines."""
OLDEST = "Nehalem"
"""The oldest processors with the instructions that Qt's packages require (x86-64-v2), sold since
2008. QEMU runs a seventh faster with it than with the newest model, whose wide registers it
emulates with small ones."""
KEYS = {"\n": "ret", "\b": "backspace", " ": "spc", "-": "minus"}


class Machine:
    """A context manager: the machine runs until the block is left."""

    def __init__(
        self,
        disk: Path,
        folder: Path,
        *more: str,
        processor: str = OLDEST,
        is_stick: bool = False,
        clock: str = "",
        pace: tuple[str, ...] = INSTRUCTION_CLOCK,
        ends_at_reboot: bool = False,
    ) -> None:
        self._folder, self._disk = folder, disk
        self.sound, self.serial = folder / "sound.wav", folder / "serial.txt"
        self._socket = folder / "qmp.sock"
        bus = "usb-storage,removable=on" if is_stick else "virtio-blk-pci"
        kind = "qcow2" if disk.suffix == ".qcow2" else "raw"
        self._command = [
            *("qemu-system-x86_64", "-nodefaults", "-display", "none"),
            *("-accel", "tcg", *pace, "-rtc", f"base={clock or 'utc'},clock=vm"),
            *("-cpu", processor, "-smp", "1", "-m", "2048"),
            *("-device", f"virtio-vga,xres={WIDTH},yres={HEIGHT}"),
            *("-device", "qemu-xhci"),
            # A USB tablet would cost the BIOS half a minute at each start.
            *("-device", "virtio-tablet-pci"),
            *("-drive", f"file={disk},format={kind},if=none,id=disk"),
            *("-device", f"{bus},drive=disk,bootindex=0"),
            *("-audiodev", f"wav,id=sound,path={self.sound}"),
            *("-device", "intel-hda", "-device", "hda-duplex,audiodev=sound"),
            *("-serial", f"file:{self.serial}"),
            *("-qmp", f"unix:{self._socket},server=on,wait=off"),
            *(("-no-reboot",) if ends_at_reboot else ()),
            *more,
        ]
        self._sticks = 0

    def __enter__(self) -> "Machine":
        self._socket.unlink(missing_ok=True)
        self._started_s = time.monotonic()
        self._process = subprocess.Popen(self._command)
        self._line = socket.socket(socket.AF_UNIX)
        self._line.settimeout(ANSWER_S)
        self.wait_until(self._connects, "QEMU", ANSWER_S, poll_s=0.1)
        self._answers = self._line.makefile("rb")
        self._answers.readline()
        self.ask("qmp_capabilities")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._line.close()
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(ENDS_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _connects(self) -> bool:
        if self._process.poll() is not None:
            raise RuntimeError("QEMU did not start")
        try:
            self._line.connect(str(self._socket))
        except OSError:
            return False
        return True

    def ask(self, command: str, **arguments: object) -> object:
        """Sends a QMP command and returns QEMU's answer."""
        action = {"execute": command, "arguments": arguments}
        self._line.sendall(json.dumps(action).encode() + b"\n")
        while True:
            answer = json.loads(self._answers.readline())
            if "error" in answer:
                raise RuntimeError(f"{command}: {answer['error']['desc']}")
            if "return" in answer:
                return answer["return"]

    @property
    def is_on(self) -> bool:
        return self._process.poll() is None

    @property
    def processor_s(self) -> float:
        """Processor time of the host that the machine has used."""
        try:
            told = Path(f"/proc/{self._process.pid}/stat").read_text()
        except OSError:
            return 0
        user, system = told.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / TICKS_A_SECOND

    @property
    def busy_or_queued_s(self) -> float:
        """How long its busiest thread has run, or waited for a processor of the host."""
        most_ns = 0
        for told in Path(f"/proc/{self._process.pid}/task").glob("*/schedstat"):
            with suppress(OSError):  # the thread has ended
                worked_ns, waited_ns, _ = map(int, told.read_text().split())
                most_ns = max(most_ns, worked_ns + waited_ns)
        return most_ns / 1e9

    @property
    def age(self) -> str:
        """Time since power-on and processor time used, as text."""
        on_s = time.monotonic() - self._started_s
        return f"{on_s:.0f} s after power-on, {self.processor_s:.0f} s of a processor"

    def wait_until(
        self,
        is_so: Callable[[], object],
        what: str,
        limit_s: float,
        poll_s: float = POLL_S,
    ) -> None:
        """Polls until the condition holds, at growing intervals.

        The limit counts processor time of the machine, so that it also fits a busy host; the limit
        of wall-clock time is WALL_CLOCK_FACTOR times as long.

        Raises:
            TimeoutError: the condition did not hold within the limit.
        """
        began_s, processor_s = time.monotonic(), self.processor_s
        while not is_so():
            waited_s = time.monotonic() - began_s
            if waited_s > limit_s * WALL_CLOCK_FACTOR or self.processor_s - processor_s > limit_s:
                raise TimeoutError(f"waited {limit_s:.0f} s in vain: {what}")
            time.sleep(min(max(poll_s, waited_s * POLL_SHARE), MAX_POLL_S))

    def still_picture(self) -> Image.Image:
        """A screenshot once two in a row are equal, or the last one after UNCHANGED_S."""
        before, ends_s = self.picture(), time.monotonic() + UNCHANGED_S
        while time.monotonic() < ends_s:
            time.sleep(2 * POLL_S)
            now = self.picture()
            if now.tobytes() == before.tobytes():
                break
            before = now
        return before

    def stays_as(self, before: Image.Image, for_s: float = UNCHANGED_S) -> bool:
        """Whether the screen stays equal to `before` while the machine has been idle for `for_s`.

        Time in which the machine runs, or waits for a processor of the host, does not count as
        idle.
        """
        began_s, busy_or_queued_s = time.monotonic(), self.busy_or_queued_s
        while self.picture().tobytes() == before.tobytes():
            on_s = time.monotonic() - began_s
            if (
                on_s - (self.busy_or_queued_s - busy_or_queued_s) > for_s
                or on_s > for_s * WALL_CLOCK_FACTOR
            ):
                return True
            time.sleep(POLL_S)
        return False

    def picture(self) -> Image.Image:
        """A screenshot."""
        path = self._folder / "screen.ppm"
        self.ask("screendump", filename=str(path))
        with Image.open(path) as seen:
            return seen.convert("RGB")

    def touch(self, x: int, y: int) -> None:
        """Touches the screen at this position and lifts the finger."""
        places = (("x", x, WIDTH), ("y", y, HEIGHT))
        where = [
            {"type": "abs", "data": {"axis": axis, "value": at * TABLET_MOST // size}}
            for axis, at, size in places
        ]
        self.ask("input-send-event", events=where)
        self.rest()  # a press right after a movement is taken for the movement
        for down in (True, False):
            press = {"type": "btn", "data": {"button": "left", "down": down}}
            self.ask("input-send-event", events=[press])
            time.sleep(FINGER_S)
        self.rest()

    def rest(self) -> None:
        """Waits until the machine is nearly idle, so that it has handled the previous event."""
        ends_s = time.monotonic() + REST_S
        while time.monotonic() < ends_s:
            began_s, busy_or_queued_s = time.monotonic(), self.busy_or_queued_s
            time.sleep(FINGER_S)
            if self.busy_or_queued_s - busy_or_queued_s < BUSY * (time.monotonic() - began_s):
                return

    def type(self, text: str) -> None:
        """Types the text on the keyboard."""
        for sign in text:
            keys = [{"type": "qcode", "data": KEYS.get(sign, sign.lower())}]
            if sign.isupper():
                keys.insert(0, {"type": "qcode", "data": "shift"})
            self.ask("send-key", keys=keys)
            time.sleep(0.25)  # the keyboard controller holds each key for 0.1 s

    def plug_in(self, stick: Path) -> str:
        """Plugs a USB stick in and returns its device id, for `pull_out`."""
        self._sticks += 1
        name = f"stick{self._sticks}"
        file = {"driver": "file", "filename": str(stick), "read-only": True}
        self.ask(
            "blockdev-add", driver="raw", **{"node-name": name, "file": file, "read-only": True}
        )
        self.ask("device_add", driver="usb-storage", id=f"usb-{name}", drive=name, removable=True)
        return f"usb-{name}"

    def pull_out(self, name: str) -> None:
        self.ask("device_del", id=name)

    def push_power_button(self, limit_s: float) -> None:
        """Switches the machine off with its power button and waits for it."""
        self.ask("system_powerdown")
        self.wait_until(lambda: not self.is_on, "the machine is off", limit_s)

    def copy_disk_without_power(self, copy: Path) -> None:
        """Copies the disk as it would be after a power cut at this moment.

        All threads of QEMU are stopped for the copy: data that has not reached the file by then is
        lost, as it is when QEMU is killed.
        """
        pid = self._process.pid
        self._process.send_signal(signal.SIGSTOP)
        try:
            os.waitid(os.P_PID, pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
            shutil.copyfile(self._disk, copy)
        finally:
            self._process.send_signal(signal.SIGCONT)

    def loudest_heard(self) -> int:
        """The largest sample that was played until the machine was off."""
        with wave.open(str(self.sound)) as heard:
            return max(map(abs, array("h", heard.readframes(heard.getnframes()))), default=0)
