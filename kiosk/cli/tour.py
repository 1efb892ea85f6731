"""kiosk tour: pictures of every screen of every lesson, with an index page."""

from pathlib import Path
from typing import Any

import click

from kiosk.cli._picture_options import STUCK, picture_options, shown_from
from kiosk.folders import folders_from_environment


@click.command(name="tour")
@click.option("--lesson", "lessons", multiple=True, help="Chỉ bài này. | Only this lesson.")
@picture_options
@click.option(
    "-o", "into", type=click.Path(path_type=Path), required=True, help="Thư mục. | Folder."
)
def COMMAND(lessons: tuple[str, ...], into: Path, **given: Any) -> None:
    """Chụp mọi màn hình của các bài. | Pictures of every screen of the lessons."""
    from rich.progress import Progress  # noqa: PLC0415

    from kiosk.app import settings_of  # noqa: PLC0415 - loads Qt
    from kiosk.headless.pictures import tour  # noqa: PLC0415
    from kiosk.library.library import load_library  # noqa: PLC0415

    folders = folders_from_environment()
    library = load_library(folders)
    unknown = [name for name in lessons if name not in library.lessons]
    if unknown:
        raise click.BadParameter(
            f"{unknown[0]}: {', '.join(library.lessons)}", param_hint="--lesson"
        )
    try:
        with Progress(transient=True) as progress:
            task = progress.add_task("", total=None)
            count = tour(
                folders,
                settings_of(folders),
                shown_from(**given),
                lessons=lessons or tuple(library.lessons),
                into=into,
                report_progress=lambda name: progress.update(task, description=name, advance=1),
            )
    except TimeoutError as stuck:
        raise click.ClickException(STUCK.format(why=stuck)) from stuck
    click.echo(f"{count} → {into / 'index.html'}")
