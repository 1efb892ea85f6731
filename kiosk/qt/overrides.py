"""What Qt calls in Python must not raise: on Python 3.11 shiboken 6.11 ends the process over it.

An exception that C code has raised (a deleted object, a missing file) is not yet an object when it
leaves the override; shiboken reads its arguments all the same.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

log = logging.getLogger(__name__)

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def answered_always(
    otherwise: Callable[[], Answer],
) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Log what an override raises, and answer Qt with `otherwise()`."""

    def guard(override: Callable[Given, Answer]) -> Callable[Given, Answer]:
        @wraps(override)
        def answer(*given: Given.args, **named: Given.kwargs) -> Answer:
            try:
                return override(*given, **named)
            except Exception:
                log.exception("%s failed", override.__qualname__)
                return otherwise()

        return answer

    return guard


def not_filtered() -> bool:
    """For an event filter: the event goes its way."""
    return False
