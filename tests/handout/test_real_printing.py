"""Printing through CUPS itself: what comes out is told as printed, and nothing else is."""

import pytest
from real_printer import CUPSD, RealPrinter

from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import Paper
from kiosk.handout import printing
from kiosk.handout.printing import PrintError, print_pdf

pytestmark = pytest.mark.skipif(not CUPSD, reason="cups-daemon is not installed")


@pytest.fixture
def real(tmp_path_factory, monkeypatch):
    printer = RealPrinter(tmp_path_factory.mktemp("cups") / "own")
    monkeypatch.setenv("CUPS_SERVER", printer.server)
    monkeypatch.setattr(printing, "LOOK_AGAIN_S", 0.1)
    monkeypatch.setattr(printing, "WATCHED_S", 15.0)
    yield printer
    printer.close()


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "kiosk-noi-wifi.pdf"
    path.write_bytes(b"%PDF-1.4 a sheet")
    return path


def trouble_with(sheet):
    with pytest.raises(PrintError) as told:
        print_pdf(sheet, Paper.RECEIPT)
    return told.value.trouble


def test_what_came_out_is_told_as_printed(real, sheet):
    assert print_pdf(sheet, Paper.RECEIPT) == real.name
    assert real.printed.read_bytes() == sheet.read_bytes()


@pytest.mark.parametrize(
    ("reason", "trouble"),
    [
        ("media-empty-error", PrintTrouble.NO_PAPER),
        ("media-jam-warning", PrintTrouble.JAM),
        ("cover-open-report", PrintTrouble.COVER_OPEN),
        ("toner-empty-error", PrintTrouble.NO_INK),
        ("input-tray-missing-error", PrintTrouble.TRAY),
        ("fuser-under-temp-error", PrintTrouble.ALERT),
    ],
)
def test_a_printer_that_stops_at_this_sheet_is_told_and_the_sheet_never_comes_out(
    real, sheet, reason, trouble
):
    real.says(f"STATE: +{reason}")
    real.stands()
    assert trouble_with(sheet) is trouble
    assert real.waiting == []
    assert not real.printed.exists()


def test_a_printer_that_just_stands_is_given_up_and_the_sheet_never_comes_out(
    real, sheet, monkeypatch
):
    monkeypatch.setattr(printing, "WATCHED_S", 1.0)
    real.stands()
    assert trouble_with(sheet) is PrintTrouble.TOO_LONG
    assert real.waiting == []
    assert not real.printed.exists()


def test_a_queue_that_holds_new_jobs_is_told(real, sheet):
    real.run("cupsdisable", "--hold", real.name)
    assert trouble_with(sheet) in (PrintTrouble.HELD, PrintTrouble.STOPPED)
    assert real.waiting == []


def test_a_stopped_queue_is_given_nothing(real, sheet):
    real.run("cupsdisable", real.name)
    assert trouble_with(sheet) is PrintTrouble.STOPPED
    assert real.waiting == []


def test_a_job_that_the_service_gives_up_is_no_success(real, sheet):
    real.run("lpadmin", "-p", real.name, "-o", "printer-error-policy=abort-job")
    real.fails(1)
    assert trouble_with(sheet) is PrintTrouble.REFUSED
    assert real.waiting == []
