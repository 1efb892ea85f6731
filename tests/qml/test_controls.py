"""Runs the QML tests of the controls beside this file: tst_<Control>.qml."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = sorted(HERE.glob("tst_*.qml"))


def test_there_are_some():
    assert TESTS


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.stem)
def test_a_control_does_what_its_test_says(test):
    done = subprocess.run(
        [sys.executable, HERE / "runner.py", "-input", test],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    output = done.stdout + done.stderr
    assert done.returncode == 0, output
    assert "WARNING" not in output, output
    assert " passed, 0 failed" in output, output
