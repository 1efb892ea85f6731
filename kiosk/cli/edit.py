"""`kiosk edit`: the lesson editor."""

import sys
from pathlib import Path

import click

from kiosk.cli._display import demand_display
from kiosk.editor.lesson_file import new_file
from kiosk.folders import folders_from_environment


@click.command(name="edit")
@click.argument("file", type=click.Path(path_type=Path), required=False)
def COMMAND(file: Path | None) -> None:
    """Soạn bài bằng hình, không cần biết YAML. | Edit a lesson by touching its phone."""
    demand_display()
    folders = folders_from_environment()
    from kiosk.authors_window import run_window  # noqa: PLC0415 - loads Qt
    from kiosk.editing import LessonEditor  # noqa: PLC0415

    sys.exit(run_window(LessonEditor, file or new_file(folders.lessons), folders))
