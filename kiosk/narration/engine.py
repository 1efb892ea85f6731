"""The interface of a speech engine, and the search for engines."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import traceback
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from kiosk.narration import engines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

    from kiosk.narration.utterance import Clip, SpokenWord
    from kiosk.narration.voice_folders import VoiceFolders


class EngineError(RuntimeError):
    """The engine produced no sound; the message says why."""


class Engine(Protocol):
    """A speech engine: turns words into sound.

    Each file in the folder `engines` provides one engine through its function `engine`.
    """

    name: str
    version: str
    """Part of the cache key: clips rendered by another version are not reused."""

    def problem(self) -> str | None:
        """Why the engine cannot speak here, as a sentence for staff; None when it can."""

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """The voices for each language code, best first."""

    def render(
        self, words: Sequence[SpokenWord], language: str, voice: str, words_per_minute: int
    ) -> Clip:
        """Renders the words to a clip.

        Raises:
            EngineError: the engine produced no sound.
        """


@runtime_checkable
class Selective(Protocol):
    """Additional interface of an engine that can speak only certain sentences of a language."""

    def sentences(self) -> Mapping[str, Mapping[str, str]]:
        """By language and key of a Vietnamese sentence: the voice to render that sentence with."""

    def look_again(self) -> bool:
        """Whether the result of `sentences` has changed; called regularly on another thread."""


@dataclass(frozen=True, slots=True)
class Ability:
    """The voices and sentences that an engine offers on this machine."""

    engine: str
    version: str
    problem: str | None
    voices: Mapping[str, tuple[str, ...]]
    """By language: voices that can speak any sentence."""
    sentences: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Voices for single sentences: by language, then by key of the Vietnamese sentence."""


def ability(engine: Engine) -> Ability:
    """The engine's ability; empty when the engine reports a problem."""
    problem = engine.problem()
    if problem:
        return Ability(engine.name, engine.version, problem, {})
    sentences = engine.sentences() if isinstance(engine, Selective) else {}
    return Ability(engine.name, engine.version, None, engine.voices(), sentences)


def find_engines(voice_folders: VoiceFolders, more: Path | None = None) -> dict[str, Engine]:
    """All engines by name: the built-in ones and those in the folder `more`.

    An engine that fails to load is reported on standard error and left out.
    """
    loaders = [
        partial(importlib.import_module, f"{engines.__name__}.{module.name}")
        for module in pkgutil.iter_modules(engines.__path__)
    ]
    loaders += [partial(_load, path) for path in sorted(more.glob("*.py"))] if more else []
    made: dict[str, Engine] = {}
    for load in loaders:
        try:
            engine = cast("Engine", load().engine(voice_folders))
        except Exception:  # noqa: BLE001 - an engine file may be third-party code
            traceback.print_exc()
        else:
            made[engine.name] = engine
    return made


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"extra_engine_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
