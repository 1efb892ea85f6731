"""Counters in a file of the test's own."""

import pytest


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "stats.sqlite"
