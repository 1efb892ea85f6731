"""What a newcomer gets wrong is told before anything runs: seeded into a copy, each is reported."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.folders import CHECKOUT

PYTHON = {
    "a misspelt method": (
        "kiosk/staff_pages/languages/page.py",
        "self._rows.show(",
        "self._rows.shwo(",
        'has no attribute "shwo"',
    ),
    "a misspelt property of a view model": (
        "kiosk/staff_pages/translate/page.py",
        "context.visit.language ==",
        "context.visit.langauge ==",
        'has no attribute "langauge"',
    ),
    "an extra argument of a constructor": (
        "kiosk/staff_pages/languages/page.py",
        "TypedListModel(LanguageRow, self)",
        "TypedListModel(LanguageRow, 5, self)",
        'Too many arguments for "TypedListModel"',
    ),
    "a field of a row that is not there": (
        "kiosk/staff_pages/languages/page.py",
        "may_rise=code",
        "may_rize=code",
        'Unexpected keyword argument "may_rize"',
    ),
}
PAGE = "kiosk/staff_pages/languages/LanguagesPage.qml"
QML = {
    "a misspelt key of a row": ("row.mayRise", "row.mayRiser", 'Member "mayRiser" not found'),
    "a key that the rows do not have": (
        "required property int spoken\n",
        "required property int spokn\n",
        "LanguageRow has no field spokn",
    ),
    "a key of another type": (
        "required property int total\n",
        "required property string total\n",
        "total of LanguageRow is int, not string",
    ),
    "a misspelt slot": (
        "root.viewModel.moveUp(",
        "root.viewModel.moveUpp(",
        'Member "moveUpp" not found',
    ),
}


def seed(path: Path, right: str, wrong: str) -> None:
    text = path.read_text("utf-8")
    assert right in text, f"{path}: nothing to seed"
    path.write_text(text.replace(right, wrong), encoding="utf-8")


@pytest.fixture
def copy(tmp_path) -> Path:
    """The program with its checks; what mypy knows already of the checkout is not read again."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(CHECKOUT / "kiosk", tmp_path / "kiosk", ignore=ignored)
    (tmp_path / "script").mkdir()
    for name in ("qml-check", "qml_types.py", "qml_roles.py"):
        shutil.copy(CHECKOUT / "script" / name, tmp_path / "script")
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    if (CHECKOUT / ".mypy_cache").is_dir():
        shutil.copytree(CHECKOUT / ".mypy_cache", tmp_path / ".mypy_cache")
    (tmp_path / ".venv").symlink_to(sys.prefix)
    return tmp_path


def told(copy: Path, *command: object) -> str:
    done = subprocess.run(
        list(map(str, command)),
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    return done.stdout + done.stderr


def test_mypy_reports_each_mistake_in_what_qml_sees(copy):
    for file, right, wrong, _ in PYTHON.values():
        seed(copy / file, right, wrong)
    files = sorted({file for file, *_ in PYTHON.values()})

    report = told(copy, copy / ".venv" / "bin" / "mypy", *files)
    assert {name: message in report for name, (*_, message) in PYTHON.items()} == dict.fromkeys(
        PYTHON, True
    ), report


def test_the_check_of_qml_reports_each_mistake(copy):
    for other in copy.joinpath("kiosk").rglob("*.qml"):
        if other.parent.name not in ("Theme", "Controls") and other != copy / PAGE:
            other.unlink()  # one page is enough
    for right, wrong, _ in QML.values():
        seed(copy / PAGE, right, wrong)

    report = told(copy, copy / "script" / "qml-check")
    assert {name: message in report for name, (*_, message) in QML.items()} == dict.fromkeys(
        QML, True
    ), report
