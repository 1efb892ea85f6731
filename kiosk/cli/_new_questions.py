"""The questions of `kiosk new` without options in a terminal."""

import sys
from collections.abc import Collection
from dataclasses import dataclass

import click

from kiosk.authoring.examples import example_data
from kiosk.authoring.skeleton import all_kinds
from kiosk.cli._words import Say
from kiosk.content.near import near_matches

SOME_ICONS = "wifi, phone, bank, camera"


@dataclass(frozen=True, slots=True)
class Answers:
    """The properties of the new lesson."""

    title: str
    icon: str
    kinds: tuple[str, ...]


def may_ask() -> bool:
    """Whether stdin and stdout are terminals, so that questions can be answered."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(usual: Answers, icons: Collection[str], longest: int, say: Say) -> Answers:
    """Asks the user; Enter takes the default in `usual`."""
    click.echo(say("intro"))
    return Answers(
        _title(usual.title, longest, say), _icon(usual.icon, icons, say), _kinds(usual.kinds, say)
    )


def _title(usual: str, longest: int, say: Say) -> str:
    while True:
        title: str = click.prompt(say("ask_title"), default=usual).strip()
        if 0 < len(title) <= longest:
            return title
        click.echo(say("long_title", most=longest))


def _icon(usual: str, icons: Collection[str], say: Say) -> str:
    while True:
        icon: str = click.prompt(say("ask_icon", some=SOME_ICONS), default=usual).strip()
        if icon in icons:
            return icon
        click.echo(no_icon(icon, icons, say))


def no_icon(icon: str, icons: Collection[str], say: Say) -> str:
    """A message that the icon does not exist, with similar names."""
    names = near_matches(icon, icons)
    near = say("near", names=", ".join(names)) if names else say("look")
    return say("no_icon", icon=icon, near=near)


def _kinds(usual: tuple[str, ...], say: Say) -> tuple[str, ...]:
    kinds = all_kinds()
    click.echo(say("kinds"))
    for number, kind in enumerate(kinds, start=1):
        click.echo(f"  {number:2}  {kind:9} {example_data(kind)['title']}")
    numbers = " ".join(str(kinds.index(kind) + 1) for kind in usual)
    while True:
        chosen = click.prompt(say("ask_kinds"), default=numbers).replace(",", " ").split()
        if chosen and all(word.isdecimal() and 1 <= int(word) <= len(kinds) for word in chosen):
            return tuple(kinds[int(word) - 1] for word in chosen)
        click.echo(say("bad_kinds", most=len(kinds)))
