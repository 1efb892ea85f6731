"""The picture process: makes plain bitmaps, one for each line that it is given.

What other people made is parsed here and nowhere else, with limits of time and memory that the
system keeps: a picture that passes them ends this process, and nothing more.

Reads lines of JSON, `{"source": path, "target": path without ending}`; answers each with
`{"bitmap": [path, width, height]}` or `{"code": …, "facts": {…}}`. Ends when nobody asks any more.
"""

import json
import math
import os
import select
import sys
import time
from pathlib import Path

from kiosk.durable import write_durably

LEAST_CPU_S = 10
"""A picture may always take so long to be made, in seconds of computing."""
MOST_STARTS = 300
"""On a slow machine longer: so many times what this process itself took to start."""
MOST_MEMORY = 1_500_000_000
IDLE_S = 10
LARGEST_MB = 40
NICE = 5


def limit_memory() -> None:
    """No more memory than this; does nothing where the system knows no such limits."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Unix alone

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def most_computing_s(start_s: float) -> float:
    """How much computing a picture may cost where the start of this process cost so much."""
    return max(LEAST_CPU_S, MOST_STARTS * start_s)


def limit_time(most_s: float) -> None:
    """So many seconds of computing from now on."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Unix alone

        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime) + 1
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (spent + math.ceil(most_s), hard))


def made(source: Path, target: Path) -> dict[str, object]:
    """The answer to one line."""
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
        if size > LARGEST_MB * 1_000_000:
            raise RefusedError("picture_big", size=str(size // 1_000_000), most=str(LARGEST_MB))
        data = file.read()
    if not data:
        raise RefusedError("picture_empty")
    return data


def main() -> None:
    """Answer until nobody asks."""
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
        answer = made(Path(asked["source"]), Path(asked["target"]))
        print(json.dumps(answer), flush=True)  # noqa: T201 - to the kiosk


if __name__ == "__main__":
    main()
