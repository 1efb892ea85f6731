"""Whether the kiosk can speak on this machine, for `kiosk doctor`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.narration.engine import Ability
from kiosk.narration.reading.pronunciation import PronunciationError, checked
from kiosk.narration.settings import VoiceSettings, worker_command, worker_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

_START_LIMIT_S = 20


class Finding(NamedTuple):
    """One thing that was looked at."""

    what: str
    ok: bool
    sentence: str


_TEXTS = {
    "vi": {
        "worker": "Bộ đọc",
        "worker_ok": "Bộ đọc chạy được.",
        "worker_bad": "Bộ đọc không chạy: {why}",
        "engine": "Giọng máy {name}",
        "engine_ok": "{name} {version}; giọng tiếng Việt: {voices}.",
        "voice": "Giọng {language}",
        "voice_ok": "Tiếng “{language}” đọc bằng giọng {voice}.",
        "voice_bad": "Không có giọng “{voice}” cho tiếng “{language}”.",
        "list": "Cách đọc {language}",
        "list_ok": "Danh sách cách đọc có {count} từ.",
        "list_bad": "Danh sách cách đọc hỏng: {why}",
        "cache": "Kho tiếng nói",
        "cache_ok": "Ghi được vào {folder}.",
        "cache_bad": "Không ghi được vào {folder}: {why}",
        "none": "không có",
    },
    "en": {
        "worker": "Speech worker",
        "worker_ok": "The speech worker starts.",
        "worker_bad": "The speech worker does not start: {why}",
        "engine": "Engine {name}",
        "engine_ok": "{name} {version}; Vietnamese voices: {voices}.",
        "voice": "Voice {language}",
        "voice_ok": "“{language}” is spoken by {voice}.",
        "voice_bad": "There is no voice “{voice}” for “{language}”.",
        "list": "Pronunciation {language}",
        "list_ok": "The pronunciation list has {count} words.",
        "list_bad": "The pronunciation list is broken: {why}",
        "cache": "Voice cache",
        "cache_ok": "{folder} can be written to.",
        "cache_bad": "{folder} cannot be written to: {why}",
        "none": "none",
    },
}


def voice_report(settings: VoiceSettings, language: str = "vi") -> list[Finding]:
    """What was found about the voice, in the language of the staff."""
    texts = _TEXTS.get(language, _TEXTS["vi"])
    report = [_cache(settings, texts), *_lists(settings, texts)]
    try:
        abilities = _abilities(settings)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return [
            Finding(texts["worker"], ok=False, sentence=texts["worker_bad"].format(why=error)),
            *report,
        ]
    return [
        Finding(texts["worker"], ok=True, sentence=texts["worker_ok"]),
        *(_engine(ability, texts) for ability in abilities),
        *_voices(settings, abilities, texts),
        *report,
    ]


def _abilities(settings: VoiceSettings) -> list[Ability]:
    """What the worker says on its first line."""
    with tempfile.TemporaryDirectory() as folder:
        command = worker_command(sys.executable, Path(folder), settings)
        said = subprocess.run(  # noqa: S603 - our own program
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_START_LIMIT_S,
            check=True,
            env={**os.environ, **worker_environment()},
        )
    return [Ability(**fields) for fields in json.loads(said.stdout.splitlines()[0])["engines"]]


def _engine(ability: Ability, texts: dict[str, str]) -> Finding:
    what = texts["engine"].format(name=ability.engine)
    if ability.problem:
        return Finding(what, ok=False, sentence=ability.problem)
    sentence = texts["engine_ok"].format(
        name=ability.engine,
        version=ability.version,
        voices=", ".join(ability.voices.get("vi", ())) or texts["none"],
    )
    return Finding(what, ok=True, sentence=sentence)


def _voices(
    settings: VoiceSettings, abilities: list[Ability], texts: dict[str, str]
) -> Iterator[Finding]:
    for language, voice in settings.voices.items():
        code = voice.partition("+")[0]
        ok = any(code in ability.voices.get(language, ()) for ability in abilities)
        sentence = texts["voice_ok" if ok else "voice_bad"].format(language=language, voice=voice)
        yield Finding(texts["voice"].format(language=language), ok, sentence)


def _lists(settings: VoiceSettings, texts: dict[str, str]) -> Iterator[Finding]:
    for path in sorted(settings.translations.glob("*/pronunciation.yaml")):
        what = texts["list"].format(language=path.parent.name)
        try:
            count = len(checked(path).exact)
        except (OSError, PronunciationError) as error:
            yield Finding(what, ok=False, sentence=texts["list_bad"].format(why=error))
        else:
            yield Finding(what, ok=True, sentence=texts["list_ok"].format(count=count))


def _cache(settings: VoiceSettings, texts: dict[str, str]) -> Finding:
    folder = settings.cache_folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder):
            return Finding(
                texts["cache"], ok=True, sentence=texts["cache_ok"].format(folder=folder)
            )
    except OSError as error:
        sentence = texts["cache_bad"].format(folder=folder, why=error.strerror)
        return Finding(texts["cache"], ok=False, sentence=sentence)
