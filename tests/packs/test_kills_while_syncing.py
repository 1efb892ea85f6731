"""Kills during a synchronisation leave the old pack or the new one intact."""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from kiosk.packs.manifest import digest
from kiosk.packs.store import PackStore
from tests.packs.conftest import Centre, write_lesson

OLD = ["goi-xe", "wifi-tinh"]
KILLS = int(os.environ.get("KIOSK_KILLS", "30"))
CHANGES_THE_DISK = frozenset(
    f"os.{name}" for name in ("link", "mkdir", "remove", "rename", "rmdir", "symlink", "truncate")
) | {"open"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
def test_killed_at_any_moment_the_old_pack_or_the_new_one_stands(publisher, taught, tmp_path):
    """Half of the processes are killed before one of their disk operations, half at any time."""
    for number in range(8):
        write_lesson(publisher.content, f"bai-{number}", 300 + number)
    publisher.publish("an", "binh")
    new = sorted([*OLD, *(f"bai-{number}" for number in range(8))])
    begun = time.monotonic()
    changes = _file_changes(_copy(taught, tmp_path / "mau"), publisher.served)
    whole_s = time.monotonic() - begun
    draw = random.Random(18)
    seen = []
    for at in range(KILLS):
        centre = _copy(taught, tmp_path / "kill")
        if at % 2:
            _sync_killed(centre, publisher.served, after_s=draw.uniform(0.001, whole_s * 1.2))
        else:
            _sync_killed(centre, publisher.served, after_changes=1 + changes * at // KILLS)
        assert centre.lessons() in (OLD, new)
        _check_whole(centre.store)
        seen.append(centre.lessons())
        assert centre.sync(publisher.served).problem == ""
        assert centre.lessons() == new
        _check_whole(centre.store)
    assert OLD in seen
    assert new in seen


def _copy(centre: Centre, folder: Path) -> Centre:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(centre.folder, folder, symlinks=True)
    return Centre(folder, centre.now)


def _file_changes(centre: Centre, source: Path) -> int:
    """The number of disk operations in a complete synchronisation."""
    ours, theirs = os.pipe()
    if os.fork() == 0:
        counted = [0]
        _before_each_change(lambda: counted.append(counted.pop() + 1))
        try:
            centre.sync(source)
            os.write(theirs, str(counted[0]).encode())
        finally:
            os._exit(0)
    os.wait()
    os.close(theirs)
    with os.fdopen(ours) as reported:
        return int(reported.read())


def _sync_killed(centre: Centre, source: Path, after_s: float = 0, after_changes: int = 0) -> None:
    """Synchronises in a child process that is killed after a time or a number of operations."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        if after_s:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)  # terminates the process as a kill does
            signal.setitimer(signal.ITIMER_REAL, after_s)
        else:
            left = list(range(after_changes))
            _before_each_change(lambda: left.pop() and None)
        centre.sync(source)
    finally:
        os._exit(0)


def _before_each_change(do) -> None:
    def heard(name: str, facts: tuple) -> None:
        is_reading = name == "open" and not (facts[2] or 0) & (os.O_WRONLY | os.O_RDWR)
        if name in CHANGES_THE_DISK and not is_reading:
            try:
                do()
            except IndexError:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(heard)


def _check_whole(store: PackStore) -> None:
    version = store.current()
    assert version
    assert store.home
    for file in version.files.values():
        assert digest((store.home / file.path).read_bytes()) == file.sha256
