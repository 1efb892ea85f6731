"""Converts pictures to plain bitmaps, which are cached on disk."""

import hashlib
import json
import os
import stat
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from kiosk.blocking_child import BlockingChild, ProcessError
from kiosk.durable import read_plain_file, write_durably
from kiosk.pictures.refusal import Bitmap, Refusal

EDITION = "3"
"""Incremented when validation or conversion changes, to invalidate the cache."""
DEADLINE_S = 600
"""Wall-clock limit for one picture. It is generous, because the process limits CPU time itself, and
valid pictures may take long on a slow or busy machine."""
MAX_KEPT = 400
JUST_ENDED_S = 1
"""A process that ends within this time had reached its idle limit, and is restarted."""
HEAVY = Refusal("picture_heavy")


class Pictures:
    """Validates and converts pictures for lint, screen, USB stick and paper.

    Thread-safe; blocks while the picture process works, so never call it on the window's thread.
    """

    def __init__(self, cache: Path) -> None:
        """`cache`: the cache folder; it need not exist yet."""
        self._folder = cache / "picture-bitmaps"
        self._lock = threading.Lock()
        self._process: BlockingChild | None = None
        self._known: dict[str, Bitmap | Refusal] = {}

    def bitmap_of(self, path: Path) -> Bitmap | Refusal:
        """The bitmap of a picture file, or why it is refused; never raises."""
        try:
            seen = path.stat()
        except OSError as problem:
            return Refusal("picture_unreadable", (("reason", problem.strerror or ""),))
        if not stat.S_ISREG(seen.st_mode):
            return Refusal("picture_unknown")
        signs = f"{EDITION}|{path.absolute()}|{seen.st_mtime_ns}|{seen.st_size}"
        key = hashlib.sha256(signs.encode("utf-8", "surrogateescape")).hexdigest()[:32]
        with self._lock:
            found = self._known.get(key) or self._kept(key)
            if found is None or (isinstance(found, Bitmap) and not found.path.is_file()):
                found = self._made(path, key)
            self._known[key] = found
            return found

    def close(self) -> None:
        """Ends the picture process; it also ends by itself when idle."""
        process, self._process = self._process, None
        if process:
            process.close()

    def _kept(self, key: str) -> Bitmap | Refusal | None:
        try:
            answer = json.loads(read_plain_file(self._folder / f"{key}.json"))
            return _answer(answer)
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None

    def _made(self, path: Path, key: str) -> Bitmap | Refusal:
        self._make_folder()
        answer = self._asked(path, key)
        found = _answer(answer)
        if isinstance(found, Bitmap) or found.code not in (
            "picture_not_kept",
            "picture_unreadable",
        ):
            with suppress(OSError):
                write_durably(self._folder / f"{key}.json", json.dumps(answer).encode())
                self._prune()
        return found

    def _make_folder(self) -> None:
        """Creates the cache folder; if it is not writable, a temporary folder is used instead."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            writable = os.access(self._folder, os.W_OK)
        except OSError:
            writable = False
        if not writable:
            self._folder = Path(tempfile.mkdtemp(prefix="kiosk-pictures-"))

    def _asked(self, path: Path, key: str) -> dict[str, object]:
        """The answer of the picture process; a picture that crashes it is refused as too heavy."""
        question = {"source": str(path.absolute()), "target": str(self._folder / key)}
        running = self._process
        if running and running.is_running:
            begun = time.monotonic()
            answer = self._answer_of(running, question)
            if answer is not None:
                return answer
            if time.monotonic() - begun > JUST_ENDED_S:
                self.close()
                return {"code": HEAVY.code, "facts": {}}
        self.close()
        answer = self._answer_of(self._started(), question)
        if answer is None:
            self.close()
        return answer or {"code": HEAVY.code, "facts": {}}

    def _started(self) -> BlockingChild:
        self._process = BlockingChild(["-m", "kiosk.pictures.process"])
        return self._process

    def _answer_of(
        self, process: BlockingChild, question: dict[str, str]
    ) -> dict[str, object] | None:
        """One answer; None when the process ended or took too long."""
        try:
            answer, _ = process.ask(question, within_s=DEADLINE_S)
        except ProcessError:
            return None
        return answer

    def _prune(self) -> None:
        """Deletes the oldest files beyond the limit."""
        kept = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for path in kept[: max(0, len(kept) - 2 * MAX_KEPT)]:
            path.unlink(missing_ok=True)


def _answer(answer: dict[str, object]) -> Bitmap | Refusal:
    bitmap = answer.get("bitmap")
    if isinstance(bitmap, list):
        path, width, height = bitmap
        return Bitmap(Path(str(path)), int(width), int(height))
    facts = answer.get("facts")
    named = facts.items() if isinstance(facts, dict) else ()
    return Refusal(str(answer["code"]), tuple((str(name), str(fact)) for name, fact in named))
