"""Several files of the kiosk exchanged as one: all of them, or none, whenever the plug is pulled.

The work has a folder of its own in `state/replaced`. In this order, each on the disk before the
next begins:

1. `plan.json` says what is to be exchanged; copies of what is replaced lie beside it.
2. What is new lies in a `.takeover` folder beside each place where it is to stand.
3. `towards` says `new`: from now on the work is finished by whoever finds it, not undone.
4. Each file is moved into its place; `plan.json` becomes `record.json`; `towards` is removed.

A failure in 4 turns `towards` to `old`, after the old files were laid ready in the same way.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.content.file_names import ENDING
from kiosk.durable import PRIVATE_FILE, read_plain_file, sync_folder, write_durably
from kiosk.usb_import import disk
from kiosk.usb_import.refusal import LessonRefusedError

STAGING = ".takeover"
PLAN, RECORD, TOWARDS = "plan.json", "record.json", "towards"
NEW, OLD = "new", "old"


@dataclass(frozen=True, slots=True)
class FileExchange:
    target: str
    old: str | None
    """The digest of what stood there; None for nothing."""
    new: str | None
    """The digest of what is to stand there."""

    @property
    def path(self) -> Path:
        return Path(self.target)

    def goal(self, side: str) -> str | None:
        """What is to stand there in the end."""
        return self.new if side == NEW else self.old


@dataclass(frozen=True, slots=True)
class ExchangePlan:
    """What is exchanged, for which lesson."""

    lesson: str
    """Its id."""
    title: str
    done_at: str
    """ISO 8601, by the kiosk's clock."""
    changes: tuple[FileExchange, ...]
    forgets: str = ""
    """The name of the earlier work that this one takes back; neither is then kept."""

    @property
    def brought(self) -> bool:
        """Whether there was no such lesson before."""
        return any(each.target.endswith(ENDING) and each.old is None for each in self.changes)


class Transaction:
    """One such exchange, by its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def is_done(self) -> bool:
        """Whether it came to its end and can be taken back."""
        return (self.folder / RECORD).exists() and not (self.folder / TOWARDS).exists()

    def read(self) -> ExchangePlan:
        """What it was to do.

        Raises:
            OSError: it is gone.
            ValueError: it is damaged.
        """
        name = RECORD if (self.folder / RECORD).exists() else PLAN
        try:
            told = json.loads(read_plain_file(self.folder / name))
            return ExchangePlan(
                **{**told, "changes": tuple(FileExchange(**each) for each in told["changes"])}
            )
        except (TypeError, KeyError, RecursionError) as problem:
            raise ValueError(name) from problem

    def old_content(self, at: int) -> bytes:
        """What stood in the place of a file before."""
        return (self.folder / str(at)).read_bytes()

    def carry_out(self, plan: ExchangePlan, contents: Sequence[bytes | None]) -> None:
        """Exchange the files; `contents` are those of the plan's changes, in their order.

        Raises:
            OSError: it could not be done; all is as it was, or will be when it is finished.
            LessonRefusedError: a file is not what the plan found it to be; all is as it was.
        """
        try:
            self._lay_ready(plan, contents)
            write_durably(self.folder / TOWARDS, NEW.encode(), private=True)
        except (OSError, LessonRefusedError):
            self._leave(plan)
            raise
        try:
            self._move_all(plan, NEW)
        except OSError:
            self._turn_back(plan)
            raise
        with suppress(OSError):  # it is done; what is left to tidy waits for another time
            self._close(plan, NEW)

    def _lay_ready(self, plan: ExchangePlan, contents: Sequence[bytes | None]) -> None:
        disk.make_folder(self.folder)
        told = json.dumps(asdict(plan), ensure_ascii=False, indent=1).encode()
        write_durably(self.folder / PLAN, told, private=True)
        for at, change in enumerate(plan.changes):
            if disk.digest_of(change.path) != change.old:
                raise LessonRefusedError("changed_meanwhile", change.path.name)
            if change.old is not None:
                disk.write_new(self.folder / str(at), change.path.read_bytes(), PRIVATE_FILE)
        sync_folder(self.folder)
        self._stage(plan, NEW, contents)

    def _stage(self, plan: ExchangePlan, side: str, contents: Sequence[bytes | None]) -> None:
        """Lay beside each place what is to stand in it."""
        for at, content in enumerate(contents):
            if content is not None:
                staged = self._staged(plan, at, side)
                disk.make_folder(staged.parent)
                disk.write_new(staged, content)
        for folder in self._staging(plan):
            if folder.is_dir():
                sync_folder(folder)

    def _staged(self, plan: ExchangePlan, at: int, side: str) -> Path:
        name = f"{self.folder.name}-{at}.{side}"
        return plan.changes[at].path.parent / STAGING / name

    @staticmethod
    def _staging(plan: ExchangePlan) -> list[Path]:
        folders = (change.path.parent / STAGING for change in plan.changes)
        return list(dict.fromkeys(folders))

    def finish(self) -> None:
        """Bring to its end whatever a plug interrupted.

        Raises:
            OSError: it could not be; it waits for another time.
        """
        if not (self.folder / TOWARDS).exists():
            if not (self.folder / RECORD).exists():
                self._sweep()
            return
        side = read_plain_file(self.folder / TOWARDS).decode("utf-8")
        plan = self.read()
        self._move_all(plan, side)
        self._close(plan, side)

    def _close(self, plan: ExchangePlan, side: str) -> None:
        """Everything is in its place: keep what it takes to go back, and no more."""
        if side == OLD or plan.forgets:
            self._forget(plan if side == NEW else None)
            return
        if (self.folder / PLAN).exists():
            disk.move(self.folder / PLAN, self.folder / RECORD)
            sync_folder(self.folder)
        self._remove_mark()
        with suppress(OSError):  # what is left lying there disturbs nobody
            self._clear_staging(plan)

    def _move_all(self, plan: ExchangePlan, side: str) -> None:
        """What does not lie ready any more was moved before."""
        other = OLD if side == NEW else NEW
        for at, change in enumerate(plan.changes):
            staged = self._staged(plan, at, side)
            if staged.exists():
                disk.move(staged, change.path)
            elif change.goal(side) is None and disk.digest_of(change.path) == change.goal(other):
                disk.remove(change.path)
        for folder in {change.path.parent for change in plan.changes}:
            if folder.is_dir():
                sync_folder(folder)

    def _forget(self, plan: ExchangePlan | None) -> None:
        """Nothing of this work is kept, nor of the one that it takes back."""
        if plan:
            taken_back = self.folder.with_name(plan.forgets)
            if taken_back.is_dir():
                disk.remove_folder(taken_back, RECORD)
        if (self.folder / RECORD).exists():
            disk.move(self.folder / RECORD, self.folder / PLAN)
            sync_folder(self.folder)
        self._remove_mark()
        self._sweep()

    def _remove_mark(self) -> None:
        disk.remove(self.folder / TOWARDS)
        sync_folder(self.folder)

    def _sweep(self) -> None:
        """Throw away what was laid ready and is not wanted."""
        with suppress(ValueError, FileNotFoundError):
            self._clear_staging(self.read())
        disk.remove_folder(self.folder, PLAN)

    def _clear_staging(self, plan: ExchangePlan) -> None:
        for folder in self._staging(plan):
            if folder.is_dir():
                for staged in folder.glob(f"{self.folder.name}-*"):
                    disk.remove(staged)
                with suppress(OSError):  # another work has something there
                    folder.rmdir()

    def _leave(self, plan: ExchangePlan) -> None:
        """Nothing has happened yet: throw it all away, what decides first."""
        with suppress(OSError):
            if self.folder.is_dir():
                self._remove_mark()
                self._clear_staging(plan)
                disk.remove_folder(self.folder, PLAN)

    def _turn_back(self, plan: ExchangePlan) -> None:
        """Some files have been exchanged and another cannot be: put the old ones back."""
        with suppress(OSError):
            contents = [
                None if change.old is None else self.old_content(at)
                for at, change in enumerate(plan.changes)
            ]
            self._stage(plan, OLD, contents)
            write_durably(self.folder / TOWARDS, OLD.encode(), private=True)
            self.finish()
