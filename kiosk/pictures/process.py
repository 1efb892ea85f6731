"""The picture process: converts one untrusted picture per input line to a plain bitmap.

Untrusted pictures are parsed only here, under the operating system's limits of time and memory;
a picture that exceeds them ends only this process.

Reads lines of JSON, `{"source": path, "target": path without extension}`; answers each with
`{"bitmap": [path, width, height]}` or `{"code": …, "facts": {…}}`. Ends at the end of the input,
or after 10 s without a request.
"""

import json
import math
import os
import select
import sys
import time
from pathlib import Path

from kiosk.durable import write_durably

MIN_CPU_S = 10
"""Minimum CPU time limit per picture, in seconds."""
MAX_STARTS = 300
"""On slow machines the limit is this multiple of the CPU time needed to start this process."""
MAX_MEMORY = 1_500_000_000
IDLE_S = 10
MAX_MB = 40
NICE = 5


def limit_memory() -> None:
    """Sets the memory limit; does nothing on Windows."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Unix only

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def most_computing_s(start_s: float) -> float:
    """The CPU time limit per picture, from the CPU time of this process's start."""
    return max(MIN_CPU_S, MAX_STARTS * start_s)


def limit_time(most_s: float) -> None:
    """Limits the CPU time from now on; does nothing on Windows."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Unix only

        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime) + 1
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (spent + math.ceil(most_s), hard))


def convert(source: Path, target: Path) -> dict[str, object]:
    """Converts one picture and returns the answer."""
    from kiosk.pictures.drawing import painted, svg_text  # noqa: PLC0415 - after the limits
    from kiosk.pictures.photo import encoded, is_photo, plain_photo  # noqa: PLC0415
    from kiosk.pictures.refusal import RefusedError  # noqa: PLC0415

    try:
        data = _content(source)
        text = None if is_photo(data) else svg_text(data)
        image = plain_photo(data) if text is None else painted(text)
        content, ending = encoded(image)
    except RefusedError as refused:
        return {"code": refused.refusal.code, "facts": dict(refused.refusal.facts)}
    except MemoryError:
        return {"code": "picture_heavy", "facts": {}}
    except OSError as problem:
        return {"code": "picture_unreadable", "facts": {"reason": problem.strerror or ""}}
    try:
        path = target.with_name(target.name + ending)
        write_durably(path, content, may_be_lost=True)
    except OSError as problem:
        return {"code": "picture_not_kept", "facts": {"reason": problem.strerror or ""}}
    return {"bitmap": [str(path), image.width, image.height]}


def _content(source: Path) -> bytes:
    from kiosk.pictures.refusal import RefusedError  # noqa: PLC0415

    with source.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > MAX_MB * 1_000_000:
            raise RefusedError("picture_big", size=str(size // 1_000_000), most=str(MAX_MB))
        data = file.read()
    if not data:
        raise RefusedError("picture_empty")
    return data


def main() -> None:
    """Answers requests until the input ends or the process is idle."""
    most_s = most_computing_s(time.process_time())
    if hasattr(os, "nice"):
        os.nice(NICE)
    limit_memory()
    while select.select([sys.stdin], [], [], IDLE_S)[0]:
        line = sys.stdin.readline()
        if not line:
            return
        asked = json.loads(line)
        limit_time(most_s)
        answer = convert(Path(asked["source"]), Path(asked["target"]))
        print(json.dumps(answer), flush=True)  # noqa: T201 - to the kiosk


if __name__ == "__main__":
    main()
