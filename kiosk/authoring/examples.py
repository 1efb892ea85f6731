"""The example lesson of each kind of step and phone element.

Used by `kiosk new`, the authors' guide, the schema and the tests.
"""

from functools import cache
from pathlib import Path
from typing import Any

from kiosk.content.positions import read_document
from kiosk.phone import element_kinds, module_of
from kiosk.steps import folder_of

EXAMPLE = "example.yaml"


def example_file(kind: str) -> Path:
    """The example file in a kind's folder."""
    return folder_of(kind) / EXAMPLE


@cache
def example_data(kind: str) -> dict[str, Any]:
    """The example as plain data."""
    return _data_of(example_file(kind))


def element_example_file(key: str) -> Path:
    """The example file beside the class of an element."""
    module = module_of(element_kinds()[key])
    return module.with_name(f"{module.stem.replace('_', '-')}-{EXAMPLE}")


@cache
def element_example_data(key: str) -> dict[str, Any]:
    """The example of an element as plain data."""
    return _data_of(element_example_file(key))


def _data_of(path: Path) -> dict[str, Any]:
    data = read_document(path).data
    if not isinstance(data, dict):
        raise TypeError(f"{path} is no lesson")
    return data


def example_part(kind: str, part: str) -> str:
    """The lines of the example below `screens:` or `steps:`; empty when there are none."""
    text = example_file(kind).read_text(encoding="utf-8")
    _, _, rest = f"\n{text}".partition(f"\n{part}:\n")
    lines = rest.split("\n")
    end = next((at for at, line in enumerate(lines) if line and line[0] != " "), len(lines))
    return "\n".join(lines[:end]).strip("\n")
