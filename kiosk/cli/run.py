"""kiosk run: the kiosk, full screen."""

import os
import signal
import sys
from pathlib import Path

import click


@click.command(name="run")
@click.option("--window", is_flag=True, help="Trong cửa sổ, để thử. | In a window, for trying.")
@click.option(
    "--config", type=click.Path(path_type=Path), help="Tệp config khác. | Other settings."
)
@click.option("--lesson", help="Mở ngay bài này. | Open this lesson at once.")
def COMMAND(window: bool, config: Path | None, lesson: str | None) -> None:  # noqa: FBT001
    """Mở ki-ốt toàn màn hình. | Open the kiosk, full screen."""
    if not _has_display():
        raise SystemExit(
            "Không thấy màn hình (DISPLAY, WAYLAND_DISPLAY). Hãy chạy lệnh này trong phiên đồ họa, "
            "hoặc cài như hướng dẫn trong docs/deploy.md.\n"
            "No display found. Run this in a graphical session, or install as docs/deploy.md says."
        )
    from kiosk.folders import folders_from_environment  # noqa: PLC0415

    folders = folders_from_environment()
    _offer_pin(folders.pin)
    from kiosk.running import Wish, run_kiosk  # noqa: PLC0415 - Qt is only loaded to run

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(run_kiosk(folders, Wish(config or folders.config, window, lesson)))


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _offer_pin(path: Path) -> None:
    """At the first start from a terminal, ask for the PIN by which staff leave the kiosk."""
    if path.exists() or not sys.stdin.isatty():
        return
    from kiosk.cli.pin import ask_for_pin  # noqa: PLC0415

    ask_for_pin(path, may_skip=True)
