"""Speech for the pages: an MP3 file and word times for each line."""

import hashlib
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from kiosk.domain.line import Line
from kiosk.durable import write_durably
from kiosk.i18n.catalogue import Catalogue
from kiosk.narration.cache import ClipCache
from kiosk.narration.engine import Ability
from kiosk.narration.plan import Planner, SpeechPlan
from kiosk.narration.prerender import prerender
from kiosk.narration.settings import NarrationSettings
from kiosk.narration.utterance import Clip
from kiosk.narration.worker_process import WorkerProcess
from kiosk.player.utterance import utterance_of

CLIPS = "voice/clips"
MAX_VOICE_BYTES = 1_000_000
"""Limit per lesson, above which its speech is encoded at a lower bit rate."""
QUIET = 150
"""Samples below this amplitude count as silence."""
KEPT_BEFORE_MS, KEPT_AFTER_MS = 5, 30
"""Silence kept at the ends of a clip; the pages insert pauses between sentences themselves."""
Spoken = list[object]
"""`[clip, 1 for a stand-in in Vietnamese, first word, last word, milliseconds, …]`"""


@dataclass(frozen=True)
class Encoding:
    mode: str
    level: float

    @property
    def ending(self) -> str:
        """The suffix of cache files with this encoding."""
        return f"-{self.mode.lower()}-{self.level}.mp3"


USUAL = Encoding("CONSTANT", 0.95)
"""16 kbit/s mono, which keeps frequencies below 5.5 kHz."""
LIGHTER = Encoding("AVERAGE", 0.985)
"""A quarter smaller, about telephone quality."""


@dataclass(frozen=True)
class PageVoices:
    """Renders lines and stores the encoded clips under their content hash."""

    settings: NarrationSettings
    worker: WorkerProcess
    clips_folder: Path
    """The output folder for clips."""
    cache_folder: Path
    """Encoded clips of earlier exports, by cache key."""
    report_progress: Callable[[int, int], None] = lambda _done, _all: None

    def spoken(
        self, lines: Iterable[Line], language: str, catalogue: Catalogue
    ) -> list[Spoken | None]:
        """The clip of each line in a language; None for a line without speech."""
        abilities = self.worker.abilities
        planner = Planner(self.settings)
        plans = [self._plan(planner, line, language, catalogue, abilities) for line in lines]
        cache = ClipCache(self.settings.cache_folder, self.settings.cache_limit_bytes)
        missing = [
            plan.request
            for plan in plans
            if plan and not self._encoded(plan.request.key, USUAL).exists()
        ]
        prerender(missing, cache, self.worker, self.report_progress)
        clips = [self._clip(plan, USUAL, cache) if plan else None for plan in plans]
        if sum(path.stat().st_size for path in set(clips) if path) > MAX_VOICE_BYTES:
            clips = [
                (plan and self._clip(plan, LIGHTER, cache)) or usual
                for plan, usual in zip(plans, clips, strict=True)
            ]
        return [
            self._copied(plan, clip, language) if plan and clip else None
            for plan, clip in zip(plans, clips, strict=True)
        ]

    @staticmethod
    def _plan(
        planner: Planner,
        line: Line,
        language: str,
        catalogue: Catalogue,
        abilities: Sequence[Ability],
    ) -> SpeechPlan | None:
        if not line:
            return None
        text = catalogue.text(line.text)
        return planner.plan(utterance_of(line, language, text), abilities)

    def _encoded(self, key: str, encoding: Encoding) -> Path:
        return self.cache_folder / f"{key[:40]}{encoding.ending}"

    def _clip(self, plan: SpeechPlan, encoding: Encoding, cache: ClipCache) -> Path | None:
        """The encoded clip, with a file of word times beside it; None when it was not rendered."""
        key = plan.request.key
        kept = self._encoded(key, encoding)
        if kept.exists():
            return kept
        clip = cache.get(key)
        if clip is None:
            return None
        trimmed = without_silence(clip)
        self.cache_folder.mkdir(parents=True, exist_ok=True)
        starts = " ".join(map(str, trimmed.word_starts_ms))
        write_durably(kept.with_suffix(".txt"), starts.encode(), may_be_lost=True)
        write_durably(kept, mp3_of(trimmed, encoding), may_be_lost=True)
        return kept

    def _copied(self, plan: SpeechPlan, kept: Path, language: str) -> Spoken:
        content = kept.read_bytes()
        name = hashlib.sha256(content).hexdigest()[:16]
        self.clips_folder.mkdir(parents=True, exist_ok=True)
        (self.clips_folder / f"{name}.mp3").write_bytes(content)
        stands_in = int(plan.utterance.language != language)
        spoken: Spoken = [name, stands_in]
        starts = kept.with_suffix(".txt").read_text("utf-8").split()
        for word, start in zip(plan.request.words, starts, strict=False):
            spoken += [word.first, word.last, int(start)]
        return spoken


def without_silence(clip: Clip) -> Clip:
    samples = np.frombuffer(clip.samples, dtype="<i2")
    (loud,) = np.nonzero(np.abs(samples.astype(np.int32)) > QUIET)
    if not loud.size:
        return clip
    a_ms = clip.sample_rate_hz / 1000
    first = max(0, loud[0] - round(KEPT_BEFORE_MS * a_ms))
    last = loud[-1] + round(KEPT_AFTER_MS * a_ms)
    cut_ms = round(first / a_ms)
    return Clip(
        samples[first:last].tobytes(),
        clip.sample_rate_hz,
        tuple(max(0, start - cut_ms) for start in clip.word_starts_ms),
    )


def mp3_of(clip: Clip, encoding: Encoding) -> bytes:
    """The clip as MP3."""
    content = io.BytesIO()
    samples = np.frombuffer(clip.samples, dtype="<i2")
    soundfile.write(
        content,
        samples,
        clip.sample_rate_hz,
        format="MP3",
        subtype="MPEG_LAYER_III",
        compression_level=encoding.level,
        bitrate_mode=encoding.mode,
    )
    return content.getvalue()


def texts_in(lines: Sequence[Line], catalogue: Catalogue) -> list[str | None]:
    """The translation of each line; None when there is none."""
    return [catalogue.text(line.text) for line in lines]
