"""Twenty thousand mutated lessons: each gives a message or a lesson, fast and with little memory.

KIOSK_FUZZ=200000 sets the number of lessons; KIOSK_FUZZ_SEED=7 selects others.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CHILDREN = 2
COUNT = int(os.environ.get("KIOSK_FUZZ", "20000"))
SEED = int(os.environ.get("KIOSK_FUZZ_SEED", "20261124"))
PATIENCE_S = max(60.0, COUNT / 100)
KINDS_OF_PROBLEM = 50
"""Least number of different problem codes; fewer would mean that the mutations are too weak."""


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """The measurements of each child process; they run in parallel."""
    folder = tmp_path_factory.mktemp("dot-bien")
    share = -(-COUNT // CHILDREN)
    children = [
        subprocess.Popen(
            [sys.executable, HERE / "fuzz.py", str(SEED + number), str(share), folder],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(HERE)},
            text=True,
        )
        for number in range(CHILDREN)
    ]
    found = []
    try:
        for child in children:
            out, complaint = child.communicate(timeout=PATIENCE_S)
            left = [path.read_bytes() for path in folder.iterdir()] if child.returncode else []
            assert child.returncode == 0, f"{complaint}\n{left}"
            found.append(json.loads(out))
    finally:
        for child in children:
            child.kill()
            child.wait()
    return found


def test_every_one_is_a_lesson_or_a_message(measured):
    assert sum(each["read"] for each in measured) >= COUNT
    for each in measured:
        assert 0 < each["sound"] < each["read"]


def test_none_takes_a_second_or_much_memory(measured):
    assert all(each["slowest_s"] <= 1 for each in measured)
    assert all(each["memory_mb"] <= 200 for each in measured)


def test_the_mutations_are_wild_enough(measured):
    codes = {code for each in measured for code in each["codes"]}
    assert len(codes) >= KINDS_OF_PROBLEM
