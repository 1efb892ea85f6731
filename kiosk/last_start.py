"""Caches the parsed settings and languages for the next start.

While their files are unchanged, a start uses the cached result and does not load the code that
parses and validates them. The cache is JSON after a line with two hashes: of the sources and of
the JSON itself.
"""

import json
import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

from kiosk import __version__
from kiosk.domain.settings import Settings
from kiosk.durable import read_plain_file, write_durably
from kiosk.folders import Folders
from kiosk.i18n.languages import Language, find_languages, language_files

log = logging.getLogger(__name__)

READING_CODE = ("content", "domain", "i18n", "settings")
"""The packages whose code determines the result of parsing these files."""
SETTINGS, LANGUAGES = "settings.json", "languages.json"


def settings_of_last_start(folders: Folders) -> Settings | None:
    """The cached settings; None if their files have changed, or had problems."""
    try:
        kept = _kept(folders.cache / SETTINGS, _settings_files(folders))
        return Settings.restored(kept) if kept is not None else None
    except (TypeError, ValueError, LookupError, AttributeError):
        return None


def languages_of(folders: Folders) -> dict[str, Language]:
    """All languages with a description, from the cache or by `find_languages`."""
    try:
        kept = _kept(folders.cache / LANGUAGES, language_files(*folders.translation_folders))
        if kept is not None:
            return {code: Language.restored(each) for code, each in kept.items()}
    except (TypeError, ValueError, LookupError, AttributeError):
        pass
    return find_languages(*folders.translation_folders)


def keep_for_next_start(folders: Folders) -> None:
    """Refreshes an outdated cache for the next start; settings with problems are not cached."""
    from kiosk.settings.file import read_settings  # noqa: PLC0415 - not for the first frame

    files = tuple(language_files(*folders.translation_folders))
    if _kept(folders.cache / LANGUAGES, files) is None:
        found = find_languages(*folders.translation_folders)
        if {path.parent.name for path in files} == found.keys():
            plain = {code: asdict(each) for code, each in found.items()}
            _keep(folders.cache / LANGUAGES, files, plain)
    if _kept(folders.cache / SETTINGS, _settings_files(folders)) is None:
        settings, problems = read_settings(folders.config, _overlays(folders))
        if not problems:
            _keep(folders.cache / SETTINGS, _settings_files(folders), asdict(settings))


def _overlays(folders: Folders) -> tuple[Path, ...]:
    return folders.local_configs if folders.with_local_settings else ()


def _settings_files(folders: Folders) -> tuple[Path, ...]:
    return (folders.config, *_overlays(folders))


def _kept(path: Path, files: Iterable[Path]) -> Mapping[str, Any] | None:
    """The cached result for these files; None when it is missing, damaged or outdated."""
    try:
        sums, _, body = read_plain_file(path).partition(b"\n")
    except OSError:
        return None
    made_of = _sum_of(files)
    if made_of is None or sums.decode("ascii", "replace") != f"{made_of} {_sum(body)}":
        return None
    record: Mapping[str, Any] = json.loads(body)
    return record


def _keep(path: Path, files: Iterable[Path], plain: Mapping[str, object]) -> None:
    made_of = _sum_of(files)
    if made_of is None:
        return
    body = json.dumps(plain, ensure_ascii=False).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, f"{made_of} {_sum(body)}\n".encode() + body, private=True)
    except OSError as problem:
        log.warning("%s is read anew by each start: %s", path.name, problem)


def _sum(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _sum_of(files: Iterable[Path]) -> str | None:
    """The hash of these files and of the code that reads them; None for irregular files."""
    digest = blake2b(_code_identity(), digest_size=16)
    for path in files:
        digest.update(f"\n{path.absolute()}\n".encode(errors="surrogateescape"))
        try:
            digest.update(read_plain_file(path))
        except FileNotFoundError:
            if path.is_symlink():
                return None
        except OSError:
            return None
    return digest.hexdigest()


def _code_identity() -> bytes:
    """A fingerprint of the code that parses these files."""
    root = Path(__file__).parent
    found = [__version__]
    for package in READING_CODE:
        with os.scandir(root / package) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    stat = entry.stat()
                    found.append(f"{package}/{entry.name} {stat.st_mtime_ns} {stat.st_size}")
    return "\n".join(sorted(found)).encode()
