"""kiosk preview: a lesson beside its problems, while it is written."""

import signal
import sys
from pathlib import Path

import click

from kiosk.cli._display import demand_display


@click.command(name="preview")
@click.argument("file", type=click.Path(path_type=Path))
def COMMAND(file: Path) -> None:
    """Xem bài trong lúc soạn: lưu là thấy ngay. | A lesson that follows every save."""
    demand_display()
    from kiosk.folders import folders_from_environment  # noqa: PLC0415
    from kiosk.previewing import run_preview  # noqa: PLC0415 - Qt is only loaded to show it

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(run_preview(file, folders_from_environment()))
