"""Engines are files in a folder; a faulty one does not affect the others."""

import strange_engines

from kiosk.narration.engine import Ability, ability, find_engines
from kiosk.narration.voice_folders import VoiceFolders


def test_an_engine_dropped_into_a_folder_is_found(tmp_path):
    engines = find_engines(VoiceFolders(), strange_engines.write(tmp_path, "talk"))
    assert ability(engines["talk"]) == Ability("talk", "1", None, {"vi": ("talk-voice",)})


def test_an_engine_that_cannot_be_loaded_is_told_and_left_out(tmp_path, capsys):
    (tmp_path / "bad.py").write_text("import nothing_like_this")
    assert "espeak" in find_engines(VoiceFolders(), tmp_path)
    assert "nothing_like_this" in capsys.readouterr().err
