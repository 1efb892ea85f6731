"""`kiosk lint`: lists all problems of lessons and settings."""

import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import click

from kiosk.authoring.inspection import Inspection, inspect, inspect_all
from kiosk.cli._options import LANG, LAYOUT
from kiosk.content.problems import Problem, Severity, any_error
from kiosk.content.wording import hint_of, message_of, sentence, severity_word
from kiosk.folders import folders_from_environment
from kiosk.i18n.staff_texts import staff_text

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
MAY_WAIT = "Nên xem lại (bài vẫn chạy):"
COUNTS = "{files} tệp: {error} lỗi, {warning} nhắc, {advice} gợi ý."


@click.command("lint")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@LAYOUT
@LANG
def lint(paths: tuple[Path, ...], layout: str, lang: str) -> None:
    """Tìm mọi lỗi trong bài học và cài đặt. | Every problem of lessons and settings."""
    folders = folders_from_environment()
    found = inspect(paths, folders) if paths else inspect_all(folders)
    if layout == "json":
        click.echo(_as_json(found, lang))
    else:
        _print(found, lang)
    raise SystemExit(1 if any_error(found.problems) else 0)


def _print(found: Inspection, lang: str) -> None:
    """Prints errors by file, then warnings and advice under a heading."""
    _print_by_file((problem for problem in found.problems if problem.is_error), lang)
    may_wait = [problem for problem in found.problems if not problem.is_error]
    if may_wait:
        click.echo(click.style(staff_text(MAY_WAIT, lang), bold=True))
    _print_by_file(may_wait, lang)
    counts = {
        severity.value: sum(problem.severity is severity for problem in found.problems)
        for severity in Severity
    }
    click.echo(staff_text(COUNTS, lang).format(files=found.files, **counts))


def _print_by_file(problems: Iterable[Problem], lang: str) -> None:
    for _, of_file in groupby(problems, key=lambda problem: problem.path):
        for problem in of_file:
            click.echo(_coloured(problem, lang))
        click.echo()


def _coloured(problem: Problem, lang: str) -> str:
    word = severity_word(problem, lang)
    painted = click.style(word, fg=COLOURS[problem.severity], bold=True)
    return sentence(problem, lang).replace(f": {word}: ", f": {painted}: ", 1)


def _as_json(found: Inspection, lang: str) -> str:
    problems = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "severity": problem.severity.value,
            "code": problem.code,
            "message": message_of(problem, lang),
            "hint": hint_of(problem, lang),
        }
        for problem in found.problems
    ]
    return json.dumps({"files": found.files, "problems": problems}, ensure_ascii=False, indent=2)


COMMAND = lint
