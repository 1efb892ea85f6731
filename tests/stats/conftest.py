"""Counters in a temporary file."""

import pytest


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "stats.sqlite"
