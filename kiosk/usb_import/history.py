"""The imports that can be undone, stored in `state/replaced`."""

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.durable import folder_lock
from kiosk.folders import Folders
from kiosk.usb_import import disk
from kiosk.usb_import.refusal import LessonRefusedError, refusal_of
from kiosk.usb_import.transaction import RECORD, ExchangePlan, FileExchange, Transaction

MAX_KEPT = 20
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TakenOver:
    """An import that can be undone."""

    name: str
    """The name of its folder, a number; later imports have higher numbers."""
    plan: ExchangePlan


def recover(folders: Folders) -> None:
    """Finishes or undoes exchanges that a power cut interrupted; never raises."""
    if not folders.replaced.is_dir():
        return
    try:
        with folder_lock(folders.replaced):
            _finish_all(folders)
    except OSError:
        log.exception("an interrupted take-over could not be finished")


@contextlib.contextmanager
def exchange_lock(folders: Folders) -> Iterator[None]:
    """Holds the lock for exchanging files; interrupted exchanges are finished first.

    Raises:
        LessonRefusedError: an OSError occurred, also in the body of the `with` statement.
    """
    try:
        disk.make_folder(folders.replaced)
        with folder_lock(folders.replaced):
            _finish_all(folders)
            yield
    except OSError as problem:
        raise refusal_of(problem) from problem


def _finish_all(folders: Folders) -> None:
    for folder in _folders(folders):
        try:
            Transaction(folder).finish()
        except ValueError:  # the plan is damaged, so it cannot be finished
            log.exception("an interrupted take-over cannot be understood: %s", folder.name)


def _folders(folders: Folders) -> list[Path]:
    """The folders of all exchanges, the earliest first."""
    found = [each for each in folders.replaced.iterdir() if each.name.isdigit()]
    return sorted(found, key=lambda folder: int(folder.name))


def new_transaction(folders: Folders) -> Transaction:
    """A new exchange; the caller must hold `exchange_lock`."""
    last = max((int(folder.name) for folder in _folders(folders)), default=0)
    return Transaction(folders.replaced / f"{last + 1:06}")


def kept(folders: Folders) -> tuple[TakenOver, ...]:
    """The imports that can be undone, the latest first."""
    if not folders.replaced.is_dir():
        return ()
    found = []
    for folder in reversed(_folders(folders)):
        work = Transaction(folder)
        with contextlib.suppress(OSError, ValueError):
            if work.is_done:
                found.append(TakenOver(folder.name, work.read()))
    return tuple(found)


def forget_oldest(folders: Folders) -> None:
    """Deletes all but the last `MAX_KEPT` imports; the caller must hold `exchange_lock`."""
    for each in kept(folders)[MAX_KEPT:]:
        with contextlib.suppress(OSError):
            disk.remove_folder(folders.replaced / each.name, RECORD)


def undo(folders: Folders, name: str) -> ExchangePlan:
    """Undoes an import by restoring all of its files; returns the import's plan.

    Raises:
        LessonRefusedError: a file was changed since, the import is gone, or the disk failed.
    """
    with exchange_lock(folders):
        done = Transaction(folders.replaced / name)
        try:
            plan = done.read()
        except (FileNotFoundError, ValueError) as problem:
            raise LessonRefusedError("nothing_to_undo") from problem
        changes, contents = [], []
        for at, change in enumerate(plan.changes):
            now = disk.digest_of(change.path)
            gone = now is None and change.old is None
            if now != change.new and not gone:
                raise LessonRefusedError("changed_since", change.path.name)
            changes.append(FileExchange(change.target, now, change.old))
            contents.append(None if change.old is None else done.old_content(at))
        back = ExchangePlan(plan.lesson, plan.title, plan.done_at, tuple(changes), forgets=name)
        new_transaction(folders).carry_out(back, contents)
        return plan
