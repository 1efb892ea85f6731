"""The result of validating a picture; the texts of refusals are in `content.wording`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not accepted as a picture."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A plain PNG or JPEG made from a picture: upright, scaled down, without metadata."""

    path: Path
    width: int
    height: int


class RefusedError(Exception):
    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, tuple(sorted(facts.items())))
