"""A new kind of step and a new element consist of new files only; no other file changes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from new_parts import LAMP, WAVE, write

from kiosk.authoring.guide import PAGES, PICTURES
from kiosk.folders import CHECKOUT

LEFT_OUT = (
    *(".git", ".venv", "build", "node_modules"),
    *(".pytest_cache", ".hypothesis", ".ruff_cache"),
)
TESTS = (
    "tests/steps/test_every_kind.py",
    "tests/content/test_schema.py",
    "tests/content/test_guide.py",
    "tests/inclusion/test_every_kind_of_step.py",
    "tests/ui/test_more_elements.py",
    "tests/editor/test_every_kind_is_edited.py",
)
"""The tests that run for all kinds and elements."""
NOT_HERE = "not real_window and not kiosk_shows_now and not link and not read_and_touched"
"""Excludes tests that only repeat work on every example, or need all lessons."""


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the checkout with both new parts, and with one lesson that uses neither."""
    copy = tmp_path / "kiosk"
    shutil.copytree(CHECKOUT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
    for lesson in (copy / "lessons").rglob("*.yaml"):
        if lesson.name != "noi-wifi.yaml":
            lesson.unlink()
    (copy / ".venv").symlink_to(sys.prefix)
    write(copy / "kiosk" / "steps" / "wave", WAVE)
    write(copy / "kiosk" / "phone", LAMP)
    return copy


def run(copy: Path, *command: object) -> str:
    """The output of a command in the copy; fails if the command fails."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def python(copy: Path) -> Path:
    return copy / ".venv" / "bin" / "python"


def test_its_page_is_made_and_all_else_stays_green(copy):
    pages, pictures = bytes_in(CHECKOUT / PAGES), bytes_in(CHECKOUT / PICTURES)
    run(copy, python(copy), "-m", "kiosk.headless.guide")

    pages_now, pictures_now = bytes_in(copy / PAGES), bytes_in(copy / PICTURES)
    assert pages_now.keys() - pages.keys() == {"buoc-wave.md", "muc-lamp.md"}
    assert pictures_now.keys() - pictures.keys() == {"buoc-wave.png", "muc-lamp.png"}
    assert {name for name in pages if pages_now[name] != pages[name]} == {"README.md"}
    assert {name for name in pictures if pictures_now[name] != pictures[name]} == set()

    bin_folder = copy / ".venv" / "bin"
    run(copy, bin_folder / "ruff", "check", "kiosk")
    run(copy, bin_folder / "ruff", "format", "--check", "kiosk")
    run(copy, bin_folder / "lint-imports", "--no-logo")
    run(copy, bin_folder / "mypy", "kiosk/steps/wave/wave_view_model.py", "kiosk/phone/lamp.py")
    run(copy, copy / "script" / "qml-check")
    run(copy, python(copy), "-m", "kiosk", "lint")
    pytest_here = (python(copy), "-m", "pytest", "-v", "-p", "no:cacheprovider", *TESTS)
    ran = run(copy, *pytest_here, "-x", "-k", NOT_HERE)
    assert [file for file in TESTS if f"{file}::" not in ran] == []
    assert "[wave] PASSED" in ran
