"""`kiosk kit`: the trainer's kit for writing lessons at home."""

from contextlib import ExitStack
from pathlib import Path

import click

from kiosk.cli._console import progress
from kiosk.cli._options import output_folder
from kiosk.folders import folders_from_environment


@click.command("kit")
@output_folder("Thư mục cho bộ soạn bài, ví dụ trên USB. | The folder for the kit.")
@click.option("--silent", is_flag=True, help="Không kèm tiếng đọc. | Without the voice.")
def COMMAND(output: Path, *, silent: bool) -> None:
    """Bộ soạn bài mang về: hướng dẫn, mẫu, soát bài. | The trainer's kit, for any browser."""
    from kiosk.kit.runtime import NoRuntimeError  # noqa: PLC0415
    from kiosk.kit.write import CLIPS, write_kit  # noqa: PLC0415
    from kiosk.library.library import load_library  # noqa: PLC0415 - reads every lesson
    from kiosk.web.voices import PageVoices  # noqa: PLC0415

    folders = folders_from_environment()
    try:
        with ExitStack() as stack:
            voices = None
            if not silent:
                from kiosk.cli._voice_context import voice_context  # noqa: PLC0415 - loads Qt
                from kiosk.narration.worker_process import WorkerProcess  # noqa: PLC0415

                voice = voice_context("", folders).voice
                worker = stack.enter_context(WorkerProcess(voice))
                report_progress = stack.enter_context(progress("Đọc các câu | Speaking"))
                encoded = folders.cache / "web-clips"
                voices = PageVoices(voice, worker, output / CLIPS, encoded, report_progress)
            write_kit(folders, load_library(folders), output, voices)
    except NoRuntimeError as problem:
        raise click.ClickException(
            "Máy này chưa có phần chạy trong trình duyệt. Có mạng thì chạy: script/setup kit."
            " | Run script/setup kit once."
        ) from problem
    except OSError as problem:
        raise click.ClickException(
            f"Không ghi được {problem.filename}: {problem.strerror}. | Cannot write it."
        ) from problem
    click.echo(f"Đã xong. Mở {output / 'index.html'} bằng trình duyệt. | Done.")
