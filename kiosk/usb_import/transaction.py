"""Atomic exchange of several files: all or none, even if the power fails at any time.

Each exchange has a folder in `state/replaced`. The steps, each on the disk before the next
begins:

1. Write `plan.json` with the planned changes, and copies of the old files beside it.
2. Write the new files into a `.takeover` folder beside each target.
3. Write `new` to `towards`: from now on an interrupted exchange is finished, not undone.
4. Move each file to its target, rename `plan.json` to `record.json`, remove `towards`.

If step 4 fails, the old files are staged in the same way and `towards` is set to `old`.
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
    """The hash of the old file; None if there was none."""
    new: str | None
    """The hash of the new file; None if it is deleted."""

    @property
    def path(self) -> Path:
        return Path(self.target)

    def goal(self, side: str) -> str | None:
        """The hash of the final file for a side (`new` or `old`); None if there is to be none."""
        return self.new if side == NEW else self.old


@dataclass(frozen=True, slots=True)
class ExchangePlan:
    """The files to exchange, and their lesson."""

    lesson: str
    """The lesson id."""
    title: str
    done_at: str
    """Time in ISO 8601, by the kiosk's clock."""
    changes: tuple[FileExchange, ...]
    forgets: str = ""
    """The name of the exchange that this one undoes; both are deleted afterwards."""

    @property
    def brought(self) -> bool:
        """Whether the lesson is new."""
        return any(each.target.endswith(ENDING) and each.old is None for each in self.changes)


class Transaction:
    """An exchange, stored in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def is_done(self) -> bool:
        """Whether it was completed and can be undone."""
        return (self.folder / RECORD).exists() and not (self.folder / TOWARDS).exists()

    def read(self) -> ExchangePlan:
        """Reads the plan.

        Raises:
            OSError: the plan cannot be read.
            ValueError: the plan is damaged.
        """
        name = RECORD if (self.folder / RECORD).exists() else PLAN
        try:
            content = json.loads(read_plain_file(self.folder / name))
            return ExchangePlan(
                **{**content, "changes": tuple(FileExchange(**each) for each in content["changes"])}
            )
        except (TypeError, KeyError, RecursionError) as problem:
            raise ValueError(name) from problem

    def old_content(self, at: int) -> bytes:
        """The old content of the file with this index in the plan."""
        return (self.folder / str(at)).read_bytes()

    def carry_out(self, plan: ExchangePlan, contents: Sequence[bytes | None]) -> None:
        """Exchanges the files; `contents` has the new content per change, None to delete the file.

        Raises:
            OSError: the exchange failed; the old files are restored now or by `finish`.
            LessonRefusedError: a file has changed since planning; nothing was changed.
        """
        try:
            self._lay_ready(plan, contents)
            write_durably(self.folder / TOWARDS, NEW.encode(), private=True)
        except (OSError, LessonRefusedError):
            self._discard(plan)
            raise
        try:
            self._move_all(plan, NEW)
        except OSError:
            self._restore(plan)
            raise
        with suppress(OSError):  # the exchange is complete; cleanup can wait
            self._close(plan, NEW)

    def _lay_ready(self, plan: ExchangePlan, contents: Sequence[bytes | None]) -> None:
        disk.make_folder(self.folder)
        content = json.dumps(asdict(plan), ensure_ascii=False, indent=1).encode()
        write_durably(self.folder / PLAN, content, private=True)
        for at, change in enumerate(plan.changes):
            if disk.digest_of(change.path) != change.old:
                raise LessonRefusedError("changed_meanwhile", change.path.name)
            if change.old is not None:
                disk.write_new(self.folder / str(at), change.path.read_bytes(), PRIVATE_FILE)
        sync_folder(self.folder)
        self._stage(plan, NEW, contents)

    def _stage(self, plan: ExchangePlan, side: str, contents: Sequence[bytes | None]) -> None:
        """Writes the new contents into the staging folders beside the targets."""
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
        """Finishes an interrupted exchange, or deletes one that had not reached step 3.

        Raises:
            OSError: it failed; it can be retried later.
        """
        if not (self.folder / TOWARDS).exists():
            if not (self.folder / RECORD).exists():
                self._delete_staged()
            return
        side = read_plain_file(self.folder / TOWARDS).decode("utf-8")
        plan = self.read()
        self._move_all(plan, side)
        self._close(plan, side)

    def _close(self, plan: ExchangePlan, side: str) -> None:
        """Cleans up after all files were moved; keeps only the data needed for an undo."""
        if side == OLD or plan.forgets:
            self._forget(plan if side == NEW else None)
            return
        if (self.folder / PLAN).exists():
            disk.move(self.folder / PLAN, self.folder / RECORD)
            sync_folder(self.folder)
        self._remove_mark()
        with suppress(OSError):  # leftover files are harmless
            self._clear_staging(plan)

    def _move_all(self, plan: ExchangePlan, side: str) -> None:
        """Moves each staged file to its target; files not staged any more were moved before."""
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
        """Deletes this exchange, and with a plan also the exchange that it undoes."""
        if plan:
            taken_back = self.folder.with_name(plan.forgets)
            if taken_back.is_dir():
                disk.remove_folder(taken_back, RECORD)
        if (self.folder / RECORD).exists():
            disk.move(self.folder / RECORD, self.folder / PLAN)
            sync_folder(self.folder)
        self._remove_mark()
        self._delete_staged()

    def _remove_mark(self) -> None:
        disk.remove(self.folder / TOWARDS)
        sync_folder(self.folder)

    def _delete_staged(self) -> None:
        """Deletes the staged files and the folder of the exchange."""
        with suppress(ValueError, FileNotFoundError):
            self._clear_staging(self.read())
        disk.remove_folder(self.folder, PLAN)

    def _clear_staging(self, plan: ExchangePlan) -> None:
        for folder in self._staging(plan):
            if folder.is_dir():
                for staged in folder.glob(f"{self.folder.name}-*"):
                    disk.remove(staged)
                with suppress(OSError):  # used by another exchange
                    folder.rmdir()

    def _discard(self, plan: ExchangePlan) -> None:
        """Deletes everything before any target was changed; the mark `towards` first."""
        with suppress(OSError):
            if self.folder.is_dir():
                self._remove_mark()
                self._clear_staging(plan)
                disk.remove_folder(self.folder, PLAN)

    def _restore(self, plan: ExchangePlan) -> None:
        """Restores the old files after some were exchanged and another failed."""
        with suppress(OSError):
            contents = [
                None if change.old is None else self.old_content(at)
                for at, change in enumerate(plan.changes)
            ]
            self._stage(plan, OLD, contents)
            write_durably(self.folder / TOWARDS, OLD.encode(), private=True)
            self.finish()
