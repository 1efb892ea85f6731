"""kiosk preview: shows a lesson and its problems, updated on every save."""

import sys
from pathlib import Path

import click

from kiosk.cli._display import demand_display


@click.command(name="preview")
@click.argument("file", type=click.Path(path_type=Path))
def COMMAND(file: Path) -> None:
    """Xem bài trong lúc soạn: lưu là thấy ngay. | A lesson that follows every save."""
    demand_display()
    from kiosk.authors_window import run_window  # noqa: PLC0415 - loads Qt
    from kiosk.folders import folders_from_environment  # noqa: PLC0415
    from kiosk.previewing import Preview  # noqa: PLC0415

    sys.exit(run_window(Preview, file, folders_from_environment()))
