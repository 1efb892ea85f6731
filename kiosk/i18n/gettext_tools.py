"""Runs the programs of GNU gettext."""

import os
import re
import shutil
import subprocess
from pathlib import Path

PLACE = re.compile(r"^(?P<path>.+?):(?P<line>\d+):", re.MULTILINE)


class ToolMissingError(Exception):
    """GNU gettext is not installed; the argument is the name of the missing program."""


class UnreadablePoError(Exception):
    """A PO file, or an entry in it, cannot be parsed."""

    def __init__(self, path: Path, line: int | None, detail: str) -> None:
        super().__init__(path, line, detail)
        self.path = path
        self.line = line
        """Line number from 1; None when unknown."""
        self.detail = detail
        """The parser's error message, in English."""


def need(*tools: str) -> None:
    """Checks that the programs are installed.

    Raises:
        ToolMissingError: a program is missing.
    """
    for tool in tools:
        if shutil.which(tool) is None:
            raise ToolMissingError(tool)


def output_of(tool: str, *arguments: str, folder: Path) -> str:
    """Runs a gettext program in a folder and returns its standard output.

    Raises:
        ToolMissingError: the program is not installed.
        UnreadablePoError: the program could not read one of its input files.
    """
    need(tool)
    done = subprocess.run(  # noqa: S603 - fixed program, no shell
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
