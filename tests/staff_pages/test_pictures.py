"""Screenshots of the staff pages, for the guide and for reviews."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtGui import QImage

from kiosk.cli.screenshot import COMMAND as SCREENSHOT
from kiosk.headless.pictures import pages


@pytest.fixture
def taken(qapp, monkeypatch, tmp_path, home):
    """Takes a screenshot with the command."""
    monkeypatch.setenv("KIOSK_HOME", str(home))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def take(page: str) -> QImage:
        path = tmp_path / f"{page.replace(':', '-')}.png"
        done = CliRunner().invoke(
            SCREENSHOT, ["--page", page, "-o", str(path)], catch_exceptions=False
        )
        assert done.exit_code == 0, done.output
        return QImage(str(Path(path)))

    return take


def test_a_picture_is_taken_behind_the_door_without_knowing_the_pin(taken):
    doors, first, second = (taken(page) for page in ("staff", "staff:find", "staff:look"))
    assert (doors.width(), doors.height()) == (first.width(), first.height()) == (1920, 1080)
    assert doors != first
    assert first != second
    assert second != doors


def test_a_page_that_is_none_is_refused_with_the_names_of_all():
    done = CliRunner().invoke(SCREENSHOT, ["--page", "staff:nowhere", "-o", "x.png"])
    assert done.exit_code == 2
    assert "staff:find" in done.output
    assert "staff:health" in pages()


def test_a_lesson_that_is_none_is_told_in_a_sentence(qapp, monkeypatch, tmp_path, small_home):
    monkeypatch.setenv("KIOSK_HOME", str(small_home))
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    done = CliRunner().invoke(SCREENSHOT, ["--lesson", "khong-co", "-o", str(tmp_path / "x.png")])
    assert (done.exit_code, "Không có bài “khong-co”" in done.output) == (1, True)
