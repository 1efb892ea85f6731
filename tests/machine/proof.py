"""Checks whether the image was booted since the files that it is made from changed."""

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
RECORD = Path(__file__).with_name("proved.json")
IMAGE_SOURCES = ("deploy", "script/image", "script/system-packages.txt", "script/requirements.txt")
"""The files and folders that an image is made from, besides the kiosk itself."""
TEST_PACKAGE_PREFIX = b"test "
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
    hashes = {}
    for source_name in IMAGE_SOURCES:
        path = root / source_name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and file.suffix != ".md" and "__pycache__" not in file.parts:
                name = file.relative_to(root).as_posix()
                hashes[name] = hashlib.sha256(relevant_content(file)).hexdigest()
    return hashes


def relevant_content(file: Path) -> bytes:
    """The content of a file; of a package list, without the lines that only the tests need."""
    lines = file.read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(TEST_PACKAGE_PREFIX))


def changed_files(proof: Proof, now: dict[str, str]) -> list[str]:
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


def status_message(proof: Proof | None, now: dict[str, str]) -> str:
    """The state of the proof as a sentence for the output of script/test."""
    instructions = (
        "As root: script/image, then script/try-image; both together take about twenty minutes."
    )
    if proof is None:
        return f"The image was never booted from start to end by script/try-image. {instructions}"
    changed = changed_files(proof, now)
    if not changed:
        return f"The image was booted on {proof.on} as it is made now."
    names = ", ".join(changed[:5]) + (", …" if len(changed) > 5 else "")
    since = f"since the image was booted on {proof.on}, these changed: {names}"
    return f"OUT OF DATE: {since}. {instructions}"


def is_current(proof: Proof | None, now: dict[str, str]) -> bool:
    """Whether the current files are those that were booted."""
    return proof is not None and not changed_files(proof, now)


if __name__ == "__main__":
    last, files = read(), files_now()
    sys.stdout.write(status_message(last, files) + "\n")
    if sys.argv[1:] == ["--check"]:
        sys.exit(not is_current(last, files))
