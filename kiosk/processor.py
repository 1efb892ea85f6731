"""Checks whether the processor can run Qt, which otherwise dies with "Illegal instruction".

Uses only the standard library, so that it can run before Qt is loaded.
"""

import platform
from pathlib import Path

NEEDED = ("cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3")
"""The flags of x86-64-v2 (System V ABI), as named in /proc/cpuinfo."""
REFUSED = """\
Bộ xử lý của máy này quá cũ (thiếu {flags}), ki-ốt không chạy được.
Cần x86-64-v2: máy từ khoảng năm 2009.
This processor is too old (it lacks {flags}).
The kiosk needs x86-64-v2, as in machines since about 2009."""


def lacking_processor_flags(cpuinfo: Path = Path("/proc/cpuinfo")) -> tuple[str, ...]:
    """The required flags that are missing; empty on other architectures or if unknown."""
    if platform.machine() not in ("x86_64", "AMD64"):
        return ()
    try:
        lines = cpuinfo.read_text("ascii", "replace").splitlines()
    except OSError:
        return ()
    flags = next(
        (line.partition(":")[2].split() for line in lines if line.startswith("flags")), None
    )
    return tuple(flag for flag in NEEDED if flag not in flags) if flags else ()
