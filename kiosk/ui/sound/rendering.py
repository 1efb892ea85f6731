"""The clips of sentences: selected by the planner, cached or rendered by the worker."""

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

_MAX_TRIES = 2
_MAX_PRERENDERED = 2000
_MAX_PLANS = 500
"""The maximum number of cached plans: those of a lesson at two speech rates."""


class Rendering(QObject):
    """Requests clips from the worker one at a time; the awaited clip comes first."""

    ready = Signal()
    """The engines' abilities are known or have changed."""
    rendered = Signal(object, object)
    """The awaited plan and its clip."""
    refused = Signal()
    """The awaited clip failed `_MAX_TRIES` times: the sentence must be planned again."""
    idle = Signal()
    """The worker is free for a request."""
    problemChanged = Signal(str)

    def __init__(self, settings: NarrationSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._slow = False
        self._cache = ClipCache(settings.cache_folder, settings.cache_limit_bytes)
        self._awaited: SpeechPlan | None = None
        self._prerendering: deque[Utterance] = deque(maxlen=_MAX_PRERENDERED)
        self._failures: Counter[str] = Counter()
        self._plans: dict[tuple[Utterance, bool], SpeechPlan | None] = {}
        """Cached by utterance and slow speech, as planning takes a millisecond and more."""
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
        """The engines' abilities; None until they are known."""
        return self._worker.abilities

    @property
    def is_backing_off(self) -> bool:
        """True when the worker's next restart is further away than the narrator waits."""
        return self._worker.is_backing_off(self._settings.patience_s)

    def set_slow(self, slow: bool) -> None:  # noqa: FBT001 - a switch of the learner
        """Sets slow speech for the following plans."""
        self._slow = slow

    def worker_process_id(self) -> int:
        """The ID of the speech worker process; 0 when none runs."""
        return self._worker.process_id()

    def plan(self, utterance: Utterance) -> SpeechPlan | None:
        """Returns the plan for an utterance: the best clip that has not failed too often."""
        wanted = (utterance, self._slow)
        if wanted not in self._plans:
            if len(self._plans) >= _MAX_PLANS:
                del self._plans[next(iter(self._plans))]
            self._plans[wanted] = self._planner.plan(
                utterance,
                self._worker.abilities or (),
                slow=self._slow,
                refused=self._is_hopeless,
            )
        return self._plans[wanted]

    def clip(self, plan: SpeechPlan) -> Clip | None:
        """Returns the clip of a plan from the cache; None when it was not rendered."""
        return self._cache.get(plan.request.key)

    def wait_for(self, plan: SpeechPlan) -> None:
        """Gives this plan priority; `rendered` or `refused` follows."""
        self._awaited = plan

    def wait_for_nothing(self) -> None:
        self._awaited = None

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Queues utterances for rendering when no other request is pending."""
        self._prerendering.extend(utterances)

    def request_next(self, coming: Iterable[Utterance]) -> None:
        """Requests one clip if the worker is free: the awaited, a `coming` or a prepared one."""
        if not self._worker.is_free():
            return
        if self._awaited is not None:
            self._worker.ask(self._awaited.request)
            return
        if not any(self._ask(utterance) for utterance in coming):
            while self._prerendering and not self._ask(self._prerendering.popleft()):
                pass

    def _ask(self, utterance: Utterance) -> bool:
        """Requests the clip of an utterance; False when it is cached, has failed or has no plan."""
        plan = self.plan(utterance)
        if plan is None or self._failures[plan.request.key] or self._cache.has(plan.request.key):
            return False
        self._worker.ask(plan.request)
        return True

    def close(self) -> None:
        """Ends the worker process."""
        self._worker.close()

    def _is_hopeless(self, key: str) -> bool:
        return self._failures[key] >= _MAX_TRIES

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
