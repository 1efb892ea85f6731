"""Where tables and bars are written."""

from rich.console import Console


def plain_console(*, stderr: bool = False) -> Console:
    """A console that shows texts as they are: a title with `[/]` or `:ok:` in it is no command."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)
