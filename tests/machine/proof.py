"""Whether what script/image makes was booted since its files changed; tells it in words."""

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
RECORD = Path(__file__).with_name("proved.json")
PLACES = ("deploy", "script/image", "script/system-packages.txt", "script/requirements.txt")
"""What an image is made of, besides the kiosk itself."""
ONLY_FOR_TESTS = b"test "
"""How such a line of script/system-packages.txt begins."""


@dataclass(frozen=True)
class Proof:
    """A run of script/try-image that passed."""

    on: str
    """The day."""
    files: dict[str, str]
    """The SHA-256 of each file then."""
    figures: list[str]


def files_now(root: Path = ROOT) -> dict[str, str]:
    """The SHA-256 of each file that counts, by its name."""
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
    """Of a list of packages, without those that only the tests need."""
    lines = file.read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(ONLY_FOR_TESTS))


def changed(proof: Proof, now: dict[str, str]) -> list[str]:
    """The files that are not as they were proved, or new, or gone."""
    names = sorted({*proof.files, *now})
    return [name for name in names if proof.files.get(name) != now.get(name)]


def read(path: Path = RECORD) -> Proof | None:
    """The last run that passed; None where there was none."""
    if not path.exists():
        return None
    return Proof(**json.loads(path.read_text("utf-8")))


def write(figures: list[str], path: Path = RECORD) -> None:
    """All passed with the files as they are now."""
    proof = Proof(datetime.now(tz=UTC).date().isoformat(), files_now(), figures)
    path.write_text(json.dumps(asdict(proof), indent=1, ensure_ascii=False) + "\n", "utf-8")


def sentence(proof: Proof | None, now: dict[str, str]) -> str:
    """For whoever runs the checks."""
    how = "As root: script/image, then script/try-image; both together take about twenty minutes."
    if proof is None:
        return f"The image was never booted from start to end by script/try-image. {how}"
    differing = changed(proof, now)
    if not differing:
        return f"The image was booted on {proof.on} as it is made now."
    names = ", ".join(differing[:5]) + (", …" if len(differing) > 5 else "")
    return f"OUT OF DATE: since the image was booted on {proof.on}, these changed: {names}. {how}"


def is_current(proof: Proof | None, now: dict[str, str]) -> bool:
    """Whether what is made now is what was booted."""
    return proof is not None and not changed(proof, now)


if __name__ == "__main__":
    last, files = read(), files_now()
    sys.stdout.write(sentence(last, files) + "\n")
    if sys.argv[1:] == ["--check"]:
        sys.exit(not is_current(last, files))
