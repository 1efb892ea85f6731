"""Checks whether the image was booted since the files that it is made from changed."""

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
RECORD = Path(__file__).with_name("proved.json")
PLACES = ("deploy", "script/image", "script/system-packages.txt", "script/requirements.txt")
"""The files and folders that an image is made from, besides the kiosk itself."""
ONLY_FOR_TESTS = b"test "
"""Prefix of the lines of script/system-packages.txt that only the tests need."""


@dataclass(frozen=True)
class Proof:
    """A run of script/try-image that passed."""

    on: str
    """The date of the run."""
    files: dict[str, str]
    """The SHA-256 of each file at that time."""
    figures: list[str]


def files_now(root: Path = ROOT) -> dict[str, str]:
    """The SHA-256 of each relevant file, by its path."""
    found = {}
    for place in PLACES:
        path = root / place
        each = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in each:
            if file.is_file() and file.suffix != ".md" and "__pycache__" not in file.parts:
                name = file.relative_to(root).as_posix()
                found[name] = hashlib.sha256(content_that_counts(file)).hexdigest()
    return found


def content_that_counts(file: Path) -> bytes:
    """The content of a file; of a package list, without the lines that only the tests need."""
    lines = file.read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(ONLY_FOR_TESTS))


def changed(proof: Proof, now: dict[str, str]) -> list[str]:
    """The files that differ from the proved ones, are new, or are missing."""
    names = sorted({*proof.files, *now})
    return [name for name in names if proof.files.get(name) != now.get(name)]


def read(path: Path = RECORD) -> Proof | None:
    """The last run that passed; None if there is none."""
    if not path.exists():
        return None
    return Proof(**json.loads(path.read_text("utf-8")))


def write(figures: list[str], path: Path = RECORD) -> None:
    """Records that all parts passed with the current files."""
    proof = Proof(datetime.now(tz=UTC).date().isoformat(), files_now(), figures)
    path.write_text(json.dumps(asdict(proof), indent=1, ensure_ascii=False) + "\n", "utf-8")


def sentence(proof: Proof | None, now: dict[str, str]) -> str:
    """The state of the proof as a sentence for the output of script/test."""
    how = "As root: script/image, then script/try-image; both together take about twenty minutes."
    if proof is None:
        return f"The image was never booted from start to end by script/try-image. {how}"
    differing = changed(proof, now)
    if not differing:
        return f"The image was booted on {proof.on} as it is made now."
    names = ", ".join(differing[:5]) + (", …" if len(differing) > 5 else "")
    return f"OUT OF DATE: since the image was booted on {proof.on}, these changed: {names}. {how}"


def is_current(proof: Proof | None, now: dict[str, str]) -> bool:
    """Whether the current files are those that were booted."""
    return proof is not None and not changed(proof, now)


if __name__ == "__main__":
    last, files = read(), files_now()
    sys.stdout.write(sentence(last, files) + "\n")
    if sys.argv[1:] == ["--check"]:
        sys.exit(not is_current(last, files))
