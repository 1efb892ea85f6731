"""Limits and errors of the import from USB sticks."""

import errno
from dataclasses import dataclass

MAX_PICTURE_MB = 40
MAX_VOICE_MB = 10
MAX_BUNDLE_MB = 200
MAX_FILES = 500
MB = 1_000_000


@dataclass(frozen=True, slots=True)
class ImportNote:
    """A message code with its values; the staff page contains the wording."""

    code: str
    facts: tuple[str, ...] = ()


class LessonRefusedError(Exception):
    """A lesson, or a file of it, is not imported; nothing was changed."""

    def __init__(self, code: str, *facts: str) -> None:
        super().__init__(f"{code}: {', '.join(facts)}")
        self.note = ImportNote(code, facts)


FULL = (errno.ENOSPC, errno.EDQUOT)
LOCKED = (errno.EROFS, errno.EACCES, errno.EPERM)


def refusal_of(problem: OSError) -> LessonRefusedError:
    """Converts an error of the kiosk's own disk into the reason why nothing was imported."""
    if problem.errno in FULL:
        return LessonRefusedError("disk_full")
    if problem.errno in LOCKED:
        return LessonRefusedError("disk_locked")
    return LessonRefusedError("disk_failed", problem.strerror or str(problem))
