"""`kiosk pack`: builds, signs and publishes packs of lessons for many kiosks."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk import __version__
from kiosk.cli._console import refusals_printed, stop
from kiosk.cli._options import LANG
from kiosk.cli._words import Say, words_in
from kiosk.content.wording import sentence
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.folders import folders_from_environment
from kiosk.packs.bundle import opened_bundle, write_bundle
from kiosk.packs.check import lessons_below
from kiosk.packs.differences import differences
from kiosk.packs.keys import (
    Owner,
    card_errors_converted,
    card_signer,
    create_card_key,
    create_key,
    public_path,
    read_public_key,
    read_signer,
)
from kiosk.packs.problem import PackError
from kiosk.packs.repository import Repository
from kiosk.packs.repository_files import PROVINCE, utc_now
from kiosk.packs.trusted import root_fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
CARD = click.option("--card", help="Địa chỉ của thẻ, như hsm:2?… | The address of a card.")
PUBLIC_KEYS = click.option(
    "--key",
    "keys",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Tệp khóa công khai (.pub.json) của một người; ghi nhiều lần. | A public key file.",
)


@click.group("pack")
def COMMAND() -> None:
    """Gói bài có chữ ký cho nhiều ki-ốt. | Signed packs for many kiosks."""


def _errors_printed(command: Callable[..., None]) -> Callable[..., None]:
    """Decorates a command: passes `say` and converts errors to messages."""

    @wraps(command)
    def run(*args: Any, lang: str, **options: Any) -> None:  # noqa: ANN401 - passed by click
        say = words_in(lang, folders_from_environment())
        with refusals_printed(say):
            command(*args, say=say, **options)

    return LANG(run)


@COMMAND.command("key")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--name", required=True, help="Khóa của ai. | Whose key it is.")
@CARD
@_errors_printed
def key(file: Path, name: str, card: str | None, say: Say) -> None:
    """Tạo khóa ký cho một người, hoặc lấy khóa công khai của thẻ. | Make a person's signing key."""
    if card:
        pin = click.prompt(say(gettext_noop("Mã PIN của thẻ")), hide_input=True)
        _tell_public(public_path(file), create_card_key(public_path(file), name, card, pin), say)
        return
    passphrase = click.prompt(
        say(gettext_noop("Câu mật khẩu của khóa")), hide_input=True, confirmation_prompt=True
    )
    owner = create_key(file, name, passphrase)
    click.echo(say(gettext_noop("Khóa riêng: {path}. Cất kín, không gửi cho ai."), path=file))
    _tell_public(public_path(file), owner, say)


def _tell_public(path: Path, owner: Owner, say: Say) -> None:
    text = gettext_noop("Khóa công khai để gửi đi: {path} (số {number})")
    click.echo(say(text, path=path, number=owner.short_id))


@COMMAND.command("init")
@FOLDER
@PUBLIC_KEYS
@click.option("--threshold", type=int, default=2, show_default=True, help="Số người phải ký.")
@click.option("--title", required=True, help="Ai phát hành, ví dụ: Tỉnh Đắk Lắk. | Who publishes.")
@_errors_printed
def init(folder: Path, keys: tuple[Path, ...], threshold: int, title: str, say: Say) -> None:
    """Bắt đầu một kho gói. | Begin a publisher's folder."""
    Repository(folder).begin(_owners(keys), threshold, title, utc_now())
    click.echo(
        say(
            gettext_noop(
                "Đã tạo kho {folder}. Cần {threshold} người ký: kiosk pack sign {folder} …"
            ),
            folder=folder,
            threshold=threshold,
        )
    )


@COMMAND.command("build")
@FOLDER
@click.argument("content", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--role", default=PROVINCE, help="Phần của xã nào; không ghi là của tỉnh. | Whose.")
@_errors_printed
def build(folder: Path, content: Path, role: str, say: Say) -> None:
    """Đưa bài, hình, tiếng, bản dịch vào bản nháp. | Put content into a draft."""
    _check_lessons(content, say)
    repository = Repository(folder)
    repository.check(content, role, folders_from_environment())
    files = repository.build(content, role, __version__, utc_now())
    click.echo(say(gettext_noop("Bản nháp có {count} tệp."), count=len(files)))
    _tell_draft(repository, say)


def _check_lessons(content: Path, say: Say) -> None:
    """Prints the errors of the lessons and exits if there are any."""
    readings = lessons_below(content, folders_from_environment())
    errors = [each for reading in readings for each in reading.problems if each.is_error]
    for problem in errors:
        click.echo(sentence(problem), err=True)
    if errors:
        text = gettext_noop("Bài còn {count} lỗi. Sửa xong rồi đóng gói lại.")
        stop(say(text, count=len(errors)))


@COMMAND.command("delegate")
@FOLDER
@click.argument("name")
@PUBLIC_KEYS
@click.option("--title", required=True, help="Tên xã, ví dụ: Xã Ea Kao. | The commune's name.")
@click.option("--numbers", required=True, help="Dải số bài, ví dụ 300-309. | Lesson numbers.")
@_errors_printed
def delegate(
    folder: Path, name: str, *, keys: tuple[Path, ...], title: str, numbers: str, say: Say
) -> None:
    """Giao một dải số bài cho một xã. | Let a commune publish some numbers."""
    first, dash, last = numbers.partition("-")
    if not (dash and first.strip().isdigit() and last.strip().isdigit()):
        raise PackError(gettext_noop("Dải số bài viết như 300-309."))
    span = range(int(first), int(last) + 1)
    Repository(folder).delegate(name, title, _owners(keys), span, utc_now())
    _tell_draft(Repository(folder), say)


@COMMAND.command("revoke")
@FOLDER
@click.argument("name")
@_errors_printed
def revoke(folder: Path, name: str, say: Say) -> None:
    """Thôi giao cho một xã; ki-ốt bỏ bài của xã ấy. | Let a commune publish no more."""
    Repository(folder).revoke(name, utc_now())
    _tell_draft(Repository(folder), say)


@COMMAND.command("export")
@FOLDER
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_errors_printed
def export(folder: Path, file: Path, say: Say) -> None:
    """Ghi bản nháp thành một tệp nhỏ, gửi cho người ký ở nơi khác. | A draft as a file to send."""
    write_bundle(Repository(folder), file)
    text = gettext_noop("Đã ghi {path}. Người ký chạy: kiosk pack sign {path} --key …")
    click.echo(say(text, path=file))


@COMMAND.command("import")
@FOLDER
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_errors_printed
def take_signatures(folder: Path, file: Path, say: Say) -> None:
    """Nhận chữ ký từ tệp đã gửi đi. | Take the signatures out of a file that was sent."""
    repository = Repository(folder)
    with opened_bundle(file) as signed:
        names = repository.take_signatures(signed)
    click.echo(say(gettext_noop("Nhận chữ ký của: {names}."), names=", ".join(names)))
    _tell_missing(repository, say)


@COMMAND.command("rotate")
@FOLDER
@click.option("--remove", "gone", help="Những chữ số đầu của khóa bỏ đi. | The lost key's id.")
@click.option(
    "--add",
    "new",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Khóa công khai thay vào. | The public key in its place.",
)
@click.option("--online", is_flag=True, help="Thay khóa tự động của kho. | Renew the online key.")
@_errors_printed
def rotate(folder: Path, gone: str | None, new: Path | None, say: Say, *, online: bool) -> None:
    """Bỏ một khóa bị mất, thay khóa khác. | Replace a key that was lost or stolen."""
    repository = Repository(folder)
    if online:
        repository.renew_online_key(utc_now())
    if gone:
        repository.rotate(gone, read_public_key(new) if new else None, utc_now())
    if not gone and not online:
        raise PackError(gettext_noop("Ghi --remove và số của khóa bỏ đi, hoặc --online."))
    _tell_draft(repository, say)


@COMMAND.command("sign")
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--key",
    "key_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="Khóa riêng; với thẻ: khóa công khai. | The private key; for a card the public one.",
)
@CARD
@click.option("--yes", is_flag=True, help="Ký mà không hỏi lại. | Sign without asking.")
@_errors_printed
def sign(folder: Path, key_file: Path, card: str | None, say: Say, *, yes: bool) -> None:
    """Xem những gì đổi trên ki-ốt, rồi ký kho hay tệp được gửi. | See what changes, then sign."""
    if folder.is_dir():
        _sign(Repository(folder), key_file, card, say, yes=yes)
        return
    with opened_bundle(folder) as repository:
        _tell_root(repository, say)
        _sign(repository, key_file, card, say, yes=yes)
        write_bundle(repository, folder)
    text = gettext_noop("Gửi {path} lại cho người giữ kho: kiosk pack import KHO {path}")
    click.echo(say(text, path=folder))


def _sign(repository: Repository, file: Path, card: str | None, say: Say, *, yes: bool) -> None:
    _tell_draft(repository, say)
    if not yes:
        click.confirm(say(gettext_noop("Bác đã đọc và đồng ý ký?")), abort=True)
    if card:
        pin = click.prompt(say(gettext_noop("Mã PIN của thẻ")), hide_input=True)
        with card_errors_converted():
            repository.sign(card_signer(card, read_public_key(file), pin))
    else:
        passphrase = click.prompt(say(gettext_noop("Câu mật khẩu của khóa")), hide_input=True)
        repository.sign(read_signer(file, passphrase))
    _tell_missing(repository, say)


@COMMAND.command("publish")
@FOLDER
@_errors_printed
def publish(folder: Path, say: Say) -> None:
    """Phát hành khi đủ chữ ký; không có bản nháp thì gia hạn. | Publish what is signed."""
    repository = Repository(folder)
    if any(True for _ in repository.drafts()):
        repository.publish(utc_now())
    else:
        repository.refresh(utc_now())
    click.echo(
        say(
            gettext_noop("Đã phát hành. Đưa thư mục {folder} lên máy chủ tĩnh, hoặc chép ra USB."),
            folder=repository.published,
        )
    )


@COMMAND.command("show")
@FOLDER
@_errors_printed
def show(folder: Path, say: Say) -> None:
    """Ai phát hành, ai được ký, bản nháp đổi gì. | Who publishes and signs; the draft."""
    repository = Repository(folder)
    click.echo(repository.title_of(PROVINCE))
    for owner in repository.owners():
        click.echo(f"  {owner.short_id}  {owner.name}")
    for role in repository.roles():
        manifest = repository.manifest(role, repository.published)
        if manifest:
            text = gettext_noop("{title}: gói số {number}, {count} tệp")
            count = len(repository.files(role, repository.published))
            title = repository.title_of(role)
            click.echo(say(text, title=title, number=manifest.number, count=count))
    _tell_root(repository, say)
    _tell_draft(repository, say)


def _tell_root(repository: Repository, say: Say) -> None:
    root = repository.newest_file("root")
    if root:
        text = gettext_noop("Dấu của gốc tin cậy {path}: {mark}")
        click.echo(say(text, path=root, mark=root_fingerprint(root.read_bytes())))


def _tell_draft(repository: Repository, say: Say) -> None:
    """Prints the changes made by the draft and its missing signatures."""
    roles = [role for role, _ in repository.drafts()]
    if not roles:
        click.echo(say(gettext_noop("Không có bản nháp nào.")))
        return
    for role in roles:
        found = list(differences(repository, role))
        if role == "root":
            click.echo(say(gettext_noop("Đổi danh sách người được ký.")))
        elif found:
            click.echo(f"{repository.title_of(role)}:")
        for each in found:
            click.echo(f"  {say(each.text, **each.values)}")
    _tell_missing(repository, say)


def _tell_missing(repository: Repository, say: Say) -> None:
    missing = repository.missing()
    for each in missing:
        names = ", ".join(owner.name or owner.short_id for owner in each.who)
        text = gettext_noop("Còn thiếu {count} chữ ký cho {role}. Ký được: {names}.")
        click.echo(say(text, count=each.count, role=each.role, names=names))
    if not missing and repository.can_publish:
        text = gettext_noop("Đã đủ chữ ký. Phát hành: kiosk pack publish {folder}")
        click.echo(say(text, folder=repository.folder))


def _owners(keys: tuple[Path, ...]) -> tuple[Owner, ...]:
    return tuple(read_public_key(path) for path in keys)
