"""kiosk play: plays a lesson automatically and offscreen, with simulated touches."""

import json
import sys
import tempfile
from pathlib import Path

import click

from kiosk.cli._picture_options import LEARNER_LANG, MAKE
from kiosk.domain.way import Way
from kiosk.folders import folders_from_environment


@click.command(name="play")
@click.argument("lesson")
@click.option(
    "--mode", help="watch,together,alone,own-phone; mặc định cả bốn. | Default: all four."
)
@click.option("--phone", type=MAKE, default="android", help="Máy hãng nào. | Which make of phone.")
@LEARNER_LANG
@click.option(
    "--trace", type=click.Path(path_type=Path), help="Ghi từng bước (JSON). | Trace file."
)
@click.option("--ears", is_flag=True, help="Chỉ biết điều máy đã nói. | Know only what was said.")
def COMMAND(
    lesson: str, mode: str | None, phone: str, language: str, trace: Path | None, *, ears: bool
) -> None:
    """Bài học tự chạy, không cần màn hình. | A lesson plays by itself, without a display."""
    ways = _ways(mode)
    from kiosk.app import settings_of  # noqa: PLC0415 - loads Qt
    from kiosk.headless.listener import NotSpokenError  # noqa: PLC0415
    from kiosk.headless.playing import play, trace_line  # noqa: PLC0415

    folders = folders_from_environment()
    lines = []
    try:
        settings = settings_of(folders)
        moments = play(folders, settings, lesson, ways, language, phone=phone, by_ear=ears)
        for moment in moments:
            line = json.dumps(trace_line(moment), ensure_ascii=False)
            lines.append(line)
            agrees = "✓" if moment.said in ("", moment.shown) else "✗"
            click.echo(f"{moment.way:9} {moment.step:>2} {moment.kind:8} {agrees} {moment.shown}")
    except LookupError:
        _fail(f"Không có bài “{lesson}”. | There is no lesson “{lesson}”.")
    except NotSpokenError as unsaid:
        _fail(
            f"Chỉ nghe thì không biết chạm đâu: {unsaid} | Nothing that was said tells what to do."
        )
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
