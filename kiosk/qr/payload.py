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


def _escaped(value: str) -> str:
    r"""The value with a backslash before each of the signs \ ; , : and double quotes."""
    return re.sub(r'([\\;,:"])', r"\\\1", value)
