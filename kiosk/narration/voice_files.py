"""Installs and removes neural voices brought by staff.

Two layouts are supported: Piper (`NAME.onnx` with `NAME.onnx.json`), and Supertonic (see
`supertonic.voice`). Licence files are copied along.
"""

from __future__ import annotations

import glob
import json
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.durable import sync_folder
from kiosk.narration.neural import VoiceFileError
from kiosk.narration.piper.voice import read_voice
from kiosk.narration.supertonic.voice import NETWORKS, STYLES, is_supertonic, read_supertonic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIPER, SUPERTONIC = "piper", "supertonic"
MAX_BYTES = 1_500_000_000
"""Upper limit for the sum of all files of a voice."""
MAX_LICENCE_LENGTH = 20_000
_LICENCE = re.compile(
    r"(licen[cs]e|copying|notice|model_card|readme)(\.(md|txt|rst))?", re.IGNORECASE
)
_NAME = re.compile(r"[\w][\w.+-]{0,80}")


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """One file, with its destination relative to the folder of its language."""

    path: Path
    place: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class FoundVoice:
    """A voice found in a folder brought by staff."""

    engine: str
    name: str
    language: str
    """The language named in the voice's files; empty when they name none."""
    files: tuple[VoiceFile, ...]
    voice: str
    """The engine's name for the voice; the first speaker if there are several."""
    licence: str
    """The text of its licence files; empty when there are none."""

    @property
    def size_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files)


def find_voice(folder: Path) -> FoundVoice:
    """Finds the one voice in a folder or its subfolders.

    Raises:
        VoiceFileError: there is no voice, more than one, or one that cannot be used.
    """
    found = [*_piper(folder), *_supertonic(folder)]
    if not found:
        raise VoiceFileError(
            "Không thấy giọng nào: cần tệp .onnx và .onnx.json (Piper), "
            "hoặc thư mục onnx và voice_styles (Supertonic)."
        )
    if len(found) > 1:
        names = ", ".join(each.name for each in found)
        raise VoiceFileError(f"Có nhiều giọng: {names}. Chỉ đúng một giọng.")
    (voice,) = found
    if not _NAME.fullmatch(voice.name):
        raise VoiceFileError(f"Tên giọng “{voice.name}” có chữ lạ. Đổi tên tệp.")
    if voice.size_bytes > MAX_BYTES:
        raise VoiceFileError(f"Giọng {voice.name} quá lớn (trên {MAX_BYTES // 10**6} MB).")
    return voice


def _piper(folder: Path) -> Iterator[FoundVoice]:
    for network in sorted(folder.rglob("*.onnx")):
        if network.stem in NETWORKS:
            continue
        read = read_voice(network, "")
        described = network.with_name(f"{network.name}.json")
        config = json.loads(described.read_bytes())
        family = str(config.get("language", {}).get("family", "")) or read.reading_voice
        text, licences = _licence(network.parent, read.name)
        files = [_file(network, network.name), _file(described, described.name), *licences]
        language = re.split(r"[-_]", family)[0]
        yield FoundVoice(PIPER, read.name, language, tuple(files), read.name, text)


def _supertonic(folder: Path) -> Iterator[FoundVoice]:
    for each in sorted({path.parent.parent for path in folder.rglob("onnx/tts.json")}):
        if not is_supertonic(each):
            continue
        read = read_supertonic(each, "")
        wanted = [each / "onnx" / f"{name}.onnx" for name in NETWORKS]
        wanted += [each / "onnx" / name for name in ("tts.json", "unicode_indexer.json")]
        wanted += [each / STYLES / f"{speaker}.json" for speaker in read.speakers]
        text, licences = _licence(each, f"{read.name}/")
        files = [_file(path, f"{read.name}/{path.relative_to(each)}") for path in wanted]
        voice = read.names[0]
        yield FoundVoice(SUPERTONIC, read.name, "", (*files, *licences), voice, text)


def _licence(folder: Path, before: str) -> tuple[str, list[VoiceFile]]:
    """The licence text, and the licence files with their destinations beside the voice."""
    found = [path for path in sorted(folder.iterdir()) if _LICENCE.fullmatch(path.name)]
    files = [path for path in found if path.is_file()]
    texts = (path.read_text("utf-8", "replace")[:MAX_LICENCE_LENGTH].strip() for path in files)
    joint = "" if before.endswith("/") else "."
    return "\n\n".join(filter(None, texts)), [
        _file(path, f"{before}{joint}{path.name}") for path in files
    ]


def _file(path: Path, place: str) -> VoiceFile:
    if path.is_symlink() and not path.exists():
        raise VoiceFileError(f"{path.name} là đường dẫn tắt hỏng. Chép tệp thật.")
    size = path.stat().st_size
    if not size:
        raise VoiceFileError(f"Tệp {path.name} rỗng (0 byte). Chép hoặc tải lại.")
    return VoiceFile(path, place, size)


def put_in(voice: FoundVoice, voices: Path, language: str) -> None:
    """Copies a voice into the folder of its language, completely or not at all.

    Raises:
        VoiceFileError: a voice of the same name is already installed.
        OSError: the files cannot be written; nothing is installed then.
    """
    target = voices / language
    if voices_of(voices, language).get(voice.name):
        raise VoiceFileError(f"Đã có giọng {voice.name}. Gỡ ra trước rồi cài lại.")
    staging = target / f".{voice.name}.new"
    shutil.rmtree(staging, ignore_errors=True)
    try:
        for file in voice.files:
            place = staging / file.place
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.path, place)
        sync_folder(staging)
        for path in sorted(staging.iterdir(), key=lambda path: path.suffix == ".onnx"):
            path.replace(target / path.name)  # the network comes last: a voice exists only with it
        sync_folder(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def voices_of(voices: Path, language: str) -> dict[str, tuple[Path, ...]]:
    """The installed voices of a language by name, each with its files or folder."""
    folder = voices / language
    found: dict[str, tuple[Path, ...]] = {}
    for path in sorted(folder.glob("*.onnx")):
        found[path.stem] = (path, *sorted(folder.glob(f"{glob.escape(path.stem)}.*")))
    for path in sorted(folder.glob("*/")):
        if is_supertonic(path):
            found[path.name] = (path,)
    return found


def take_out(voices: Path, language: str, name: str) -> None:
    """Deletes an installed voice.

    Raises:
        VoiceFileError: no voice of that name is installed.
        OSError: it cannot be deleted.
    """
    known = voices_of(voices, language)
    there = known.get(name)
    if not there:
        names = ", ".join(known) or "không giọng nào"
        raise VoiceFileError(f"Không có giọng {name} trong {voices / language}. Có: {names}.")
    for path in dict.fromkeys(
        there
    ):  # the network goes first: without it the voice no longer exists
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    with suppress(OSError):
        sync_folder(voices / language)
