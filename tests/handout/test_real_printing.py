"""Printing through the real CUPS: exactly the sheets that come out are reported as printed."""

import time
from threading import Event, Thread

import pytest
from real_printer import CUPSD, PATIENCE_S, RealPrinter

from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import Paper
from kiosk.handout import printing
from kiosk.handout.print_jobs import title_of
from kiosk.handout.printing import PrintError, print_pdf, take_back_left

pytestmark = pytest.mark.skipif(not CUPSD, reason="cups-daemon is not installed")


@pytest.fixture
def real(tmp_path_factory, monkeypatch):
    printer = RealPrinter(tmp_path_factory.mktemp("cups") / "own")
    monkeypatch.setenv("CUPS_SERVER", printer.server)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    monkeypatch.setattr(printing, "LOOK_AGAIN_S", 0.1)
    monkeypatch.setitem(printing.PASSING_S, PrintTrouble.HELD, 2.0)
    monkeypatch.setattr(printing, "WATCHED_S", 15.0)
    yield printer
    printer.close()


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "kiosk-noi-wifi.pdf"
    path.write_bytes(b"%PDF-1.4 a sheet")
    return path


def trouble_with(sheet):
    with pytest.raises(PrintError) as raised:
        print_pdf(sheet, Paper.RECEIPT)
    return raised.value.trouble


def test_what_came_out_is_told_as_printed(real, sheet):
    assert print_pdf(sheet, Paper.RECEIPT) == real.name
    assert real.printed.read_bytes() == sheet.read_bytes()


def test_a_printer_that_does_not_turn_paper_is_not_asked_to(real, sheet):
    """Some printers reject a job with an option that they do not support."""
    print_pdf(sheet, Paper.A4)
    assert not [option for option in real.options if option.startswith("sides=")]


def test_a_printer_that_turns_paper_prints_a_sheet_on_both_sides(real, sheet):
    real.enable_duplex()
    print_pdf(sheet, Paper.A4)
    assert "sides=two-sided-long-edge" in real.options


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
    real.report(f"STATE: +{reason}")
    real.block()
    assert trouble_with(sheet) is trouble
    assert real.waiting == []
    assert not real.printed.exists()


def test_a_printer_that_just_stands_is_given_up_and_the_sheet_never_comes_out(
    real, sheet, monkeypatch
):
    monkeypatch.setattr(printing, "WATCHED_S", 1.0)
    monkeypatch.setitem(printing.PASSING_S, PrintTrouble.HELD, 2.0)
    real.block()
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


def wait_until(there):
    ends_s = time.monotonic() + PATIENCE_S
    while not there():
        assert time.monotonic() < ends_s
        time.sleep(0.02)


@pytest.fixture
def in_mid_job(real, sheet, monkeypatch):
    """Returns a function that waits for a print job whose service was killed in the middle."""
    messages, watch, handed_in = [], printing._watch, Event()
    monkeypatch.setattr(printing, "_watch", lambda *job: (handed_in.set(), watch(*job)))

    def print_it():
        try:
            messages.append(print_pdf(sheet, Paper.RECEIPT))
        except PrintError as problem:
            messages.append(problem)

    real.block()
    printing_it = Thread(target=print_it)
    printing_it.start()
    wait_until(lambda: real.has_begun and handed_in.is_set())
    real.kill()

    def outcome():
        printing_it.join(PATIENCE_S)
        return messages[0]

    return outcome


def test_a_service_that_dies_in_mid_job_and_is_started_again_prints_the_sheet(real, in_mid_job):
    real.unblock()
    real.restart()
    assert in_mid_job() == real.name
    assert real.printed.exists()


def test_a_sheet_left_by_a_service_that_stays_away_is_told_and_never_comes_out_for_another(
    real, in_mid_job, monkeypatch
):
    monkeypatch.setitem(printing.PASSING_S, PrintTrouble.NO_SERVICE, 0.3)
    outcome = in_mid_job()
    assert (outcome.trouble, outcome.left) == (PrintTrouble.NO_SERVICE, f"{real.name}-1")
    assert not take_back_left()
    real.restart()
    assert real.waiting
    assert take_back_left()
    real.unblock()
    assert real.waiting == []
    assert not real.printed.exists()


def test_what_waits_from_before_is_taken_back_before_the_next_sheet(real, sheet, tmp_path):
    for number, title in enumerate((title_of("kiosk-cua-nguoi-truoc"), "kiosk-noi-wifi"), 1):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(b"%PDF-1.4 another")
        real.run("lp", "-d", real.name, "-H", "hold", "-t", title, str(path))
    print_pdf(sheet, Paper.RECEIPT)
    assert real.printed.read_bytes() == sheet.read_bytes()
    assert real.waiting == [f"{real.name}-2"], "what others print is none of the kiosk's business"
