"""A whole lesson is learnt with a screen reader: by what is in the accessibility tree alone."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.player.lesson_run import begin, touch

LESSON = "goi-video"
SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("screen_reader.py")
PATIENCE_S = 30
ANSWER = "answer "
AGAIN_AFTER_S = 2
MOST_PRESSES = 4


class Reader:
    """Hears names, and presses what has one."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process = process

    def _ask(self, **asked):
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            if line.startswith(ANSWER):
                return json.loads(line.removeprefix(ANSWER))
        raise AssertionError("the screen reader ended")

    def heard(self) -> list[dict]:
        return self._ask(see=True) or []

    def wait_for(self, is_so, what: str, patience_s: float = PATIENCE_S) -> list[dict]:
        ends_s = time.monotonic() + patience_s
        while True:
            heard = self.heard()
            if is_so(heard):
                return heard
            assert time.monotonic() < ends_s, (what, [(each["id"], each["name"]) for each in heard])

    def press(self, *names: str, until) -> None:
        """Press the first of these that is there, and again while nothing comes of it.

        It has a name to be known by; a touch in the first moment of a page is no touch.
        """

        def is_there(heard):
            return any(each["id"] in names and each["name"].strip() for each in heard)

        for last in (*[False] * (MOST_PRESSES - 1), True):
            heard = self.wait_for(is_there, f"one of {names}")
            name = next(each["id"] for each in heard if each["id"] in names)
            assert self._ask(press=name), name
            try:
                self.wait_for(until, f"what {name} does", PATIENCE_S if last else AGAIN_AFTER_S)
            except AssertionError:
                if last:
                    raise
            else:
                return


@pytest.fixture
def reader(tmp_path):
    places = ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    for place in places:
        (tmp_path / place).mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        **{place: str(tmp_path / place) for place in places},
    }
    command = [
        *("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24"),
        *("dbus-run-session", "--", SYSTEM_PYTHON, str(READER)),
        *(sys.executable, "-m", "kiosk", "run"),
    ]
    process = subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    yield Reader(process)
    os.killpg(process.pid, signal.SIGTERM)
    process.communicate(timeout=PATIENCE_S)


def names(heard):
    return {each["name"] for each in heard}


def has(*identities: str):
    """Whether one of these is there."""
    return lambda heard: any(each["id"] in identities for each in heard)


def go_to_lesson(reader: Reader) -> None:
    reader.press("begin", until=has("language:vi"))
    reader.press("language:vi", until=has("by-number"))
    while not has(f"lesson:{LESSON}")(heard := reader.heard()):
        before = names(heard)
        reader.press("next", until=lambda heard, before=before: names(heard) != before)
    reader.press(f"lesson:{LESSON}", until=has("ways"))
    reader.press("ways", until=has("way:together"))
    reader.press(f"way:{Way.TOGETHER}", until=lambda heard: not has("way:together")(heard))


def test_a_lesson_is_finished_by_what_a_screen_reader_gets(reader):
    lesson = load_library(Folders(home=CHECKOUT)).find(LESSON)
    go_to_lesson(reader)
    next_step = begin(lesson, Way.ALONE).newest_line.text
    run = begin(lesson, Way.TOGETHER)
    while not run.over:
        after = touch(run, run.expected)
        assert all(each["name"] for each in reader.heard() if each["role"] == "push button")
        line = next_step if after.over else after.newest_line.text
        reader.press(
            run.expected,
            f"phone:{run.expected}",
            until=lambda heard, line=line: line in names(heard),
        )
        run = after
