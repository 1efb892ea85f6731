"""What a code says, read back from its modules as a phone would."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.domain.settings import Wifi
from kiosk.qr.code import modules_of
from kiosk.qr.payload import wifi_payload

MODULE_PX, QUIET = 4, 4


def read_back(text):
    modules = modules_of(text)
    side = len(modules) + 2 * QUIET
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            picture.putpixel((x + QUIET, y + QUIET), 0 if dark else 255)
    picture = picture.resize((side * MODULE_PX, side * MODULE_PX), Image.Resampling.NEAREST)
    (code,) = zxingcpp.read_barcodes(picture)
    return code.text


@pytest.mark.parametrize(
    ("network", "payload"),
    [
        (
            Wifi(name="HOC-THU-KIOT", password="hocthu2025"),
            "WIFI:T:WPA;S:HOC-THU-KIOT;P:hocthu2025;;",
        ),
        (Wifi(name="Mở cửa"), "WIFI:T:nopass;S:Mở cửa;;"),
        (
            Wifi(name="an", password="hocthu2025", hidden=True),
            "WIFI:T:WPA;S:an;P:hocthu2025;H:true;;",
        ),
        (Wifi(name="an", hidden=True), "WIFI:T:nopass;S:an;H:true;;"),
    ],
)
def test_open_closed_and_hidden_networks(network, payload):
    assert wifi_payload(network) == payload


@pytest.mark.parametrize("sign", ["\\", ";", ",", ":", '"'])
def test_signs_that_mean_something_are_escaped_in_name_and_password(sign):
    payload = wifi_payload(Wifi(name=f"a{sign}b", password=f"12345678{sign}"))
    assert payload == f"WIFI:T:WPA;S:a\\{sign}b;P:12345678\\{sign};;"


def fields_of(payload):
    """The fields of a Wi-Fi code, as a phone takes them apart."""
    fields, name, value, escaped = {}, None, "", False
    for sign in payload.removeprefix("WIFI:"):
        if escaped:
            value, escaped = value + sign, False
        elif sign == "\\":
            escaped = True
        elif sign == ":" and name is None:
            name, value = value, ""
        elif sign == ";":
            if name:
                fields[name] = value
            name, value = None, ""
        else:
            value += sign
    return fields


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=32
)
PASSWORDS = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=8, max_size=63)


@settings(max_examples=60, deadline=None)
@given(NAMES, PASSWORDS)
def test_any_network_comes_out_of_its_code_as_it_went_in(name, password):
    fields = fields_of(wifi_payload(Wifi(name=name, password=password)))
    assert fields == {"T": "WPA", "S": name, "P": password}


@pytest.mark.parametrize(
    "text", ["a", "https://dichvu.example", "Trung tâm xã Mẫu", "x" * 300, "WIFI:T:WPA;S:a\\;b;;"]
)
def test_a_camera_reads_what_was_written(text):
    assert read_back(text) == text


def test_a_code_is_square():
    modules = modules_of("vuông")
    assert {len(row) for row in modules} == {len(modules)}


@pytest.mark.parametrize("text", ["", "x" * 5000])
def test_nothing_and_too_much_cannot_be_written(text):
    with pytest.raises(ValueError, match=r".+"):
        modules_of(text)
