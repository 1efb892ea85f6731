"""The programs of GNU gettext."""

import os
import re
import shutil
import subprocess
from pathlib import Path

PLACE = re.compile(r"^(?P<path>.+?):(?P<line>\d+):", re.MULTILINE)


class ToolMissingError(Exception):
    """GNU gettext is not installed; the argument is the program that was wanted."""


class UnreadablePoError(Exception):
    """A file of texts is no longer well formed."""

    def __init__(self, path: Path, line: int | None, detail: str) -> None:
        super().__init__(path, line, detail)
        self.path = path
        self.line = line
        """Counted from 1; None where nobody can tell."""
        self.detail = detail
        """What the program that read it said, in English."""


def need(*tools: str) -> None:
    """Makes sure that the programs are there before any work begins.

    Raises:
        ToolMissingError: one is not.
    """
    for tool in tools:
        if shutil.which(tool) is None:
            raise ToolMissingError(tool)


def output_of(tool: str, *arguments: str, folder: Path) -> str:
    """What a program of gettext writes when it is run in a folder.

    Raises:
        ToolMissingError: it is not installed.
        UnreadablePoError: it could not read one of its files.
    """
    need(tool)
    done = subprocess.run(  # noqa: S603 - a fixed program, arguments that no shell sees
        [str(shutil.which(tool)), *arguments],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C", "LANGUAGE": ""},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise _unreadable(done.stderr.decode("utf-8", "replace").strip(), folder)
    return done.stdout.decode("utf-8")


def _unreadable(said: str, folder: Path) -> UnreadablePoError:
    place = PLACE.search(said)
    if place is None:
        return UnreadablePoError(folder, None, said)
    detail = said[place.end() :].splitlines()[0].strip()
    return UnreadablePoError(folder / place["path"], int(place["line"]), detail)
