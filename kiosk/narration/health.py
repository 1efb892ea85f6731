"""Checks of speech output on this machine, for `kiosk doctor`."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.narration.choice import choose, in_order
from kiosk.narration.reading.pronunciation import PronunciationError, checked
from kiosk.narration.worker_process import WorkerError, WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.narration.engine import Ability
    from kiosk.narration.settings import NarrationSettings

_SOURCE = "vi"


class VoiceCheck(NamedTuple):
    """The result of one check."""

    what: str
    ok: bool
    sentence: str


TEXTS = {
    "worker": "Bộ đọc",
    "worker_ok": "Bộ đọc chạy được.",
    "worker_bad": "Bộ đọc không chạy: {why}",
    "engine": "Máy đọc {name}",
    "engine_ok": "{name} {version}, đọc được tiếng: {languages}.",
    "engine_off": "Không dùng. {why}",
    "engine_unlisted": "Dùng được, nhưng config.yaml không ghi tên trong voice.engines.",
    "engine_unknown": "Trong config.yaml, voice.engines ghi “{name}” mà không có. Có: {known}.",
    "voice": "Giọng {language}",
    "voice_ok": "Tiếng “{language}” đọc bằng {engine}, giọng {voice}, {rate} từ một phút.",
    "voice_single": "{count} câu do {engine}. ",
    "voice_none": "Chưa có giọng nào; ki-ốt đọc tiếng Việt thay.",
    "voice_silent": "Chưa có giọng nào, ki-ốt sẽ im. Cài gói espeak-ng.",
    "voice_not": " Đứng trước nhưng chưa đọc được: {engines}.",
    "voice_bad": "Không có giọng “{voice}” cho tiếng “{language}”.",
    "list": "Cách đọc {language}",
    "list_ok": "Danh sách cách đọc có {count} từ.",
    "list_bad": "Danh sách cách đọc hỏng: {why}",
    "cache": "Kho tiếng nói",
    "cache_ok": "Ghi được vào {folder}.",
    "cache_bad": "Không ghi được vào {folder}: {why}",
    "none": "không có tiếng nào",
}
"""The messages of the report, in Vietnamese."""


def voice_report(
    settings: NarrationSettings,
    texts: Mapping[str, str] = TEXTS,
    offered: Sequence[str] = (_SOURCE,),
) -> list[VoiceCheck]:
    """Runs all checks and reports them in the staff's language.

    Args:
        settings: the speech settings to check.
        texts: translations of `TEXTS` into the language of the report.
        offered: the languages that learners can choose.
    """
    report = [_cache(settings, texts), *_lists(settings, texts)]
    try:
        abilities = _abilities(settings)
    except WorkerError as error:
        return [
            VoiceCheck(texts["worker"], ok=False, sentence=texts["worker_bad"].format(why=error)),
            *report,
        ]
    return [
        VoiceCheck(texts["worker"], ok=True, sentence=texts["worker_ok"]),
        *_engines(settings, abilities, offered, texts),
        *(_language(code, settings, abilities, texts) for code in offered),
        *_voices(settings, abilities, texts),
        *report,
    ]


def _abilities(settings: NarrationSettings) -> list[Ability]:
    """The abilities that a newly started worker reports.

    Raises:
        WorkerError: the worker does not start.
    """
    with tempfile.TemporaryDirectory() as folder:
        elsewhere = replace(settings, cache_folder=Path(folder))
        with WorkerProcess(elsewhere) as worker:
            return list(worker.abilities)


def _engines(
    settings: NarrationSettings,
    abilities: list[Ability],
    offered: Sequence[str],
    texts: Mapping[str, str],
) -> Iterator[VoiceCheck]:
    """One check per engine; an engine that is not installed is no fault while another works."""
    known = {ability.engine for ability in abilities}
    for name in settings.engines:
        if name not in known:
            sentence = texts["engine_unknown"].format(name=name, known=", ".join(sorted(known)))
            yield VoiceCheck(texts["engine"].format(name=name), ok=False, sentence=sentence)
    able = any(ability.voices for ability in in_order(abilities, settings.engines))
    for ability in abilities:
        what = texts["engine"].format(name=ability.engine)
        if ability.problem:
            sentence = texts["engine_off"].format(why=ability.problem)
            yield VoiceCheck(what, ok=able, sentence=sentence)
        elif ability.engine not in settings.engines:
            yield VoiceCheck(what, ok=True, sentence=texts["engine_unlisted"])
        else:
            spoken = [
                code for code in offered if code in ability.voices or code in ability.sentences
            ]
            sentence = texts["engine_ok"].format(
                name=ability.engine,
                version=ability.version,
                languages=", ".join(spoken) or texts["none"],
            )
            yield VoiceCheck(what, ok=True, sentence=sentence)


def _language(
    code: str, settings: NarrationSettings, abilities: list[Ability], texts: Mapping[str, str]
) -> VoiceCheck:
    """Which engine and voice speak a language, and which preferred engines cannot."""
    preferred = in_order(abilities, settings.engines)
    choice = choose(code, [code], preferred, settings.voices)
    names = [ability.engine for ability in preferred]
    before = preferred[: names.index(choice.engine)] if choice else []
    single = [ability for ability in preferred if ability.sentences.get(code)]
    sentence = "".join(
        texts["voice_single"].format(count=len(each.sentences[code]), engine=each.engine)
        for each in single
    )
    if choice is None:
        sentence += texts["voice_silent" if code == _SOURCE else "voice_none"]
    else:
        rate = settings.rate_wpm(code, slow=False)
        sentence += texts["voice_ok"].format(
            language=code, engine=choice.engine, voice=choice.voice, rate=rate
        )
    unused = ", ".join(each.engine for each in before if each not in single)
    if unused:
        sentence += texts["voice_not"].format(engines=unused)
    what = texts["voice"].format(language=code)
    return VoiceCheck(what, ok=bool(choice) or code != _SOURCE, sentence=sentence)


def _voices(
    settings: NarrationSettings, abilities: list[Ability], texts: Mapping[str, str]
) -> Iterator[VoiceCheck]:
    """One failed check for each configured voice that no engine has."""
    for language, voice in settings.voices.items():
        code = voice.partition("+")[0]
        if not any(code in ability.voices.get(language, ()) for ability in abilities):
            sentence = texts["voice_bad"].format(language=language, voice=voice)
            yield VoiceCheck(texts["voice"].format(language=language), ok=False, sentence=sentence)


def _lists(settings: NarrationSettings, texts: Mapping[str, str]) -> Iterator[VoiceCheck]:
    folders = settings.translation_folders
    for path in (path for each in folders for path in sorted(each.glob("*/pronunciation.yaml"))):
        what = texts["list"].format(language=path.parent.name)
        try:
            count = len(checked(path).exact)
        except (OSError, PronunciationError) as error:
            yield VoiceCheck(what, ok=False, sentence=texts["list_bad"].format(why=error))
        else:
            yield VoiceCheck(what, ok=True, sentence=texts["list_ok"].format(count=count))


def _cache(settings: NarrationSettings, texts: Mapping[str, str]) -> VoiceCheck:
    folder = settings.cache_folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder):
            return VoiceCheck(
                texts["cache"], ok=True, sentence=texts["cache_ok"].format(folder=folder)
            )
    except OSError as error:
        sentence = texts["cache_bad"].format(folder=folder, why=error.strerror)
        return VoiceCheck(texts["cache"], ok=False, sentence=sentence)
