"""Options that say how a picture is to look."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from kiosk.domain.settings import Contrast, TextSize

if TYPE_CHECKING:
    from kiosk.stage.pictures import Shown

OPTIONS = (
    click.option("--lang", "language", default="vi", show_default=True),
    click.option("--size", default="1920x1080", show_default=True, help="Điểm ảnh. | Pixels."),
    click.option("--diagonal", type=float, help="Đường chéo, inch. | Screen diagonal in inches."),
    click.option("--text-size", type=click.Choice([str(size) for size in TextSize])),
    click.option("--contrast", type=click.Choice([str(contrast) for contrast in Contrast])),
)


def wishes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options to a command."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def shown_from(
    *,
    language: str,
    size: str,
    diagonal: float | None,
    text_size: str | None,
    contrast: str | None,
) -> "Shown":
    """What the options ask for."""
    from kiosk.stage.pictures import Shown, with_size  # noqa: PLC0415 - loads Qt

    shown = Shown(
        language=language,
        diagonal_in=diagonal,
        text_size=TextSize(text_size) if text_size else None,
        contrast=Contrast(contrast) if contrast else None,
    )
    try:
        return with_size(shown, size)
    except ValueError:
        raise click.BadParameter(f"{size}: 1920x1080", param_hint="--size") from None
