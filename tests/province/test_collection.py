"""Files of many kiosks are added up: each counts once, however often and by whom it is sent."""

import csv
from datetime import timedelta

import duckdb
import pytest

from kiosk.domain.cells import guarded_cell, unguarded_cell
from kiosk.province.collection import collect, month_number, opened
from kiosk.province.export import write_exports
from kiosk.province.questions import QueryScope, run_query
from kiosk.stats.event import Kind
from tests.province.conftest import DAY, figure

ASKED = QueryScope(month_number(2026, 1), month_number(2026, 12), "2026-11-15")


@pytest.fixture
def database() -> duckdb.DuckDBPyConnection:
    return opened()


def answer(database, name: str):
    return run_query(database, name, ASKED).rows


def test_figures_of_two_kiosks_are_added(database, make_kiosk, tmp_path):
    for centre in ("Ea Kao", "Buôn Đôn"):
        make_kiosk(centre).send(figures=(figure(Kind.OPENED, 7), figure(Kind.FINISHED, 5)))
    assert collect(database, tmp_path).new == 2
    row = answer(database, "lessons")[0]
    assert (row["title"], row["opened"], row["finished"]) == ("Nối Wi-Fi", 14, 10)


def test_a_file_that_comes_twice_counts_once(database, make_kiosk, tmp_path):
    path = make_kiosk("Ea Kao").send(figures=(figure(Kind.OPENED, 7),))
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb" / "again.json").write_bytes(path.read_bytes())
    collect(database, tmp_path)
    assert collect(database, tmp_path).new == 0
    assert answer(database, "lessons")[0]["opened"] == 7


def test_the_later_file_of_a_day_replaces_the_earlier_whichever_comes_first(
    database, make_kiosk, tmp_path
):
    kiosk = make_kiosk("Ea Kao")
    late = DAY + timedelta(hours=12)
    kiosk.send(figures=(figure(Kind.OPENED, 9),), made_at=late)
    collect(database, tmp_path)
    kiosk.send(figures=(figure(Kind.OPENED, 6),), made_at=DAY)
    collect(database, tmp_path)
    assert answer(database, "lessons")[0]["opened"] == 9
    kiosk.send(figures=(figure(Kind.OPENED, 11),), made_at=late + timedelta(hours=1))
    collect(database, tmp_path)
    assert answer(database, "lessons")[0]["opened"] == 11


def test_months_later_is_early_enough(database, make_kiosk, tmp_path):
    kiosk = make_kiosk("Ea Kao")
    kiosk.send(figures=(figure(Kind.BEGUN, 30, lesson=""),))
    kiosk.send(DAY - timedelta(days=90), (), made_at=DAY + timedelta(days=1))
    collect(database, tmp_path)
    assert answer(database, "overview")[0]["visits"] == 30


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda content: content[:-40], "bị hỏng"),
        (lambda content: content.replace(b"Ea Kao", b"Ea Sup"), "chữ ký không đúng"),
        (lambda _: b"", "bị hỏng"),
        (lambda _: b"[" * 100_000, "bị hỏng"),
        (lambda _: b'{"payload": "{}", "key": "00", "signature": "00"}', "bị hỏng"),
        (lambda content: b" " * 5_000_000 + content, "quá lớn"),
    ],
)
def test_a_file_that_is_damaged_is_named_and_the_others_count(
    database, make_kiosk, tmp_path, damage, why
):
    make_kiosk("Buôn Đôn").send(figures=(figure(Kind.OPENED, 7),))
    path = make_kiosk("Ea Kao").send(figures=(figure(Kind.OPENED, 7),))
    path.write_bytes(damage(path.read_bytes()))
    collected = collect(database, tmp_path)
    assert [each.path for each in collected.refused] == [path]
    assert why in collected.refused[0].why
    assert answer(database, "lessons")[0]["opened"] == 7


def test_nobody_speaks_for_another_kiosk(database, make_kiosk, tmp_path):
    make_kiosk("Ea Kao").send(figures=(figure(Kind.OPENED, 7),))
    collect(database, tmp_path)
    make_kiosk("Ea Kao").send(DAY + timedelta(days=1), (figure(Kind.OPENED, 5000),))
    collected = collect(database, tmp_path)
    assert "khóa khác" in collected.refused[0].why
    assert answer(database, "lessons")[0]["opened"] == 7


def test_figures_of_another_day_than_the_file_says_are_refused(database, make_kiosk, tmp_path):
    make_kiosk("Ea Kao").send(DAY + timedelta(days=1), (figure(Kind.OPENED, 7),))
    assert "không phải của ngày" in collect(database, tmp_path).refused[0].why


def test_small_groups_are_not_shown(database, make_kiosk, tmp_path):
    make_kiosk("Ea Kao").send(figures=(figure(Kind.OPENED, 4), figure(Kind.FINISHED, 4)))
    collect(database, tmp_path)
    assert answer(database, "lessons") == ()


def test_kiosks_that_need_a_look_come_first(database, make_kiosk, tmp_path):
    make_kiosk("Ổn").send(pack=2)
    make_kiosk("Cũ").send(pack=1)
    make_kiosk("Tối").send(pack=2, frame_at=DAY - timedelta(days=20))
    make_kiosk("Im").send(DAY - timedelta(days=10), pack=2)
    collect(database, tmp_path)
    rows = answer(database, "kiosks")
    assert [row["centre"] for row in rows] == ["Im", "Tối", "Cũ", "Ổn"]
    assert [(row["silent"], row["dark"], row["old"]) for row in rows] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
        (False, False, False),
    ]


def test_hard_steps_are_found(database, make_kiosk, tmp_path):
    make_kiosk("Ea Kao").send(
        figures=(
            figure(Kind.SHOWN, 40, step="mo-wifi"),
            figure(Kind.STUCK, 12, step="mo-wifi"),
            figure(Kind.SHOWN, 40, step="xong"),
        )
    )
    collect(database, tmp_path)
    assert [(row["step"], row["stuck"]) for row in answer(database, "hard_steps")] == [
        ("mo-wifi", 12)
    ]


def test_a_new_run_goes_on_with_the_database_of_the_last(make_kiosk, tmp_path):
    path = tmp_path / "out" / "figures.duckdb"
    path.parent.mkdir()
    kiosk = make_kiosk("Ea Kao")
    kiosk.send(figures=(figure(Kind.OPENED, 7),))
    with opened(path) as first:
        collect(first, kiosk.inbox)
    tomorrow = DAY + timedelta(days=1)
    kiosk.send(tomorrow, (figure(Kind.OPENED, 5, day=tomorrow),))
    with opened(path) as second:
        collected = collect(second, kiosk.inbox)
        assert (collected.new, collected.known) == (1, 1)
        assert answer(second, "lessons")[0]["opened"] == 12


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+84 262", "-5", "@SUM(1)", "Ea Kao"])
def test_the_name_of_a_commune_is_no_formula_for_a_spreadsheet(
    database, make_kiosk, tmp_path, name
):
    make_kiosk(name).send(figures=(figure(Kind.OPENED, 70),))
    collect(database, tmp_path)
    write_exports(database, tmp_path, ASKED)
    (row,) = csv.DictReader((tmp_path / "so-lieu.csv").read_text("utf-8").splitlines())
    assert row["centre"] == guarded_cell(name)
    assert unguarded_cell(row["centre"]) == name
