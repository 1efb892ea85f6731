"""kiosk backup: all data of this kiosk in one file."""

import os
import tempfile
from pathlib import Path

import click

from kiosk.backup import FACTS, back_up
from kiosk.cli._installed import as_kiosk_user
from kiosk.cli._options import LANG
from kiosk.cli._words import words_in
from kiosk.durable import sync_folder


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@LANG
def COMMAND(file: Path, lang: str) -> None:
    """Sao lưu mọi thứ của ki-ốt này vào một tệp. | Keep all that this kiosk remembers in a file."""
    with tempfile.TemporaryFile() as kept:
        with as_kiosk_user() as folders:
            say = words_in(lang, folders)
            contents = back_up(folders, kept)
        try:
            _write(kept.fileno(), file)
        except OSError as why:
            raise click.ClickException(f"{file}: {why.strerror}") from why
    size_mb = f"{contents.size / 1e6:.1f}"
    facts = {"at": contents.made_at[:16], "count": len(contents.files), "size": size_mb}
    click.echo(say(FACTS, version=contents.version, **facts))


def _write(source: int, file: Path) -> None:
    """Writes the file atomically; without file permissions, which a USB stick may not support."""
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        with unfinished.open("wb") as to:
            os.lseek(source, 0, os.SEEK_SET)
            while block := os.read(source, 1 << 20):
                to.write(block)
            to.flush()
            os.fsync(to.fileno())
        unfinished.replace(file)
        sync_folder(file.absolute().parent)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
