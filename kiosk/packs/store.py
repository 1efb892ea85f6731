"""The packs installed on a kiosk: complete versions side by side, one of them in use.

current.json        the version in use and the previous one; replaced atomically
versions/<n>/       lessons, media, translations as below the kiosk's home, and pack.json
in-use              a symbolic link to the version in use, through which the kiosk reads it
files/ab/<sha256>   contents; a version's files are hard links to them if the disk supports it
metadata/           the TUF client's metadata; not changed by a rollback
report.json         the result of the last synchronisation, for the staff page
"""

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass, field
from pathlib import Path

from kiosk.durable import read_plain_file, sync_folder, write_durably
from kiosk.folders import IN_USE
from kiosk.packs.manifest import PackFile, digest
from kiosk.packs.problem import PackError

DETAILS = "pack.json"
BUILDING = ".building"


@dataclass(frozen=True, slots=True)
class RoleContent:
    """One role's part of a version."""

    role: str
    title: str
    number: int
    manifest: str
    """The SHA-256 of its manifest."""
    files: tuple[PackFile, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The numbers of its lessons by path, known after the lessons were checked."""


@dataclass(frozen=True, slots=True)
class Version:
    """One installed state of all packs."""

    number: int
    installed_at: str
    """Time in ISO 8601, by the kiosk's clock."""
    parts: tuple[RoleContent, ...]
    gone: tuple[str, ...] = ()
    """Titles of roles with a part in the previous version whose delegation has ended."""

    def part(self, role: str) -> RoleContent | None:
        return next((part for part in self.parts if part.role == role), None)

    @property
    def files(self) -> Mapping[str, PackFile]:
        return {file.path: file for part in self.parts for file in part.files}


@dataclass(frozen=True, slots=True)
class Pointer:
    """The numbers of the version in use and the previous one."""

    version: int = 0
    """0 if no version is in use."""
    previous: int = 0
    went_back_from: tuple[str, ...] = ()
    """The hashes of manifests that staff rolled back; they are not installed again."""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """The result of the last synchronisation."""

    at: str = ""
    source: str = ""
    problem: str = ""
    """The Vietnamese sentence of a failure; empty on success."""
    values: Mapping[str, str] = field(default_factory=dict)
    installed: int = 0
    """The number of the installed version; 0 if there was nothing new."""
    refused: tuple[tuple[str, str], ...] = ()
    """Parts that were not updated: title and reason."""
    received_bytes: int = 0


class PackStore:
    """The packs of one kiosk.

    Raises:
        OSError: by every method that writes, if the disk fails.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def metadata(self) -> Path:
        """The folder of the TUF client."""
        return self.folder / "metadata"

    @property
    def trusted_root(self) -> Path:
        """The root that this kiosk trusts."""
        return self.folder / "root.json"

    def trust(self, root: bytes) -> None:
        """Sets the trusted root; an installed pack of another publisher stays in use."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.trusted_root.exists() and self.trusted_root.read_bytes() == root:
            return
        shutil.rmtree(self.metadata, ignore_errors=True)
        write_durably(self.trusted_root, root)

    def pointer(self) -> Pointer:
        """The version in use and the previous one; `_newest_whole` if the file is unusable."""
        with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            content = json.loads(read_plain_file(self.folder / "current.json"))
            pointer = Pointer(
                content["version"], content["previous"], tuple(content["went_back_from"])
            )
            if pointer.version == 0 or self.version(pointer.version):
                return pointer
        return self._newest_whole()

    def _newest_whole(self) -> Pointer:
        """A pointer to the newest complete versions, for a damaged or missing pointer file."""
        numbers = sorted((int(path.name) for path in self._versions()), reverse=True)
        whole = [number for number in numbers if self.version(number)]
        newest, before = (*whole, 0, 0)[:2]
        return Pointer(newest, before)

    def _versions(self) -> list[Path]:
        folder = self.folder / "versions"
        return [each for each in folder.glob("*") if each.name.isdigit()]

    def version(self, number: int) -> Version | None:
        """An installed version; None if it is missing or incomplete."""
        try:
            content = json.loads(read_plain_file(self.tree(number) / DETAILS))
            parts = tuple(
                RoleContent(
                    part["role"],
                    part["title"],
                    part["number"],
                    part["manifest"],
                    tuple(PackFile(*file) for file in part["files"]),
                    part["numbers"],
                )
                for part in content["parts"]
            )
            gone = tuple(str(title) for title in content.get("gone", ()))
            return Version(content["number"], content["installed_at"], parts, gone)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def current(self) -> Version | None:
        number = self.pointer().version
        return self.version(number) if number else None

    def tree(self, number: int) -> Path:
        """The folder of a version."""
        return self.folder / "versions" / str(number)

    @property
    def home(self) -> Path | None:
        """The folder of the version in use, with the layout of the kiosk's home; None for none."""
        number = self.pointer().version
        return self.tree(number) if number else None

    def place_of(self, sha256: str) -> Path:
        """The path of a content."""
        return self.folder / "files" / sha256[:2] / sha256

    def has(self, file: PackFile) -> bool:
        """Whether a content is in the store and undamaged."""
        try:
            return digest(self.place_of(file.sha256).read_bytes()) == file.sha256
        except OSError:
            return False

    def keep(self, file: PackFile, content: bytes) -> None:
        """Stores a content after checking its length and hash."""
        if len(content) != file.length or digest(content) != file.sha256:
            raise PackError("Tệp {path} tải về không đúng.", path=file.path or file.sha256[:12])
        path = self.place_of(file.sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, content)

    def build(
        self, parts: tuple[RoleContent, ...], installed_at: str, gone: tuple[str, ...] = ()
    ) -> Version:
        """Creates a new version beside the others, without using it yet."""
        number = max((int(path.name) for path in self._versions()), default=0) + 1
        building = self.folder / "versions" / BUILDING
        shutil.rmtree(building, ignore_errors=True)
        for part in parts:
            for file in part.files:
                self.link_or_copy(file, building / file.path)
        version = Version(number, installed_at, parts, gone)
        building.mkdir(parents=True, exist_ok=True)
        write_durably(building / DETAILS, _version_bytes(version))
        building.rename(self.tree(number))
        sync_folder(self.folder / "versions")
        return version

    def link_or_copy(self, file: PackFile, path: Path) -> None:
        """Links or copies a content of the store to a path."""
        path.parent.mkdir(parents=True, exist_ok=True)
        source = self.place_of(file.sha256)
        try:
            path.hardlink_to(source)
        except OSError:
            shutil.copyfile(source, path)

    def use(self, number: int) -> None:
        """Makes a version the one in use, atomically."""
        before = self.pointer()
        self._point(Pointer(number, before.version, before.went_back_from))

    def go_back(self) -> int:
        """Rolls back to the previous version and records the dropped manifests.

        Returns:
            The number of the version now in use; 0 for none.
        """
        before = self.pointer()
        if before.version == 0:
            raise PackError("Chưa có gói nào để lùi lại.")
        version, older = self.version(before.version), self.version(before.previous)
        kept = {part.manifest for part in older.parts} if older else set()
        gone = [part.manifest for part in version.parts] if version else []
        refused = tuple(dict.fromkeys((*before.went_back_from, *(set(gone) - kept))))
        self._point(Pointer(older.number if older else 0, 0, refused))
        return older.number if older else 0

    def forget_refusals(self) -> None:
        """Allows rolled-back packs to be installed again."""
        before = self.pointer()
        self._point(Pointer(before.version, before.previous))

    def _point(self, pointer: Pointer) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        write_durably(self.folder / "current.json", json.dumps(asdict(pointer)).encode())
        self.repair_link()

    def repair_link(self) -> None:
        """Points the link to the version in use, atomically; repairs it after a power cut."""
        home, link = self.home, self.folder / IN_USE
        wanted = home.relative_to(self.folder) if home else None
        found = link.readlink() if link.is_symlink() else None
        if link.is_dir() and found is None:
            shutil.rmtree(link)  # a copy of the folder that followed the link
        if wanted is None:
            link.unlink(missing_ok=True)
        elif wanted != found:
            fresh = self.folder / f".{IN_USE}"
            fresh.unlink(missing_ok=True)
            fresh.symlink_to(wanted)
            fresh.replace(link)
            sync_folder(self.folder)

    def clear_unused(self) -> None:
        """Deletes versions and contents other than those of the current and previous version."""
        pointer = self.pointer()
        used = {pointer.version, pointer.previous}
        for path in self._versions():
            if int(path.name) not in used:
                shutil.rmtree(path, ignore_errors=True)
        versions = filter(None, map(self.version, used))
        wanted = {file.sha256 for version in versions for file in version.files.values()}
        for path in (self.folder / "files").glob("*/*"):
            if path.name not in wanted and not path.name.startswith("."):
                path.unlink(missing_ok=True)

    def report(self) -> SyncReport:
        """The result of the last synchronisation."""
        with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            content = json.loads(read_plain_file(self.folder / "report.json"))
            content["refused"] = tuple((str(who), str(why)) for who, why in content["refused"])
            return SyncReport(**content)
        return SyncReport()

    def write_report(self, report: SyncReport) -> None:
        """Writes the result of a synchronisation."""
        self.folder.mkdir(parents=True, exist_ok=True)
        content = json.dumps(asdict(report), ensure_ascii=False)
        write_durably(self.folder / "report.json", content.encode())


def _version_bytes(version: Version) -> bytes:
    parts = [{**asdict(part), "files": list(map(astuple, part.files))} for part in version.parts]
    return json.dumps({**asdict(version), "parts": parts}, ensure_ascii=False).encode()
