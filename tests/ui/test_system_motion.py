"""If the system disables animations, the kiosk shows none."""

import pytest

from kiosk.ui.window.system_motion import is_motion_reduced


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home without a desktop's settings, and a PATH for the test's programs."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    (tmp_path / ".config").mkdir()
    return tmp_path


def gsettings(home, does):
    program = home / "bin" / "gsettings"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)


def test_without_a_desktop_things_move(home):
    assert not is_motion_reduced(home)


@pytest.mark.parametrize(("does", "still"), [("echo false", True), ("echo true", False)])
def test_gnome_is_asked(home, does, still):
    gsettings(home, does)
    assert is_motion_reduced(home) is still


def test_a_desktop_that_answers_nothing_is_none(home):
    gsettings(home, "echo no schema >&2; exit 1")
    assert not is_motion_reduced(home)


@pytest.mark.parametrize(("factor", "still"), [("0", True), ("0.5", False), ("x", False)])
def test_kde_is_asked(home, factor, still):
    text = f"[KDE]\nAnimationDurationFactor={factor}\n"
    (home / ".config" / "kdeglobals").write_text(text, encoding="utf-8")
    assert is_motion_reduced(home) is still


def test_visits_then_begin_still_and_a_person_may_have_motion(headless):
    assert headless.journey.visit.preferences.motion
    headless.kiosk.reduce_motion()
    assert not headless.journey.visit.preferences.motion
    headless.journey.to_home("vi")
    headless.driver.touch("adjust")
    headless.driver.touch("motion-on")
    assert headless.journey.visit.preferences.motion
    headless.kiosk.visit.endVisit()
    assert not headless.journey.visit.preferences.motion
