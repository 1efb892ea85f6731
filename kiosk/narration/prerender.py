"""Renders all clips that may be spoken into the cache, as far as there is room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.narration.worker_process import WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.narration.cache import ClipCache
    from kiosk.narration.request import Request
    from kiosk.narration.worker_process import WorkerProcess


@dataclass(slots=True)
class Rendered:
    """Counts and sizes after pre-rendering."""

    new: int = 0
    there: int = 0
    """Clips that were already in the cache."""
    failed: list[tuple[Request, str]] = field(default_factory=list)
    """Failed requests, each with the error message."""
    left_out: int = 0
    """Clips that were not rendered because the cache has no room for them."""
    size_bytes: int = 0
    """Total size of the wanted clips that are in the cache."""
    largest_bytes: int = 0
    """Size of the largest of these clips, used as the estimate for the next one."""

    def count(self, clip_bytes: int) -> None:
        self.size_bytes += clip_bytes
        self.largest_bytes = max(self.largest_bytes, clip_bytes)


def prerender(
    requests: Iterable[Request],
    cache: ClipCache,
    worker: WorkerProcess,
    report_progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Rendered:
    """Renders the missing clips in order; `report_progress` receives the counts done and total.

    Clips already in the cache are marked as used, so that a full cache evicts unwanted clips
    first.
    """
    wanted = dict.fromkeys(requests)
    done = Rendered()
    missing: list[Request] = []
    for request in wanted:
        clip_bytes = cache.use(request.key)
        done.count(clip_bytes)
        if not clip_bytes:
            missing.append(request)
    done.there = len(wanted) - len(missing)
    for number, request in enumerate(missing):
        report_progress(done.there + number, len(wanted))
        if cache.has_room(done.size_bytes, done.largest_bytes):
            _render(request, cache, worker, done)
        else:
            done.left_out += 1
    report_progress(len(wanted), len(wanted))
    return done


def _render(request: Request, cache: ClipCache, worker: WorkerProcess, done: Rendered) -> None:
    try:
        worker.render(request)
    except WorkerError as problem:
        done.failed.append((request, str(problem)))
        return
    done.new += 1
    done.count(cache.use(request.key))
