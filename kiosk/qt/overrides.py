"""Guards Python overrides called by Qt: with Python 3.11, shiboken 6.11 crashes on exceptions.

An exception raised by C code (a deleted object, a missing file) is not yet instantiated when it
leaves the override, but shiboken reads its arguments.
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
    """Logs an exception of the override and returns `otherwise()` to Qt instead."""

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
    """Returns False, for an event filter: the event is delivered."""
    return False
