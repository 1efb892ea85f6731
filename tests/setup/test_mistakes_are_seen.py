"""Common mistakes are reported by the checks: each is seeded into a copy of the program."""

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
        "self.languages.show(",
        "self.languages.shwo(",
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
        "ShownList(LanguageRow)",
        "ShownList(LanguageRow, 5)",
        'Too many arguments for "ShownList"',
    ),
    "a property that gives QML another type": (
        "kiosk/ui/visit/lesson_view_model.py",
        "nextLeadsOn = _shows(bool,",
        "nextLeadsOn = _shows(str,",
        'expected "Callable[[LessonViewModel], str]"',
    ),
    "a misspelt name in a property": (
        "kiosk/ui/visit/lesson_view_model.py",
        "self._run.may_ask_help)",
        "self._run.may_ask_hlep)",
        'has no attribute "may_ask_hlep"',
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

ROWS = {
    "a tile of the page of lessons": (
        "kiosk/ui/qml/TutorialKiosk/Pages/HomePage.qml",
        "required property string title\n",
        "required property string titel\n",
        "HomeTileRow has no field titel",
    ),
    "a row of the paper note": (
        "kiosk/ui/qml/TutorialKiosk/Pages/PaperNote.qml",
        "required cells\n",
        "required cell\n",
        "PaperNoteRow has no field cell",
    ),
    "an answer of a step": (
        "kiosk/ui/qml/TutorialKiosk/Controls/Answers.qml",
        "required leadsOn\n",
        "required leadOn\n",
        "AnswerRow has no field leadOn",
    ),
    "a key of the keyboard": (
        "kiosk/ui/qml/TutorialKiosk/Controls/ScreenKeyboard.qml",
        "required property real columns\n",
        "required property string columns\n",
        "columns of BoardKeyRow is float, not string",
    ),
    "a message on the phone": (
        "kiosk/ui/qml/TutorialKiosk/Phone/MessageList.qml",
        "required sender\n",
        "required sendr\n",
        "MessageRow has no field sendr",
    ),
    "what a lesson file says of an element": (
        "kiosk/phone/TabsElement.qml",
        "element.fields.tabs",
        "element.fields.tbs",
        "Tabs has no field tbs",
    ),
    "what it says of a part of an element": (
        "kiosk/phone/DialogElement.qml",
        "modelData.quiet",
        "modelData.quite",
        "DialogButton has no field quite",
    ),
    "a bar of the figures": (
        "kiosk/staff_pages/figures/FigureBars.qml",
        "required times\n",
        "required time\n",
        "FigureRow has no field time",
    ),
    "a way in the editor": (
        "kiosk/ui/qml/TutorialKiosk/Desktop/EditorWays.qml",
        "required property list<bool> inWay\n",
        "required property list<string> inWay\n",
        "inWay of WaysRow is tuple[bool, ...], not list<string>",
    ),
    "a component that is a delegate": (
        "kiosk/ui/qml/TutorialKiosk/Desktop/LineProblem.qml",
        "required property string hint\n",
        "required property string hnt\n",
        "LineProblemRow has no field hnt",
    ),
}


def seed(path: Path, right: str, wrong: str) -> None:
    text = path.read_text("utf-8")
    assert right in text, f"{path}: nothing to seed"
    path.write_text(text.replace(right, wrong), encoding="utf-8")


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the program and its checks, with mypy's cache of the checkout."""
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


def output_of(copy: Path, *command: object) -> str:
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

    report = output_of(copy, copy / ".venv" / "bin" / "mypy", *files)
    assert {name: message in report for name, (*_, message) in PYTHON.items()} == dict.fromkeys(
        PYTHON, True
    ), report


def test_the_check_of_qml_reports_each_mistake(copy):
    for other in copy.joinpath("kiosk").rglob("*.qml"):
        if other.parent.name not in ("Theme", "Controls") and other != copy / PAGE:
            other.unlink()  # one page is enough
    for right, wrong, _ in QML.values():
        seed(copy / PAGE, right, wrong)

    report = output_of(copy, copy / "script" / "qml-check")
    assert {name: message in report for name, (*_, message) in QML.items()} == dict.fromkeys(
        QML, True
    ), report


def test_a_misspelt_key_is_reported_on_a_page_of_each_sort(tmp_path):
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(CHECKOUT / "kiosk", tmp_path / "kiosk", ignore=ignored)
    for file, right, wrong, _ in ROWS.values():
        seed(tmp_path / file, right, wrong)

    report = output_of(tmp_path, sys.executable, CHECKOUT / "script" / "qml_roles.py", "kiosk")
    assert {name: message in report for name, (*_, message) in ROWS.items()} == dict.fromkeys(
        ROWS, True
    ), report
