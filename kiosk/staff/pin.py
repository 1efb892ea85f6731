"""The staff's PIN: kept only as a salted scrypt hash, guarded by waits that grow."""

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

SHORTEST = 6
TOO_EASY = frozenset({"123456", "654321", "012345", "123123", "112233"})
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**15, 8, 3
SCRYPT_MEMORY = 64 * 1024 * 1024
FREE_TRIES = 3
FIRST_WAIT_S = 5
LONGEST_WAIT_S = 3600


@dataclass(frozen=True, slots=True)
class PinRecord:
    """What is stored: never the PIN itself."""

    salt: str
    digest: str
    failures: int = 0

    @property
    def wait_s(self) -> int:
        """How long nobody may try again after the last failure, in seconds."""
        beyond = self.failures - FREE_TRIES
        return min(FIRST_WAIT_S * 2**beyond, LONGEST_WAIT_S) if beyond >= 0 else 0


def weakness(pin: str) -> str | None:
    """Why a PIN will not do: `digits`, `short` or `easy`; None for a good one."""
    if not (pin.isascii() and pin.isdigit()):
        return "digits"
    if len(pin) < SHORTEST:
        return "short"
    if pin in TOO_EASY or len(set(pin)) == 1:
        return "easy"
    return None


def record_of(pin: str) -> PinRecord:
    """A fresh record for a PIN."""
    salt = secrets.token_bytes(16)
    return PinRecord(salt=salt.hex(), digest=_digest(pin, salt).hex())


def matches(record: PinRecord, pin: str) -> bool:
    """Whether it is the PIN of the record; takes about a quarter of a second."""
    digest = _digest(pin, bytes.fromhex(record.salt))
    return hmac.compare_digest(digest, bytes.fromhex(record.digest))


def _digest(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=SCRYPT_N, r=SCRYPT_R, p=SCRYPT_P, maxmem=SCRYPT_MEMORY
    )


def after_try(record: PinRecord, *, right: bool) -> PinRecord:
    """The record after a try: a right one forgives the failures before it."""
    return replace(record, failures=0 if right else record.failures + 1)


class PinFile:
    """The record on disk, written whole or not at all, readable by its owner alone."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> PinRecord | None:
        """The record; None when no PIN was set.

        Raises:
            ValueError: the file is damaged.
        """
        try:
            fields = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        try:
            return PinRecord(str(fields["salt"]), str(fields["digest"]), int(fields["failures"]))
        except (KeyError, TypeError) as problem:
            raise ValueError(f"{self._path}: not a PIN record") from problem

    def write(self, record: PinRecord) -> None:
        """Keep a record."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".new")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(record), file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._path)
