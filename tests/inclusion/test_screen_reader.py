"""A complete lesson can be learnt with a screen reader, through the accessibility tree only."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from one_lesson_home import LESSON, small_home

from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.player.lesson_run import LessonRun, begin, touch

SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("screen_reader.py")
PATIENCE_S = 30
ANSWER = "answer "


class Reader:
    """Reads accessible names and presses items by name."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process = process

    def _ask(self, **asked):
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            if line.startswith(ANSWER):
                return json.loads(line.removeprefix(ANSWER))
        raise AssertionError("the screen reader ended")

    def press(self, *names: str, until: str, states: dict | None = None) -> list[dict]:
        """Presses the first of these items that exists; returns all items read afterwards."""
        heard = self._ask(press=names, until=until, states=states)
        assert heard is not None, f"{names} never led to {until!r}, {states}"
        return heard


@dataclass
class Learnt:
    """The record of a completed lesson."""

    moments: list[tuple[LessonRun, list[dict]]] = field(default_factory=list)
    """The state of the run after each touch, with the accessible items at that time."""

    def at(self, kind: str) -> list[tuple[LessonRun, dict[str, dict]]]:
        """The moments at steps of this kind, with the accessible items by id."""
        return [
            (run, {each["id"]: each for each in heard})
            for run, heard in self.moments
            if run.step and run.step.key == kind
        ]


@pytest.fixture(scope="module")
def learnt(tmp_path_factory):
    """The lesson completed in the TOGETHER way."""
    place = tmp_path_factory.mktemp("reader")
    home = small_home(place)
    places = ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    for each in places:
        (place / each).mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(place),
        "KIOSK_HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LANG": "C.UTF-8",
        **{each: str(place / each) for each in places},
    }
    command = [
        *("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24"),
        *("dbus-run-session", "--", SYSTEM_PYTHON, str(READER)),
        *(sys.executable, "-m", "kiosk", "run"),
    ]
    with (place / "errors").open("w") as errors:
        process = subprocess.Popen(
            command,
            cwd=CHECKOUT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
    done = Learnt()
    try:
        go_through(Reader(process), load_library(Folders(home=home)).find(LESSON), done)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=PATIENCE_S)
    return done


def names(heard):
    return {each["name"] for each in heard}


def states_of(run: LessonRun) -> dict[str, dict]:
    """The expected accessible states of each choice and field, by id."""
    waiting = run.pending_option.target if run.pending_option else ""
    choices = {
        option.target: {
            "selected": option.target == waiting,
            "checked": option.target in run.progress,
        }
        for option in run.spoken_options
        if option.target not in ("decline", "answer")
    }
    fields = run.screen.elements if run.screen and run.step.key == "type" else ()
    texts = {
        each.field: run.field_contents.get(each.field, "") for each in fields if each.key == "field"
    }
    secret = {each.field for each in fields if each.key == "field" and each.secret}
    return choices | {
        f"phone:{name}": {"text": "•" * len(text) if name in secret else text}
        for name, text in texts.items()
    }


def go_through(reader: Reader, lesson, done: Learnt) -> None:
    """Goes from the attract page to the end of a way, using only ids."""
    reader.press("begin", until="language:vi")
    reader.press("language:vi", until=f"lesson:{LESSON}")
    reader.press(f"lesson:{LESSON}", until="ways")
    reader.press("ways", until=f"way:{Way.TOGETHER}")
    run = begin(lesson, Way.TOGETHER)
    reader.press(f"way:{Way.TOGETHER}", until=run.newest_line.text)
    next_way = begin(lesson, Way.ALONE).newest_line.text
    while not run.over:
        after = touch(run, run.expected)
        line = next_way if after.over else after.newest_line.text
        targets = (run.expected, f"phone:{run.expected}")
        heard = reader.press(*targets, until=line, states=states_of(after))
        done.moments.append((after, heard))
        run = after


def test_every_button_has_a_name(learnt):
    assert len(learnt.moments) > len({run.at for run, _ in learnt.moments}) > 8
    for _, heard in learnt.moments:
        assert all(each["name"] for each in heard if each["role"] == "push button")


def test_what_is_checked_on_the_phone_is_told(learnt):
    boxes = [tree["phone:da-doc"] for _, tree in learnt.at("tap") if "phone:da-doc" in tree]
    assert [(each["role"], each["checked"]) for each in boxes] == [
        ("check box", False),
        ("check box", True),
    ]
    switches = [tree["phone:den-pin"] for _, tree in learnt.at("tap") if "phone:den-pin" in tree]
    assert [each["checked"] for each in switches] == [False, True]
    tabs = learnt.at("tap")[-1][1]
    assert {tabs[name]["role"] for name in ("phone:the-tin", "phone:the-danh-ba")} == {"page tab"}
    assert [tabs[name]["selected"] for name in ("phone:the-tin", "phone:the-danh-ba")] == [
        True,
        False,
    ]


def test_what_is_typed_is_told_and_of_a_password_only_how_long_it_is(learnt):
    for run, tree in learnt.at("type"):
        name, password = tree["phone:ten"], tree["phone:mat-khau"]
        # Qt hides the name of a password field from screen readers, so the field could not be
        # identified. So this is an ordinary field whose text is dots.
        assert {name["role"], password["role"]} <= {"entry", "text"}
        assert (name["name"], password["name"]) == ("Tên của bác", "Mật khẩu")
        assert name["text"] == run.field_contents.get("ten", "")
        assert password["text"] == "•" * len(run.field_contents.get("mat-khau", ""))
    assert [run.field_contents for run, _ in learnt.at("type")][-1] == {
        "ten": "an",
        "mat-khau": "h",
    }


def test_the_note_to_copy_from_is_told_as_one(learnt):
    notes = [names(heard) for run, heard in learnt.moments if run.step and run.step.key == "type"]
    assert any("Tên: an" in each for each in notes)
    assert any("Mật khẩu: h2" in each for each in notes)


@pytest.mark.parametrize("kind", ["ask", "order"])
def test_an_answer_is_told_as_selected_and_then_as_checked(learnt, kind):
    moments = learnt.at(kind)
    for run, tree in moments:
        waiting = run.pending_option.target if run.pending_option else ""
        for option in run.spoken_options:
            fields = tree[option.target]
            assert fields["selected"] == (option.target == waiting)
            assert fields["checked"] == (option.target in run.progress)
    assert any(run.pending_option for run, _ in moments)
    assert any(run.progress for run, _ in moments)


def test_papers_that_were_ticked_are_told(learnt):
    for run, tree in learnt.at("papers"):
        ticked = [tree[option.target]["checked"] for option in run.spoken_options]
        assert ticked == [option.target in run.progress for option in run.spoken_options]
