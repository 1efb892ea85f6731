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
TABLET_AXIS_MAX = 0x7FFF
POLL_S, POLL_SHARE, MAX_POLL_S = 1.0, 0.1, 4.0
"""Poll interval: a tenth of the time waited so far, between these limits."""
REPLY_TIMEOUT_S = 60
PRESS_S, MAX_REST_S, BUSY_SHARE = 0.3, 5.0, 0.7
EXIT_TIMEOUT_S = 20
STILL_TIMEOUT_S = 40
"""Wall-clock time within which a busy machine shows some change on its screen."""
WALL_CLOCK_FACTOR = 4
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
INSTRUCTION_CLOCK = ("-icount", "shift=0")
"""Its clock counts executed instructions, one nanosecond each: slower than any current PC, but no
deadline is missed on a busy host. Costs the host twice the work."""
HOST_CLOCK = ()
"""Its clock follows the host's: the fastest mode, for runs without deadlines."""
OLDEST_PROCESSOR = "Nehalem"
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
        *arguments: str,
        processor: str = OLDEST_PROCESSOR,
        is_stick: bool = False,
        start_time: str = "",
        clock_options: tuple[str, ...] = INSTRUCTION_CLOCK,
        no_reboot: bool = False,
    ) -> None:
        self._folder, self._disk = folder, disk
        self.sound, self.serial = folder / "sound.wav", folder / "serial.txt"
        self._qmp_path = folder / "qmp.sock"
        bus = "usb-storage,removable=on" if is_stick else "virtio-blk-pci"
        drive_format = "qcow2" if disk.suffix == ".qcow2" else "raw"
        self._command = [
            *("qemu-system-x86_64", "-nodefaults", "-display", "none"),
            *("-accel", "tcg", *clock_options, "-rtc", f"base={start_time or 'utc'},clock=vm"),
            *("-cpu", processor, "-smp", "1", "-m", "2048"),
            *("-device", f"virtio-vga,xres={WIDTH},yres={HEIGHT}"),
            *("-device", "qemu-xhci"),
            # A USB tablet would cost the BIOS half a minute at each start.
            *("-device", "virtio-tablet-pci"),
            *("-drive", f"file={disk},format={drive_format},if=none,id=disk"),
            *("-device", f"{bus},drive=disk,bootindex=0"),
            *("-audiodev", f"wav,id=sound,path={self.sound}"),
            *("-device", "intel-hda", "-device", "hda-duplex,audiodev=sound"),
            *("-serial", f"file:{self.serial}"),
            *("-qmp", f"unix:{self._qmp_path},server=on,wait=off"),
            *(("-no-reboot",) if no_reboot else ()),
            *arguments,
        ]
        self._stick_count = 0

    def __enter__(self) -> "Machine":
        self._qmp_path.unlink(missing_ok=True)
        self._started_s = time.monotonic()
        self._process = subprocess.Popen(self._command)
        self._qmp_socket = socket.socket(socket.AF_UNIX)
        self._qmp_socket.settimeout(REPLY_TIMEOUT_S)
        self.wait_until(self._connects, "QEMU", REPLY_TIMEOUT_S, poll_s=0.1)
        self._replies = self._qmp_socket.makefile("rb")
        self._replies.readline()
        self.qmp("qmp_capabilities")
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._qmp_socket.close()
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(EXIT_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _connects(self) -> bool:
        if self._process.poll() is not None:
            raise RuntimeError("QEMU did not start")
        try:
            self._qmp_socket.connect(str(self._qmp_path))
        except OSError:
            return False
        return True

    def qmp(self, command: str, **arguments: object) -> object:
        """Sends a QMP command and returns QEMU's answer."""
        action = {"execute": command, "arguments": arguments}
        self._qmp_socket.sendall(json.dumps(action).encode() + b"\n")
        while True:
            reply = json.loads(self._replies.readline())
            if "error" in reply:
                raise RuntimeError(f"{command}: {reply['error']['desc']}")
            if "return" in reply:
                return reply["return"]

    @property
    def is_on(self) -> bool:
        return self._process.poll() is None

    @property
    def processor_s(self) -> float:
        """Processor time of the host that the machine has used."""
        try:
            stat = Path(f"/proc/{self._process.pid}/stat").read_text()
        except OSError:
            return 0
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / TICKS_A_SECOND

    @property
    def busy_or_queued_s(self) -> float:
        """How long its busiest thread has run, or waited for a processor of the host."""
        most_ns = 0
        for stat in Path(f"/proc/{self._process.pid}/task").glob("*/schedstat"):
            with suppress(OSError):  # the thread has ended
                worked_ns, waited_ns, _ = map(int, stat.read_text().split())
                most_ns = max(most_ns, worked_ns + waited_ns)
        return most_ns / 1e9

    @property
    def age(self) -> str:
        """Time since power-on and processor time used, as text."""
        elapsed_s = time.monotonic() - self._started_s
        return f"{elapsed_s:.0f} s after power-on, {self.processor_s:.0f} s of a processor"

    def wait_until(
        self,
        condition: Callable[[], object],
        description: str,
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
        while not condition():
            waited_s = time.monotonic() - began_s
            if waited_s > limit_s * WALL_CLOCK_FACTOR or self.processor_s - processor_s > limit_s:
                raise TimeoutError(f"waited {limit_s:.0f} s in vain: {description}")
            time.sleep(min(max(poll_s, waited_s * POLL_SHARE), MAX_POLL_S))

    def stable_screenshot(self) -> Image.Image:
        """A screenshot once two in a row are equal, or the last one after UNCHANGED_S."""
        before, deadline_s = self.screenshot(), time.monotonic() + STILL_TIMEOUT_S
        while time.monotonic() < deadline_s:
            time.sleep(2 * POLL_S)
            now = self.screenshot()
            if now.tobytes() == before.tobytes():
                break
            before = now
        return before

    def is_unchanged(self, before: Image.Image, for_s: float = STILL_TIMEOUT_S) -> bool:
        """Whether the screen stays equal to `before` while the machine has been idle for `for_s`.

        Time in which the machine runs, or waits for a processor of the host, does not count as
        idle.
        """
        began_s, busy_or_queued_s = time.monotonic(), self.busy_or_queued_s
        while self.screenshot().tobytes() == before.tobytes():
            elapsed_s = time.monotonic() - began_s
            if (
                elapsed_s - (self.busy_or_queued_s - busy_or_queued_s) > for_s
                or elapsed_s > for_s * WALL_CLOCK_FACTOR
            ):
                return True
            time.sleep(POLL_S)
        return False

    def screenshot(self) -> Image.Image:
        """A screenshot."""
        path = self._folder / "screen.ppm"
        self.qmp("screendump", filename=str(path))
        with Image.open(path) as screenshot:
            return screenshot.convert("RGB")

    def touch(self, x: int, y: int) -> None:
        """Touches the screen at this position and lifts the finger."""
        axes = (("x", x, WIDTH), ("y", y, HEIGHT))
        moves = [
            {"type": "abs", "data": {"axis": axis, "value": position * TABLET_AXIS_MAX // size}}
            for axis, position, size in axes
        ]
        self.qmp("input-send-event", events=moves)
        self.wait_until_idle()  # a press right after a movement is taken for the movement
        for down in (True, False):
            event = {"type": "btn", "data": {"button": "left", "down": down}}
            self.qmp("input-send-event", events=[event])
            time.sleep(PRESS_S)
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        """Waits until the machine is nearly idle, so that it has handled the previous event."""
        deadline_s = time.monotonic() + MAX_REST_S
        while time.monotonic() < deadline_s:
            began_s, busy_or_queued_s = time.monotonic(), self.busy_or_queued_s
            time.sleep(PRESS_S)
            if self.busy_or_queued_s - busy_or_queued_s < BUSY_SHARE * (time.monotonic() - began_s):
                return

    def type(self, text: str) -> None:
        """Types the text on the keyboard."""
        for character in text:
            keys = [{"type": "qcode", "data": KEYS.get(character, character.lower())}]
            if character.isupper():
                keys.insert(0, {"type": "qcode", "data": "shift"})
            self.qmp("send-key", keys=keys)
            time.sleep(0.25)  # the keyboard controller holds each key for 0.1 s

    def plug_in(self, image: Path) -> str:
        """Plugs a USB stick in and returns its device id, for `pull_out`."""
        self._stick_count += 1
        device = f"stick{self._stick_count}"
        file = {"driver": "file", "filename": str(image), "read-only": True}
        self.qmp(
            "blockdev-add", driver="raw", **{"node-name": device, "file": file, "read-only": True}
        )
        self.qmp(
            "device_add", driver="usb-storage", id=f"usb-{device}", drive=device, removable=True
        )
        return f"usb-{device}"

    def pull_out(self, device: str) -> None:
        self.qmp("device_del", id=device)

    def press_power_button(self, limit_s: float) -> None:
        """Switches the machine off with its power button and waits for it."""
        self.qmp("system_powerdown")
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

    def loudest_sample(self) -> int:
        """The largest sample that was played until the machine was off."""
        with wave.open(str(self.sound)) as recording:
            return max(
                map(abs, array("h", recording.readframes(recording.getnframes()))), default=0
            )
