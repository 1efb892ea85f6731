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


def lesson_payload(number: int, web_address: str | None = None) -> str:
    """The text that leads to a lesson: at the kiosk's scanner, or at the centre's own page."""
    if web_address is None:
        return f"KIOSK:{number}"
    return web_address.replace("{number}", str(number))


def _escaped(value: str) -> str:
    r"""The value with a backslash before each of the signs \ ; , : and double quotes."""
    return re.sub(r'([\\;,:"])', r"\\\1", value)
