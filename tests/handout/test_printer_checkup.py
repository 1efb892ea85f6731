"""The check-up reports whether the chosen printer exists and works, and what to do if not."""

import pytest
from fake_printer import NO_DEFAULT, NO_PAPER, STOPPED

from kiosk.checkup import TEXTS, Checkup
from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import DEFAULT_PRINTER
from kiosk.folders import Folders
from kiosk.i18n.staff_texts import staff_text


@pytest.fixture
def look(tmp_path):
    """Returns a function that runs the check-up with this printer in the settings."""

    def look(chosen, language="vi"):
        config = tmp_path / "config.yaml"
        config.write_text(f"handout: {{printer: {chosen}}}\n", encoding="utf-8")
        (tmp_path / "lessons").mkdir(exist_ok=True)
        folders = Folders(home=tmp_path, state=tmp_path, cache=tmp_path)
        found = Checkup(folders, language).settings()
        (finding,) = [each for each in found if each.what == staff_text(TEXTS["printer"], language)]
        return finding

    return look


def test_a_printer_that_is_ready_is_named(look, printer):
    finding = look(DEFAULT_PRINTER)
    assert finding.ok
    assert "may-in sẵn sàng" in finding.sentence
    assert "may-in-2 is ready" in look("may-in-2", "en").sentence
    assert not printer.printed.exists()


def test_without_a_printer_all_is_well_and_nobody_is_asked(look, printer):
    finding = look('""')
    assert finding.ok
    assert "Chưa chọn máy in" in finding.sentence
    assert printer.asked == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("state", "word"),
    [
        (NO_PAPER, {"vi": "hết giấy", "en": "out of paper"}),
        (STOPPED, {"vi": "cupsenable may-in", "en": "cupsenable may-in"}),
        (
            'lpstat: Invalid destination name in list "may-in".',
            {"vi": "Không thấy máy in may-in", "en": "no printer may-in"},
        ),
    ],
    ids=["no paper", "stopped", "unknown"],
)
def test_a_printer_that_will_not_print_is_told_with_what_to_do(
    look, printer, language, state, word
):
    printer.say("state", state)
    finding = look("may-in", language)
    assert not finding.ok
    assert word[language] in finding.sentence


def test_no_printer_at_all_is_told_too(look, printer):
    printer.say("default", NO_DEFAULT)
    finding = look(DEFAULT_PRINTER)
    assert not finding.ok
    assert "Không thấy máy in mặc định" in finding.sentence


def test_the_default_printer_is_named_where_it_is_known(look, printer):
    printer.say("state", STOPPED)
    assert "cupsenable may-in" in look(DEFAULT_PRINTER).sentence


ONLY_WITH_A_JOB = {PrintTrouble.REFUSED, PrintTrouble.CANCELLED}


def test_there_are_words_for_every_trouble_that_can_be_found_without_printing():
    messages = {trouble for trouble in PrintTrouble if f"printer_{trouble.name}" in TEXTS}
    assert messages == set(PrintTrouble) - ONLY_WITH_A_JOB
