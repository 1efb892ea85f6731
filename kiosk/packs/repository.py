"""The publisher's repository: content becomes a draft, which is signed and published."""

import copy
import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.exceptions import UnverifiedSignatureError
from securesystemslib.signer import Signer
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from kiosk.durable import write_durably
from kiosk.folders import Folders
from kiosk.packs.check import check_contents
from kiosk.packs.contents import files_below
from kiosk.packs.keys import Owner, create_online_key, owner_of, read_signer
from kiosk.packs.manifest import Manifest, PackFile, digest, file_lists, manifest_bytes
from kiosk.packs.problem import PackError
from kiosk.packs.repository_files import (
    COMMUNES,
    NUMBERS_FIELD,
    PROVINCE,
    TITLE_FIELD,
    AnyMetadata,
    RepositoryFiles,
    S,
    hashed_name,
    manifest_path,
    metadata_in,
    numbers_of,
    of_kind,
)
from kiosk.packs.signatures import Missing, keys_for, missing_of
from kiosk.packs.store import RoleContent

OFFLINE_LASTS = timedelta(days=3650)
"""Validity of root and targets: people rarely meet to sign, and kiosk clocks are often wrong."""
ONLINE_LASTS = timedelta(days=400)


class Repository(RepositoryFiles):
    """A publisher's repository.

    Raises:
        PackError: by every method, if the operation is not possible; the message says why.
        OSError: by every method, if the disk fails.
    """

    # Creating and changing drafts

    def begin(self, owners: tuple[Owner, ...], threshold: int, title: str, now: datetime) -> None:
        """Drafts the first root, with the owners and the required number of signatures."""
        if self.draft.exists() or self.published.exists():
            raise PackError("Thư mục {folder} đã là một kho gói.", folder=self.folder.name)
        _check_threshold(owners, threshold)
        online = create_online_key(self.folder / "online.pem", title)
        root = Root(expires=now + OFFLINE_LASTS, consistent_snapshot=True)
        root.unrecognized_fields[TITLE_FIELD] = title
        for owner in owners:
            for role in (Root.type, Targets.type):
                root.add_key(owner.key, role)
        for role in (Root.type, Targets.type):
            root.roles[role].threshold = threshold
        for role in (Snapshot.type, Timestamp.type):
            root.add_key(online.key, role)
        self.save_draft(Root.type, Metadata(root))
        self.save_draft(PROVINCE, Metadata(Targets(expires=now + OFFLINE_LASTS)))

    def build(self, content: Path, role: str, needs: str, now: datetime) -> tuple[PackFile, ...]:
        """Drafts a pack of a role from a folder with the layout of the kiosk's home."""
        self._check_role(role)
        files = []
        for file, path in files_below(content):
            self.keep_file(path.read_bytes())
            files.append(file)
        lists = file_lists(files)
        for each in lists:
            self.keep_file(each)
        before = self.manifest(role, self.published)
        manifest = Manifest(
            title=self.title_of(role),
            number=before.number + 1 if before else 1,
            needs=needs,
            lists=tuple(PackFile("", digest(each), len(each)) for each in lists),
        )
        self._keep_manifest(role, manifest_bytes(manifest), now)
        return tuple(files)

    def check(self, content: Path, role: str, shipped: Folders) -> None:
        """Raises if kiosks would reject a folder's content as a pack of a role."""
        self._check_role(role)
        files = tuple(file for file, _ in files_below(content))
        part = RoleContent(role, self.title_of(role), 0, "", files)
        taken: dict[str, RoleContent] = {}
        for other in self.roles()[: self.roles().index(role)]:
            owner = RoleContent(other, self.title_of(other), 0, "")
            taken |= dict.fromkeys(self.files(other, self.published), owner)
        numbers = None if role == PROVINCE else numbers_of(self.delegated(role))
        check_contents(part, content, shipped, numbers=numbers, taken=taken)

    def delegate(
        self, name: str, title: str, owners: tuple[Owner, ...], numbers: range, now: datetime
    ) -> None:
        """Drafts a delegation: a commune may publish lessons in a range of numbers."""
        if not (name.isascii() and name.replace("-", "").isalnum() and name.islower()):
            raise PackError("Tên {name} chỉ được có chữ thường không dấu, số và gạch.", name=name)
        if name in (Root.type, Targets.type, Snapshot.type, Timestamp.type):
            raise PackError("Tên {name} đã dùng cho việc khác.", name=name)
        if not numbers:
            raise PackError("Dải số bài phải đi từ số nhỏ đến số lớn.")
        targets = self._editable(PROVINCE, Targets, now)
        delegations = targets.signed.delegations or Delegations({}, {})
        roles = dict(delegations.roles or {})
        for other in roles.values():
            theirs = numbers_of(other)
            if other.name != name and set(theirs) & set(numbers):
                raise PackError(
                    "Dải số bài chồng lên dải {first}–{last} của {name}.",
                    first=theirs.start,
                    last=theirs.stop - 1,
                    name=other.name,
                )
        fields = {NUMBERS_FIELD: [numbers.start, numbers.stop - 1], TITLE_FIELD: title}
        keyids = [owner.key.keyid for owner in owners]
        before = roles.get(name)
        paths = [f"{COMMUNES}/{name}/*"]
        roles[name] = DelegatedRole(name, keyids, 1, True, paths, None, fields)  # noqa: FBT003
        keys = {**delegations.keys, **{owner.key.keyid: owner.key for owner in owners}}
        targets.signed.delegations = Delegations(keys, roles)
        self.save_draft(PROVINCE, targets)
        if self.newest(name) is None:
            self.save_draft(name, Metadata(Targets(expires=now + OFFLINE_LASTS)))
        elif before is None or set(before.keyids) != set(keyids):
            self.save_draft(name, self._editable(name, Targets, now))

    def revoke(self, name: str, now: datetime) -> None:
        """Drafts the end of a commune's delegation; kiosks then remove its lessons."""
        self.delegated(name)
        targets = self._editable(PROVINCE, Targets, now)
        delegations = targets.signed.delegations or Delegations({}, {})
        roles = {each: role for each, role in (delegations.roles or {}).items() if each != name}
        used = {keyid for role in roles.values() for keyid in role.keyids}
        keys = {keyid: key for keyid, key in delegations.keys.items() if keyid in used}
        targets.signed.delegations = Delegations(keys, roles)
        self.save_draft(PROVINCE, targets)
        (self.draft / "metadata" / f"{name}.json").unlink(missing_ok=True)

    def rotate(self, gone: str, new: Owner | None, now: datetime) -> None:
        """Drafts a root without one key, and with `new` in its place if given.

        `gone` is a prefix of the lost key's id.
        """
        root = self._editable(Root.type, Root, now)
        keyids = root.signed.roles[Root.type].keyids
        found = [each for each in keyids if gone and each.startswith(gone)]
        if len(found) != 1:
            raise PackError("Không có đúng một khóa bắt đầu bằng {gone}.", gone=gone)
        if new:
            for role in (Root.type, Targets.type):
                root.signed.add_key(new.key, role)
        for role in (Root.type, Targets.type):
            root.signed.revoke_key(found[0], role)
            if len(root.signed.roles[role].keyids) < root.signed.roles[role].threshold:
                raise PackError("Bỏ khóa này thì không đủ người ký. Đưa thêm khóa mới vào.")
        self.save_draft(Root.type, root)
        self.save_draft(PROVINCE, self._editable(PROVINCE, Targets, now))

    def renew_online_key(self, now: datetime) -> None:
        """Drafts a root with a new online key, after the previous one was compromised."""
        (self.folder / "online.pem").replace(self.folder / "online-old.pem")
        owner = create_online_key(self.folder / "online.pem", self.title_of(PROVINCE))
        root = self._editable(Root.type, Root, now)
        for role in (Snapshot.type, Timestamp.type):
            for keyid in list(root.signed.roles[role].keyids):
                root.signed.revoke_key(keyid, role)
            root.signed.add_key(owner.key, role)
        self.save_draft(Root.type, root)

    # Signing and publishing

    def sign(self, signer: Signer) -> tuple[str, ...]:
        """Signs every draft that this key may sign; returns the roles."""
        signed = []
        for role, metadata in self.drafts():
            if signer.public_key.keyid in keys_for(self, role):
                metadata.sign(signer, append=True)
                self.save_draft(role, metadata)
                signed.append(role)
        if not signed:
            raise PackError("Khóa này không ký được gì ở đây.")
        return tuple(signed)

    def take_signatures(self, signed: RepositoryFiles) -> tuple[str, ...]:
        """Adds valid signatures from another copy of the same drafts; returns the signers."""
        theirs, names = dict(signed.drafts()), []
        for role, metadata in self.drafts():
            other = theirs.get(role)
            if other is None or other.signed_bytes != metadata.signed_bytes:
                raise PackError("Bản nháp đã đổi từ lúc gửi đi. Gửi lại tệp mới để ký.")
            for keyid, key in keys_for(self, role).items():
                signature = other.signatures.get(keyid)
                if signature and keyid not in metadata.signatures:
                    with suppress(UnverifiedSignatureError):
                        key.verify_signature(signature, metadata.signed_bytes)
                        metadata.signatures[keyid] = signature
                        names.append(owner_of(key).name or keyid[:12])
            self.save_draft(role, metadata)
        if not names:
            raise PackError("Trong tệp này không có chữ ký nào mới.")
        return tuple(dict.fromkeys(names))

    def missing(self) -> tuple[Missing, ...]:
        """The drafts that lack signatures."""
        return tuple(filter(None, (missing_of(self, *draft) for draft in self.drafts())))

    @property
    def can_publish(self) -> bool:
        """Whether the online key is present; it is not in a bundle for signing."""
        return (self.folder / "online.pem").exists()

    def publish(self, now: datetime) -> None:
        """Publishes all drafts; snapshot and timestamp are written last."""
        drafts = dict(self.drafts())
        if self.missing():
            raise PackError("Còn thiếu chữ ký. Xem: kiosk pack show {folder}", folder=self.folder)
        for name in ("files", "targets"):
            if (self.draft / name).is_dir():
                _copy_new(self.draft / name, self.published / name)
        for role, metadata in drafts.items():
            version = metadata.signed.version
            self.write(f"metadata/{version}.{role}.json", metadata.to_bytes())
        self._write_newest(drafts, now)
        shutil.rmtree(self.draft, ignore_errors=True)

    def refresh(self, now: datetime) -> None:
        """Renews snapshot and timestamp before they expire."""
        self._write_newest({}, now)

    def _write_newest(self, drafts: Mapping[str, AnyMetadata], now: datetime) -> None:
        signer = read_signer(self.folder / "online.pem", None)
        before = self.published_version(Snapshot.type)
        snapshot = Snapshot(before + 1, expires=now + ONLINE_LASTS, meta=self._listed(drafts))
        signed_snapshot = Metadata(snapshot)
        signed_snapshot.sign(signer)
        self.write(f"metadata/{snapshot.version}.snapshot.json", signed_snapshot.to_bytes())
        timestamp = Timestamp(
            self.published_version(Timestamp.type) + 1,
            expires=now + ONLINE_LASTS,
            snapshot_meta=MetaFile(snapshot.version),
        )
        signed_timestamp = Metadata(timestamp)
        signed_timestamp.sign(signer)
        self.write("metadata/timestamp.json", signed_timestamp.to_bytes())

    def _listed(self, drafts: Mapping[str, AnyMetadata]) -> dict[str, MetaFile]:
        path = self.newest_file(Snapshot.type)
        before = metadata_in(path, Snapshot).signed.meta if path else {}
        now = {
            f"{role}.json": MetaFile(metadata.signed.version)
            for role, metadata in drafts.items()
            if role != Root.type
        }
        return {**before, **now}

    # Internal

    def _check_role(self, role: str) -> None:
        if role not in self.roles():
            raise PackError(
                "Kho này không có phần {role}. Có: {known}.",
                role=role,
                known=", ".join(self.roles()),
            )

    def _editable(self, role: str, kind: type[S], now: datetime) -> Metadata[S]:
        """An unsigned copy of a role's metadata with the next version number."""
        metadata = self.newest(role)
        if metadata is None:
            raise PackError("Kho gói chưa bắt đầu. Dùng: kiosk pack init")
        edited: Metadata[S] = copy.deepcopy(of_kind(metadata, kind))
        edited.signatures.clear()
        edited.signed.version = self.published_version(role) + 1
        edited.signed.expires = now + OFFLINE_LASTS
        return edited

    def _keep_manifest(self, role: str, content: bytes, now: datetime) -> None:
        targets = self._editable(role, Targets, now)
        name = manifest_path(role)
        target = TargetFile.from_data(name, content, ["sha256"])
        targets.signed.targets = {name: target}
        self.write(f"targets/{hashed_name(name, target)}", content, self.draft)
        self.save_draft(role, targets)


def _check_threshold(owners: tuple[Owner, ...], threshold: int) -> None:
    if len({owner.key.keyid for owner in owners}) != len(owners):
        raise PackError("Có khóa đưa vào hai lần.")
    if not 1 <= threshold <= len(owners):
        raise PackError(
            "Cần {threshold} chữ ký nhưng chỉ có {count} khóa.",
            threshold=threshold,
            count=len(owners),
        )


def _copy_new(source: Path, target: Path) -> None:
    """Copies the files that do not exist in `target` yet."""
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_file() and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            write_durably(place, path.read_bytes())
