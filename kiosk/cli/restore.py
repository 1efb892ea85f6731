"""kiosk restore: replaces all data of this kiosk by a backup."""

from pathlib import Path

import click

from kiosk.backup import FACTS, BackupError, restore
from kiosk.cli._installed import as_kiosk_user
from kiosk.cli._options import LANG
from kiosk.cli._words import words_in
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.durable import open_without_waiting

DONE = gettext_noop("Đã khôi phục. Cái cũ còn ở {before}; chạy tốt rồi thì xóa đi.")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@LANG
def COMMAND(file: Path, lang: str) -> None:
    """Khôi phục ki-ốt từ tệp sao lưu. | Put a backup in the place of what this kiosk remembers."""
    with open(file, "rb", opener=open_without_waiting) as kept, as_kiosk_user() as folders:
        say = words_in(lang, folders)
        try:
            contents = restore(folders, kept)
        except BackupError as problem:
            raise click.ClickException(say(problem.text, **problem.values)) from problem
        except OSError as why:
            raise click.ClickException(str(why)) from why
        size_mb = f"{contents.size / 1e6:.1f}"
        facts = {"at": contents.made_at[:16], "count": len(contents.files), "size": size_mb}
        click.echo(say(FACTS, version=contents.version, **facts))
        click.echo(say(DONE, before=f"{folders.state}.before-restore"))
