"""What a speech engine is, and how the engines are found."""

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

    from kiosk.narration.places import Places
    from kiosk.narration.utterance import Clip, SpokenWord


class EngineError(RuntimeError):
    """The engine gave no sound for a sentence; the text says why."""


class Engine(Protocol):
    """Something that turns words into sound.

    Each file of the `engines` folder offers one, through a function `engine(places)`.
    """

    name: str
    version: str
    """Another version makes other sounds: what the old one made is not used any more."""

    def problem(self) -> str | None:
        """Why it cannot speak on this machine, as a sentence for staff; None when it can."""

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """The voices of each language code, best first."""

    def render(
        self, words: Sequence[SpokenWord], language: str, voice: str, words_per_minute: int
    ) -> Clip:
        """The sound of the words.

        Raises:
            EngineError: there is none.
        """


@runtime_checkable
class Selective(Protocol):
    """What an engine offers, too, that has only some sentences of a language."""

    def sentences(self) -> Mapping[str, Mapping[str, str]]:
        """For each language and key of a Vietnamese sentence, the voice to render it with."""

    def look_again(self) -> bool:
        """Whether `sentences` has changed by itself; asked now and then on another thread."""


@dataclass(frozen=True, slots=True)
class Ability:
    """What an engine can do on this machine."""

    engine: str
    version: str
    problem: str | None
    voices: Mapping[str, tuple[str, ...]]
    """For every sentence of these languages."""
    sentences: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For single sentences: language, key of the Vietnamese sentence, voice."""


def ability(engine: Engine) -> Ability:
    """What this engine can do here; one with a problem can do nothing."""
    problem = engine.problem()
    if problem:
        return Ability(engine.name, engine.version, problem, {})
    sentences = engine.sentences() if isinstance(engine, Selective) else {}
    return Ability(engine.name, engine.version, None, engine.voices(), sentences)


def found(places: Places, more: Path | None = None) -> dict[str, Engine]:
    """Every engine by its name: those of the kiosk, and those in a folder with more.

    An engine that cannot even be loaded is told on the error stream and left out.
    """
    loaders = [
        partial(importlib.import_module, f"{engines.__name__}.{module.name}")
        for module in pkgutil.iter_modules(engines.__path__)
    ]
    loaders += [partial(_load, path) for path in sorted(more.glob("*.py"))] if more else []
    made: dict[str, Engine] = {}
    for load in loaders:
        try:
            engine = cast("Engine", load().engine(places))
        except Exception:  # noqa: BLE001 - an engine file may be a stranger's work
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
