"""The files of a folder that a pack can hold, and what differs between two packs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kiosk.narration.recordings.consent import ConsentListError, Consents, Use
from kiosk.narration.recordings.store import Recordings
from kiosk.packs.manifest import LARGEST_FILE_BYTES, PackFile, checked_path, digest
from kiosk.packs.problem import PackError

LESSON_ENDING = ".yaml"


@dataclass(frozen=True, slots=True)
class PackFileChange:
    """A file that is new, changed or gone."""

    path: str
    before: PackFile | None
    after: PackFile | None

    @property
    def is_lesson(self) -> bool:
        return is_lesson(self.path)


def is_lesson(path: str) -> bool:
    """Whether a file of a pack is a lesson; `_facts.yaml` and the like are not."""
    place = PurePosixPath(path)
    return place.parts[0] == "lessons" and place.suffix == LESSON_ENDING


def files_below(folder: Path) -> Iterator[tuple[PackFile, Path]]:
    """The files below a folder that is laid out like the kiosk's home, and where each lies.

    No voice is among them whose speaker was never asked, or allows it at her own kiosk only.

    Files that a pack cannot hold (hidden ones, `_facts.yaml`, other folders) are passed over.

    Raises:
        PackError: a file is too large, a link, a voice that may not leave its kiosk; or nothing.
        OSError: a file cannot be read.
    """
    _check_consents(folder)
    found = False
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        try:
            checked_path(name)
        except PackError:
            continue
        if path.is_symlink():
            raise PackError("{path} là đường dẫn tắt. Chép tệp thật vào chỗ ấy.", path=name)
        if not path.is_file():
            continue
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise PackError("Tệp {path} quá lớn (trên 32 MB).", path=name)
        content = path.read_bytes()
        found = True
        yield PackFile(name, digest(content), len(content)), path
    if not found:
        raise PackError(
            "Trong {folder} không có gì để đóng gói. Cần thư mục lessons, media hoặc translations.",
            folder=folder.name,
        )


def _check_consents(folder: Path) -> None:
    """Everybody whose voice is there allows it at all kiosks."""
    never_asked: list[str] = []
    for place in sorted(folder.glob("media/voice/*/")):
        consents = Consents(place.parent, place.name)
        try:
            given = {
                owner: consents.of(owner) for owner in owners(Recordings(place.parent, place.name))
            }
        except ConsentListError as problem:
            raise PackError("{path} bị hỏng.", path=str(problem)) from problem
        for owner, consent in given.items():
            if consent is None:
                never_asked.append(f"{owner} ({place.name})")
            elif not consent.use.allows(Use.ALL_KIOSKS):
                raise PackError(
                    "{speaker} chỉ cho ki-ốt của mình dùng giọng. Bỏ bản thu của người ấy ra.",
                    speaker=owner,
                )
    if never_asked:
        raise PackError(
            "Chưa hỏi người thu có cho mọi ki-ốt dùng giọng không: {names}. Thu lời đồng ý ở trang "
            "Thu giọng, hay đưa vào bằng tệp dong-y-2, rồi chép thư mục consent theo bản thu. "
            "Không hỏi được thì bỏ các bản thu ấy ra.",
            names=", ".join(never_asked),
        )


def owners(recordings: Recordings) -> tuple[str, ...]:
    """Whose voices these are, each once; of somebody without a name, when hers came in."""
    return tuple(dict.fromkeys(take.owner for take in recordings.all_takes))


def changes(
    before: Mapping[str, PackFile], after: Mapping[str, PackFile]
) -> tuple[PackFileChange, ...]:
    """What differs, by path."""
    paths = sorted(before.keys() | after.keys())
    both = ((path, before.get(path), after.get(path)) for path in paths)
    return tuple(PackFileChange(path, old, new) for path, old, new in both if old != new)
