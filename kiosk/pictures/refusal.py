"""What is said of a picture that is not shown; the words for it are in `content.wording`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is no picture for the kiosk."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A plain PNG or JPEG that was made of a picture: upright, small, nothing else in it."""

    path: Path
    width: int
    height: int


class RefusedError(Exception):
    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, tuple(sorted(facts.items())))
