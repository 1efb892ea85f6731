"""Processes of the kiosk's own, driven by the window's event loop."""

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from kiosk.narration.settings import worker_environment


def own_process(parent: QObject) -> QProcess:
    """A process, not started yet, that finds the kiosk's code and complains where it does."""
    process = QProcess(parent)
    environment = QProcessEnvironment.systemEnvironment()
    for name, value in worker_environment().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
    return process
