"""A newly installed system must draw, accept a touch and speak; otherwise it is rolled back."""

import importlib.machinery
import importlib.util
import json
from pathlib import Path

import pytest

from kiosk.player.asking import RunningState

PROGRAM = Path(__file__).parents[2] / "deploy" / "image" / "confirm-system"


class TouchPanel:
    """Touches the kiosk, which is notified of it."""

    def __init__(self, kiosk):
        self._kiosk = kiosk

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def touch(self):
        self._kiosk.count_touch()


class FakeKiosk:
    """A machine with a kiosk in which each ability can fail."""

    def __init__(self, program, monkeypatch, tmp_path):
        self.can_draw = self.can_be_touched = self.can_speak = self.has_sound = True
        self.touches, self.now_s, self.draws_after_s = 0, 0.0, 0
        self.grub_variables = {"TRIAL": ""}
        self.commands = []
        cards = tmp_path / "cards"
        self._cards = cards
        monkeypatch.setattr(program, "running_state", self.running_state)
        monkeypatch.setattr(program, "VirtualTouchPanel", lambda: TouchPanel(self))
        monkeypatch.setattr(program, "SOUND_CARDS", cards)
        (tmp_path / "version").write_text("1.0\n")
        monkeypatch.setattr(program, "UPDATE_REPORTS", tmp_path / "update")
        monkeypatch.setattr(program, "VERSION_FILE", tmp_path / "version")
        monkeypatch.setattr(program, "booted_slot", lambda: "B")
        monkeypatch.setattr(program, "grub_variables", lambda: self.grub_variables)
        monkeypatch.setattr(
            program, "set_grub_variables", lambda *settings: self.commands.extend(settings)
        )
        monkeypatch.setattr(program, "set_slot_status", self.commands.append)
        monkeypatch.setattr(
            program.subprocess, "run", lambda message, **_: self.commands.append(message[1])
        )
        monkeypatch.setattr(program.time, "monotonic", lambda: self.now_s)
        monkeypatch.setattr(program.time, "sleep", self.advance)

    def advance(self, seconds):
        self.now_s += seconds

    def count_touch(self):
        self.touches += self.can_be_touched

    def running_state(self):
        self.advance(0.1)
        self._cards.write_text(" 0 [HDA]" if self.has_sound else "--- no soundcards ---")
        if not self.can_draw or self.now_s < self.draws_after_s:
            return None
        spoken = int(self.can_speak and self.touches > 0)
        return RunningState(
            "0.1.0", "1920x1080", "", has_pin=True, wifi="", touches=self.touches, spoken=spoken
        )


@pytest.fixture(scope="module")
def program():
    loader = importlib.machinery.SourceFileLoader("confirm_system", str(PROGRAM))
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader("confirm_system", loader)
    )
    loader.exec_module(module)
    return module


@pytest.fixture
def kiosk(program, monkeypatch, tmp_path):
    return FakeKiosk(program, monkeypatch, tmp_path)


@pytest.fixture
def outcome(tmp_path):
    return lambda: json.loads((tmp_path / "update" / "outcome.json").read_text("utf-8"))


def test_a_system_on_trial_that_passes_is_kept(program, kiosk, outcome):
    kiosk.grub_variables["TRIAL"] = "B"
    program.main()
    assert kiosk.commands == ["TRIAL=", "mark-good"]
    assert (outcome()["outcome"], outcome()["problem"]) == ("kept", "")


@pytest.mark.parametrize(
    ("ability", "message"),
    [
        ("can_draw", "không lên hình"),
        ("can_be_touched", "không nhận chạm"),
        ("can_speak", "không nói"),
    ],
)
def test_a_system_that_fails_is_rolled_back_within_a_minute(
    program, kiosk, outcome, ability, message
):
    kiosk.grub_variables["TRIAL"] = "B"
    setattr(kiosk, ability, False)
    program.main()
    assert kiosk.commands == ["TRIAL=", "mark-bad", "reboot"]
    assert message in outcome()["problem"]
    assert kiosk.now_s <= program.LIMIT_S + 3


def test_the_minute_is_the_limit_of_all_checks_together(program, kiosk, outcome):
    kiosk.grub_variables["TRIAL"] = "B"
    kiosk.draws_after_s, kiosk.can_speak = 40, False
    program.main()
    assert "không nói" in outcome()["problem"]
    assert kiosk.now_s <= program.LIMIT_S + 3


def test_a_machine_without_a_loudspeaker_need_not_speak(program, kiosk):
    kiosk.grub_variables["TRIAL"] = "B"
    kiosk.can_speak = kiosk.has_sound = False
    program.main()
    assert "mark-good" in kiosk.commands


def test_a_system_that_passed_before_is_not_tested_again(program, kiosk):
    kiosk.can_draw = False
    program.main()
    assert kiosk.commands == ["mark-good"]


def test_a_new_system_that_did_not_start_is_reported(program, kiosk, outcome):
    kiosk.grub_variables["TRIAL"] = "A"
    program.main()
    assert kiosk.commands == ["TRIAL=", "A_OK=0", "mark-good"]
    assert outcome()["outcome"] == "taken_back"
    assert outcome()["problem"]
