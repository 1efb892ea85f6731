"""A fault at which YAML parsing stopped."""

from dataclasses import dataclass

from kiosk.content.problems import Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """The problems to report, and the corrected text if the intention is clear."""

    problems: tuple[Problem, ...]
    mended: str | None = None
    """The text without this fault; None when the intention is unclear."""
