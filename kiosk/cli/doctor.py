"""kiosk doctor: checks the kiosk and gives advice."""

import sys
from contextlib import suppress

import click

from kiosk.cli._installed import kiosk_folders
from kiosk.cli._ipc_client import ask_state
from kiosk.cli._options import LANG
from kiosk.folders import Folders
from kiosk.player.asking import RunningState
from kiosk.runtime_folder import socket_address

PATIENCE_S = 5.0


@click.command(name="doctor")
@LANG
def COMMAND(lang: str) -> None:
    """Khám máy: màn hình, tiếng, chữ, cài đặt. | Look the machine over."""
    from kiosk.checkup import findings, of_the_running  # noqa: PLC0415 - slow to import

    folders = kiosk_folders()
    found = [*of_the_running(_ask(folders), lang), *findings(folders, lang)]
    for finding in found:
        sign = click.style("✓", fg="green") if finding.ok else click.style("✗", fg="red", bold=True)
        click.echo(f"{sign} {finding.what}: {finding.sentence}")
    sys.exit(0 if all(finding.ok for finding in found) else 1)


def _ask(folders: Folders) -> RunningState | None:
    """The state of the running kiosk; None if none is running or it does not respond."""
    with suppress(OSError):
        return ask_state(socket_address(folders.state), PATIENCE_S)
    return None
