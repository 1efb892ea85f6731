"""Printing through the system's print service, also when the service fails."""

import pytest
from fake_printer import (
    ABORTED,
    CANCELLED,
    HELD,
    IDLE,
    NO_DEFAULT,
    NO_PAPER,
    PROCESSING,
    STOPPED,
)

from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import Paper
from kiosk.handout import printing
from kiosk.handout.printing import PrintError, print_pdf, trouble_in


def alerts(reasons):
    return f"printer p is idle.  enabled since Tue\n\tAlerts: {reasons}\n"


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    monkeypatch.setitem(printing.PASSING_S, PrintTrouble.HELD, 0.1)
    monkeypatch.setattr(printing, "LOOK_AGAIN_S", 0.05)
    path = tmp_path / "kiosk-noi-wifi.pdf"
    path.write_bytes(b"%PDF-1.4 a sheet")
    return path


def trouble_with(sheet, printer=None):
    with pytest.raises(PrintError) as raised:
        print_pdf(sheet, Paper.A4, printer)
    return raised.value.trouble


def test_a_sheet_goes_to_the_default_printer_without_a_question(printer, sheet):
    assert print_pdf(sheet, Paper.A4) == "may-in"
    assert printer.printed.read_bytes() == sheet.read_bytes()
    (handed,) = [line for line in printer.asked if line.startswith("lp ")]
    assert "-d may-in" in handed
    assert "media=A4" in handed
    assert {line.split()[1] for line in printer.asked if line.startswith("lpstat")} == {"C"}


def test_a_printer_that_is_named_is_asked_alone(printer, sheet):
    assert print_pdf(sheet, Paper.RECEIPT, "may-in-nhiet") == "may-in-nhiet"
    assert not any("-d" in line.split()[2:3] for line in printer.asked if "lpstat" in line)
    assert "media" not in "".join(printer.asked)


@pytest.mark.parametrize(
    ("state", "trouble"),
    [(NO_PAPER, PrintTrouble.NO_PAPER), (STOPPED, PrintTrouble.STOPPED)],
    ids=["no paper", "stopped"],
)
def test_a_printer_that_cannot_print_is_given_nothing(printer, sheet, state, trouble):
    printer.say("state", state)
    assert trouble_with(sheet) is trouble
    assert not printer.printed.exists()


def test_paper_that_runs_out_at_this_sheet_is_noticed_and_the_sheet_is_taken_back(printer, sheet):
    printer.say("job-state", PROCESSING)
    printer.say("state-after", NO_PAPER)
    assert trouble_with(sheet) is PrintTrouble.NO_PAPER
    assert printer.asked[-1] == "cancel may-in-7"


def test_a_sheet_that_still_waits_after_a_while_is_taken_back_and_told(printer, sheet, monkeypatch):
    monkeypatch.setattr(printing, "WATCHED_S", 0.2)
    monkeypatch.setattr(printing, "LOOK_AGAIN_S", 0.05)
    printer.say("job-state", PROCESSING)
    assert trouble_with(sheet) is PrintTrouble.TOO_LONG
    assert printer.asked[-1] == "cancel may-in-7"


def test_a_job_that_is_held_for_a_moment_when_the_time_is_up_is_not_told_as_held(
    printer, sheet, monkeypatch
):
    monkeypatch.setitem(printing.PASSING_S, PrintTrouble.HELD, 60.0)
    monkeypatch.setattr(printing, "WATCHED_S", 0.0)
    printer.say("job-state", HELD)
    assert trouble_with(sheet) is PrintTrouble.TOO_LONG
    assert printer.asked[-1] == "cancel may-in-7"


@pytest.mark.parametrize(
    ("state", "trouble"),
    [
        (HELD, PrintTrouble.HELD),
        (CANCELLED, PrintTrouble.CANCELLED),
        (ABORTED, PrintTrouble.REFUSED),
    ],
    ids=["held", "cancelled", "aborted"],
)
def test_a_job_that_ends_otherwise_than_printed_is_told(printer, sheet, state, trouble):
    printer.say("job-state", state)
    assert trouble_with(sheet) is trouble


def test_where_nobody_knows_what_became_of_the_job_nothing_is_claimed(printer, sheet, monkeypatch):
    monkeypatch.setattr(printing, "WATCHED_S", 0.1)
    monkeypatch.setattr(printing, "PATIENCE_S", 2.0)
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")
    assert trouble_with(sheet) is PrintTrouble.TOO_LONG
    assert printer.asked[-1] == "cancel may-in-7"


def test_no_printer_at_all(printer, sheet):
    printer.say("default", NO_DEFAULT)
    assert trouble_with(sheet) is PrintTrouble.NO_PRINTER


def test_no_printer_of_that_name(printer, sheet):
    printer.say("state", 'lpstat: Invalid destination name in list "may-la".\n')
    printer.say("unknown")
    assert trouble_with(sheet, "may-la") is PrintTrouble.NO_PRINTER


def test_a_service_that_does_not_run(printer, sheet):
    printer.say("default", NO_DEFAULT)
    printer.say("running", "scheduler is not running\n")
    assert trouble_with(sheet) is PrintTrouble.NO_SERVICE


def test_a_service_that_is_down_is_not_taken_for_a_printer_that_is_not_there(printer, sheet):
    printer.say("state", 'lpstat: Invalid destination name in list "may-in".\n')
    printer.say("unknown")
    printer.say("running", "scheduler is not running\n")
    assert trouble_with(sheet, "may-in") is PrintTrouble.NO_SERVICE


def test_a_sheet_that_is_refused_says_what_the_service_said(printer, sheet):
    printer.say("refuses", "lp: Error - unsupported format\n")
    with pytest.raises(PrintError) as raised:
        print_pdf(sheet, Paper.A4)
    assert raised.value.trouble is PrintTrouble.REFUSED
    assert "unsupported format" in raised.value.service_message


@pytest.mark.parametrize("what", ["hangs", "lp-hangs"])
def test_a_service_that_does_not_answer(printer, sheet, monkeypatch, what):
    monkeypatch.setattr(printing, "PATIENCE_S", 0.3)
    printer.say(what)
    assert trouble_with(sheet) is PrintTrouble.TOO_LONG


def test_a_machine_without_the_programs(sheet, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert trouble_with(sheet) is PrintTrouble.NO_SERVICE


@pytest.mark.parametrize(
    ("expected", "trouble"),
    [
        (IDLE, None),
        ("printer p now printing p-3.  enabled since Tue\n\tAlerts: none\n", None),
        ("printer p is idle.  enabled since Tue\n\tAlerts: offline-report\n", PrintTrouble.STOPPED),
        ("p not accepting requests since Tue -\n\tRejecting Jobs\n", PrintTrouble.STOPPED),
        ("printer p is idle.\n\tOut of paper\n", PrintTrouble.NO_PAPER),
        ("printer p is idle.\n\tDescription: offline, out of paper\n\tAlerts: none\n", None),
        ("printer p now printing p-3.\n\tAlerts: connecting-to-device\n", None),
        (alerts("media-jam-warning"), PrintTrouble.JAM),
        (alerts("cover-open"), PrintTrouble.COVER_OPEN),
        (alerts("door-open-report"), PrintTrouble.COVER_OPEN),
        (alerts("toner-empty-error"), PrintTrouble.NO_INK),
        (alerts("marker-supply-empty-warning toner-low-warning"), None),
        (alerts("input-tray-missing-error"), PrintTrouble.TRAY),
        (alerts("hold-new-jobs"), PrintTrouble.HELD),
        (alerts("fuser-over-temp-error"), PrintTrouble.ALERT),
        (alerts("media-low-report cups-ipp-conformance-failure-report"), None),
        ("lpstat: No destinations added.", PrintTrouble.NO_PRINTER),
        ("lpstat: Scheduler is not running.", PrintTrouble.NO_SERVICE),
    ],
)
def test_what_the_service_tells_is_understood(expected, trouble):
    assert trouble_in(expected) is trouble
