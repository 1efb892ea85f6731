"""kiosk doctor: what is well, what is not, and what to do."""

import os
import sys

import click

from kiosk.cli._options import LANG
from kiosk.folders import folders_from_environment


@click.command(name="doctor")
@LANG
def COMMAND(lang: str) -> None:
    """Khám máy: màn hình, tiếng, chữ, cài đặt. | Look the machine over."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - loads Qt

    from kiosk.app import settings_of, voice_settings  # noqa: PLC0415 - loads Qt
    from kiosk.checkup import Checkup  # noqa: PLC0415
    from kiosk.narration.health import voice_report  # noqa: PLC0415
    from kiosk.ui.application import application  # noqa: PLC0415

    qInstallMessageHandler(lambda *_: None)  # what Qt has to say is said below, in plain words
    application()
    folders = folders_from_environment()
    checkup = Checkup(folders, lang)
    settings = settings_of(folders)
    voice = voice_report(voice_settings(settings, folders), lang, settings.languages.offered)
    findings = [*checkup.machine(), *voice, *checkup.settings()]
    for finding in findings:
        sign = click.style("✓", fg="green") if finding.ok else click.style("✗", fg="red", bold=True)
        click.echo(f"{sign} {finding.what}: {finding.sentence}")
    sys.exit(0 if all(finding.ok for finding in findings) else 1)
