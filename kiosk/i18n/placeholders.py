"""Placeholders in a text that the kiosk fills in: `%1`, `{number}`."""

import re

PLACEHOLDER = re.compile(r"%\d|\{[^{}]*\}")


def different_placeholders(source: str, translation: str) -> tuple[str, ...]:
    """Placeholders that occur a different number of times in source and translation."""
    wanted, found = (PLACEHOLDER.findall(text) for text in (source, translation))
    both = dict.fromkeys((*wanted, *found))
    return tuple(each for each in both if wanted.count(each) != found.count(each))
