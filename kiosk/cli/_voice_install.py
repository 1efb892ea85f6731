"""Installation and removal of neural voices, with checks and a sample before installing."""

from __future__ import annotations

import shutil
import sys
import tarfile
import tempfile
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import click
from tuf.api.exceptions import DownloadError, DownloadHTTPError

from kiosk.durable import sha256_of
from kiosk.narration.cache import wav_of
from kiosk.narration.engine import EngineError
from kiosk.narration.neural import VoiceFileError
from kiosk.narration.sample import sample
from kiosk.narration.voice_files import (
    MAX_BYTES,
    MAX_LICENCE_LENGTH,
    find_voice,
    put_in,
    take_out,
)
from kiosk.packs.fetching import Fetcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.cli._voice_context import VoiceContext
    from kiosk.cli._words import Say
    from kiosk.narration.utterance import Clip
    from kiosk.narration.voice_files import FoundVoice

_ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2")
_BESIDE = ("MODEL_CARD", "LICENSE")
REFUSALS = (VoiceFileError, EngineError, DownloadError, OSError)


def install(
    kiosk: VoiceContext, source: str, language: str, sha256: str, say: Say, *, agreed: bool
) -> None:
    """Installs a voice after showing its files, licence and a sample.

    Raises:
        REFUSALS: the voice was not installed.
    """
    with _laid_open(source, say) as folder:
        voice = find_voice(folder)
        hashes = {file.place: sha256_of(file.path) for file in voice.files}
        if sha256 and sha256.lower() not in hashes.values():
            raise click.ClickException(say("install_other_hash", sha256=sha256))
        language = language or voice.language
        if language not in kiosk.languages:
            known = ", ".join(kiosk.languages)
            raise click.ClickException(say("install_language", code=language or "?", known=known))
        for file in voice.files:
            click.echo(f"{file.size_bytes:>12,}  {hashes[file.place]}  {file.place}")
        click.echo(say("install_licence", text=voice.licence[:MAX_LICENCE_LENGTH] or say("none")))
        clip = _heard(kiosk, voice, language)
        heard = Path(tempfile.mkdtemp()) / f"{voice.name}.wav"
        heard.write_bytes(wav_of(clip))
        click.echo(say("install_sample", seconds=round(clip.duration_ms / 1000, 1), path=heard))
        if not agreed and not (sys.stdin.isatty() and click.confirm(say("install_ask"))):
            raise click.ClickException(say("install_not"))
        put_in(voice, kiosk.folders.neural_voices, language)
    click.echo(say("installed", name=voice.name, language=language))


def remove(kiosk: VoiceContext, language: str, name: str, say: Say) -> None:
    """Removes a voice.

    Raises:
        REFUSALS: the voice was not removed.
    """
    take_out(kiosk.folders.neural_voices, language, name)
    click.echo(say("removed", name=name, language=language))


def refusal(problem: Exception, say: Say) -> str:
    """The message for an exception in `REFUSALS`."""
    match problem:
        case VoiceFileError():
            return str(problem)
        case EngineError():
            return say("install_silent", why=problem)
        case DownloadError():
            return say("install_download", why=problem)
        case OSError():
            return say("disk", why=problem.strerror or problem)
        case _:
            raise problem


def _heard(kiosk: VoiceContext, voice: FoundVoice, language: str) -> Clip:
    """A sample sentence, synthesized from a temporary folder before the installation."""
    with tempfile.TemporaryDirectory() as folder:
        put_in(voice, Path(folder), language)
        alone = replace(kiosk.voice, neural_voices=Path(folder), fallback_homes=())
        greeting = kiosk.greeting_in(language) or kiosk.languages[language]
        return sample(alone, greeting, language, voice.engine, voice.voice)


@contextmanager
def _laid_open(source: str, say: Say) -> Iterator[Path]:
    """Yields a folder with the files of `source`: a folder, a file, an archive or a URL."""
    with tempfile.TemporaryDirectory(prefix="kiosk-voice-") as made:
        folder = Path(made)
        path = _fetched(source, folder, say) if "://" in source else Path(source)
        name = path.name.lower()
        if path.is_dir():
            yield path
        elif not path.is_file():
            raise click.ClickException(say("bundle_not_there", name=source))
        elif name.endswith(_ARCHIVES):
            opened = folder / "opened"
            _unpack(path, opened)
            yield opened
        elif name.endswith((".onnx", ".onnx.json")):
            yield _beside(path, folder / "beside")
        else:
            raise click.ClickException(say("install_kind", name=path.name))


def _beside(path: Path, folder: Path) -> Path:
    """Links a single file and the files that belong to it into a folder of their own."""
    folder.mkdir()
    stem = path.name.removesuffix(".json").removesuffix(".onnx")
    wanted = (f"{stem}.onnx", f"{stem}.onnx.json", *_BESIDE)
    for name in wanted:
        if (path.parent / name).is_file():
            (folder / name).symlink_to((path.parent / name).resolve())
    return folder


def _unpack(path: Path, folder: Path) -> None:
    """Unpacks an archive; raises VoiceFileError if it is damaged, unsafe or too large."""
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive:
                for name, content in _plain_of_zip(archive):
                    _write_member(name, content, folder)
        else:
            with tarfile.open(path) as packed:
                for name, content in _plain_of_tar(packed):
                    _write_member(name, content, folder)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, ValueError, RuntimeError) as problem:
        if isinstance(problem, VoiceFileError):
            raise
        raise VoiceFileError(f"{path.name} bị hỏng, hoặc không an toàn. Tải lại.") from problem


def _plain_of_zip(archive: zipfile.ZipFile) -> Iterator[tuple[str, IO[bytes]]]:
    files = [each for each in archive.infolist() if not each.is_dir()]
    _check_size(each.file_size for each in files)
    for member in files:
        with archive.open(member) as content:
            yield member.filename, content


def _plain_of_tar(archive: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    files = [each for each in archive.getmembers() if each.isfile()]
    _check_size(each.size for each in files)
    for member in files:
        content = archive.extractfile(member)
        if content is not None:
            with content:
                yield member.name, content


def _check_size(sizes: Iterable[int]) -> None:
    if sum(sizes) > MAX_BYTES:
        raise VoiceFileError("Tệp nén quá lớn.")


def _write_member(name: str, content: IO[bytes], folder: Path) -> None:
    """Writes one file of an archive; raises if its path leads outside the folder."""
    place = PurePosixPath(name)
    if ".." in place.parts or place.is_absolute() or "\\" in name:
        raise VoiceFileError(f"“{name}” muốn ghi ra ngoài thư mục. Chưa cài gì.")
    target = folder / place
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        shutil.copyfileobj(content, file)


def _fetched(url: str, folder: Path, say: Say) -> Path:
    """Downloads a file, and the files that belong to it, into a folder of their own."""
    parts = urlsplit(url)
    if parts.scheme not in ("https", "http", "file"):
        raise click.ClickException(say("install_kind", name=url))
    name = Path(parts.path).name
    there = folder / "fetched"
    there.mkdir()
    path = there / name
    _fetch(url, path, say)
    if name.endswith(".onnx"):
        _fetch(_other(url, f"{name}.json"), path.with_name(f"{name}.json"), say)
        for each in _BESIDE:
            try:
                _fetch(_other(url, each), there / each, say)
            except DownloadHTTPError:
                (there / each).unlink(missing_ok=True)
    return path


def _other(url: str, name: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"{parts.path.rpartition('/')[0]}/{name}"))


def _fetch(url: str, path: Path, say: Say) -> None:
    count = 0
    with path.open("wb") as file:
        for block in Fetcher().read_from(url, 0):
            count += len(block)
            if count > MAX_BYTES:
                raise click.ClickException(say("install_too_big", name=path.name))
            file.write(block)
