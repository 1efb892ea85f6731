"""Signing keys: an Ed25519 file under a passphrase, or a card that never gives its key away.

The public part is a JSON file, which is given to others.
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
"""The field of a public key that tells whose it is."""
SHORTEST_PASSPHRASE = 8
PUBLIC_ENDING = ".pub.json"
CARD_DRIVER = "PYKCS11LIB"
"""The environment variable that names the PKCS#11 driver of a card."""
CARD_DRIVERS = ("opensc-pkcs11.so", "libykcs11.so")
"""Looked for where Debian keeps them, when the variable names none."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A public key and whose it is."""

    key: Key
    name: str

    @property
    def short_id(self) -> str:
        """The first digits of the key's id, for comparing by eye."""
        return self.key.keyid[:12]


def create_key(path: Path, name: str, passphrase: str) -> Owner:
    """Make a key: the private part in `path`, the public one beside it.

    Raises:
        PackError: the passphrase is too short, or the file is there already.
        OSError: a file could not be written.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PackError("Câu mật khẩu của khóa cần ít nhất {least} chữ.", least=SHORTEST_PASSPHRASE)
    return _write_key(path, name, BestAvailableEncryption(passphrase.encode()))


def create_online_key(path: Path, name: str) -> Owner:
    """Make a key without a passphrase, for the role that only says what is newest."""
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
    """Where the public part of a private key's file lies."""
    return path.with_name(path.stem + PUBLIC_ENDING)


def public_bytes(owner: Owner) -> bytes:
    """A public key as it is given to others."""
    content = {"keyid": owner.key.keyid, **owner.key.to_dict()}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read_public_key(path: Path) -> Owner:
    """A public key from its file.

    Raises:
        PackError: it is none.
        OSError: it cannot be read.
    """
    try:
        content = json.loads(path.read_bytes())
        key = Key.from_dict(content.pop("keyid"), content)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PackError("{path} không phải là khóa công khai.", path=path.name) from error
    return owner_of(key)


def owner_of(key: Key) -> Owner:
    """A key with the name that it carries."""
    return Owner(key, str(key.unrecognized_fields.get(NAME_FIELD, "")))


def read_signer(path: Path, passphrase: str | None) -> Signer:
    """The signer of a private key's file.

    Raises:
        PackError: the passphrase is wrong, or the file is no key.
        OSError: it cannot be read.
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
    """Write down the public part of the key that a card holds.

    Raises:
        PackError: the card does not answer, or the file is there already.
        OSError: the file could not be written.
    """
    if path.exists():
        raise PackError("Đã có tệp {path}. Chọn tên khác.", path=path.name)
    place = urlparse(address)
    label = dict(parse_qsl(place.query)).get("label")
    with card_told():
        number = int(place.path or HSMSigner.SCHEME_KEYID)
        _, public = HSMSigner.import_(number, label, lambda _: pin)
    public.unrecognized_fields[NAME_FIELD] = name
    owner = Owner(public, name)
    write_durably(path, public_bytes(owner))
    return owner


def card_signer(address: str, owner: Owner, pin: str) -> Signer:
    """The signer of a key that never leaves its card, by the card's address (hsm:2?label=...)."""
    return HSMSigner.from_priv_key_uri(address, owner.key, lambda _: pin)


@contextmanager
def card_told() -> Iterator[None]:
    """Have the driver of the card known; what goes wrong with the card is a PackError."""
    if not os.environ.get(CARD_DRIVER):
        libraries = (path for name in CARD_DRIVERS for path in Path("/usr/lib").glob(f"*/{name}"))
        os.environ[CARD_DRIVER] = str(next(libraries, ""))
    try:
        yield
    except PackError:
        raise
    except UnsupportedLibraryError as error:
        raise PackError("Máy này chưa có phần đọc thẻ. Xem docs/packs.md.") from error
    except Exception as error:  # each kind of card has errors of its own, some without a word
        raise PackError(
            "Thẻ chưa ký được: {why}. Thẻ đã cắm chưa, mã PIN đúng chưa?",
            why=str(error) or type(error).__name__,
        ) from error
