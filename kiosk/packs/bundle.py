"""A zip file with drafts, for reviewing and signing them on another computer."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tuf.api.metadata import Root, Snapshot, Timestamp

from kiosk.packs.contents import changes
from kiosk.packs.problem import PackError
from kiosk.packs.repository import Repository
from kiosk.packs.repository_files import RepositoryFiles

MAX_BYTES = 64 * 1024 * 1024
_PLACE = re.compile(
    r"(published|draft)/(metadata/(\d+\.)?[a-z][a-z0-9-]*\.json"
    r"|targets/(communes/[a-z0-9-]+/)?[0-9a-f]{64}\.manifest\.json"
    r"|files/[0-9a-f]{2}/[0-9a-f]{64})"
)


def write_bundle(repository: RepositoryFiles, path: Path) -> None:
    """Writes the drafts, the published metadata of the same roles, and the lessons that differ.

    Raises:
        PackError: there is no draft.
        OSError: a file cannot be read or written.
    """
    if not any(True for _ in repository.drafts()):
        raise PackError("Không có bản nháp nào.")
    unfinished = path.with_name(f"{path.name}.part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(set(_needed(repository))):
            archive.write(file, file.relative_to(repository.folder).as_posix())
    unfinished.replace(path)


def _needed(repository: RepositoryFiles) -> Iterator[Path]:
    drafts = dict(repository.drafts())
    names = (path.name.split(".")[-2] for path in repository.published.glob("metadata/*.json"))
    known = {*drafts, *names} - {Snapshot.type, Timestamp.type}
    for role in known:
        for path in (repository.newest_file(role), repository.draft / f"metadata/{role}.json"):
            if path and path.exists():
                yield path
    for role in known - {Root.type}:
        if role in drafts or role not in repository.roles():
            yield from _contents(repository, role)


def _contents(repository: RepositoryFiles, role: str) -> Iterator[Path]:
    """The manifests of a role, their file lists, and the lessons that the draft changes."""
    for where in (repository.published, repository.draft):
        manifest, path = repository.manifest(role, where), repository.manifest_file(role, where)
        if manifest and path:
            yield path
            yield from map(repository.file_of, manifest.lists)
    before = repository.files(role, repository.published)
    for change in changes(before, repository.files(role, repository.draft)):
        if change.is_lesson:
            yield from map(repository.file_of, filter(None, (change.before, change.after)))


@contextmanager
def opened_bundle(path: Path) -> Iterator[Repository]:
    """Unpacks a bundle and yields its drafts for review and signing.

    Raises:
        PackError: the file is not a bundle.
        OSError: the file cannot be read.
    """
    with TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                _unpack(archive, Path(folder))
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as bad:
            raise PackError("{path} không phải là tệp để ký.", path=path.name) from bad
        yield Repository(Path(folder))


def _unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    infos = archive.infolist()
    if sum(info.file_size for info in infos) > MAX_BYTES:
        raise zipfile.BadZipFile
    for info in infos:
        if not _PLACE.fullmatch(info.filename):
            raise zipfile.BadZipFile
        place = folder / info.filename
        place.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(info) as file:
            place.write_bytes(file.read(MAX_BYTES))
