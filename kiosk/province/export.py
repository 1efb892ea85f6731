"""Export of the figures of many kiosks for spreadsheets and other programs."""

from pathlib import Path

import duckdb

from kiosk.domain.cells import FORMULA_SIGNS, GUARD
from kiosk.province.questions import QueryScope

EXPORTED = """
SELECT centre, uuid AS kiosk, month // 12 AS year, month % 12 + 1 AS month, day, hour,
       kind, lesson, way, step, choice, language, times
FROM tally JOIN cell ON cell.id = tally.cell JOIN kiosk ON kiosk.id = tally.kiosk
WHERE month BETWEEN {since} AND {until} AND times >= {least}
ORDER BY ALL
"""
TEXTS = ("centre", "kind", "lesson", "way", "step", "choice", "language")
GUARDED = ", ".join(
    f"CASE WHEN left({text}, 1) IN ({', '.join(f'chr({ord(sign)})' for sign in FORMULA_SIGNS)}) "
    f"THEN chr({ord(GUARD)}) || {text} ELSE {text} END AS {text}"
    for text in TEXTS
)
"""Communes choose their own names, which a spreadsheet must not interpret as a formula."""
FORMATS = {
    "so-lieu.csv": (
        f"SELECT * REPLACE ({GUARDED}) FROM ({{figures}})",  # noqa: S608 - constants of this file
        "FORMAT csv, HEADER",
    ),
    "so-lieu.parquet": ("{figures}", "FORMAT parquet"),
}


def write_exports(database: duckdb.DuckDBPyConnection, folder: Path, scope: QueryScope) -> None:
    """Writes every figure that may be published, as CSV and as Parquet."""
    figures = EXPORTED.format(since=scope.since, until=scope.until, least=scope.least)
    for name, (shown, form) in FORMATS.items():
        question = shown.format(figures=figures)
        path = str(folder / name).replace("'", "''")
        database.execute(f"COPY ({question}) TO '{path}' ({form})")
