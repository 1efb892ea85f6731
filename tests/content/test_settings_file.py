"""The settings of a centre, whatever stands in their files."""

from pathlib import Path

import pytest

from kiosk.content.settings_file import read_settings
from kiosk.domain.settings import Contrast, Settings

CONFIG = Path(__file__).parent.parent.parent / "config.yaml"


def codes(problems):
    return [problem.code for problem in problems]


def test_the_settings_that_come_with_the_kiosk_are_sound(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_bytes(CONFIG.read_bytes())
    settings, problems = read_settings(path)
    assert problems == ()
    assert settings.centre.name == "Trung tâm phục vụ hành chính công xã Mẫu"
    assert (settings.wifi.name, settings.wifi.password) == ("HOC-THU-KIOT", "hocthu2025")


def test_without_a_file_everything_is_the_default(tmp_path):
    assert read_settings(tmp_path / "config.yaml") == (Settings(), ())


@pytest.mark.parametrize("text", ["", "# nothing", "idle:", "idle:\n  warn_after_s:\n"])
def test_what_is_left_empty_is_the_default(text, write):
    assert read_settings(write(text, "config.yaml")) == (Settings(), ())


def test_a_wrong_field_falls_back_alone(write):
    path = write("idle:\n  warn_after_s: 3 phút\n  wipe_after_s: 60\n", "config.yaml")
    settings, problems = read_settings(path)
    assert (settings.idle.warn_after_s, settings.idle.wipe_after_s) == (180, 60)
    assert codes(problems) == ["must_be_whole_number"]


def test_what_staff_changed_wins_field_by_field(write):
    path = write("display:\n  text_size: large\n  contrast: warm\n", "config.yaml")
    write("display:\n  contrast: high\nvoice:\n  volume: 2\n", "config.local.yaml")
    settings, problems = read_settings(path)
    assert problems == ()
    assert settings.display.text_size == "large"
    assert settings.display.contrast is Contrast.HIGH
    assert settings.voice.volume == 2


def test_a_wrong_local_field_leaves_the_centres_own(write):
    path = write("voice:\n  volume: 2\n", "config.yaml")
    local = write("voice:\n  volume: 20\n", "config.local.yaml")
    settings, problems = read_settings(path)
    assert settings.voice.volume == 2
    assert [problem.path for problem in problems] == [local.as_posix()]


def test_an_unreadable_file_stops_nothing(write):
    path = write("centre:\n\tname: x\n", "config.yaml")
    settings, problems = read_settings(path)
    assert settings == Settings()
    assert codes(problems) == ["tab"]


def test_a_hotline_is_enough_for_a_centre(write):
    settings, problems = read_settings(write('centre:\n  hotline: "0262"\n', "config.yaml"))
    assert (settings.centre.hotline, problems) == ("0262", ())
    assert settings.centre.name == Settings().centre.name


def test_a_network_without_a_name_is_none(write):
    settings, problems = read_settings(write("wifi:\n  hidden: true\n", "config.yaml"))
    assert (settings.wifi, codes(problems)) == (None, ["field_missing"])


def test_a_language_may_have_its_own_rate_within_reason(write):
    settings, problems = read_settings(
        write("voice:\n  rates: {vi: 110, en: 140}\n", "config.yaml")
    )
    assert not problems
    assert settings.voice.rates == {"vi": 110, "en": 140}
    settings, problems = read_settings(write("voice:\n  rates: {vi: 20}\n", "config.yaml"))
    assert len(problems) == 1
    assert settings.voice.rates == {}
