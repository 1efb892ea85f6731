"""`kiosk sync`: downloads signed packs, rolls back, and sends figures."""

from pathlib import Path

import click

from kiosk import __version__
from kiosk.cli._console import progress, refusals_printed
from kiosk.cli._figures_out import send_figures
from kiosk.cli._installed import kiosk_folders
from kiosk.cli._options import LANG
from kiosk.cli._words import Say, words_in
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.folders import Folders
from kiosk.packs.problem import PackError
from kiosk.packs.repository_files import utc_now
from kiosk.packs.store import PackStore
from kiosk.packs.sync import GONE, SyncTarget, sync
from kiosk.packs.system_update import fetch_update
from kiosk.packs.trusted import root_fingerprint
from kiosk.settings.file import settings_at


@click.command("sync")
@click.argument("source", required=False)
@click.option(
    "--trust",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Từ nay tin gói của kho này (tệp root.json). | Trust this publisher from now on.",
)
@click.option("--back", is_flag=True, help="Lùi về gói trước. | Go back to the pack before.")
@click.option(
    "--figures",
    "target",
    help="Gửi số liệu đã gộp tới đây (địa chỉ hoặc thư mục). | Send figures there.",
)
@click.option("--again", is_flag=True, help="Nhận lại gói đã lùi. | Take a pack that was undone.")
@LANG
def COMMAND(
    source: str | None,
    trust: Path | None,
    target: str | None,
    lang: str,
    *,
    back: bool,
    again: bool,
) -> None:
    """Lấy gói bài mới từ máy chủ hoặc USB, gửi số liệu. | Fetch packs, send figures."""
    folders = kiosk_folders()
    say = words_in(lang, folders)
    store = PackStore(folders.packs)
    with refusals_printed(say):
        if trust:
            _trust(store, trust, say)
        if again:
            store.forget_refusals()
        if back:
            number = store.go_back()
            click.echo(say(gettext_noop("Đã lùi về gói {number}."), number=number))
        elif source or not (trust or target):
            _sync(source, folders, store, say)
        _send(target, folders, say, is_asked=bool(target))


def _trust(store: PackStore, path: Path, say: Say) -> None:
    root = path.read_bytes()
    mark = root_fingerprint(root)
    store.trust(root)
    click.echo(say(gettext_noop("Từ nay ki-ốt nhận gói của kho có dấu {mark}."), mark=mark))


def _sync(source: str | None, folders: Folders, store: PackStore, say: Say) -> None:
    where = source or settings_at(folders).packs.source
    if not where:
        raise PackError(
            gettext_noop("Chưa biết lấy gói ở đâu. Ghi packs: source trong config.yaml.")
        )
    with progress(say(gettext_noop("Tải gói"))) as report_progress:
        report = sync(
            where,
            SyncTarget(store, folders, __version__, utc_now()),
            report_progress=report_progress,
        )
    for who, why in report.refused:
        click.echo(
            say(gettext_noop("Không nhận phần của {who}: {why}"), who=who, why=why), err=True
        )
    if report.problem:
        raise PackError(report.problem, **report.values)
    current = store.version(report.installed) if report.installed else None
    if current:
        for part in current.parts:
            text = gettext_noop("{title}: gói số {number}, {count} tệp")
            click.echo(say(text, title=part.title, number=part.number, count=len(part.files)))
        for title in current.gone:
            click.echo(say(GONE, title=title))
    else:
        click.echo(say(gettext_noop("Không có gì mới.")))
    if version := fetch_update(where, folders):
        text = gettext_noop("Đã tải bản {version} của máy. Đêm nay máy tự cài.")
        click.echo(say(text, version=version))


def _send(target: str | None, folders: Folders, say: Say, *, is_asked: bool) -> None:
    """Sends the figures to `target`, else to the address in the settings, if any."""
    settings = settings_at(folders)
    where = target or settings.packs.figures
    if not where:
        return
    sent = send_figures(folders, settings, where)
    if sent.arrived or is_asked:
        click.echo(say(gettext_noop("Đã gửi {count} tệp số liệu."), count=sent.arrived))
    if sent.problem:
        click.echo(say(sent.problem), err=True)
        if is_asked:
            raise SystemExit(1)
