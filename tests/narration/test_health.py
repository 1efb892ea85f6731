"""The report of `kiosk doctor` on the voice."""

from dataclasses import replace

import neural_voice
import pytest

from kiosk.i18n.staff_texts import staff_table
from kiosk.narration import health, worker_process
from kiosk.narration.engines import espeak
from kiosk.narration.settings import NarrationSettings


@pytest.fixture
def settings(tmp_path):
    return NarrationSettings(cache_folder=tmp_path / "cache", translations=tmp_path)


def finding_about(report, what):
    return next(finding for finding in report if finding.what == what)


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
    monkeypatch.setattr(worker_process, "worker_arguments", lambda *_: ["-c", ""])
    report = health.voice_report(settings, staff_table(health.TEXTS, "en"))
    assert any(sentence.startswith("The speech worker does not start") for sentence in bad(report))


def test_for_each_language_it_is_told_who_speaks_and_who_does_not(settings, tmp_path):
    neural = neural_voice.put(tmp_path / "voices")
    report = health.voice_report(
        replace(settings, neural_voices=neural, rates={"en": 110}), offered=("vi", "en", "rad")
    )
    assert bad(report) == set()
    vietnamese = finding_about(report, "Giọng vi").sentence
    assert vietnamese.startswith("Tiếng “vi” đọc bằng espeak, giọng vi+f3, 125 từ một phút.")
    assert vietnamese.endswith("chưa đọc được: recordings, piper, supertonic.")
    english = finding_about(report, "Giọng en").sentence
    assert english.startswith("Tiếng “en” đọc bằng piper, giọng en_US-joe-medium, 110 từ")
    assert finding_about(report, "Giọng rad").sentence.startswith(
        "Chưa có giọng nào; ki-ốt đọc tiếng Việt"
    )


def test_an_engine_says_why_it_is_not_used_and_that_is_no_fault(settings, tmp_path):
    finding = finding_about(
        health.voice_report(replace(settings, neural_voices=tmp_path)), "Máy đọc piper"
    )
    assert finding.ok
    assert finding.sentence.startswith("Không dùng. Chưa có giọng nơ-ron. Chép hai tệp .onnx")


def test_a_kiosk_that_would_be_silent_is_a_fault(settings):
    report = health.voice_report(replace(settings, engines=("piper",)))
    assert (
        "Chưa có giọng nào, ki-ốt sẽ im. Cài gói espeak-ng."
        in finding_about(report, "Giọng vi").sentence
    )
    assert not finding_about(report, "Giọng vi").ok
    assert not finding_about(report, "Máy đọc piper").ok


def test_a_misspelt_engine_is_told_with_the_right_names(settings):
    report = health.voice_report(replace(settings, engines=("espek", "espeak")))
    assert any("“espek” mà không có. Có: espeak, piper" in sentence for sentence in bad(report))


def test_an_engine_that_nobody_asked_for_is_told(settings):
    report = health.voice_report(replace(settings, engines=("espeak",)))
    assert "config.yaml không ghi tên" in finding_about(report, "Máy đọc pyttsx3").sentence


def test_everything_that_is_told_is_there_in_english_too():
    reported = staff_table(health.TEXTS, "en")
    assert [key for key, text in reported.items() if text == health.TEXTS[key]] == []
