"""Signing keys: an Ed25519 key in an encrypted file, or a key on a smart card (PKCS#11).

The public key is a JSON file for distribution.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlparse

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.exceptions import UnsupportedLibraryError
from securesystemslib.signer import CryptoSigner, HSMSigner, Key, Signer, SSlibKey

from kiosk.durable import write_durably
from kiosk.packs.problem import PackError

NAME_FIELD = "x-name"
"""The field of a public key that contains its owner's name."""
MIN_PASSPHRASE_LENGTH = 8
PUBLIC_ENDING = ".pub.json"
CARD_DRIVER = "PYKCS11LIB"
"""The environment variable that names the PKCS#11 driver of a card."""
CARD_DRIVERS = ("opensc-pkcs11.so", "libykcs11.so")
"""The drivers that are searched in Debian's library folders if the variable is not set."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A public key and its owner's name."""

    key: Key
    name: str

    @property
    def short_id(self) -> str:
        """The first digits of the key id, for visual comparison."""
        return self.key.keyid[:12]


def create_key(path: Path, name: str, passphrase: str) -> Owner:
    """Creates a key pair: the encrypted private key in `path`, the public key beside it.

    Raises:
        PackError: the passphrase is too short, or the file exists.
        OSError: a file could not be written.
    """
    if len(passphrase) < MIN_PASSPHRASE_LENGTH:
        raise PackError(
            "Câu mật khẩu của khóa cần ít nhất {least} chữ.", least=MIN_PASSPHRASE_LENGTH
        )
    return _write_key(path, name, BestAvailableEncryption(passphrase.encode()))


def create_online_key(path: Path, name: str) -> Owner:
    """Creates an unencrypted key pair for the snapshot and timestamp roles."""
    return _write_key(path, name, NoEncryption())


def _write_key(path: Path, name: str, encryption: BestAvailableEncryption | NoEncryption) -> Owner:
    if path.exists():
        raise PackError("Đã có tệp {path}. Chọn tên khác.", path=path.name)
    private = Ed25519PrivateKey.generate()
    public = SSlibKey.from_crypto(private.public_key())
    public.unrecognized_fields[NAME_FIELD] = name
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    write_durably(path, pem)
    path.chmod(0o600)
    owner = Owner(public, name)
    write_durably(public_path(path), public_bytes(owner))
    return owner


def public_path(path: Path) -> Path:
    """The path of the public key that belongs to a private key file."""
    return path.with_name(path.stem + PUBLIC_ENDING)


def public_bytes(owner: Owner) -> bytes:
    """The content of a public key file."""
    content = {"keyid": owner.key.keyid, **owner.key.to_dict()}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read_public_key(path: Path) -> Owner:
    """Reads a public key file.

    Raises:
        PackError: the file is not a public key.
        OSError: the file cannot be read.
    """
    try:
        content = json.loads(path.read_bytes())
        key = Key.from_dict(content.pop("keyid"), content)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PackError("{path} không phải là khóa công khai.", path=path.name) from error
    return owner_of(key)


def owner_of(key: Key) -> Owner:
    """The key with the owner's name stored in it; empty if there is none."""
    return Owner(key, str(key.unrecognized_fields.get(NAME_FIELD, "")))


def read_signer(path: Path, passphrase: str | None) -> Signer:
    """The signer for a private key file.

    Raises:
        PackError: the passphrase is wrong, or the file is not an Ed25519 key.
        OSError: the file cannot be read.
    """
    try:
        private = load_pem_private_key(
            path.read_bytes(), passphrase.encode() if passphrase else None
        )
    except TypeError as error:
        raise PackError("Khóa {path} cần câu mật khẩu.", path=path.name) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise PackError(
            "Không mở được khóa {path}: sai câu mật khẩu, hoặc không phải tệp khóa.",
            path=path.name,
        ) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise PackError("{path} không phải là khóa Ed25519.", path=path.name)
    public = SSlibKey.from_crypto(private.public_key())
    return CryptoSigner(private, public)


def create_card_key(path: Path, name: str, address: str, pin: str) -> Owner:
    """Writes the public key of a smart card to a file.

    Raises:
        PackError: the card does not respond, or the file exists.
        OSError: the file could not be written.
    """
    if path.exists():
        raise PackError("Đã có tệp {path}. Chọn tên khác.", path=path.name)
    place = urlparse(address)
    label = dict(parse_qsl(place.query)).get("label")
    with card_errors_converted():
        number = int(place.path or HSMSigner.SCHEME_KEYID)
        _, public = HSMSigner.import_(number, label, lambda _: pin)
    public.unrecognized_fields[NAME_FIELD] = name
    owner = Owner(public, name)
    write_durably(path, public_bytes(owner))
    return owner


def card_signer(address: str, owner: Owner, pin: str) -> Signer:
    """The signer for a key on a smart card, by the card's URI (hsm:2?label=...)."""
    return HSMSigner.from_priv_key_uri(address, owner.key, lambda _: pin)


@contextmanager
def card_errors_converted() -> Iterator[None]:
    """Sets the card driver if none is set, and converts errors of the card to PackError."""
    if not os.environ.get(CARD_DRIVER):
        libraries = (path for name in CARD_DRIVERS for path in Path("/usr/lib").glob(f"*/{name}"))
        os.environ[CARD_DRIVER] = str(next(libraries, ""))
    try:
        yield
    except PackError:
        raise
    except UnsupportedLibraryError as error:
        raise PackError("Máy này chưa có phần đọc thẻ. Xem docs/packs.md.") from error
    except Exception as error:  # drivers raise their own errors, some without a message
        raise PackError(
            "Thẻ chưa ký được: {why}. Thẻ đã cắm chưa, mã PIN đúng chưa?",
            why=str(error) or type(error).__name__,
        ) from error
