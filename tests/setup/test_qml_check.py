"""script/qml-check uses the Python types that QML refers to, and fails on a misspelt member."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAD = """
from kiosk.qt.properties import qml_type
from PySide6.QtCore import Property, QObject, Signal
"""
BASE = """
@qml_type
class AnyViewModel(QObject):
    changed = Signal()

    @Property(str, notify=changed)
    def title(self) -> str:
        return "x"
"""
DERIVED = """
from kiosk.z_base_view_model import AnyViewModel


@qml_type
class PageViewModel(AnyViewModel):
    @Property(list, constant=True)
    def lines(self) -> list[str]:
        return []

    @Property(QObject, constant=True)
    def inner(self) -> AnyViewModel | None:
        return None
"""
VIEW = """import QtQuick
import TutorialKiosk.Backend

Text {
    required property PageViewModel page

    text: page.title + page.lines.length + page.inner.title
}
"""

MISSPELLED = (
    ("titlex", "PageViewModel"),
    ("lengthx", "QVariantList"),
    ("titlex", "AnyViewModel"),
)
"""A missing member, and the type that lacks it."""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "script").mkdir()
    (tmp_path / ".venv").symlink_to(sys.prefix)
    for name in ("qml-check", "qml_types.py", "qml_roles.py"):
        shutil.copy(ROOT / "script" / name, tmp_path / "script")
    (tmp_path / "kiosk" / "z_base_view_model.py").write_text(HEAD + BASE)
    (tmp_path / "kiosk" / "page_view_model.py").write_text(HEAD + DERIVED)
    (tmp_path / "kiosk" / "View.qml").write_text(VIEW)
    return tmp_path


def check(project: Path) -> subprocess.CompletedProcess[str]:
    command = [project / "script" / "qml-check"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_inherited_properties_lists_and_inner_view_models_are_known(project):
    result = check(project)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "1 QML files: no warning" in result.stdout


def test_each_misspelled_member_is_told_and_nothing_is_written_outside_the_build_folder(project):
    view = VIEW
    for word in ("page.title", "lines.length", "inner.title"):
        view = view.replace(word, f"{word}x")
    (project / "kiosk" / "View.qml").write_text(view)
    before = {path for path in project.rglob("*") if "build" not in path.parts}
    result = check(project)
    assert result.returncode != 0
    output = result.stdout + result.stderr
    for member, kind in MISSPELLED:
        assert f'Member "{member}" not found on type "{kind}"' in output
    assert {path for path in project.rglob("*") if "build" not in path.parts} == before
