"""Synchronisation of a kiosk with a published pack, completely or not at all."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tuf.api.exceptions import (
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    RepositoryError,
)
from tuf.api.metadata import Signed
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.durable import folder_lock
from kiosk.folders import Folders
from kiosk.packs.check import check_part, version_of
from kiosk.packs.fetching import Fetcher, TooSlowError, address_of
from kiosk.packs.manifest import (
    MAX_FILES,
    Manifest,
    PackFile,
    digest,
    files_of_list,
    largest_packed,
    manifest_from,
    unpacked,
)
from kiosk.packs.problem import PackError
from kiosk.packs.repository_files import (
    PROVINCE,
    TITLE_FIELD,
    file_place,
    manifest_path,
    numbers_of,
)
from kiosk.packs.store import PackStore, RoleContent, SyncReport, Version
from kiosk.packs.trusted import communes_of, delegated_by, in_words, verified

TRIES = 4
"""How often an interrupted transfer is attempted before waiting for the next timer run."""
MAX_METADATA_BYTES = 1_000_000
GONE = gettext_noop("{title} không còn được giao phát hành. Bài của nơi ấy thôi dạy.")
ReportProgress = Callable[[int, int], None]


def ignore_progress(_done: int, _all: int) -> None:
    """Ignores the progress."""


@dataclass(frozen=True, slots=True)
class SyncTarget:
    """The kiosk's data for a synchronisation."""

    store: PackStore
    folders: Folders
    """The kiosk's folders, with the supplied files."""
    version: str
    """The version of the program, such as 0.1.0."""
    now: datetime


def sync(
    source: str,
    kiosk: SyncTarget,
    fetcher: Fetcher | None = None,
    report_progress: ReportProgress = ignore_progress,
) -> SyncReport:
    """Downloads updates from a URL or a folder, checks them, and puts them to use.

    Errors of the source do not raise; they are in the report.

    Raises:
        PackError: another process is synchronising; nothing was done.
        OSError: the kiosk's own disk failed.
    """
    fetcher = fetcher or Fetcher()
    store = kiosk.store
    store.folder.mkdir(parents=True, exist_ok=True)
    try:
        with folder_lock(store.folder, wait=False):
            report = _Sync(source, kiosk, fetcher, report_progress).run()
            store.write_report(report)
    except BlockingIOError as error:
        raise PackError("Máy đang lấy gói rồi. Chờ xong rồi hãy lấy tiếp.") from error
    return report


class _Sync:
    def __init__(
        self, source: str, kiosk: SyncTarget, fetcher: Fetcher, report_progress: ReportProgress
    ) -> None:
        self._source = source
        self._address = address_of(source)
        self._kiosk = kiosk
        self._store = kiosk.store
        self._fetcher = fetcher
        self._report_progress = report_progress
        self._refused: list[tuple[str, str]] = []

    def run(self) -> SyncReport:
        try:
            version = self._install()
        except PackError as error:
            return self._report(problem=error)
        except (DownloadError, RepositoryError) as error:
            return self._report(problem=in_words(error))
        return self._report(installed=version.number if version else 0)

    def _report(self, problem: PackError | None = None, installed: int = 0) -> SyncReport:
        return SyncReport(
            at=self._kiosk.now.isoformat(timespec="seconds"),
            source=self._source,
            problem=problem.text if problem else "",
            values={key: str(value) for key, value in problem.values.items()} if problem else {},
            installed=installed,
            refused=tuple(self._refused),
            received_bytes=self._fetcher.received_bytes,
        )

    def _install(self) -> Version | None:
        """Installs updates; returns the new version, or None if there is nothing new."""
        updater = self._refreshed()
        before = self._store.current()
        parts = tuple(self._parts(updater, before))
        if before and {part.manifest for part in parts} == {p.manifest for p in before.parts}:
            return None
        gone = self._gone(before)
        if not parts and not gone:
            return None
        self._fetch_files(parts)
        parts = tuple(self._checked(parts, before))
        if before and {part.manifest for part in parts} == {p.manifest for p in before.parts}:
            return None
        version = self._store.build(parts, self._kiosk.now.isoformat(timespec="seconds"), gone)
        self._store.use(version.number)
        self._store.clear_unused()
        return version

    def _gone(self, before: Version | None) -> tuple[str, ...]:
        """The titles of roles in the version in use whose delegation has ended."""
        known = {PROVINCE, *delegated_by(self._verified(PROVINCE))}
        parts = before.parts if before else ()
        return tuple(part.title for part in parts if part.role not in known)

    # Signed metadata

    def _refreshed(self) -> Updater:
        try:
            trusted = self._store.trusted_root.read_bytes()
        except FileNotFoundError as error:
            raise PackError(
                "Ki-ốt chưa biết tin gói của ai. Dùng: kiosk sync --trust root.json"
            ) from error
        self._store.metadata.mkdir(parents=True, exist_ok=True)
        updater = Updater(
            metadata_dir=str(self._store.metadata),
            metadata_base_url=f"{self._address}/metadata/",
            target_base_url=f"{self._address}/targets/",
            fetcher=self._fetcher,
            config=UpdaterConfig(
                root_max_length=MAX_METADATA_BYTES,
                snapshot_max_length=MAX_METADATA_BYTES,
                targets_max_length=MAX_METADATA_BYTES,
            ),
            bootstrap=trusted,
        )
        updater.refresh()
        return updater

    def _verified(self, role: str) -> Signed | None:
        return verified(self._store.metadata, role)

    def _parts(self, updater: Updater, before: Version | None) -> Iterator[RoleContent]:
        """Each role's current part, without contents; for a rejected one, the installed part."""
        targets, root = self._verified(PROVINCE), self._verified("root")
        refused = set(self._store.pointer().went_back_from)
        title = str(root.unrecognized_fields.get(TITLE_FIELD, "")) if root else ""
        for role, its_title in {PROVINCE: title, **communes_of(targets)}.items():
            known = before.part(role) if before else None
            try:
                part = self._part(updater, role, its_title, known)
            except (PackError, RepositoryError) as error:
                if role == PROVINCE:
                    raise
                self._refuse(its_title, error)
                part = known
            if part and part.manifest in refused:
                part = known if known and known.manifest not in refused else None
            if part:
                yield part

    def _part(
        self, updater: Updater, role: str, title: str, known: RoleContent | None
    ) -> RoleContent | None:
        target = updater.get_targetinfo(manifest_path(role))
        if target is None:
            return None
        sha256 = target.hashes["sha256"]
        if known and known.manifest == sha256:
            return known
        content = self._manifest(updater, role, sha256)
        manifest = manifest_from(content)
        if version_of(manifest.needs) > version_of(self._kiosk.version):
            raise PackError(
                "Gói của {title} cần ki-ốt bản {needs}; máy này là bản {version}.",
                title=title,
                needs=manifest.needs,
                version=self._kiosk.version,
            )
        files = tuple(self._files_of(manifest))
        return RoleContent(role, title or manifest.title, manifest.number, sha256, files)

    def _manifest(self, updater: Updater, role: str, sha256: str) -> bytes:
        file = self._store.place_of(sha256)
        with suppress(OSError):
            content = file.read_bytes()
            if digest(content) == sha256:
                return content
        target = updater.get_targetinfo(manifest_path(role))
        if target is None:
            raise PackError("Bản kê của gói không đọc được.")
        file.parent.mkdir(parents=True, exist_ok=True)
        path = Path(updater.download_target(target, str(file)))
        return path.read_bytes()

    def _files_of(self, manifest: Manifest) -> Iterator[PackFile]:
        count = 0
        for each in manifest.lists:
            self._fetch(each)
            for file in files_of_list(self._store.place_of(each.sha256).read_bytes()):
                count += 1
                if count > MAX_FILES:
                    raise PackError("Gói có quá nhiều tệp (trên {most}).", most=MAX_FILES)
                yield file

    # Contents

    def _fetch_files(self, parts: tuple[RoleContent, ...]) -> None:
        wanted = [f for part in parts for f in part.files if not self._store.has(f)]
        for count, file in enumerate(wanted):
            self._report_progress(count, len(wanted))
            self._fetch(file)
        self._report_progress(len(wanted), len(wanted))

    def _fetch(self, file: PackFile) -> None:
        """Downloads a content into the store; resumes an interrupted transfer."""
        if self._store.has(file):
            return
        url = f"{self._address}/{file_place(file.sha256)}"
        packed = self._store.folder / "partial" / file.sha256
        packed.parent.mkdir(parents=True, exist_ok=True)
        for attempt in range(1, TRIES + 1):
            try:
                self._receive(url, packed, largest_packed(file))
                self._store.keep(file, unpacked(packed.read_bytes(), file))
                break
            except (TooSlowError, DownloadHTTPError, DownloadLengthMismatchError, PackError):
                packed.unlink(missing_ok=True)
                raise
            except DownloadError:
                if attempt == TRIES:
                    raise
        packed.unlink(missing_ok=True)

    def _receive(self, url: str, packed: Path, most_bytes: int) -> None:
        start = packed.stat().st_size if packed.exists() else 0
        with packed.open("ab") as kept:
            for chunk in self._fetcher.read_from(url, start):
                start += len(chunk)
                if start > most_bytes:
                    raise DownloadLengthMismatchError(f"more than {most_bytes} bytes")
                kept.write(chunk)

    def _checked(
        self, parts: tuple[RoleContent, ...], before: Version | None
    ) -> Iterator[RoleContent]:
        """The parts that pass the checks; for a rejected one of a commune, the installed part."""
        taken: dict[str, RoleContent] = {}
        delegated = delegated_by(self._verified(PROVINCE))
        for part in parts:
            role = delegated.get(part.role)
            numbers = numbers_of(role) if role else None
            known = before.part(part.role) if before else None
            older = [known] if known and known.manifest != part.manifest else []
            for each in (part, *older):
                try:
                    checked = check_part(
                        each,
                        known,
                        self._store,
                        self._kiosk.folders,
                        numbers=numbers,
                        taken=taken,
                    )
                except PackError as error:
                    if part.role == PROVINCE:
                        raise
                    self._refuse(part.title, error)
                else:
                    taken.update({file.path: checked for file in checked.files})
                    yield checked
                    break

    def _refuse(self, title: str, error: Exception) -> None:
        words = error if isinstance(error, PackError) else in_words(error)
        self._refused.append((title, str(words)))
