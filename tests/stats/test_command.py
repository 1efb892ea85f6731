"""`kiosk stats`: shown in the terminal, or exported to a file."""

import csv
import json

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.folders import CHECKOUT, folders_from_environment
from kiosk.library.library import load_library
from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.hours import begin_of_day, begin_of_hour, hour_now
from kiosk.stats.identity import step_identities
from kiosk.stats.store import MIGRATIONS, Store

NOW = hour_now()


@pytest.fixture(scope="module")
def lesson():
    return load_library(folders_from_environment()).lessons["noi-wifi"]


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The path of this machine's counters, in a temporary folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_HOME", str(CHECKOUT))
    monkeypatch.setenv("COLUMNS", "140")
    return folders_from_environment().stats


@pytest.fixture
def run(kept):
    def run(*arguments):
        return CliRunner().invoke(main, ["stats", *map(str, arguments)])

    return run


@pytest.fixture
def busy(kept, lesson):
    """A day on which one step was hard, and an old visit."""
    at = next(at for at, step in enumerate(lesson.steps) if step.is_exercise)
    identity = step_identities(lesson)[at]
    store = Store(kept)
    store.add(
        [
            Count(NOW, Event(Kind.BEGUN), 9),
            Count(NOW, Event(Kind.OPENED, "noi-wifi", language="vi"), 8),
            Count(NOW, Event(Kind.SHOWN, "noi-wifi", "alone", identity, language="vi"), 7),
            Count(NOW, Event(Kind.STUCK, "noi-wifi", "alone", identity, language="vi"), 6),
            Count(NOW, Event(Kind.LEFT, "noi-wifi", "alone", "buoc-da-bo", language="vi"), 2),
            Count(NOW, Event(Kind.FINISHED, "noi-wifi", language="vi"), 5),
            Count(begin_of_day(NOW, 60), Event(Kind.BEGUN)),
        ]
    )
    store.close()
    return lesson.steps[at].line.text


def test_the_figures_are_told_in_the_words_of_the_lessons(run, busy):
    reported = run("show").output
    assert "Nối Wi-Fi" in reported
    assert "30 ngày qua: 9 lượt người." in reported
    assert " ".join(busy.split()[:3]) in " ".join(reported.split())
    assert "bước đã sửa hoặc đã bỏ" in reported
    assert f"{begin_of_hour(NOW).hour:02d}:00" in reported
    assert "Tiếng Việt" in reported


def test_the_figures_are_told_in_english(run, busy):
    assert "Where people get stuck" in run("show", "--lang", "en").output


def test_the_figures_are_told_to_programs(run, busy):
    facts = json.loads(run("show", "--format", "json").output)
    assert facts["visits"] == 9
    assert facts["lessons"] == [
        {"lesson": "noi-wifi", "title": "Nối Wi-Fi", "opened": 8, "finished": 5}
    ]
    assert facts["languages"] == {"vi": 8}
    assert facts["hours"] == {str(begin_of_hour(NOW).hour): 8}
    assert [place["says"] for place in facts["stuck"]] == [busy, ""]
    assert (facts["stuck"][0]["shown"], facts["stuck"][0]["stuck"]) == (7, 6)


def test_more_days_show_more(run, busy):
    assert json.loads(run("show", "--format", "json", "--days", 61).output)["visits"] == 10


@pytest.mark.parametrize("title", ["Bài [/] lạ", "Bài [bold]đậm", "Bài :ok:"])
def test_a_title_is_shown_as_it_is_whatever_signs_are_in_it(kept, tmp_path, monkeypatch, title):
    (tmp_path / "lessons").mkdir()
    text = f"title: '{title}'\nnumber: 11\ngoal: A.\nsteps:\n  - say: Bác [/] chờ.\n"
    (tmp_path / "lessons" / "la.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    store = Store(kept)
    store.add([Count(NOW, Event(Kind.OPENED, "la", language="[/]"))])
    store.close()
    done = CliRunner().invoke(main, ["stats", "show"])
    assert done.exit_code == 0
    assert title in done.output


def test_no_cell_of_the_table_is_a_formula(run, kept, tmp_path):
    store = Store(kept)
    named = Event(Kind.SHOWN, "noi-wifi", "alone", "=HYPERLINK(1)", language="vi")
    opened = Event(Kind.OPENED, "noi-wifi", language="vi")
    store.add([Count(NOW, each, 9) for each in (Event(Kind.BEGUN), opened, named)])
    store.close()
    run("export", "--format", "csv", "-o", tmp_path / "a.csv")
    assert ",'=HYPERLINK(1)," in (tmp_path / "a.csv").read_text(encoding="utf-8")


def test_the_identity_is_made_once_and_nobody_else_may_read_it(run, busy, kept, tmp_path):
    def actor(name):
        run("export", "--format", "xapi", "-o", tmp_path / name)
        line = (tmp_path / name).read_text(encoding="utf-8").splitlines()[0]
        return json.loads(line)["actor"]["account"]["name"]

    first = actor("a.jsonl")
    assert actor("b.jsonl") == first
    identity = kept.with_name("kiosk-id")
    assert identity.stat().st_mode & 0o077 == 0
    identity.write_text("hỏng", encoding="utf-8")
    assert actor("c.jsonl") != first


def test_nothing_counted_is_said(run):
    done = run("show")
    assert (done.exit_code, done.output) == (0, "Chưa có số liệu nào trong 30 ngày qua.\n")


def test_the_table_opens_in_a_spreadsheet(run, busy, tmp_path):
    done = run("export", "--format", "csv", "-o", tmp_path / "a.csv")
    assert done.exit_code == 0
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    finished = next(row for row in rows if row["kind"] == "finished")
    assert (finished["period"], finished["lesson"], finished["times"]) == ("hour", "noi-wifi", "5")
    assert f"{len(rows)} dòng" in done.output
    assert len(rows) == 6


def test_one_month_can_be_taken_alone(run, busy, tmp_path):
    month = f"{begin_of_hour(NOW):%Y-%m}"
    run("export", "--format", "csv", "-o", tmp_path / "a.csv", "--month", month)
    assert len((tmp_path / "a.csv").read_text().splitlines()) == 1 + 6


def test_statements_are_lines_of_json(run, busy, tmp_path):
    run("export", "--format", "xapi", "-o", tmp_path / "a.jsonl")
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 6
    names = {json.loads(line)["object"]["definition"]["name"]["vi"] for line in lines}
    assert names == {"Ki-ốt", "Nối Wi-Fi"}


def test_a_place_that_cannot_be_written_is_told(run, busy, tmp_path):
    done = run("export", "--format", "csv", "-o", tmp_path / "none" / "a.csv")
    assert (done.exit_code, "Không ghi được" in done.output) == (1, True)


def test_a_damaged_file_is_told(run, kept):
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"Not counters at all." * 500)
    done = run("show")
    assert (done.exit_code, "bị hỏng" in done.output) == (1, True)


def test_a_file_of_a_later_kiosk_is_told(run, kept):
    store = Store(kept)
    store._db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    store.close()
    done = run("export", "--format", "csv", "-o", kept.with_suffix(".csv"))
    assert (done.exit_code, "mới hơn" in done.output) == (1, True)
