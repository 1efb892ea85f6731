"""`kiosk province`: static pages of the figures of many kiosks."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from kiosk.cli._console import progress, refusals_printed
from kiosk.cli._options import LANG, output_folder
from kiosk.cli._words import words_in
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.folders import folders_from_environment
from kiosk.library.library import load_library

SILENT_DAYS = 7
MONTH = click.DateTime(["%Y-%m"])


@click.command("province")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@output_folder("Thư mục cho các trang. | The folder for the pages.")
@click.option("--since", type=MONTH, help="Từ tháng này, ví dụ 2026-01. | From this month on.")
@click.option("--until", type=MONTH, help="Đến hết tháng này. | Until this month.")
@click.option("--no-pictures", is_flag=True, help="Không vẽ hình của bước. | No pictures.")
@click.option(
    "--web",
    "web_address",
    default="",
    help="Chỗ để trang của `kiosk web`, để xem bài. | Where the pages of `kiosk web` lie.",
)
@LANG
def COMMAND(
    folder: Path,
    output: Path,
    since: datetime | None,
    until: datetime | None,
    lang: str,
    *,
    web_address: str,
    no_pictures: bool,
) -> None:
    """Trang số liệu của nhiều ki-ốt. | Pages about many kiosks."""
    # These modules import DuckDB, which is slow.
    from kiosk.province.collection import collect, month_number, opened  # noqa: PLC0415
    from kiosk.province.export import write_exports  # noqa: PLC0415
    from kiosk.province.pages import write_pages  # noqa: PLC0415
    from kiosk.province.questions import QUESTIONS, QueryScope, run_query  # noqa: PLC0415
    from kiosk.province.step_pictures import step_pictures  # noqa: PLC0415

    folders = folders_from_environment()
    say = words_in(lang, folders)
    now = datetime.now().astimezone()
    last = until or now
    first = since or last.replace(year=last.year - 1)
    scope = QueryScope(
        since=month_number(first.year, first.month),
        until=month_number(last.year, last.month),
        silent_since=(now - timedelta(days=SILENT_DAYS)).isoformat(timespec="seconds"),
    )
    with refusals_printed(say):
        output.mkdir(parents=True, exist_ok=True)
        database = opened(output / "so-lieu.duckdb")
        with progress(say(gettext_noop("Đọc số liệu"))) as report_progress:
            collected = collect(database, folder, report_progress)
        answers = {name: run_query(database, name, scope) for name in QUESTIONS}
        library = load_library(folders)
        steps = [(row["id"], row["step"]) for row in answers["hard_steps"].rows]
        lessons = [lesson for name, lesson in library.lessons.items() if name in dict(steps)]
        pictures = step_pictures(folders, lessons, steps, output / "hinh", draw=not no_pictures)
        months = f"{first:%m/%Y} – {last:%m/%Y}"
        write_pages(output, answers, months, collected.refused, pictures, web_address=web_address)
        write_exports(database, output, scope)
        database.close()
    for each in collected.refused:
        text = gettext_noop("Bỏ qua {path}: {why}")
        click.echo(say(text, path=each.path, why=each.why), err=True)
    text = gettext_noop("Đã đọc {new} tệp mới. Mở {page} bằng trình duyệt.")
    click.echo(say(text, new=collected.new, page=output / "index.html"))
