"""Commands for a centre's own voices: neural voices, speakers' dialects and withdrawal."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli._console import stop
from kiosk.cli._installed import kiosk_folders
from kiosk.cli._options import LANG
from kiosk.cli._voice_context import voice_context, voice_context_with
from kiosk.cli._voice_words import words


@click.command("install")
@click.argument("source", metavar="FILE|FOLDER|URL")
@click.option("--language", default="", help="Tiếng nào, nếu tệp không ghi. | Its language.")
@click.option("--sha256", default="", help="Mã băm của một tệp. | The hash of one of its files.")
@click.option("--yes", "agreed", is_flag=True, help="Đã đọc giấy phép. | The licence was read.")
@LANG
def INSTALL(source: str, language: str, sha256: str, lang: str, *, agreed: bool) -> None:
    """Cài giọng nơ-ron: Piper, Supertonic. | Put a neural voice in."""
    from kiosk.cli import _voice_install as installing  # noqa: PLC0415 - loads a downloader

    say = words(lang)
    kiosk = voice_context(say("itself"), kiosk_folders())
    try:
        installing.install(kiosk, source, language, sha256, say, agreed=agreed)
    except installing.REFUSALS as problem:
        stop(installing.refusal(problem, say))


@click.command("remove")
@click.argument("code", metavar="LANG")
@click.argument("name")
@LANG
def REMOVE(code: str, name: str, lang: str) -> None:
    """Gỡ một giọng nơ-ron. | Take a neural voice out."""
    from kiosk.cli import _voice_install as installing  # noqa: PLC0415 - loads a downloader

    say = words(lang)
    try:
        installing.remove(voice_context_with(code, say), code, name, say)
    except installing.REFUSALS as problem:
        stop(installing.refusal(problem, say))


@click.command("dialect")
@click.argument("code", metavar="LANG")
@click.argument("speaker")
@click.argument("dialect")
@LANG
def DIALECT(code: str, speaker: str, dialect: str, lang: str) -> None:
    """Ghi người nói thuộc ngành, vùng nào. | Note which dialect a speaker speaks."""
    from kiosk.cli import _voice_consent as giving  # noqa: PLC0415 - loads NumPy

    say = words(lang)
    try:
        click.echo(giving.tell_dialect(voice_context_with(code, say), code, speaker, dialect, say))
    except giving.REFUSALS as problem:
        stop(giving.refusal(problem, Path(speaker), say))


@click.command("withdraw")
@click.argument("code", metavar="LANG")
@click.argument("speaker")
@LANG
def WITHDRAW(code: str, speaker: str, lang: str) -> None:
    """Rút hết bản thu của một người. | Take out all that a speaker has said."""
    from kiosk.cli import _voice_consent as giving  # noqa: PLC0415 - loads NumPy

    say = words(lang)
    try:
        click.echo(giving.withdraw(voice_context_with(code, say), code, speaker, say))
    except giving.REFUSALS as problem:
        stop(giving.refusal(problem, Path(speaker), say))
