"""The verified TUF metadata of a publisher, and messages for TUF errors."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import DelegatedRole, Metadata, Root, Signed, Targets

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.packs.fetching import TooSlowError
from kiosk.packs.manifest import digest
from kiosk.packs.problem import PackError
from kiosk.packs.repository_files import TITLE_FIELD


def verified(folder: Path, role: str) -> Signed | None:
    """The verified metadata of a role; None if it is missing or damaged."""
    try:
        metadata: Metadata[Any] = Metadata.from_file(str(folder / f"{role}.json"))
    except Exception:  # noqa: BLE001 - any damaged file is downloaded again
        return None
    signed: Signed = metadata.signed
    return signed


def delegated_by(targets: Signed | None) -> Mapping[str, DelegatedRole]:
    """The communes' roles by name."""
    delegations = targets.delegations if isinstance(targets, Targets) else None
    return (delegations.roles if delegations else None) or {}


def communes_of(targets: Signed | None) -> dict[str, str]:
    """The titles of the communes by role name."""
    return {
        name: str(role.unrecognized_fields.get(TITLE_FIELD, name))
        for name, role in delegated_by(targets).items()
    }


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (
        ExpiredMetadataError,
        gettext_noop("Gói đã quá hạn, hoặc đồng hồ của máy sai. Xem lại ngày giờ của máy."),
    ),
    (
        BadVersionNumberError,
        gettext_noop("Nguồn đưa ra gói cũ hơn gói máy này đã biết. Không nhận."),
    ),
    (UnsignedMetadataError, gettext_noop("Chữ ký của gói không đúng. Không nhận.")),
    (LengthOrHashMismatchError, gettext_noop("Tệp tải về không khớp với bản đã ký. Không nhận.")),
    (DownloadLengthMismatchError, gettext_noop("Tệp tải về không khớp với bản đã ký. Không nhận.")),
    (TooSlowError, gettext_noop("Đường truyền quá chậm. Lần sau máy tải tiếp.")),
    (DownloadHTTPError, gettext_noop("Ở nguồn thiếu một tệp của gói.")),
    (DownloadError, gettext_noop("Không tới được nguồn. Lần sau máy thử lại.")),
    (Exception, gettext_noop("Gói hỏng hoặc không đúng của người phát hành. Không nhận.")),
)


def in_words(error: Exception) -> PackError:
    """The error as a message for staff."""
    return PackError(next(text for kind, text in _REASONS if isinstance(error, kind)))


def root_fingerprint(root: bytes) -> str:
    """A short fingerprint of a root, for two people to compare by voice.

    Raises:
        PackError: the content is not a root.
    """
    try:
        metadata: Metadata[Any] = Metadata.from_bytes(root)
    except RepositoryError as error:
        raise PackError("Tệp này không phải là gốc tin cậy của kho gói.") from error
    if not isinstance(metadata.signed, Root):
        raise PackError("Tệp này không phải là gốc tin cậy của kho gói.")
    sha256 = digest(root)
    return " ".join(sha256[at : at + 4] for at in range(0, 24, 4))
