"""Where YAML cannot go on."""

from dataclasses import dataclass

from kiosk.content.problems import Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """Why YAML stopped, told to the author."""

    problems: tuple[Problem, ...]
    mended: str | None = None
    """The text without this fault, where it is plain what was meant."""
