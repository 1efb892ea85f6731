"""What `kiosk doctor` says about the voice."""

from dataclasses import replace

import pytest

from kiosk.narration import health
from kiosk.narration.engines import espeak
from kiosk.narration.settings import VoiceSettings


@pytest.fixture
def settings(tmp_path):
    return VoiceSettings(cache_folder=tmp_path / "cache", translations=tmp_path)


def bad(report):
    return {finding.sentence for finding in report if not finding.ok}


@pytest.mark.skipif(espeak.Espeak().problem() is not None, reason="espeak-ng is not installed")
def test_all_is_well_on_a_machine_with_espeak(settings):
    report = health.voice_report(settings)
    assert bad(report) == set()
    assert "Bộ đọc chạy được." in {finding.sentence for finding in report}


def test_a_voice_that_does_not_exist_is_told(settings):
    report = health.voice_report(replace(settings, voices={"rad": "rad+f3"}))
    assert bad(report) >= {"Không có giọng “rad+f3” cho tiếng “rad”."}


def test_a_broken_pronunciation_list_is_told_with_its_place(settings, tmp_path):
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "pronunciation.yaml").write_text("- OTP")
    assert any("phải là danh sách" in sentence for sentence in bad(health.voice_report(settings)))


def test_a_cache_that_cannot_be_written_is_told(settings, tmp_path):
    (tmp_path / "file").touch()
    report = health.voice_report(replace(settings, cache_folder=tmp_path / "file" / "cache"))
    assert any(sentence.startswith("Không ghi được vào") for sentence in bad(report))


def test_a_worker_that_does_not_start_is_told(settings, monkeypatch):
    monkeypatch.setattr(health, "worker_command", lambda *_: ["/nonexistent/python"])
    report = health.voice_report(settings, "en")
    assert any(sentence.startswith("The speech worker does not start") for sentence in bad(report))
