"""Reading a centre's settings, whatever the files contain."""

import re
from pathlib import Path

import pytest

from kiosk.domain.settings import Contrast, Settings
from kiosk.settings.file import SECTIONS, read_settings

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
    assert settings.centre == Settings().centre
    assert settings.idle == Settings().idle
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


WRONG = {
    "tuple": "{vi: en}",
    "dict": "vi",
    "bool": "có",
    "int": "ba",
    "float": "21,5",
    "str": "[a, b]",
}
NOT_A_CHOICE = "đẹp"


def wrong_value(field) -> str:
    """A YAML value that is invalid for the field's type."""
    kind = str(field.annotation)
    return next(
        (bad for name, bad in WRONG.items() if re.search(rf"\b{name}\b", kind)), NOT_A_CHOICE
    )


FIELDS = [(name, key) for name, model in SECTIONS.items() for key in model.model_fields]

REFUSED = {
    ("languages", "hidden"): ("languages", "hidden", ("*",)),
    ("handout", "paper"): ("handout", "printer", None),
    ("staff", "leave_allowed"): ("staff", "leave_allowed", False),
    ("packs", "unsigned_sticks"): ("packs", "unsigned_sticks", False),
}
"""The value that replaces a refused one where the default would be a claim or a risk."""


@pytest.mark.parametrize(("section", "key"), FIELDS)
def test_a_refused_value_never_turns_into_another_meaning(section, key, write):
    """For every field: no Wi-Fi code, the cautious value, or a harmless default."""
    bad = wrong_value(SECTIONS[section].model_fields[key])
    settings, problems = read_settings(write(f"{section}:\n  {key}: {bad}\n", "config.yaml"))
    assert any(problem.is_error and problem.line == 2 for problem in problems)
    if section == "wifi":
        assert settings.wifi is None
        assert settings.refused == ("wifi",)
        return
    where, field, held = REFUSED.get((section, key), (section, key, None))
    default = getattr(getattr(Settings(), section), key)
    expected = held if (section, key) in REFUSED else default
    assert getattr(getattr(settings, where), field) == expected
    assert settings.refused == ((section,) if (section, key) in REFUSED else ())


@pytest.mark.parametrize("key", ["password", "passwrod", "mat-khau", "hidden"])
def test_a_network_of_which_anything_is_unsure_gives_no_code(key, write):
    path = write(f"wifi:\n  name: HOC-THU\n  {key}: [abc]\n", "config.yaml")
    assert read_settings(path)[0].wifi is None


@pytest.mark.parametrize("written", ["lua-dao", "[lua-dao]", "'lua-dao'"])
def test_one_lesson_that_is_taken_away_needs_no_brackets(written, write):
    settings, problems = read_settings(write(f"lessons:\n  unused: {written}\n", "config.yaml"))
    assert (settings.lessons.unused, problems) == (("lua-dao",), ())


def test_lessons_that_are_taken_away_may_be_parted_by_commas(write):
    settings, _ = read_settings(write("lessons:\n  unused: lua-dao, zalo\n", "config.yaml"))
    assert settings.lessons.unused == ("lua-dao", "zalo")


def test_a_misspelt_ban_on_leaving_is_still_a_ban(write):
    path = write("staff:\n  leave_alowed: false\n", "config.yaml")
    assert not read_settings(path)[0].staff.leave_allowed


def test_what_cannot_be_read_may_have_forbidden_something(write):
    settings, _ = read_settings(write("staff:\n\tleave_allowed: false\n", "config.yaml"))
    assert not settings.staff.leave_allowed
    assert settings.languages.in_order(["vi", "en", "fr"]) == ("vi", "en")
    assert settings.handout.printer is None


def test_a_later_file_settles_what_one_before_left_unsure(write):
    path = write("staff:\n  leave_allowed: không\n", "config.yaml")
    write("staff:\n  leave_allowed: true\n", "config.local.yaml")
    settings, _ = read_settings(path)
    assert settings.staff.leave_allowed
    assert settings.refused == ()


def test_a_printer_whose_paper_is_unclear_does_not_print(write):
    path = write("handout:\n  printer: may-in\n  paper: cuộn 80\n", "config.yaml")
    assert read_settings(path)[0].handout.printer is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mạng của xã Ea Kar, phòng số 1", "wifi_name_too_long"),
        ('"a\\tb"', "wifi_name_letters"),
    ],
)
def test_the_name_of_a_network_must_fit_into_what_a_radio_sends(name, code, write):
    settings, problems = read_settings(write(f"wifi:\n  name: {name}\n", "config.yaml"))
    assert settings.wifi is None
    assert codes(problems) == [code]


def test_a_key_of_64_hexadecimal_digits_is_a_password(write):
    key = "0123456789abcdef" * 4
    settings, problems = read_settings(
        write(f"wifi:\n  name: A\n  password: {key}\n", "config.yaml")
    )
    assert problems == ()
    assert settings.wifi.password == key


def test_an_open_network_is_one_without_the_line_or_with_empty_quotes(write):
    for line in ("", "  password: ''\n"):
        settings, problems = read_settings(write(f"wifi:\n  name: A\n{line}", "config.yaml"))
        assert problems == ()
        assert settings.wifi.security == "nopass"
