"""Query times of the province's pages, over the figures of all communes of the country."""

import statistics
import time

import duckdb

from bench.figures import Figure
from kiosk.province.collection import month_number, opened, sum_up
from kiosk.province.questions import QUESTIONS, QueryScope, run_query

KIOSKS, MONTHS, LESSONS, STEPS = 3321, 12, 10, 15
MAX_MS = 200
KINDS = "['shown', 'stuck', 'opened', 'finished']"


def measure(kiosks: int = KIOSKS) -> list[Figure]:
    """Measure: 3,321 kiosks × 12 months × 600 figures are 23.9 million rows."""
    database = opened()
    database.execute(
        f"""INSERT INTO cell SELECT row_number() OVER (), kind, 'bai-' || lesson,
        CASE WHEN kind IN ('shown', 'stuck') THEN 'together' ELSE '' END,
        CASE WHEN kind IN ('shown', 'stuck') THEN 'buoc-' || step ELSE '' END, '',
        CASE WHEN kind = 'opened' THEN ['vi', 'en', 'rad'][1 + step % 3] ELSE '' END
        FROM (SELECT unnest({KINDS}) AS kind), range({LESSONS}) l(lesson), range({STEPS}) s(step)"""
    )
    database.execute(
        f"""INSERT INTO kiosk SELECT i, 'kiosk-' || i, '', 'Trung tâm ' || i, '2026-11-2' || i % 10,
        '2026-11-2' || i % 10, '', '', '', i % 3, '0.1.0', [] FROM range(1, {kiosks + 1}) t(i)"""
    )
    first = month_number(2025, 12)
    database.execute(
        f"""INSERT INTO tally SELECT 1 + i % {kiosks}, {first} + (i // {kiosks}) % {MONTHS}, 0, -1,
        1 + i // {kiosks * MONTHS}, 5 + hash(i) % 40
        FROM range({kiosks * MONTHS * LESSONS * STEPS * 4}) t(i)"""
    )
    rows = database.execute("SELECT count(*) FROM tally").fetchall()[0][0]
    scope = QueryScope(first, first + MONTHS - 1, "2026-11-25")
    began = time.perf_counter()
    sum_up(database)
    summed_up_s = time.perf_counter() - began
    return [
        Figure("rows", rows, ""),
        Figure("summed up once after reading", summed_up_s, "s"),
        *(
            Figure(f"question: {name}", _median_ms(database, name, scope), "ms", MAX_MS)
            for name in QUESTIONS
        ),
    ]


def _median_ms(database: duckdb.DuckDBPyConnection, name: str, scope: QueryScope) -> float:
    spent = []
    for _ in range(5):
        began = time.perf_counter()
        run_query(database, name, scope)
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent)


if __name__ == "__main__":
    for figure in measure():
        print(f"{figure.name}: {figure.value:,.0f} {figure.unit}")
