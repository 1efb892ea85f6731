"""kiosk pin: sets the PIN for staff, which is needed to leave the kiosk."""

from pathlib import Path

import click

from kiosk.cli._installed import kiosk_folders
from kiosk.staff.pin import LONGEST, SHORTEST, PinFile, record_of, weakness

WEAK = {
    "digits": "Mã PIN chỉ gồm chữ số. | A PIN has digits only.",
    "short": f"Mã PIN phải có ít nhất {SHORTEST} chữ số. | A PIN has at least {SHORTEST} digits.",
    "long": f"Mã PIN có nhiều nhất {LONGEST} chữ số. | A PIN has {LONGEST} digits at most.",
    "easy": "Mã PIN này dễ đoán quá: đừng dùng ngày sinh, số liền nhau, số lặp lại. | "
    "This PIN is too easy to guess: no dates of birth, no digits in a row, none again and again.",
}


@click.command(name="pin")
def COMMAND() -> None:
    """Đặt mã PIN cho cán bộ. | Set the PIN for staff."""
    ask_for_pin(kiosk_folders().pin, may_skip=False)


def ask_for_pin(path: Path, *, may_skip: bool) -> None:
    """Prompts for a PIN twice and saves its hash."""
    click.echo("Mã PIN cho cán bộ, để thoát ki-ốt. | The PIN by which staff leave the kiosk.")
    if may_skip:
        click.echo("Nhấn Enter để bỏ qua lúc này. | Press Enter to skip for now.")
    while True:
        pin = click.prompt(
            "PIN", hide_input=True, default="" if may_skip else None, show_default=False
        )
        if not pin:
            return
        weak = weakness(pin)
        if weak:
            click.echo(WEAK[weak])
            continue
        if click.prompt("PIN, lần nữa | once more", hide_input=True) == pin:
            break
        click.echo("Hai lần không giống nhau. | The two are not the same.")
    PinFile(path).write(record_of(pin))
    click.echo("Đã đặt mã PIN. | The PIN is set.")
