"""`kiosk handout` and `kiosk poster`, called as by staff."""

import pytest
from click.testing import CliRunner
from fake_printer import NO_PAPER

from kiosk.cli import main
from kiosk.domain.print_trouble import PrintTrouble
from kiosk.folders import CHECKOUT


@pytest.fixture
def run(tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("KIOSK_HOME", str(CHECKOUT))

    def run(*arguments):
        return CliRunner().invoke(main, list(map(str, arguments)))

    return run


def test_a_sheet_is_written_by_number(run, tmp_path):
    path = tmp_path / "to.pdf"
    done = run("handout", "104", "-o", path)
    assert done.output == f"Đã ghi {path} (1 trang).\n"
    assert done.exit_code == 0
    assert path.read_bytes().startswith(b"%PDF")


def test_an_unknown_lesson_is_answered_with_those_that_are_near(run, tmp_path):
    done = run("handout", "noi-wif", "-o", tmp_path / "to.pdf")
    assert done.exit_code == 2
    assert done.output.splitlines() == [
        "Chưa có bài “noi-wif”.",
        "Có phải bài này không: 11 Nối Wi-Fi",
    ]


def test_an_unknown_language_is_answered_with_those_that_are_there(run, tmp_path):
    done = run("handout", "11", "--lang", "vi,xx", "-o", tmp_path / "to.pdf")
    assert done.exit_code == 2
    assert "“xx”" in done.output
    assert "en" in done.output


def test_neither_file_nor_printer_does_nothing(run):
    done = run("handout", "11")
    assert done.exit_code == 2
    assert "--print" in done.output


def test_a_folder_that_is_not_there_is_told(run, tmp_path):
    done = run("handout", "104", "-o", tmp_path / "nowhere" / "to.pdf")
    assert done.exit_code == 1
    assert "Không ghi được" in done.output


def test_a_sheet_is_printed_on_the_printer_of_the_settings(run, printer, tmp_path):
    config = tmp_path / "config.yaml"
    config.write_text("handout: {printer: may-in-tang-1, paper: a5}\n")
    done = run("handout", "104", "--print", "--config", config)
    assert done.output == "Đã in ở máy in may-in-tang-1.\n"
    assert printer.printed.read_bytes().startswith(b"%PDF")
    (handed,) = [line for line in printer.asked if line.startswith("lp ")]
    assert "-d may-in-tang-1" in handed
    assert "media=A5" in handed


def test_a_printer_without_paper_is_told_in_words_and_by_the_exit_code(run, printer):
    printer.say("state", NO_PAPER)
    done = run("handout", "104", "--print")
    assert done.exit_code == PrintTrouble.NO_PAPER
    assert "hết giấy" in done.output
    assert "hết giấy" not in run("handout", "104", "--print", "--lang", "en").output


def test_a_poster_and_cards_are_written(run, tmp_path):
    for more in ([], ["--paper", "a4"], ["--cards"]):
        path = tmp_path / "poster.pdf"
        done = run("poster", "-o", path, *more)
        assert done.exit_code == 0, done.output
        assert str(path) in done.output
        assert path.read_bytes().startswith(b"%PDF")
        path.unlink()


def test_without_a_lesson_there_is_no_poster(run, tmp_path, monkeypatch):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    (tmp_path / "lessons").mkdir()
    done = run("poster", "-o", tmp_path / "poster.pdf")
    assert done.exit_code == 1
    assert done.output == "Chưa có bài học nào.\n"
