"""kiosk handout: the handout of a lesson."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from kiosk.cli._console import stop
from kiosk.cli._paper_words import lesson_of, typeset, words, write
from kiosk.cli._picture_options import MAKE
from kiosk.cli._words import Say
from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import DEFAULT_PRINTER, Paper
from kiosk.domain.way import Way
from kiosk.folders import Folders, folders_from_environment

if TYPE_CHECKING:
    from kiosk.handout.typesetter import Made, Typesetter

SOURCE = "vi"


@click.command(name="handout")
@click.argument("lesson")
@click.option(
    "--lang",
    "languages",
    default=SOURCE,
    show_default=True,
    help="vi; hai thứ tiếng thì ghi vi,en. | vi, or two languages: vi,en.",
)
@click.option(
    "--paper",
    type=click.Choice([str(paper) for paper in Paper]),
    help="Cỡ giấy; không ghi thì theo config.yaml. | The paper; else that of config.yaml.",
)
@click.option("--phone", type=MAKE, help="Máy hãng nào. | Which make of phone.")
@click.option(
    "--way",
    type=click.Choice([each.value for each in Way]),
    help="Mã mở cách học nào ở nhà. | The way that the code opens at home.",
)
@click.option("-o", "path", type=click.Path(dir_okay=False, path_type=Path), help="Tệp PDF.")
@click.option("--print", "to_print", is_flag=True, help="In ngay, không hỏi. | Print at once.")
@click.option(
    "--come-back",
    "learnt_today",
    is_flag=True,
    help="Có mã trở lại của tuần này. | With the come-back number of this week.",
)
@click.option("--printer", help="Máy in nào. | Which printer.")
@click.option(
    "--config", type=click.Path(path_type=Path), help="Tệp config khác. | Other settings."
)
def COMMAND(
    *,
    lesson: str,
    languages: str,
    paper: str | None,
    phone: str | None,
    way: str | None,
    path: Path | None,
    to_print: bool,
    learnt_today: bool,
    printer: str | None,
    config: Path | None,
) -> None:
    """Làm tờ giấy bác mang về. | Make the sheet to take home.

    LESSON là số hoặc tên của bài. | LESSON is a number or an id.
    """
    from kiosk.library.indexing import indexed_library  # noqa: PLC0415 - slow to import
    from kiosk.settings.file import settings_at  # noqa: PLC0415

    say = words(languages)
    if path is None and not to_print:
        raise click.UsageError(say("nothing_to_do"))
    folders = replace(folders_from_environment(), other_config=config)
    settings = settings_at(folders)
    on = Paper(paper) if paper else settings.handout.paper
    second = _second(folders, languages, say)
    taught = lesson_of(indexed_library(folders), lesson, say)
    learnt_on = datetime.now().astimezone().date() if learnt_today else None

    def sheet(setting: "Typesetter") -> "Made":
        return setting.sheet(taught, on, second, learnt_on, way=way or "", phone=phone)

    made = typeset(folders, settings, say, sheet)
    if path:
        write(made, path, say)
    if to_print:
        _print(made, on, _printer(printer or settings.handout.printer), lesson, say)


def _second(folders: Folders, languages: str, say: Say) -> str:
    """The second language of the sheet; `vi` if there is none."""
    from kiosk.i18n.languages import find_languages  # noqa: PLC0415

    known = find_languages(*folders.translation_folders)
    wanted = [each.strip() for each in languages.split(",") if each.strip()]
    for each in wanted:
        if each not in known:
            stop(say("language", wanted=each, known=", ".join(known)), 2)
    return next((each for each in wanted if each != SOURCE), SOURCE)


def _printer(name: str | None) -> str | None:
    return None if name == DEFAULT_PRINTER else name


def _print(made: "Made", paper: Paper, printer: str | None, lesson: str, say: Say) -> None:
    from kiosk.handout.printing import PrintError, print_pdf  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        path = Path(folder) / f"kiosk-{lesson}.pdf"
        path.write_bytes(made.pdf)
        try:
            used = print_pdf(path, paper, printer)
        except PrintError as problem:
            unnamed = problem.trouble in (PrintTrouble.REFUSED, PrintTrouble.ALERT)
            left = say("left", job=problem.left) if problem.left else ""
            lines = (say(problem.trouble), problem.service_message if unnamed else "", left)
            stop("\n".join(filter(None, lines)), problem.trouble)
    click.echo(say("printed", printer=used))
