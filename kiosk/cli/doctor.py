"""kiosk doctor: what is well, what is not, and what to do."""

import sys

import click

from kiosk.cli._options import LANG
from kiosk.folders import folders_from_environment


@click.command(name="doctor")
@LANG
def COMMAND(lang: str) -> None:
    """Khám máy: màn hình, tiếng, chữ, cài đặt. | Look the machine over."""
    from kiosk.checkup import findings  # noqa: PLC0415 - loads much

    found = list(findings(folders_from_environment(), lang))
    for finding in found:
        sign = click.style("✓", fg="green") if finding.ok else click.style("✗", fg="red", bold=True)
        click.echo(f"{sign} {finding.what}: {finding.sentence}")
    sys.exit(0 if all(finding.ok for finding in found) else 1)
