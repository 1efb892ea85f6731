"""Shared fixtures of the narration tests."""

import pytest

from kiosk.narration.engine import find_engines
from kiosk.narration.voice_folders import VoiceFolders


@pytest.fixture(scope="module")
def engines(tmp_path_factory):
    """The engines of this machine; skips the test without espeak-ng."""
    engines = find_engines(VoiceFolders(prepared=tmp_path_factory.mktemp("prepared")))
    if engines["espeak"].problem():
        pytest.skip("espeak-ng is not installed")
    return engines
