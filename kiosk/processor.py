"""Whether the processor can run Qt, whose programs end with "Illegal instruction" otherwise.

Needs nothing but Python, so that it can be asked before anything of Qt is loaded.
"""

import platform
from pathlib import Path

NEEDED = ("cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3")
"""The flags of x86-64-v2 (System V ABI) as /proc/cpuinfo names them."""
REFUSED = """\
Bộ xử lý của máy này quá cũ (thiếu {flags}), ki-ốt không chạy được.
Cần x86-64-v2: máy từ khoảng năm 2009.
This processor is too old (it lacks {flags}).
The kiosk needs x86-64-v2, as in machines since about 2009."""


def lacking_processor_flags(cpuinfo: Path = Path("/proc/cpuinfo")) -> tuple[str, ...]:
    """What the processor lacks; nothing where that cannot be known or is no question."""
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
