"""Every test: no display, software drawing, nothing of this machine's user."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from fake_printer import FakePrinter

from kiosk.app import settings_of
from kiosk.domain.settings import Settings
from kiosk.folders import CHECKOUT, Folders
from kiosk.stage.offscreen import Look, mute, stage


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """The shipped lessons, with a state and a cache of the test's own."""
    return Folders(home=CHECKOUT, state=tmp_path / "state", cache=tmp_path / "cache")


@pytest.fixture
def settings(folders: Folders) -> Settings:
    """The shipped settings."""
    return settings_of(folders)


@pytest.fixture
def stage_of(qapp, folders: Folders, settings: Settings):
    """Makes stages: kiosks offscreen, taken down when the test is over."""
    with ExitStack() as open_stages:

        def make(
            home: Path = CHECKOUT,
            *,
            of: Settings = settings,
            narrator=mute,
            microphone=None,
            **look,
        ):
            shown = Look(**{"width": 1920, "height": 1080, "motion": False, **look})
            where = replace(folders, home=home)
            return open_stages.enter_context(stage(where, of, shown, narrator, microphone))

        yield make


@pytest.fixture
def on(stage_of):
    """A kiosk offscreen at its attract page, and the hand that touches it."""
    return stage_of()


@pytest.fixture
def printer(tmp_path, monkeypatch) -> FakePrinter:
    """The only printer that the kiosk finds."""
    folder = tmp_path / "printer"
    folder.mkdir()
    fake = FakePrinter(folder)
    monkeypatch.setenv("PATH", fake.path)
    return fake
