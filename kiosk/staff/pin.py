"""The staff PIN: stored as a salted scrypt hash, protected by increasing waits and a lockout.

Lengths, waits and the lockout after ten attempts follow NIST SP 800-63B and OWASP's
Authentication and Password Storage cheat sheets.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass, replace
from itertools import groupby, pairwise, product
from pathlib import Path

from kiosk.durable import PRIVATE_FOLDER, read_plain_file, write_durably

SHORTEST = 6
LONGEST = 12
"""The number of digits that the staff login can show."""
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**15, 8, 3
SCRYPT_MEMORY = 64 * 1024 * 1024
SALT_BYTES, DIGEST_BYTES = 16, 64
FREE_TRIES = 3
FIRST_WAIT_S = 5
MAX_FAILURES = 10
"""After this many wrong attempts in a row only `kiosk pin` helps."""
MAX_BYTES = 4096
_LINES = ("123", "456", "789", "147", "258", "369", "159", "357")
"""The lines of three digits on a keypad."""
PATTERNS = frozenset(
    {
        *("".join(two) for two in product([*_LINES, *(line[::-1] for line in _LINES)], repeat=2)),
        "112358",
        "142536",
        "145236",
        "246810",
    }
)
"""Guessable patterns: two lines of a keypad in sequence, and other figures."""
MAX_RUN_LENGTH = 4
"""The longest permitted run of digits in equal steps (1234, 2468)."""
_DAYS, _MONTHS = range(1, 32), range(1, 13)
_CENTURIES = ("19", "20")
DIFFERS = "differs"
NOT_KEPT = "not-kept"
"""The two entries were equal, but the PIN could not be saved."""


@dataclass(frozen=True, slots=True)
class PinRecord:
    """The stored data of the PIN: its hash, never the PIN itself."""

    salt: str
    digest: str
    failures: int = 0

    @property
    def wait_s(self) -> int:
        """The waiting time after the last failure, in seconds."""
        beyond = min(self.failures, MAX_FAILURES) - FREE_TRIES
        return FIRST_WAIT_S * 2**beyond if beyond >= 0 else 0

    @property
    def is_locked(self) -> bool:
        """Whether the PIN is locked until a new one is set."""
        return self.failures >= MAX_FAILURES

    @property
    def check(self) -> str:
        """A checksum of the other fields, to detect a damaged record."""
        fields = f"{self.salt} {self.digest} {self.failures}"
        return hashlib.sha256(fields.encode()).hexdigest()[:16]


class DamagedPinError(ValueError):
    """The PIN file exists but is unusable."""


def weakness(pin: str) -> str | None:
    """Why a PIN is unacceptable: `digits`, `short`, `long` or `easy`; None if it is acceptable."""
    if not (pin.isascii() and pin.isdigit()):
        return "digits"
    if len(pin) < SHORTEST:
        return "short"
    if len(pin) > LONGEST:
        return "long"
    return "easy" if _is_easy(pin) else None


def _is_easy(pin: str) -> bool:
    """Whether the PIN is easy to guess."""
    few_digits = len(set(pin)) <= 2
    return (
        few_digits
        or _longest_run(pin) > MAX_RUN_LENGTH
        or _counts_in_pairs(pin)
        or pin in PATTERNS
        or _repeats(pin)
        or pin == pin[::-1]
        or _is_date(pin)
    )


def _longest_run(pin: str) -> int:
    """The length of the longest run of digits in equal steps, modulo 10."""
    steps = [(int(after) - int(before)) % 10 for before, after in pairwise(pin)]
    return 1 + max(sum(1 for _ in same) for _, same in groupby(steps))


def _counts_in_pairs(pin: str) -> bool:
    """Whether its two-digit numbers are in equal steps (131415)."""
    pairs = [int(pin[at : at + 2]) for at in range(0, len(pin), 2)]
    return len(pin) % 2 == 0 and len({b - a for a, b in pairwise(pairs)}) == 1


def _repeats(pin: str) -> bool:
    """Whether it is a repeated sequence (123123), or has each digit twice (112233)."""
    pieces = any(
        len(pin) % size == 0 and pin == pin[:size] * (len(pin) // size)
        for size in range(1, len(pin) // 2 + 1)
    )
    return pieces or (len(pin) % 2 == 0 and pin[::2] == pin[1::2])


def _is_date(pin: str) -> bool:
    """Whether it can be a date or month of birth, with a year of two or four digits."""
    head, middle, tail = pin[:2], pin[2:-2], pin[-2:]
    if len(pin) == 6:
        whole_year_first = head in _CENTURIES and int(tail) in _MONTHS
        whole_year_last = middle in _CENTURIES and int(head) in _MONTHS
        short_year = _is_day(head, middle) or _is_day(middle, head) or _is_day(tail, middle)
        return whole_year_first or whole_year_last or short_year
    if len(pin) == 8:
        year_first = head in _CENTURIES and _is_day_and_month(pin[4:])
        year_last = pin[4:6] in _CENTURIES and _is_day_and_month(pin[:4])
        return year_first or year_last
    return False


def _is_day_and_month(four: str) -> bool:
    return _is_day(four[:2], four[2:]) or _is_day(four[2:], four[:2])


def _is_day(day: str, month: str) -> bool:
    return int(day) in _DAYS and int(month) in _MONTHS


def record_of(pin: str) -> PinRecord:
    salt = secrets.token_bytes(SALT_BYTES)
    return PinRecord(salt=salt.hex(), digest=_digest(pin, salt).hex())


def matches(record: PinRecord, pin: str) -> bool:
    """Whether the PIN matches the record; takes about a quarter of a second."""
    digest = _digest(pin, bytes.fromhex(record.salt))
    return hmac.compare_digest(digest, bytes.fromhex(record.digest))


def _digest(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=SCRYPT_N, r=SCRYPT_R, p=SCRYPT_P, maxmem=SCRYPT_MEMORY
    )


def after_try(record: PinRecord, *, right: bool) -> PinRecord:
    """The record after an attempt; a right one resets the failures."""
    return replace(record, failures=0 if right else record.failures + 1)


def with_failures_of(record: PinRecord, remembered: PinRecord | None) -> PinRecord:
    """The record with the failures remembered in memory, in case they could not be saved."""
    if remembered is None or remembered.salt != record.salt:
        return record
    return replace(record, failures=max(record.failures, remembered.failures))


class PinFile:
    """The file of the PIN record, written atomically and readable only by its owner."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> PinRecord | None:
        """The record; None if no PIN is set.

        Raises:
            DamagedPinError: the file exists but contains no valid record.
        """
        try:
            fields = json.loads(read_plain_file(self._path, MAX_BYTES))
        except FileNotFoundError:
            if self._path.is_symlink():
                raise DamagedPinError(f"{self._path}: a link that leads nowhere") from None
            return None
        except (OSError, ValueError, RecursionError) as problem:
            raise DamagedPinError(f"{self._path}: {problem}") from problem
        record = _record_from(fields)
        if record is None:
            raise DamagedPinError(f"{self._path}: not a PIN record")
        return record

    def write(self, record: PinRecord) -> None:
        """Stores a record; on return it is on the disk.

        Raises:
            OSError: the file cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        if self._path.is_dir() and not self._path.is_symlink():
            self._path.rename(self._path.with_name(f"{self._path.name}.damaged"))
        content = json.dumps({**asdict(record), "check": record.check})
        write_durably(self._path, content.encode(), private=True)


def _record_from(fields: object) -> PinRecord | None:
    """The record from JSON data; None if a field is missing or invalid, or the checksum wrong."""
    if not isinstance(fields, dict) or not {"salt", "digest", "failures"} <= set(fields):
        return None
    salt, digest, failures = fields["salt"], fields["digest"], fields["failures"]
    if not (_is_hex(salt, SALT_BYTES) and _is_hex(digest, DIGEST_BYTES)):
        return None
    if type(failures) is not int or failures < 0:
        return None
    record = PinRecord(salt, digest, failures)
    # Versions without a checksum wrote exactly three fields.
    agrees = len(fields) == 3 or fields.get("check") == record.check
    return record if agrees else None


def _is_hex(value: object, size: int) -> bool:
    if not isinstance(value, str) or len(value) != size * 2:
        return False
    return all(sign in "0123456789abcdef" for sign in value)


@dataclass(frozen=True, slots=True)
class NewPin:
    """The choice of a new PIN at the staff login, by typing it twice."""

    first: str = ""
    """The first entry, if it is acceptable."""
    refusal: str = ""
    """Why the last entry was refused: a `weakness`, `DIFFERS` or `NOT_KEPT`; else empty."""
    chosen: str = ""
    """The PIN, once both entries are equal."""

    def after(self, digits: str) -> "NewPin":
        if self.first:
            return NewPin(chosen=digits) if digits == self.first else NewPin(refusal=DIFFERS)
        weak = weakness(digits)
        return NewPin(refusal=weak) if weak else NewPin(first=digits)
