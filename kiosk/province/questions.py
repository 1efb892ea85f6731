"""The SQL queries on the figures of many kiosks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb

LEAST = 5
"""Smaller figures are not shown."""

OVERVIEW = """
WITH sums AS (
    SELECT cell, sum(times) AS times FROM by_month
    WHERE month BETWEEN $since AND $until
      AND cell IN (SELECT id FROM cell WHERE kind IN ('begun', 'opened', 'finished'))
    GROUP BY cell
)
SELECT (SELECT count(*) FROM kiosk) AS kiosks,
       sum(times) FILTER (kind = 'begun') AS visits,
       sum(times) FILTER (kind = 'opened') AS opened,
       sum(times) FILTER (kind = 'finished') AS finished
FROM sums JOIN cell ON cell.id = sums.cell
"""
MONTHS = """
WITH sums AS (
    SELECT month, cell, sum(times) AS times FROM by_month
    WHERE month BETWEEN $since AND $until
      AND cell IN (SELECT id FROM cell WHERE kind IN ('begun', 'finished'))
    GROUP BY month, cell
)
SELECT month // 12 AS year, month % 12 + 1 AS month,
       sum(times) FILTER (kind = 'begun') AS visits,
       sum(times) FILTER (kind = 'finished') AS finished
FROM sums JOIN cell ON cell.id = sums.cell GROUP BY ALL ORDER BY ALL
"""
LESSONS = """
WITH sums AS (
    SELECT cell, sum(times) AS times FROM by_month
    WHERE month BETWEEN $since AND $until AND cell IN (
        SELECT id FROM cell WHERE kind IN ('opened', 'finished', 'came-back', 'unaided'))
    GROUP BY cell
)
SELECT lesson AS id, coalesce(any_value(title), lesson) AS title,
       sum(times) FILTER (kind = 'opened') AS opened,
       sum(times) FILTER (kind = 'finished') AS finished,
       sum(times) FILTER (kind = 'came-back') AS came_back,
       sum(times) FILTER (kind = 'unaided') AS unaided
FROM sums JOIN cell ON cell.id = sums.cell LEFT JOIN lesson ON lesson.id = cell.lesson
WHERE lesson <> ''
GROUP BY lesson HAVING opened >= $least ORDER BY finished DESC NULLS LAST, lesson
"""
HARD_STEPS = """
WITH sums AS (
    SELECT cell, sum(times) AS times FROM by_month
    WHERE month BETWEEN $since AND $until AND cell IN (
        SELECT id FROM cell WHERE step <> '' AND kind IN ('shown', 'stuck', 'left', 'called'))
    GROUP BY cell
), at_step AS (
    SELECT lesson, step,
           coalesce(sum(times) FILTER (kind = 'shown'), 0) AS shown,
           coalesce(sum(times) FILTER (kind = 'stuck'), 0) AS stuck,
           coalesce(sum(times) FILTER (kind = 'left'), 0) AS "left",
           coalesce(sum(times) FILTER (kind = 'called'), 0) AS called
    FROM sums JOIN cell ON cell.id = sums.cell GROUP BY lesson, step
)
SELECT at_step.lesson AS id, coalesce(title, at_step.lesson) AS title,
       step, shown, stuck, "left", called
FROM at_step LEFT JOIN lesson ON lesson.id = at_step.lesson
WHERE shown >= $least AND stuck + "left" + called > 0
ORDER BY stuck + "left" + called DESC, at_step.lesson, step LIMIT 40
"""
LANGUAGES = """
WITH sums AS (
    SELECT cell, sum(times) AS times FROM by_month
    WHERE month BETWEEN $since AND $until
      AND cell IN (SELECT id FROM cell WHERE kind = 'opened' AND language <> '')
    GROUP BY cell
)
SELECT language, sum(times) AS opened FROM sums JOIN cell ON cell.id = sums.cell
GROUP BY language HAVING opened >= $least ORDER BY opened DESC
"""
KIOSKS = """
WITH sums AS (
    SELECT kiosk,
           sum(times) FILTER (kind = 'begun') AS visits,
           sum(times) FILTER (kind = 'finished') AS finished,
           sum(times) FILTER (kind = 'called') AS called
    FROM by_kiosk WHERE month BETWEEN $since AND $until GROUP BY kiosk
)
SELECT coalesce(centre, uuid) AS centre, visits, finished, called,
       made_at, frame_at, voice_at, printed_at, synced_at, pack, version, problems,
       coalesce(made_at < $silent_since, true) AS silent,
       coalesce(frame_at < $silent_since AND made_at >= $silent_since, false) AS dark,
       coalesce(pack < max(pack) OVER () OR version < max(version) OVER (), false) AS old
FROM kiosk LEFT JOIN sums ON sums.kiosk = kiosk.id
ORDER BY silent DESC, dark DESC, old DESC, centre
"""
QUESTIONS: Mapping[str, str] = {
    "overview": OVERVIEW,
    "months": MONTHS,
    "lessons": LESSONS,
    "hard_steps": HARD_STEPS,
    "languages": LANGUAGES,
    "kiosks": KIOSKS,
}


@dataclass(frozen=True, slots=True)
class QueryScope:
    """The query scope: the months, and the time since which a kiosk must have reported."""

    since: int
    until: int
    """The first and last month (inclusive), as numbered by `month_number`."""
    silent_since: str
    """A time in ISO 8601; a kiosk without a later report counts as silent."""
    least: int = LEAST

    def values_for(self, question: str) -> dict[str, object]:
        every: dict[str, object] = {
            "since": self.since,
            "until": self.until,
            "silent_since": self.silent_since,
            "least": self.least,
        }
        return {name: value for name, value in every.items() if f"${name}" in question}


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The rows of a result, by column name."""

    rows: Sequence[Mapping[str, Any]] = field(default_factory=tuple)

    def total(self, column: str) -> int:
        return sum(row[column] or 0 for row in self.rows)


def run_query(database: duckdb.DuckDBPyConnection, name: str, scope: QueryScope) -> QueryResult:
    """Runs one of `QUESTIONS`."""
    question = QUESTIONS[name]
    found = database.execute(question, scope.values_for(question))
    columns = [column[0] for column in found.description or ()]
    return QueryResult(tuple(dict(zip(columns, row, strict=True)) for row in found.fetchall()))
