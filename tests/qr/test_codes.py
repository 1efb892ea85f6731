"""The content of QR codes, decoded from their modules as a phone does."""

import shutil
import subprocess

import pytest
import zxingcpp
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from PIL import Image
from pydantic import ValidationError

from kiosk.domain.settings import Wifi
from kiosk.qr.code import modules_of
from kiosk.qr.payload import lesson_payload, wifi_payload

MODULE_PX, QUIET = 4, 4


def read_back(text):
    (code,) = zxingcpp.read_barcodes(picture_of(modules_of(text)))
    return code.text


def picture_of(modules):
    side = len(modules) + 2 * QUIET
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            picture.putpixel((x + QUIET, y + QUIET), 0 if dark else 255)
    return picture.resize((side * MODULE_PX, side * MODULE_PX), Image.Resampling.NEAREST)


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
    """The fields of a Wi-Fi code, parsed as a phone does."""
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
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]),
    min_size=1,
    max_size=32,
).filter(lambda name: len(name.encode()) <= 32)
PASSWORDS = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=8, max_size=63)


@settings(max_examples=60, deadline=None)
@given(NAMES, PASSWORDS)
def test_any_network_comes_out_of_its_code_as_it_went_in(name, password):
    try:
        network = Wifi.model_validate({"name": name, "password": password})
    except ValidationError:
        reject()
    fields = fields_of(wifi_payload(network))
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


VIETNAMESE = (
    "Nhà văn hóa",
    "UBND xã Ea Kao",
    "Trung tâm HCC",
    "Ủy ban Đắk Lắk",
    "Khách-Wi-Fi-miễn-phí",
    "Buôn Ma Thuột",
    "Ea Súp 2",
    "Phường Tân An",
    "Cư M'gar khách",
    "Krông Búk",
    "Quầy số 1 – tầng trệt",
    "Mạng của thôn",
    "Ƀuôn Ƀlêč",
    "Lắk ơi",
    "Ĕa Hleo",
    "Dữ liệu mở",
)


@pytest.mark.parametrize("name", VIETNAMESE)
def test_a_network_with_vietnamese_letters_is_read(name):
    payload = wifi_payload(Wifi(name=name, password="hocthu2025"))
    assert read_back(payload) == payload


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbar is not installed")
@pytest.mark.parametrize("name", VIETNAMESE)
def test_a_scanner_that_guesses_encodings_reads_it_too(name, tmp_path):
    payload = wifi_payload(Wifi(name=name, password="hocthu2025"))
    picture_of(modules_of(payload)).save(tmp_path / "code.png")
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", str(tmp_path / "code.png")],
        capture_output=True,
        check=True,
        timeout=20,
    )
    assert read.stdout.decode().strip() == payload


def test_what_is_too_long_for_a_code_is_refused():
    with pytest.raises(ValueError, match="too long"):
        modules_of("ế" * 2000)


def test_an_address_of_the_take_home_pages_names_language_and_phone():
    page = "https://xa-mau.example/hoc/#{number}"
    assert lesson_payload(11, page) == "https://xa-mau.example/hoc/#11"
    reported = lesson_payload(11, page, language="en", make="samsung", way="alone")
    assert reported == "https://xa-mau.example/hoc/#11.en.samsung.alone"
    other = "https://xa-mau.example/bai/{number}"
    assert lesson_payload(11, other, language="en") == "https://xa-mau.example/bai/11"
