"""kiosk run: starts the kiosk in full screen."""

import gc
import os
import signal
import sys
from pathlib import Path

import click

from kiosk.cli._display import demand_display
from kiosk.cli._person import is_typed_by_a_person
from kiosk.processor import REFUSED, lacking_processor_flags


@click.command(name="run")
@click.option("--window", is_flag=True, help="Trong cửa sổ, để thử. | In a window, for trying.")
@click.option(
    "--config", type=click.Path(path_type=Path), help="Tệp config khác. | Other settings."
)
@click.option("--lesson", help="Mở ngay bài này. | Open this lesson at once.")
def COMMAND(window: bool, config: Path | None, lesson: str | None) -> None:  # noqa: FBT001
    """Mở ki-ốt toàn màn hình. | Open the kiosk, full screen."""
    lacking = lacking_processor_flags()
    if lacking:
        raise SystemExit(REFUSED.format(flags=", ".join(lacking)))
    demand_display()
    environment = dict(os.environ)
    from kiosk.folders import folders_from_environment  # noqa: PLC0415

    folders = folders_from_environment()
    from kiosk.backup import finish_restore  # noqa: PLC0415

    finish_restore(folders)
    _offer_pin(folders.pin)
    gc.disable()  # no garbage at start-up; later the window's thread collects it
    import kiosk.qt.plain_imports  # noqa: F401, PLC0415 - before the imports that it speeds up
    from kiosk.running import START_ANEW, RunOptions, run_kiosk  # noqa: PLC0415 - loads Qt

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = run_kiosk(folders, RunOptions(config or folders.config, window, lesson))
    if code == START_ANEW:
        command = [sys.executable, "-m", "kiosk", *sys.argv[1:]]
        os.execve(sys.executable, command, environment)  # noqa: S606 - restarts this program
    sys.exit(code)


def _offer_pin(path: Path) -> None:
    """Prompts for the staff PIN at the first start from an interactive shell."""
    if path.exists() or not is_typed_by_a_person():
        return
    from kiosk.cli.pin import ask_for_pin  # noqa: PLC0415

    ask_for_pin(path, may_skip=True)
