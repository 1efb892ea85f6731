"""Builds the contents of QR codes."""

import re

from kiosk.domain.settings import Wifi


def wifi_payload(network: Wifi) -> str:
    """The content of a Wi-Fi QR code, in the format that phones' cameras recognise."""
    fields = [f"T:{network.security}", f"S:{_escaped(network.name)}"]
    if network.password:
        fields.append(f"P:{_escaped(network.password)}")
    if network.hidden:
        fields.append("H:true")
    return f"WIFI:{';'.join(fields)};;"


def lesson_payload(
    number: int,
    web_address: str | None = None,
    *,
    language: str = "",
    make: str = "",
    way: str = "",
) -> str:
    """The content of a QR code that opens a lesson: on the kiosk's scanner, or a web page.

    Args:
        number: the lesson's number.
        web_address: a URL with the placeholder `{number}`. If the placeholder ends the fragment
            after `#`, the page is the take-home edition, which also takes language, make and way.
        language: the language of the page, if it is not the default.
        make: the learner's make of phone, if known.
        way: the way at which the learner stopped.
    """
    if web_address is None:
        return f"KIOSK:{number}"
    before, place, after = web_address.partition("{number}")
    also = [each for each in (language, make, way) if each] if "#" in before and not after else []
    return before + ".".join([str(number), *also]) + after if place else web_address


def _escaped(value: str) -> str:
    r"""Escapes \ ; , : and double quotes with a backslash."""
    return re.sub(r'([\\;,:"])', r"\\\1", value)
