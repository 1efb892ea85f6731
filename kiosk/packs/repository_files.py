"""The files of a publisher's repository: published and draft metadata and contents.

published/              to be served by any static web server, or copied to a stick
  metadata/             N.root.json, N.targets.json, N.snapshot.json, timestamp.json, as in TUF
  targets/              manifests, named by their hash
  files/ab/<sha256>     lists and files, zlib-compressed
draft/                  the same layout, not yet signed by enough people
online.pem              the key of the snapshot and timestamp roles
"""

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import DelegatedRole, Metadata, Root, Snapshot, TargetFile, Targets, Timestamp

from kiosk.durable import write_durably
from kiosk.packs.keys import Owner, owner_of
from kiosk.packs.manifest import (
    Manifest,
    PackFile,
    digest,
    files_of_list,
    manifest_from,
    unpacked,
)
from kiosk.packs.problem import PackError

PROVINCE = Targets.type
"""The role that may publish everything."""
MANIFEST = "manifest.json"
COMMUNES = "communes"
NUMBERS_FIELD, TITLE_FIELD = "x-numbers", "x-title"
S = TypeVar("S", Root, Snapshot, Targets, Timestamp)
AnyMetadata = Metadata[Any]


def manifest_path(role: str) -> str:
    """The TUF target that is the manifest of a role."""
    return MANIFEST if role == PROVINCE else f"{COMMUNES}/{role}/{MANIFEST}"


def numbers_of(role: DelegatedRole) -> range:
    """The lesson numbers that a commune's role may use."""
    match role.unrecognized_fields.get(NUMBERS_FIELD):
        case [int(first), int(last)]:
            return range(first, last + 1)
    return range(0)


class RepositoryFiles:
    """Reads and writes a publisher's repository.

    Raises:
        PackError: by every method, if the operation is not possible; the message says why.
        OSError: by every method, if the disk fails.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.published = folder / "published"
        self.draft = folder / "draft"

    def drafts(self) -> Iterator[tuple[str, AnyMetadata]]:
        for path in sorted((self.draft / "metadata").glob("*.json")):
            yield path.stem, metadata_from(path.read_bytes())

    def roles(self) -> tuple[str, ...]:
        """The province's role, then those of the communes."""
        targets = self.targets_of(PROVINCE)
        delegations = targets.delegations if targets else None
        return (PROVINCE, *((delegations and delegations.roles) or {}))

    def title_of(self, role: str) -> str:
        if role == PROVINCE:
            root = self.newest(Root.type)
            return str(root.signed.unrecognized_fields.get(TITLE_FIELD, "")) if root else ""
        return str(self.delegated(role).unrecognized_fields.get(TITLE_FIELD, role))

    def owners(self) -> tuple[Owner, ...]:
        """The owners of the keys that may sign for the province."""
        root = self.newest(Root.type)
        signed = cast("Root", root.signed) if root else Root()
        return tuple(owner_of(signed.keys[each]) for each in signed.roles[Root.type].keyids)

    def manifest(self, role: str, where: Path) -> Manifest | None:
        """The manifest of a role in `published` or `draft`; None if there is none."""
        path = self.manifest_file(role, where)
        if path is None:
            return None
        content = path.read_bytes()
        if digest(content) != path.name.partition(".")[0]:
            raise PackError("Trong kho có tệp không đúng: {path}.", path=path.name)
        return manifest_from(content)

    def manifest_file(self, role: str, where: Path) -> Path | None:
        """The path of the manifest of a role; None if there is none."""
        targets = self.targets_of(role) if where == self.draft else self.published_targets(role)
        target = targets.targets.get(manifest_path(role)) if targets else None
        if target is None:
            return None
        name = hashed_name(manifest_path(role), target)
        return self._placed(f"targets/{name}")

    def _placed(self, name: str) -> Path | None:
        """The path of a file in the draft, else in the published folder; None if in neither."""
        places = (self.draft / name, self.published / name)
        return next((path for path in places if path.exists()), None)

    def files(self, role: str, where: Path) -> dict[str, PackFile]:
        """The files of a role in `published` or `draft`, by path."""
        manifest = self.manifest(role, where)
        lists = manifest.lists if manifest else ()
        found = (file for each in lists for file in files_of_list(self.content_of(each)))
        return {file.path: file for file in found}

    def content_of(self, file: PackFile) -> bytes:
        """The content of a draft or published file, verified by its hash."""
        path = self.file_of(file)
        content = unpacked(path.read_bytes(), file)
        if digest(content) != file.sha256:
            raise PackError("Trong kho có tệp không đúng: {path}.", path=path.name)
        return content

    def file_of(self, file: PackFile) -> Path:
        """The path of the content of a draft or published file."""
        path = self._placed(file_place(file.sha256))
        if path is None:
            raise PackError("Trong kho thiếu tệp {path}.", path=file.path or file.sha256[:12])
        return path

    def delegated(self, role: str) -> DelegatedRole:
        """The delegation to a commune's role."""
        targets = self.targets_of(PROVINCE)
        delegations = targets.delegations if targets else None
        found = ((delegations and delegations.roles) or {}).get(role)
        if found is None:
            raise PackError("Kho này không có phần {role}.", role=role)
        return found

    def targets_of(self, role: str) -> Targets | None:
        """The targets of a role in its draft, else the published ones; None if there are none."""
        metadata = self.newest(role)
        return cast("Targets", metadata.signed) if metadata else None

    def published_targets(self, role: str) -> Targets | None:
        path = self.newest_file(role)
        return metadata_in(path, Targets).signed if path else None

    def published_root(self) -> Metadata[Root] | None:
        path = self.newest_file(Root.type)
        return metadata_in(path, Root) if path else None

    def newest(self, role: str) -> AnyMetadata | None:
        """The draft metadata of a role, else the published one; None if there is none."""
        draft = self.draft / "metadata" / f"{role}.json"
        path = draft if draft.exists() else self.newest_file(role)
        return metadata_from(path.read_bytes()) if path else None

    def newest_file(self, role: str) -> Path | None:
        """The path of a role's newest published metadata; None if there is none."""
        folder = self.published / "metadata"
        if role == Timestamp.type:
            path = folder / "timestamp.json"
            return path if path.exists() else None
        found = [each for each in folder.glob(f"*.{role}.json") if each.name[0].isdigit()]
        return max(found, key=lambda path: int(path.name.split(".")[0]), default=None)

    def published_version(self, role: str) -> int:
        """The version of a role's newest published metadata; 0 for none."""
        path = self.newest_file(role)
        return metadata_from(path.read_bytes()).signed.version if path else 0

    def keep_file(self, content: bytes) -> None:
        """Writes a content into the draft, unless it is there or published already."""
        place = file_place(digest(content))
        if not (self.published / place).exists() and not (self.draft / place).exists():
            self.write(place, zlib.compress(content, 9), self.draft)

    def save_draft(self, role: str, metadata: AnyMetadata) -> None:
        self.write(f"metadata/{role}.json", metadata.to_bytes(), self.draft)

    def write(self, name: str, content: bytes, where: Path | None = None) -> None:
        """Writes a file to `where`, by default the published folder."""
        path = (where or self.published) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, content)


def file_place(sha256: str) -> str:
    """The path of a content relative to the published folder."""
    return f"files/{sha256[:2]}/{sha256}"


def utc_now() -> datetime:
    """The current time in UTC without microseconds, as required by TUF."""
    return datetime.now(UTC).replace(microsecond=0)


def hashed_name(name: str, target: TargetFile) -> str:
    """The file name of a target, with its hash as a prefix."""
    folder, slash, base = name.rpartition("/")
    return f"{folder}{slash}{target.hashes['sha256']}.{base}"


def metadata_from(content: bytes) -> AnyMetadata:
    """Parses the content of a metadata file."""
    try:
        return Metadata.from_bytes(content)
    except RepositoryError as error:
        raise PackError("Một tệp của kho gói bị hỏng: {why}.", why=error) from error


def metadata_in(path: Path, kind: type[S]) -> Metadata[S]:
    """Reads a metadata file, which must be of this kind."""
    return of_kind(metadata_from(path.read_bytes()), kind)


def of_kind(metadata: AnyMetadata, kind: type[S]) -> Metadata[S]:
    """Returns the metadata, which must be of this kind."""
    if not isinstance(metadata.signed, kind):
        raise PackError("Tệp {path} của kho gói bị hỏng.", path=f"{metadata.signed.type}.json")
    return cast("Metadata[S]", metadata)
