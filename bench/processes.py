"""Starts the programs to measure; reads the time of their first frame and their memory."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

LIMIT_S = 60.0
LEAVE_LIMIT_S = 5.0
MEGABYTE_KB = 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory of one process in MB; `own` is its PSS, which divides shared pages among processes."""

    name: str
    resident: float
    own: float


def memory_of(pid: int) -> Memory:
    """Reads the current memory of a process from /proc."""
    folder = Path("/proc") / str(pid)
    status = _fields(folder / "status")
    rollup = _fields(folder / "smaps_rollup")
    words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
    name = next((word for word in words[1:] if not word.startswith("-")), words[0])
    return Memory(name, status["VmRSS"] / MEGABYTE_KB, rollup["Pss"] / MEGABYTE_KB)


def _fields(path: Path) -> dict[str, int]:
    """Parses the lines `name:  123 kB` of a file below /proc."""
    fields = {}
    for line in path.read_text().splitlines():
        name, _, rest = line.partition(":")
        if rest.endswith(" kB"):
            fields[name] = int(rest.split()[0])
    return fields


def children_of(pid: int) -> list[int]:
    """All descendants of a process."""
    below: list[int] = []
    for task in (Path("/proc") / str(pid) / "task").iterdir():
        for child in (task / "children").read_text().split():
            below += [int(child), *children_of(int(child))]
    return below


def with_children(pid: int) -> list[Memory]:
    """The memory of a process and of all its descendants."""
    return [memory_of(pid), *(memory_of(child) for child in children_of(pid))]


@dataclass(frozen=True, slots=True)
class Started:
    """A running program whose first frame was shown."""

    pid: int
    first_frame_ms: float


@contextlib.contextmanager
def started(command: list[str], environment: Mapping[str, str]) -> Iterator[Started]:
    """Start a program and wait until it reports readiness on NOTIFY_SOCKET, as for systemd.

    Raises:
        TimeoutError: the program reported nothing within LIMIT_S.
    """
    with TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as news:
        address = str(Path(folder) / "news")
        news.bind(address)
        news.settimeout(LIMIT_S)
        began_s = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            env={**environment, "NOTIFY_SOCKET": address},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while news.recv(64) != b"READY=1":
                pass
            yield Started(process.pid, (time.perf_counter() - began_s) * 1000)
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Sends SIGTERM, then SIGKILL after LEAVE_LIMIT_S; the voice processes end with the program."""
    process.terminate()
    try:
        process.wait(LEAVE_LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def result_of(module: str, environment: Mapping[str, str], *arguments: str) -> Any:  # noqa: ANN401 - JSON
    """Runs a module of this package in its own process and returns the JSON that it prints.

    Raises:
        RuntimeError: the module failed; the message holds its error output.
    """
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{module}", *arguments],
        env=dict(environment),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return json.loads(done.stdout)


def print_result(result: object) -> None:
    """Prints a result as JSON on standard output, for `result_of` in the parent process."""
    print(json.dumps(result, default=asdict), flush=True)


def own_memory_mb() -> float:
    """Resident memory of this process, in MB."""
    return memory_of(os.getpid()).resident
