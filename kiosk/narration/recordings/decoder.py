"""Decodes untrusted sound files in a separate process that may crash, hang or exhaust memory.

Files from outside are never decoded in the window's process: a damaged or malicious file
costs at most `LIMIT_S` seconds and the memory limit of the decoding process.
"""

from kiosk.blocking_child import BlockingChild, ProcessError
from kiosk.narration.recordings.audio_file import MAX_S, NoSoundError
from kiosk.narration.utterance import Clip

READABLE = frozenset(
    {".flac", ".ogg", ".oga", ".opus", ".wav", ".wave", ".w64", ".au", ".mp2", ".mp3", ".mpga"}
    | {".aiff", ".aif", ".aifc", ".caf", ".m4a", ".m4b", ".m4r", ".m4v", ".mp4", ".mov", ".aac"}
    | {".3gp", ".3gpp", ".3ga", ".3g2", ".amr", ".awb", ".webm", ".weba", ".mka", ".mkv", ".wma"}
    | {".ac3"}
)
"""File extensions accepted as recordings; the content decides how a file is decoded."""
LIMIT_S = 30.0
_MODULE = "kiosk.ui.sound.sound_decoder"


class SoundDecoder:
    """The decoding process; started with the first file, and restarted after a crash.

    Use it from one thread, in a `with` statement that ends the process.
    """

    def __init__(self, limit_s: float = LIMIT_S) -> None:
        self._limit_s = limit_s
        self._process: BlockingChild | None = None

    def __enter__(self) -> "SoundDecoder":
        return self

    def __exit__(self, *_problem: object) -> None:
        self.close()

    def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def decode(self, content: bytes, most_s: int = MAX_S) -> Clip:
        """Decodes a file to 16-bit mono; a very long file is cut off at `most_s`.

        Raises:
            NoSoundError: the file contains no sound, or the process failed or timed out.
            OSError: the process cannot be started.
        """
        if not content:
            raise NoSoundError("0 bytes", "empty")
        try:
            wanted = {"bytes": len(content), "most_s": most_s}
            answer, samples = self._running().ask(wanted, content, within_s=self._limit_s)
        except ProcessError as problem:
            self.close()
            code = "too_slow" if problem.is_late else "not_sound"
            raise NoSoundError("the decoding process ended", code) from problem
        if "flaw" in answer:
            raise NoSoundError(str(answer.get("why", "")), str(answer["flaw"]))
        return Clip(samples, int(answer["rate_hz"]), ())

    def _running(self) -> BlockingChild:
        if self._process is None or not self._process.is_running:
            self.close()
            self._process = BlockingChild(["-m", _MODULE])
        return self._process
