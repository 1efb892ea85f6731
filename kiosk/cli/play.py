"""kiosk play: a lesson plays by itself, offscreen, with real touches."""

import json
import sys
import tempfile
from pathlib import Path

import click

from kiosk.domain.way import Way
from kiosk.folders import folders_from_environment


@click.command(name="play")
@click.argument("lesson")
@click.option(
    "--mode", help="watch,together,alone,own-phone; mặc định cả bốn. | Default: all four."
)
@click.option("--lang", "language", default="vi", show_default=True)
@click.option(
    "--trace", type=click.Path(path_type=Path), help="Ghi từng bước (JSON). | Trace file."
)
def COMMAND(lesson: str, mode: str | None, language: str, trace: Path | None) -> None:
    """Bài học tự chạy, không cần màn hình. | A lesson plays by itself, without a display."""
    ways = _ways(mode)
    from kiosk.app import settings_of  # noqa: PLC0415 - Qt is only loaded to play
    from kiosk.stage.playing import play, trace_line  # noqa: PLC0415

    folders = folders_from_environment()
    lines = []
    try:
        for moment in play(folders, settings_of(folders), lesson, ways, language):
            line = json.dumps(trace_line(moment), ensure_ascii=False)
            lines.append(line)
            agrees = "✓" if moment.said in ("", moment.shown) else "✗"
            click.echo(f"{moment.way:9} {moment.step:>2} {moment.kind:8} {agrees} {moment.shown}")
    except LookupError:
        _fail(f"Không có bài “{lesson}”. | There is no lesson “{lesson}”.")
    except TimeoutError as stuck:
        _fail(f"Bài dừng giữa chừng: {stuck}. | The lesson came to a halt: {stuck}.")
    finally:
        if trace:
            _write(trace, lines)


def _ways(mode: str | None) -> tuple[Way, ...]:
    if mode is None:
        return tuple(Way)
    names = mode.split(",")
    unknown = [name for name in names if name not in list(Way)]
    if unknown:
        known = ", ".join(Way)
        raise click.BadParameter(f"{unknown[0]}: {known}", param_hint="--mode")
    return tuple(Way(name) for name in names)


def _fail(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(1)


def _write(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, delete=False, prefix=f".{path.name}."
    ) as draft:
        draft.writelines(line + "\n" for line in lines)
    Path(draft.name).replace(path)
