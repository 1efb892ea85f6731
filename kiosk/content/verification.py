"""Verification of lessons in the commune, stored in `_verified.yaml` beside the lessons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import yaml
from pydantic import ValidationError

from kiosk.content.age import CHECK_LASTS
from kiosk.content.facts import Facts
from kiosk.content.positions import read_document
from kiosk.content.statements import digest, statements
from kiosk.domain.lesson import Lesson, Verified
from kiosk.domain.model import Label, Model, Name
from kiosk.durable import folder_lock, set_aside, write_durably

FILE = "_verified.yaml"
WRITTEN_BY = "# Trang cán bộ «Kiểm dữ kiện» viết tệp này: ai ở xã đã kiểm bài nào, ngày nào.\n"


class Standing(StrEnum):
    """The state of a lesson's verification."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    OLD = "old"
    """Verified too long ago."""
    CHANGED = "changed"
    """The lesson's statements have changed since."""
    DIFFERS = "differs"
    """A statement was rejected, and the lesson still contains it."""
    MENDED = "mended"
    """The rejected statement was removed; the lesson has not been verified since."""


class VerificationEntry(Model):
    """The result of one person's verification of one lesson."""

    verified: Verified
    digest: Label
    differing: tuple[str, ...] = ()
    """Statements that are no longer true."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The state of a lesson's verification, and who verified it last."""

    standing: Standing = Standing.UNVERIFIED
    verified: Verified | None = None
    differing: tuple[str, ...] = ()
    """The rejected statements; empty when all were confirmed."""


UNVERIFIED = Verification()
Entries = Mapping[Name, VerificationEntry]


def read_entries(*lessons: Path) -> Entries:
    """Entries by lesson; the first folder wins, and an invalid file counts as empty."""
    found: dict[str, VerificationEntry] = {}
    for folder in reversed(lessons):
        found.update(_read(folder / FILE) or {})
    return found


def verification_of(lesson: Lesson, facts: Facts, entries: Entries, today: date) -> Verification:
    entry = entries.get(lesson.id)
    checked = lesson.head.checked
    verified = entry.verified if entry else checked.verified if checked else None
    if verified is None:
        return UNVERIFIED
    if entry and entry.differing:
        stated = {each.text for each in statements(lesson, facts)}
        still = tuple(each for each in entry.differing if each in stated)
        if still:
            return Verification(Standing.DIFFERS, verified, still)
        return Verification(Standing.MENDED, verified, entry.differing)
    if entry and entry.digest != digest(lesson, facts):
        return Verification(Standing.CHANGED, verified)
    is_old = today - verified.on > CHECK_LASTS
    return Verification(Standing.OLD if is_old else Standing.VERIFIED, verified)


def keep_entry(folder: Path, lesson: str, entry: VerificationEntry) -> None:
    """Stores the verification of a lesson; an unreadable file is set aside first.

    Raises:
        OSError: writing failed; the previous file is unchanged.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    with folder_lock(folder):
        before = _read(path)
        if before is None:
            set_aside(path)
        entries = {**(before or {}), lesson: entry}
        data = {name: each.model_dump(mode="json") for name, each in sorted(entries.items())}
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1_000_000)
        write_durably(path, f"{WRITTEN_BY}{text}".encode())


def _read(path: Path) -> dict[str, VerificationEntry] | None:
    """The entries; None when the file exists but cannot be read."""
    if not path.exists():
        return {}
    data = read_document(path).data
    if not isinstance(data, dict):
        return None
    try:
        return {str(name): VerificationEntry.model_validate(each) for name, each in data.items()}
    except ValidationError:
        return None
