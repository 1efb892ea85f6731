"""An import from a stick that fails at any point leaves the old lesson or the new one."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest
import takeover_victim as victim
from stick import NOW

from kiosk.usb_import.history import kept, recover, undo
from kiosk.usb_import.installer import take_over
from kiosk.usb_import.refusal import LessonRefusedError

RANDOM_KILLS = 200
MEMORY = Path("/dev/shm")
"""A RAM disk: a real disk would only make the test slower."""


@pytest.fixture
def root():
    where = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        yield Path(folder)


def test_the_plug_is_pulled_at_any_moment(root):
    home = Path(victim.__file__).parents[2]
    output = subprocess.run(
        [sys.executable, victim.__file__, root, str(RANDOM_KILLS)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(home), str(home / "tests")))},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    words = Counter(word for word in output if word)
    assert set(words) == {"old exact", "new exact", "old random", "new random"}
    assert words["old random"] + words["new random"] == RANDOM_KILLS
    assert words["old exact"] + words["new exact"] >= 150


class FailingChange:
    """A change during which one system call fails."""

    def __init__(self, root, change, place, problem) -> None:
        self._trial = victim.Trial(place, root / "before", change)
        self._place, self._change, self._problem = place, change, problem

    def at(self, call: int, *, lasting: bool) -> bool:
        """Whether the call was reached; checks that the kiosk has the old or the new state."""
        reached = []

        def fail(after: int) -> None:
            reached.append(call)
            if lasting or not after:
                raise OSError(self._problem, os.strerror(self._problem))

        refused = None
        victim.use(victim.Watched(call, fail))
        try:
            self._change()
        except LessonRefusedError as problem:
            refused = problem.note
        finally:
            victim.use(os)
        now = self._place.contents()
        recover(self._place.folders)
        then = self._place.contents()
        self._trial.restore()
        assert then in (self._trial.old, self._trial.new), refused
        if refused is None:
            assert now == self._trial.new
        elif not lasting:
            assert now == then == self._trial.old, refused
        return bool(reached)


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("problem", [errno.ENOSPC, errno.EIO], ids=["full", "failing"])
@pytest.mark.parametrize("back", [False, True], ids=["taking", "undoing"])
def test_a_call_of_the_system_fails(root, back, problem, lasting, caplog):
    place = victim.prepared(root)
    offer, kiosk = place.offer("goi-video"), place.kiosk

    def change():
        take_over(offer, place.stick, kiosk, NOW)

    if back:
        change()
        name = kept(place.folders)[0].name

        def change():
            undo(place.folders, name)

    failing_change = FailingChange(root, change, place, problem)
    call = 1
    while failing_change.at(call, lasting=lasting):
        call += 1
    assert call > 50


def test_the_stick_is_pulled_before_the_voices_are_copied(root):
    place = victim.prepared(root)
    offer, kiosk, before = place.offer("goi-video"), place.kiosk, place.contents()
    shutil.rmtree(place.stick)
    with pytest.raises(LessonRefusedError) as refused:
        take_over(offer, place.stick, kiosk, NOW)
    assert refused.value.note.code == "stick_gone"
    assert place.contents() == before
    assert kept(place.folders) == ()
