"""The clips of sentences: which one a sentence needs, and whether it is there or on its way."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.narration.cache import ClipCache
from kiosk.narration.engine import Ability
from kiosk.narration.request import Request
from kiosk.narration.settings import NarrationSettings
from kiosk.narration.utterance import Clip, Utterance
from kiosk.ui.sound.voice_worker import VoiceWorker

if TYPE_CHECKING:
    from kiosk.narration.plan import Planner, SpeechPlan

_MOST_TRIES = 2
_MOST_PRERENDERED = 2000
_MOST_PLANS = 500
"""Plans that are kept: those of a lesson, in two paces of speech."""


class Rendering(QObject):
    """Has the worker render one clip after the other: the awaited one before all others."""

    ready = Signal()
    """The engines' abilities are known, for the first time or anew."""
    rendered = Signal(object, object)
    """The plan that was awaited, and its clip."""
    refused = Signal()
    """What is awaited failed so often that it must be planned anew."""
    idle = Signal()
    """The worker can be given something."""
    problemChanged = Signal(str)

    def __init__(self, settings: NarrationSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._slow = False
        self._cache = ClipCache(settings.cache_folder, settings.cache_limit_bytes)
        self._awaited: SpeechPlan | None = None
        self._prerendering: deque[Utterance] = deque(maxlen=_MOST_PRERENDERED)
        self._failures: Counter[str] = Counter()
        self._plans: dict[tuple[Utterance, bool], SpeechPlan | None] = {}
        """By sentence, and whether it is slow: to read a sentence takes a millisecond and more."""
        self._worker = VoiceWorker(settings, self)
        self._worker.ready.connect(self._plans.clear)
        self._worker.ready.connect(self.ready)
        self._worker.answered.connect(self._answered)
        self._worker.failed.connect(self._failed)
        self._worker.problemChanged.connect(self.problemChanged)

    def start(self) -> None:
        self._worker.start()

    @cached_property
    def _planner(self) -> Planner:
        from kiosk.narration.plan import Planner  # noqa: PLC0415 - not for the first frame

        return Planner(self._settings)

    @property
    def abilities(self) -> Sequence[Ability] | None:
        """What the engines can do; None until they have said so."""
        return self._worker.abilities

    @property
    def is_resting(self) -> bool:
        """Whether the worker failed so often that nobody would wait for its next start."""
        return self._worker.is_resting(self._settings.patience_s)

    def set_slow(self, slow: bool) -> None:  # noqa: FBT001 - a switch of the learner
        """Plans slow clips from now on."""
        self._slow = slow

    def worker_process_id(self) -> int:
        """The speech worker that runs now; 0 when none does."""
        return self._worker.process_id()

    def plan(self, utterance: Utterance) -> SpeechPlan | None:
        """The clip for a sentence; one that failed too often gives way to the next best."""
        wanted = (utterance, self._slow)
        if wanted not in self._plans:
            if len(self._plans) >= _MOST_PLANS:
                del self._plans[next(iter(self._plans))]
            self._plans[wanted] = self._planner.plan(
                utterance,
                self._worker.abilities or (),
                slow=self._slow,
                refused=self._is_hopeless,
            )
        return self._plans[wanted]

    def clip(self, plan: SpeechPlan) -> Clip | None:
        """The clip of a plan, if it was rendered before."""
        return self._cache.get(plan.request.key)

    def wait_for(self, plan: SpeechPlan) -> None:
        """Nothing is more urgent than this plan; `rendered` or `refused` follows."""
        self._awaited = plan

    def wait_for_nothing(self) -> None:
        self._awaited = None

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Remembers what may be said later, to be rendered whenever nothing is more urgent."""
        self._prerendering.extend(utterances)

    def feed(self, coming: Iterable[Utterance]) -> None:
        """Gives the worker its next request: what is awaited, what comes next, what may come."""
        if not self._worker.is_free():
            return
        if self._awaited is not None:
            self._worker.ask(self._awaited.request)
            return
        if not any(self._ask(utterance) for utterance in coming):
            while self._prerendering and not self._ask(self._prerendering.popleft()):
                pass

    def _ask(self, utterance: Utterance) -> bool:
        """Asks for the clip of a sentence, unless it is there or has failed."""
        plan = self.plan(utterance)
        if plan is None or self._failures[plan.request.key] or self._cache.has(plan.request.key):
            return False
        self._worker.ask(plan.request)
        return True

    def close(self) -> None:
        """Ends the worker process, for good."""
        self._worker.close()

    def _is_hopeless(self, key: str) -> bool:
        return self._failures[key] >= _MOST_TRIES

    def _is_awaited(self, request: Request) -> bool:
        return self._awaited is not None and self._awaited.request == request

    def _answered(self, request: Request, clip: Clip | None) -> None:
        if not self._is_awaited(request):
            self.idle.emit()
            return
        clip = clip or self._cache.get(request.key)
        if clip is None:
            self._failed(request)
        else:
            self.rendered.emit(self._awaited, clip)

    def _failed(self, request: Request) -> None:
        self._failures[request.key] += 1
        self._plans.clear()
        if self._is_awaited(request) and self._is_hopeless(request.key):
            self._awaited = None
            self.refused.emit()
        self.idle.emit()
