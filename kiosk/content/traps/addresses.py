"""Checks for web addresses that are neither listed facts nor end in .example."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, StatedText, texts_of
from kiosk.domain.lesson import Lesson

ENDINGS = (
    "app|asia|biz|cc|club|co|com|edu|gl|gov|info|io|link|live|ly|me|mobi|name|net|news|online|org|"
    "pro|shop|site|store|support|tech|today|top|tv|vip|vn|website|work|world|xyz"
)
ADDRESS = re.compile(
    rf"(?<![\w.-])(?:https?://)?((?:[\w-]+(?:\.| \. ))+(?:{ENDINGS}))(?![\w-])", re.IGNORECASE
)
OTHER_ENDING = re.compile(r"(?<![\w.-])((?:[a-z0-9-]{2,}\.)+[a-z]{2,})(?![\w.-]|\()")
"""Lower-case addresses with any ending."""
CAPITALS = re.compile(r"(?<![\w.-])((?:[A-Z0-9-]{4,}\.)+[A-Z]{3,})(?![\w.-])")
"""The same in capitals, except short ones such as TP.HCM."""
MACHINE = re.compile(r"(?<![\w.-])((?:\d{1,3}\.){3}\d{1,3})(?![\w.-])")
WRITTEN = (ADDRESS, OTHER_ENDING, CAPITALS, MACHINE)
FILES = re.compile(r"\.(?:apk|docx?|gif|heic|jpe?g|mp[34]|pdf|png|svg|webp|xlsx?|zip)$")
"""File names, which look like addresses."""

LINK = re.compile(r"\s*https?://(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)
INVENTED = ".example"


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:
    """Addresses that may be real, in any text; defanged ones (`a[.]vip`) are accepted."""
    for text in texts_of(lesson):
        for host in _hosts(text):
            if not any(_is_below(host, value) for value in facts.values["addresses"]):
                yield Trap(text.key_path, "addresses_not_listed", {"value": host})


def _hosts(text: StatedText) -> Iterator[str]:
    """The hosts named in a text; a link in a QR code may have any ending."""
    link = LINK.match(text.text) if text.source is Source.CODE else None
    whole = text.text
    found = (link,) if link else (match for each in WRITTEN for match in each.finditer(whole))
    hosts = dict.fromkeys(match.group(1).replace(" ", "").casefold() for match in found)
    yield from (
        host for host in hosts if not host.endswith(INVENTED) and (link or not FILES.search(host))
    )


def _is_below(host: str, listed: str) -> bool:
    return host == listed or host.endswith(f".{listed}")
