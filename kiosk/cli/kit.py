"""`kiosk kit`: what a trainer takes home to write lessons."""

from pathlib import Path

import click

from kiosk.cli._options import output_folder
from kiosk.folders import folders_from_environment


@click.command("kit")
@output_folder("Thư mục cho bộ soạn bài, ví dụ trên USB. | The folder for the kit.")
def COMMAND(output: Path) -> None:
    """Bộ soạn bài mang về: hướng dẫn, mẫu, soát lỗi. | The trainer's kit, for any browser."""
    from kiosk.kit.write import write_kit  # noqa: PLC0415
    from kiosk.library.library import load_library  # noqa: PLC0415 - reads every lesson

    folders = folders_from_environment()
    try:
        write_kit(folders, load_library(folders), output)
    except OSError as problem:
        raise click.ClickException(
            f"Không ghi được {problem.filename}: {problem.strerror}. | Cannot write it."
        ) from problem
    click.echo(f"Đã xong. Mở {output / 'index.html'} bằng trình duyệt. | Done.")
