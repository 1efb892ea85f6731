"""Measured figures, and their output as a table or as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; `budget` is its upper limit, or None if none was set."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    note: str = ""

    @property
    def within(self) -> bool | None:
        """Whether the value is within the budget; None without a budget."""
        return None if self.budget is None else self.value <= self.budget


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` % of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * percent // 100))
    return ordered[int(rank) - 1]


def percentiles(
    name: str, values: Sequence[float], unit: str, budgets: dict[int, float], note: str = ""
) -> list[Figure]:
    """The 50th, 95th and 99th percentile and the maximum."""
    figures = [
        Figure(f"{name}, p{percent}", percentile(values, percent), unit, budgets.get(percent))
        for percent in (50, 95, 99)
    ]
    return [*figures, Figure(f"{name}, worst of {len(values)}", max(values), unit, note=note)]


def as_record(figure: Figure) -> dict[str, Any]:
    """The figure as a JSON object."""
    return {**asdict(figure), "value": round(figure.value, 3), "within": figure.within}


def as_table(title: str, figures: Iterable[Figure]) -> str:
    """A text table of the figures, each beside its budget."""
    lines = [title, "-" * len(title)]
    for figure in figures:
        budget = "" if figure.budget is None else f"≤ {figure.budget:g} {figure.unit}"
        measured = f"{_digits(figure.value)} {figure.unit}"
        verdict = {True: "ok", False: "MISSED", None: ""}[figure.within]
        note = f"({figure.note})" if figure.note else ""
        lines.append(f"{figure.name:<54} {measured:>12}  {budget:<10} {verdict:<6} {note}".rstrip())
    return "\n".join([*lines, ""])


def _digits(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}"
