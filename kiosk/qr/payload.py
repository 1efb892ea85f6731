"""What is written in a QR code."""

import re

from kiosk.domain.settings import Wifi


def wifi_payload(network: Wifi) -> str:
    """The text by which a phone's camera joins a network, as phones agree to write it."""
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
    """The text that leads to a lesson: at the kiosk's scanner, or at the centre's own page.

    Args:
        number: the lesson's.
        web_address: with `{number}` in its place. Where that is the end of what follows `#`, the
            page is the take-home edition, which also takes a language, a make of phone and a way.
        language: the one in which it is read there, where that is not the usual one.
        make: the phone that the learner holds, where that is known.
        way: the one at which she stopped.
    """
    if web_address is None:
        return f"KIOSK:{number}"
    before, place, after = web_address.partition("{number}")
    also = [each for each in (language, make, way) if each] if "#" in before and not after else []
    return before + ".".join([str(number), *also]) + after if place else web_address


def _escaped(value: str) -> str:
    r"""The value with a backslash before each of the signs \ ; , : and double quotes."""
    return re.sub(r'([\\;,:"])', r"\\\1", value)
