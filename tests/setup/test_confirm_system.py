"""A newly installed system must draw, accept a touch and speak; otherwise it is rolled back."""

import importlib.machinery
import importlib.util
import json
from pathlib import Path

import pytest

from kiosk.player.asking import RunningState

PROGRAM = Path(__file__).parents[2] / "deploy" / "image" / "confirm-system"


class Finger:
    """Touches the kiosk, which is notified of it."""

    def __init__(self, kiosk):
        self._kiosk = kiosk

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def touch(self):
        self._kiosk.touched()


class Kiosk:
    """A machine with a kiosk of which single abilities can fail."""

    def __init__(self, program, monkeypatch, tmp_path):
        self.draws = self.notices = self.speaks = self.has_sound = True
        self.touches, self.now_s, self.draws_after_s = 0, 0.0, 0
        self.kept = {"TRIAL": ""}
        self.told = []
        cards = tmp_path / "cards"
        self._cards = cards
        monkeypatch.setattr(program, "ask", self.ask)
        monkeypatch.setattr(program, "Finger", lambda: Finger(self))
        monkeypatch.setattr(program, "SOUND_CARDS", cards)
        (tmp_path / "version").write_text("1.0\n")
        monkeypatch.setattr(program, "KEPT", tmp_path / "update")
        monkeypatch.setattr(program, "VERSION", tmp_path / "version")
        monkeypatch.setattr(program, "booted_slot", lambda: "B")
        monkeypatch.setattr(program, "kept", lambda: self.kept)
        monkeypatch.setattr(program, "change", lambda *settings: self.told.extend(settings))
        monkeypatch.setattr(program, "rauc", self.told.append)
        monkeypatch.setattr(
            program.subprocess, "run", lambda words, **_: self.told.append(words[1])
        )
        monkeypatch.setattr(program.time, "monotonic", lambda: self.now_s)
        monkeypatch.setattr(program.time, "sleep", self.wait)

    def wait(self, seconds):
        self.now_s += seconds

    def touched(self):
        self.touches += self.notices

    def ask(self):
        self.wait(0.1)
        self._cards.write_text(" 0 [HDA]" if self.has_sound else "--- no soundcards ---")
        if not self.draws or self.now_s < self.draws_after_s:
            return None
        spoken = int(self.speaks and self.touches > 0)
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
    return Kiosk(program, monkeypatch, tmp_path)


@pytest.fixture
def outcome(tmp_path):
    return lambda: json.loads((tmp_path / "update" / "outcome.json").read_text("utf-8"))


def test_a_system_on_trial_that_teaches_is_kept(program, kiosk, outcome):
    kiosk.kept["TRIAL"] = "B"
    program.main()
    assert kiosk.told == ["TRIAL=", "mark-good"]
    assert (outcome()["outcome"], outcome()["problem"]) == ("kept", "")


@pytest.mark.parametrize(
    ("cannot", "words"),
    [("draws", "không lên hình"), ("notices", "không nhận chạm"), ("speaks", "không nói")],
)
def test_one_that_does_not_goes_back_within_a_minute(program, kiosk, outcome, cannot, words):
    kiosk.kept["TRIAL"] = "B"
    setattr(kiosk, cannot, False)
    program.main()
    assert kiosk.told == ["TRIAL=", "mark-bad", "reboot"]
    assert words in outcome()["problem"]
    assert kiosk.now_s <= program.LIMIT_S + 3


def test_the_minute_is_for_all_it_has_to_do(program, kiosk, outcome):
    kiosk.kept["TRIAL"] = "B"
    kiosk.draws_after_s, kiosk.speaks = 40, False
    program.main()
    assert "không nói" in outcome()["problem"]
    assert kiosk.now_s <= program.LIMIT_S + 3


def test_a_machine_without_a_loudspeaker_need_not_speak(program, kiosk):
    kiosk.kept["TRIAL"] = "B"
    kiosk.speaks = kiosk.has_sound = False
    program.main()
    assert "mark-good" in kiosk.told


def test_a_system_that_proved_itself_stays_without_a_screen(program, kiosk):
    kiosk.draws = False
    program.main()
    assert kiosk.told == ["mark-good"]


def test_that_the_new_system_did_not_even_start_is_told(program, kiosk, outcome):
    kiosk.kept["TRIAL"] = "A"
    program.main()
    assert kiosk.told == ["TRIAL=", "A_OK=0", "mark-good"]
    assert outcome()["outcome"] == "taken_back"
    assert outcome()["problem"]
