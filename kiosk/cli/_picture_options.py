"""Options for the appearance of a picture."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from kiosk.domain.phone_make import Make
from kiosk.domain.settings import Contrast, TextSize
from kiosk.folders import folders_from_environment
from kiosk.i18n.languages import find_languages

if TYPE_CHECKING:
    from kiosk.headless.pictures import Shown


def _known(_context: click.Context, _option: click.Parameter, language: str) -> str:
    """Checks that the language has a folder of translations.

    Raises:
        click.BadParameter: it has none; the message lists the known languages.
    """
    known = find_languages(*folders_from_environment().translation_folders)
    if language not in known:
        raise click.BadParameter(f"{language}: {', '.join(known)}")
    return language


LEARNER_LANG = click.option(
    "--lang", "language", default="vi", show_default=True, callback=_known, help="vi, en, rad…"
)
STUCK = "Máy dừng giữa chừng: {why}. Chạy lại. | It came to a halt: {why}. Try again."
MAKE = click.Choice([str(make) for make in Make])
OPTIONS = (
    LEARNER_LANG,
    click.option("--size", default="1920x1080", show_default=True, help="Điểm ảnh. | Pixels."),
    click.option("--diagonal", type=float, help="Đường chéo, inch. | Screen diagonal in inches."),
    click.option("--text-size", type=click.Choice([str(size) for size in TextSize])),
    click.option("--phone", type=MAKE, help="Máy hãng nào. | Which make of phone."),
    click.option("--contrast", type=click.Choice([str(contrast) for contrast in Contrast])),
)


def picture_options(command: Callable[..., Any]) -> Callable[..., Any]:
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
    phone: str | None,
) -> "Shown":
    """Converts the options to the appearance of a picture."""
    from kiosk.headless.pictures import Shown, with_size  # noqa: PLC0415 - loads Qt

    shown = Shown(
        language=language,
        phone=phone or Make.ANDROID,
        diagonal_in=diagonal,
        text_size=TextSize(text_size) if text_size else None,
        contrast=Contrast(contrast) if contrast else None,
    )
    try:
        return with_size(shown, size)
    except ValueError:
        raise click.BadParameter(f"{size}: 1920x1080", param_hint="--size") from None
