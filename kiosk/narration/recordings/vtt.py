"""Word times from a WebVTT file: one cue per word, or timestamps within cues."""

import re

_TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)[.,](\d{3})"
_CUE = re.compile(rf"^\s*{_TIME}\s+-->\s+{_TIME}.*$")
_INNER = re.compile(rf"<{_TIME}>")


class NotWordTimesError(ValueError):
    """The text is not WebVTT, or its times are not ascending."""


def word_starts_ms(text: str) -> tuple[int, ...]:
    """The start time of each word.

    Raises:
        NotWordTimesError: the text has no usable times.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or not lines[0].startswith("WEBVTT"):
        raise NotWordTimesError("WEBVTT")
    starts_ms: list[int] = []
    for line in lines[1:]:
        cue = _CUE.match(line)
        times = [cue.groups()[:4]] if cue else [inner.groups() for inner in _INNER.finditer(line)]
        starts_ms += map(_ms, times)
    unique = list(dict.fromkeys(starts_ms))
    if not unique or unique != sorted(unique):
        raise NotWordTimesError("00:00:00.000 -->")
    return tuple(unique)


def _ms(time: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in time)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
