"""kiosk poster: a wall poster of all lessons, or a card for each."""

from dataclasses import replace
from pathlib import Path

import click

from kiosk.cli._console import stop
from kiosk.cli._options import LANG
from kiosk.cli._paper_words import typeset, words, write
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
    "--scanner",
    is_flag=True,
    help="Thêm mã cho máy quét của ki-ốt. | With codes for the kiosk's own scanner.",
)
@click.option(
    "--config", type=click.Path(path_type=Path), help="Tệp config khác. | Other settings."
)
@LANG
def COMMAND(
    *, path: Path, paper: str, cards: bool, scanner: bool, config: Path | None, lang: str
) -> None:
    """Làm tờ áp phích các bài học. | Make a wall poster of all lessons."""
    from kiosk.library.indexing import indexed_library  # noqa: PLC0415 - slow to import
    from kiosk.settings.file import settings_at  # noqa: PLC0415

    say = words(lang)
    folders = replace(folders_from_environment(), other_config=config)
    heads = indexed_library(folders).heads
    if not heads:
        stop(say("no_lessons"))
    settings = settings_at(folders)
    lessons = heads.values()
    made = typeset(
        folders,
        settings,
        say,
        lambda setting: (
            setting.cards(lessons, for_scanner=scanner)
            if cards
            else setting.poster(lessons, paper, for_scanner=scanner)
        ),
    )
    write(made, path, say)
