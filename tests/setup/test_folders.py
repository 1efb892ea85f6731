"""The locations of files, also for a user without a home."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.folders import NoHomeError, folders_from_environment


@pytest.fixture
def homeless(monkeypatch):
    def refuse(_kind):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", classmethod(refuse))
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_a_home_is_asked_for_only_where_the_variables_say_nothing(homeless, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", "/s")
    monkeypatch.setenv("XDG_CACHE_HOME", "/c")
    assert folders_from_environment().state == Path("/s/tutorial-kiosk")


def test_without_both_a_user_without_a_home_is_told_what_to_set(homeless, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", "/s")
    with pytest.raises(NoHomeError):
        folders_from_environment()
    ran = CliRunner().invoke(main, ["open", "11"])
    assert ran.exit_code == 1
    assert "XDG_CACHE_HOME" in ran.output
    assert "Traceback" not in ran.output
