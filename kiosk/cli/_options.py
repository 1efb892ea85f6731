"""Options shared by several commands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

LANG = click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ. | Language."
)
LAYOUT = click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Chữ để đọc, hoặc JSON cho chương trình. | Text to read, or JSON for programs.",
)


def output_folder(help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The required option `output`, the folder to write into."""
    kind = click.Path(path_type=Path, file_okay=False)
    return click.option("-o", "--output", type=kind, required=True, help=help_)
