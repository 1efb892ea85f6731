"""The files of a folder that can be packed, and the differences between two packs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kiosk.narration.recordings.consent import ConsentListError, Consents, Use
from kiosk.narration.recordings.store import Recordings
from kiosk.packs.manifest import MAX_FILE_BYTES, PackFile, checked_path, digest
from kiosk.packs.problem import PackError

LESSON_ENDING = ".yaml"


@dataclass(frozen=True, slots=True)
class PackFileChange:
    """A file that is new (`before` is None), changed, or removed (`after` is None)."""

    path: str
    before: PackFile | None
    after: PackFile | None

    @property
    def is_lesson(self) -> bool:
        return is_lesson(self.path)


def is_lesson(path: str) -> bool:
    """Whether a path in a pack is a lesson file."""
    place = PurePosixPath(path)
    return place.parts[0] == "lessons" and place.suffix == LESSON_ENDING


def files_below(folder: Path) -> Iterator[tuple[PackFile, Path]]:
    """The files below a folder with the layout of the kiosk's home, each with its path.

    The speakers of all recordings must have consented to their use at all kiosks.

    Files that a pack cannot hold (hidden ones, `_facts.yaml`, other folders) are skipped.

    Raises:
        PackError: a file is too large or a link, a speaker has not consented to the use at all
            kiosks, or there are no files.
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
        if path.stat().st_size > MAX_FILE_BYTES:
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
    """Raises unless every speaker with recordings has consented to their use at all kiosks."""
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
    """The owners of the recordings without duplicates; an unnamed owner is a time of import."""
    return tuple(dict.fromkeys(take.owner for take in recordings.all_takes))


def changes(
    before: Mapping[str, PackFile], after: Mapping[str, PackFile]
) -> tuple[PackFileChange, ...]:
    """The files that differ, sorted by path."""
    paths = sorted(before.keys() | after.keys())
    both = ((path, before.get(path), after.get(path)) for path in paths)
    return tuple(PackFileChange(path, old, new) for path, old, new in both if old != new)
