"""The smallest lesson of each kind of step: what `kiosk new`, the docs and the tests begin with."""

from functools import cache
from pathlib import Path
from typing import Any

from kiosk.content.positions import read_document
from kiosk.steps import folder_of

EXAMPLE = "example.yaml"


def example_file(kind: str) -> Path:
    """The example that lies in a kind's folder."""
    return folder_of(kind) / EXAMPLE


@cache
def example_data(kind: str) -> dict[str, Any]:
    """What the example says, as plain data."""
    data = read_document(example_file(kind)).data
    if not isinstance(data, dict):
        raise TypeError(f"{example_file(kind)} is no lesson")
    return data


def example_part(kind: str, part: str) -> str:
    """The lines of the example below `screens:` or `steps:`; empty where it has none."""
    text = example_file(kind).read_text(encoding="utf-8")
    _, _, rest = f"\n{text}".partition(f"\n{part}:\n")
    lines = rest.split("\n")
    end = next((at for at, line in enumerate(lines) if line and line[0] != " "), len(lines))
    return "\n".join(lines[:end]).strip("\n")
