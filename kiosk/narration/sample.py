"""Renders a sample sentence with one voice, so that staff can listen before choosing it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.narration.cache import ClipCache
from kiosk.narration.engine import EngineError
from kiosk.narration.plan import Planner
from kiosk.narration.utterance import Utterance
from kiosk.narration.worker_process import WorkerError, WorkerProcess

if TYPE_CHECKING:
    from kiosk.narration.settings import NarrationSettings
    from kiosk.narration.utterance import Clip

_PATIENCE_S = 60.0
"""Allows for loading a neural voice on a slow machine."""


def sample(
    settings: NarrationSettings, sentence: str, language: str, engine: str, voice: str
) -> Clip:
    """Renders the sentence with this voice; takes seconds, so call it on another thread.

    Raises:
        EngineError: the voice produced no sound; the message says why.
    """
    with tempfile.TemporaryDirectory() as folder:
        only = replace(
            settings,
            engines=(engine,),
            voices={language: voice},
            cache_folder=Path(folder),
            answer_limit_s=_PATIENCE_S,
        )
        try:
            with WorkerProcess(only) as worker:
                plan = Planner(only).plan(Utterance(sentence, language), worker.abilities)
                if plan is None or plan.request.voice.partition("+")[0] != voice.partition("+")[0]:
                    problems = [each.problem for each in worker.abilities if each.engine == engine]
                    raise EngineError(next(filter(None, problems), f"{engine}: {voice}"))
                worker.render(plan.request)
                clip = ClipCache(only.cache_folder).get(plan.request.key)
        except WorkerError as problem:
            raise EngineError(str(problem)) from problem
    if clip is None:
        raise EngineError(f"{engine}: {voice}")
    return clip
