"""kiosk screenshot: a picture of one page."""

from pathlib import Path
from typing import Any

import click

from kiosk.cli._picture_options import STUCK, picture_options, shown_from
from kiosk.domain.way import Way
from kiosk.folders import folders_from_environment


@click.command(name="screenshot")
@click.option("--page", default="lesson", show_default=True)
@click.option("--lesson", default="noi-wifi", show_default=True)
@click.option("--step", default=1, show_default=True, type=click.IntRange(0), help="0: thẻ mở đầu.")
@click.option("--mode", type=click.Choice([str(way) for way in Way]), default="together")
@picture_options
@click.option("-o", "path", type=click.Path(path_type=Path), required=True, help="Tệp PNG.")
def COMMAND(page: str, lesson: str, step: int, mode: str, path: Path, **given: Any) -> None:
    """Chụp một màn hình. | Take a picture of one page."""
    from kiosk.app import settings_of  # noqa: PLC0415 - loads Qt
    from kiosk.headless.pictures import PicturePlace, pages, take_picture  # noqa: PLC0415

    if page not in pages():
        raise click.BadParameter(f"{page}: {', '.join(pages())}", param_hint="--page")
    folders = folders_from_environment()
    place = PicturePlace(page=page, lesson=lesson, step=step, way=Way(mode))
    try:
        take_picture(folders, settings_of(folders), shown_from(**given), place, path)
    except LookupError:
        raise click.ClickException(
            f"Không có bài “{lesson}”. | There is no lesson “{lesson}”."
        ) from None
    except TimeoutError as stuck:
        raise click.ClickException(STUCK.format(why=stuck)) from stuck
    click.echo(path)
