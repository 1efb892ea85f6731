"""The keys that may sign a draft, and the signatures still missing."""

from dataclasses import dataclass
from typing import cast

from tuf.api.metadata import Key, Root, Targets

from kiosk.packs.keys import Owner, owner_of
from kiosk.packs.repository_files import PROVINCE, AnyMetadata, RepositoryFiles


@dataclass(frozen=True, slots=True)
class Missing:
    """A draft with too few signatures."""

    role: str
    count: int
    """The number of missing signatures."""
    who: tuple[Owner, ...]
    """The owners of keys that have not signed."""


def keys_for(repository: RepositoryFiles, role: str) -> dict[str, Key]:
    """The keys that may sign a draft, by id; for a root also those of the previous root."""
    if role not in (Root.type, PROVINCE):
        targets = repository.targets_of(PROVINCE)
        keys = targets.delegations.keys if targets and targets.delegations else {}
        return {keyid: keys[keyid] for keyid in repository.delegated(role).keyids}
    roots = (repository.newest(Root.type), repository.published_root())
    signed = [cast("Root", each.signed) for each in roots if each]
    return {keyid: root.keys[keyid] for root in signed for keyid in root.roles[role].keyids}


def missing_of(repository: RepositoryFiles, role: str, metadata: AnyMetadata) -> Missing | None:
    """The signatures that a draft lacks before it can be published; None if it is complete."""
    root_metadata = repository.newest(Root.type)
    if root_metadata is None:
        return None
    root = cast("Root", root_metadata.signed)
    payload, signatures = metadata.signed_bytes, metadata.signatures
    if role == Root.type:
        before = repository.published_root()
        result = cast("Root", metadata.signed).get_root_verification_result(
            before.signed if before else None, payload, signatures
        )
        parts = [result.first, result.second]
    elif role == PROVINCE:
        parts = [root.get_verification_result(role, payload, signatures)]
    else:
        targets = repository.targets_of(PROVINCE) or Targets()
        parts = [targets.get_verification_result(role, payload, signatures)]
    count = max(part.missing for part in parts)
    if all(part.verified for part in parts):
        return None
    unsigned: dict[str, Key] = {}
    for part in parts:
        unsigned |= part.unsigned
    return Missing(role, count, tuple(owner_of(key) for key in unsigned.values()))
