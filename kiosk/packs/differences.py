"""The changes that a new pack makes on the kiosks, in sentences for the person who signs it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tuf.api.metadata import Root

from kiosk.content.reader import sound_lesson
from kiosk.content.source import decoded
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import Lesson
from kiosk.packs.contents import PackFileChange, changes, is_lesson
from kiosk.packs.keys import owner_of
from kiosk.packs.manifest import PackFile
from kiosk.packs.repository_files import PROVINCE, TITLE_FIELD, RepositoryFiles, numbers_of
from kiosk.packs.signatures import keys_for
from kiosk.packs.trusted import delegated_by

MAX_SENTENCES = 40
_SENTENCE = "  {sign} {text}"


@dataclass(frozen=True, slots=True)
class Difference:
    """A change, as a Vietnamese sentence with named placeholders."""

    text: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        return self.text.format(**self.values)


def differences(repository: RepositoryFiles, role: str) -> Iterator[Difference]:
    """The differences between the draft of a role and its published state."""
    if role == Root.type:
        yield from _owner_differences(repository)
        return
    if role == PROVINCE:
        yield from _delegation_differences(repository)
    before = repository.files(role, repository.published)
    after = repository.files(role, repository.draft)
    every = changes(before, after)
    for change in every:
        if change.is_lesson:
            yield from _lesson_differences(repository, change)
    for folder, text in (
        (
            "media/voice",
            gettext_noop("Tiếng đọc {what}: thêm {new}, đổi {changed}, bỏ {gone} tệp."),
        ),
        (
            "translations",
            gettext_noop("Bản dịch {what}: thêm {new}, đổi {changed}, bỏ {gone} tệp."),
        ),
    ):
        yield from _counted(every, folder, text)
    others = [
        change
        for change in every
        if not change.is_lesson and not change.path.startswith(("media/voice", "translations"))
    ]
    for change in others:
        yield Difference(_text_of(change), {"path": change.path})


def _owner_differences(repository: RepositoryFiles) -> Iterator[Difference]:
    """The owners who gain or lose the right to sign for the province."""
    after = {owner.key.keyid: owner for owner in repository.owners()}
    root = repository.published_root()
    keys = root.signed.keys if root else {}
    ids = root.signed.roles[Root.type].keyids if root else ()
    before = {keyid: owner_of(keys[keyid]) for keyid in ids}
    for text, owners, others in (
        (gettext_noop("Thôi cho ký: {name} (khóa {key})."), before, after),
        (gettext_noop("Được ký: {name} (khóa {key})."), after, before),
    ):
        for keyid in owners.keys() - others.keys():
            owner = owners[keyid]
            yield Difference(text, {"name": owner.name, "key": owner.short_id})
    if after.keys() == before.keys():
        yield Difference("Thay khóa tự động của kho.", {})


def _delegation_differences(repository: RepositoryFiles) -> Iterator[Difference]:
    """The communes that gain, lose or change the right to publish, with their keys."""
    before = delegated_by(repository.published_targets(PROVINCE))
    after = delegated_by(repository.targets_of(PROVINCE))
    for name in sorted(before.keys() - after.keys()):
        title = before[name].unrecognized_fields.get(TITLE_FIELD, name)
        lessons = [path for path in repository.files(name, repository.published) if is_lesson(path)]
        yield Difference(
            "Thu lại phần của {title}: {count} bài thôi dạy ở mọi ki-ốt.",
            {"title": title, "count": len(lessons)},
        )
    for name, role in sorted(after.items()):
        if name not in before or before[name].to_dict() != role.to_dict():
            numbers = numbers_of(role)
            values = {
                "title": repository.title_of(name),
                "first": numbers.start,
                "last": numbers.stop - 1,
                "keys": ", ".join(
                    f"{owner.name} ({owner.short_id})".lstrip()
                    for owner in map(owner_of, keys_for(repository, name).values())
                ),
            }
            yield Difference("Giao cho {title} dải số {first}–{last}. Khóa: {keys}.", values)


def _text_of(change: PackFileChange) -> str:
    if change.before is None:
        return gettext_noop("Tệp {path}: mới.")
    return (
        gettext_noop("Tệp {path}: bỏ đi.")
        if change.after is None
        else gettext_noop("Tệp {path}: đổi.")
    )


def _counted(every: tuple[PackFileChange, ...], folder: str, text: str) -> Iterator[Difference]:
    by_language: dict[str, list[PackFileChange]] = {}
    for change in every:
        if change.path.startswith(f"{folder}/"):
            by_language.setdefault(change.path.split("/")[-2], []).append(change)
    for language, found in sorted(by_language.items()):
        new = sum(change.before is None for change in found)
        gone = sum(change.after is None for change in found)
        values = {"what": language, "new": new, "gone": gone, "changed": len(found) - new - gone}
        yield Difference(text, values)


def _lesson_differences(
    repository: RepositoryFiles, change: PackFileChange
) -> Iterator[Difference]:
    before = _lesson(repository, change.before)
    after = _lesson(repository, change.after)
    name = PurePosixPath(change.path).stem
    shown = after or before
    values = {"title": shown.head.title if shown else name}
    if change.before is None:
        number = after.head.number if after else "?"
        yield Difference("Bài mới: {title} (số {number}).", {**values, "number": number})
    elif change.after is None:
        yield Difference("Bỏ bài: {title}.", values)
    else:
        yield Difference("Bài đổi: {title}.", values)
        if before and after:
            yield from _sentence_differences(before, after)


def _sentence_differences(before: Lesson, after: Lesson) -> Iterator[Difference]:
    """The removed and added sentences; beyond `MAX_SENTENCES` only their number."""
    if before.head.number != after.head.number:
        values = {"old": before.head.number, "new": after.head.number}
        yield Difference("  số {old} thành số {new}", values)
    old = [line.text for line in before.lines()]
    new = [line.text for line in after.lines()]
    gone = [text for text in dict.fromkeys(old) if text not in set(new)]
    come = [text for text in dict.fromkeys(new) if text not in set(old)]
    for sign, texts in (("−", gone), ("+", come)):
        for text in texts[:MAX_SENTENCES]:
            yield Difference(_SENTENCE, {"sign": sign, "text": text})
        if len(texts) > MAX_SENTENCES:
            count = len(texts) - MAX_SENTENCES
            yield Difference("  {sign} và {count} câu nữa", {"sign": sign, "count": count})
    if not gone and not come:
        yield Difference("  câu chữ giữ nguyên; đổi màn hình, hình hoặc cách làm", {})


def _lesson(repository: RepositoryFiles, file: PackFile | None) -> Lesson | None:
    if file is None:
        return None
    path = Path(PurePosixPath(file.path).name)
    text = decoded(path.name, repository.content_of(file))
    if not isinstance(text, str):
        return None
    return sound_lesson(text, path)
