"""kiosk poster: all lessons on one sheet for the wall, or as cards."""

from dataclasses import replace
from pathlib import Path

import click

from kiosk.cli._options import LANG
from kiosk.cli._paper_words import FAILED, stop, words
from kiosk.folders import folders_from_environment


@click.command(name="poster")
@click.option(
    "-o",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Tệp PDF. | The PDF file.",
)
@click.option(
    "--paper",
    type=click.Choice(["a3", "a4"]),
    default="a3",
    show_default=True,
    help="Cỡ giấy. | The paper.",
)
@click.option(
    "--cards", is_flag=True, help="Mỗi bài một thẻ, cắt rời. | A card for each lesson, to cut."
)
@click.option(
    "--config", type=click.Path(path_type=Path), help="Tệp config khác. | Other settings."
)
@LANG
def COMMAND(*, path: Path, paper: str, cards: bool, config: Path | None, lang: str) -> None:
    """Làm tờ áp phích các bài học. | Make a wall poster of all lessons."""
    from kiosk.content.indexing import Indexer  # noqa: PLC0415 - after the arguments
    from kiosk.content.settings_file import read_settings  # noqa: PLC0415

    told = words(lang)
    folders = replace(folders_from_environment(), other_config=config)
    indexer = Indexer(folders)
    heads = indexer.library(indexer.refresh(indexer.load()).index).heads
    if not heads:
        stop(told["no_lessons"], FAILED)
    settings, _ = read_settings(folders.config, folders.local_configs)
    from kiosk.handout.poster import Wall  # noqa: PLC0415 - loads Qt, as the next line
    from kiosk.handout.workshop import workshop  # noqa: PLC0415

    with workshop(folders, settings) as shop:
        made = shop.cards(heads.values()) if cards else shop.poster(heads.values(), Wall(paper))
    try:
        path.write_bytes(made.pdf)
    except OSError as problem:
        stop(told["unwritable"].format(path=path, why=problem.strerror))
    click.echo(told["written"].format(path=path, pages=len(made.pages.pages)))
