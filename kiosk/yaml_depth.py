"""Parses YAML with a limited nesting depth, since deep recursion would crash the process."""

from typing import Any

import yaml

MAX_DEPTH = 20
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's C parser, or the Python one where C is missing (Python in a browser)."""


def shallow_yaml(text: str, loader: type = LOADER) -> Any:  # noqa: ANN401 - any content
    """Parses the text; its depth is checked before any data is built.

    Raises:
        yaml.YAMLError: it is nested deeper than `MAX_DEPTH`, or invalid.
        ValueError: it contains an invalid date.
    """
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise yaml.YAMLError(f"nested deeper than {MAX_DEPTH}")
    return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
