"""Reads YAML, but none so deeply nested that its parser's own recursion would end the process."""

from typing import Any

import yaml

MOST_DEPTH = 20
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Where Python runs in a browser there is no parser in C."""


def shallow_yaml(text: str, loader: type = LOADER) -> Any:  # noqa: ANN401 - whatever it holds
    """What the text says; its structure is looked at before anything is built.

    Raises:
        yaml.YAMLError: it is nested deeper than `MOST_DEPTH`, or is no YAML.
        ValueError: a date in it is none.
    """
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_DEPTH:
            raise yaml.YAMLError(f"nested deeper than {MOST_DEPTH}")
    return yaml.load(text, Loader=loader)  # noqa: S506 - a safe one
