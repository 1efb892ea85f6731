"""Processes of the kiosk's own, driven by the window's event loop."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from kiosk.narration.settings import worker_environment


def own_process(parent: QObject, more: Mapping[str, str] | None = None) -> QProcess:
    """A process, not started yet, that finds the kiosk's code and complains where it does.

    `more`: variables of its environment that are other than the kiosk's.
    """
    process = QProcess(parent)
    environment = QProcessEnvironment.systemEnvironment()
    for name, value in {**worker_environment(), **(more or {})}.items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
    return process
