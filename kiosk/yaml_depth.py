"""Refuses YAML that is nested so deeply that its parser's own recursion would end the process."""

import yaml

MOST_DEPTH = 20
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Where Python runs in a browser there is no parser in C."""


def refuse_deep(text: str) -> None:
    """Look at the text's structure without building anything.

    Raises:
        yaml.YAMLError: it is nested deeper than `MOST_DEPTH`, or is no YAML.
    """
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_DEPTH:
            raise yaml.YAMLError(f"nested deeper than {MOST_DEPTH}")
