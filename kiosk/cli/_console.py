"""Terminal output of commands: tables, progress bars and error messages."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click

from kiosk.domain.gettext_noop import gettext_noop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console

    from kiosk.cli._words import Say


def plain_console(*, stderr: bool = False) -> Console:
    """A console that prints text verbatim: `[/]` or `:ok:` in a title are not markup."""
    from rich.console import Console  # noqa: PLC0415 - slow to import, used only for tables

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar; yields a function of the done and total counts. Hidden if `what` is empty."""
    with click.progressbar(length=1, label=what, hidden=not what) as bar:

        def report_progress(done: int, every: int) -> None:
            bar.length = max(every, 1)
            bar.update(done - bar.pos)

        yield report_progress


def stop(message: str, status: int = 1) -> NoReturn:
    """Prints a message to stderr and exits."""
    click.echo(message, err=True)
    raise SystemExit(status)


@contextmanager
def refusals_printed(say: Say) -> Iterator[None]:
    """Converts PackError and OSError to a message and exits."""
    from kiosk.packs.problem import PackError  # noqa: PLC0415 - only for commands about packs

    try:
        yield
    except PackError as problem:
        stop(say(problem.text, **problem.values))
    except OSError as problem:
        text = gettext_noop("Không đọc hoặc ghi được {path}: {why}")
        stop(say(text, path=problem.filename, why=problem.strerror))
