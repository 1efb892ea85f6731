"""What commands write to the terminal: tables, bars, and why they stop."""

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
    """A console that shows texts as they are: a title with `[/]` or `:ok:` in it is no command."""
    from rich.console import Console  # noqa: PLC0415 - slow to import, and for tables alone

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar, told how many are done and of how many; none where it has no name."""
    with click.progressbar(length=1, label=what, hidden=not what) as bar:

        def tell(done: int, every: int) -> None:
            bar.length = max(every, 1)
            bar.update(done - bar.pos)

        yield tell


def stop(message: str, status: int = 1) -> NoReturn:
    """Say why, and end the program."""
    click.echo(message, err=True)
    raise SystemExit(status)


@contextmanager
def refusals_told(say: Say) -> Iterator[None]:
    """Where a pack or the disk does not let it be done: say why, and end the program."""
    from kiosk.packs.problem import PackError  # noqa: PLC0415 - for the commands of packs alone

    try:
        yield
    except PackError as problem:
        stop(say(problem.text, **problem.values))
    except OSError as problem:
        text = gettext_noop("Không đọc hoặc ghi được {path}: {why}")
        stop(say(text, path=problem.filename, why=problem.strerror))
