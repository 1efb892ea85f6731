"""Plays the voice on the computer's sound device, in a separate process."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer

from kiosk.narration.utterance import Clip
from kiosk.ui.background.child_process import ChildProcess, Ending
from kiosk.ui.sound.silent_output import SilentOutput

_BEGIN_LIMIT_MS = 4000
"""How long a clip may take to start when the one before it could not start."""
_FRESH_S = 2.0
_START_LIMIT_MS = 20_000
_NEWS_REACH_MS = 300
NO_SPEAKER = "Máy không thấy loa. Kiểm tra dây loa và nguồn của loa."
SPEAKER_STUCK = "Loa không phát được tiếng. Kiểm tra dây loa, rồi khởi động lại máy nếu vẫn im."
PLAYER_LATE = "Máy mở loa quá lâu: máy quá bận, hoặc loa bị treo. Nếu vẫn im, khởi động lại máy."


@dataclass
class _Playing:
    """A clip that was sent to the player process."""

    number: int
    clip: Clip
    begun: Callable[[], None]
    ended: Callable[[], None]
    heard_ms: float = 0.0
    heard_at_s: float | None = None
    paused: bool = False
    tried_again: bool = False


class DeviceOutput(QObject):
    """Plays on the computer's default sound device, in a separate process.

    The player process is started by `open` or by the first clip, and restarted after it crashed or
    found no device, so that a sound failure never blocks the window. Without a device a silence of
    the same length keeps the marking of words and the demonstrations going.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = ChildProcess(["-m", "kiosk.ui.sound.sound_player"], self, watched=True)
        self._player.received.connect(self._hear)
        self._player.ended.connect(self._player_ended)
        self._started_s = 0.0
        self._player_failed = False
        """True once the player has reported a failure: only a new process finds a new device."""
        self._last_clip_failed = False
        """True when the previous clip could not start."""
        self._silence = SilentOutput()
        self._playing: _Playing | None = None
        self._number = 0
        self._gain = 1.0
        self._problem = ""
        self._notify: Callable[[str], None] = _ignore
        self._begin_limit = QTimer(self, singleShot=True, interval=_BEGIN_LIMIT_MS)
        self._begin_limit.timeout.connect(self._never_began)

    def open(self) -> None:
        """Starts the player process without waiting for it."""
        if not self._player.is_running:
            self._started_s, self._player_failed = time.monotonic(), False
            self._player.start(_START_LIMIT_MS)

    def play(self, clip: Clip, *, begun: Callable[[], None], ended: Callable[[], None]) -> None:
        """Plays the clip, or silence of the same length once the player reports or shows a failure.

        A slow machine causes no failure here: the timeouts of a live player process apply.
        """
        self.stop()
        if self._player_failed and time.monotonic() - self._started_s > _FRESH_S:
            self._player.stop()
        if self._last_clip_failed:
            self._begin_limit.start()
        self.open()
        self._number += 1
        self._playing = _Playing(self._number, clip, begun, ended)
        self._send_clip(self._playing)

    def stop(self) -> None:
        """Makes the player discard the samples that the device has not played yet."""
        self._silence.stop()
        self._begin_limit.stop()
        if self._playing is not None:
            self._player.send({"stop": self._playing.number})
            self._playing = None

    def pause(self) -> None:
        """Makes the player pause."""
        self._silence.pause()
        playing = self._playing
        if playing is not None and not playing.paused:
            playing.heard_ms, playing.paused = self.position_ms(), True
            self._player.send({"pause": playing.number})

    def resume(self) -> None:
        """Makes the player resume."""
        self._silence.resume()
        playing = self._playing
        if playing is not None and playing.paused:
            playing.heard_at_s, playing.paused = time.monotonic(), False
            self._player.send({"resume": playing.number})

    def position_ms(self) -> float:
        """The last position from the player plus the time since, at most `_NEWS_REACH_MS`."""
        playing = self._playing
        if playing is None:
            return self._silence.position_ms()
        if playing.heard_at_s is None:
            return 0.0
        if playing.paused:
            return playing.heard_ms
        since_ms = (time.monotonic() - playing.heard_at_s) * 1000
        return playing.heard_ms + min(since_ms, _NEWS_REACH_MS)

    def set_gain(self, gain: float) -> None:
        """Sets the volume, also of the clip that is playing."""
        self._gain = gain
        self._player.send({"gain": gain})

    def process_id(self) -> int:
        """The ID of the player process; 0 when none runs."""
        return self._player.process_id

    def on_problem(self, notify: Callable[[str], None]) -> None:
        self._notify = notify

    def close(self) -> None:
        """Ends the player process."""
        self.stop()
        self._player.close()

    def _send_clip(self, playing: _Playing) -> None:
        clip = playing.clip
        command = {"play": playing.number, "rate_hz": clip.sample_rate_hz, "gain": self._gain}
        self._player.send({**command, "bytes": len(clip.samples)}, clip.samples, at_once=True)

    def _hear(self, news: dict[str, Any], _data: bytes) -> None:
        playing = self._playing
        if playing is not None and playing.number in news.values():
            self._follow(playing, news)

    def _follow(self, playing: _Playing, news: dict[str, Any]) -> None:
        """Handles the player's messages about the current clip."""
        if "begun" in news:
            self._begin_limit.stop()
            self._last_clip_failed = False
            playing.heard_at_s = time.monotonic()
            playing.begun()
        elif "heard" in news:
            playing.heard_ms, playing.heard_at_s = news["ms"], time.monotonic()
        elif "ended" in news:
            self._playing = None
            self._say_problem("")
            playing.ended()
        else:
            self._player_failed = True
            self._go_silent(SPEAKER_STUCK if "stuck" in news else NO_SPEAKER)

    def _never_began(self) -> None:
        """Replaces a clip that cannot start by silence; a player still starting keeps running."""
        if self._playing is not None:
            self._player.send({"stop": self._playing.number})
        self._go_silent(self._problem)

    def _player_ended(self, ending: Ending) -> None:
        """Handles a player that crashed or hung: a clip that had not started is tried once more."""
        playing = self._playing
        if playing is None:
            if ending is Ending.LATE:
                self._say_problem(PLAYER_LATE)
            return
        hopeless = ending is Ending.LATE or time.monotonic() - self._started_s < _FRESH_S
        if hopeless or playing.tried_again or playing.heard_at_s is not None:
            messages = {Ending.HANGS: SPEAKER_STUCK, Ending.LATE: PLAYER_LATE}
            self._go_silent(messages.get(ending, NO_SPEAKER))
            return
        playing.tried_again = True
        self.open()
        self._send_clip(playing)

    def _go_silent(self, problem: str) -> None:
        """Plays the rest of the clip as silence."""
        playing, self._playing = self._playing, None
        self._begin_limit.stop()
        self._say_problem(problem)
        if playing is None:
            return
        if playing.heard_at_s is None:
            self._last_clip_failed = True
            self._silence.play(playing.clip, begun=playing.begun, ended=playing.ended)
        else:
            playing.ended()

    def _say_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self._notify(problem)


def _ignore(_problem: str) -> None:
    """The error callback until another is set."""
