"""An owner whose key never leaves a smart card; SoftHSM simulates the card."""

import subprocess
from pathlib import Path

import pkcs11
import pytest
from pkcs11.util.ec import encode_named_curve_parameters

from kiosk.cli.sync import COMMAND as SYNC
from kiosk.packs.keys import CARD_DRIVER
from tests.packs.conftest import PASSPHRASE, write_lesson
from tests.packs.test_pack_commands import pack, signed  # noqa: F401 - the commands

LABEL, PIN = "the-an", "204816"
CARD = f"hsm:2?label={LABEL}"


@pytest.fixture(scope="module")
def card(tmp_path_factory):
    """An initialised card with a signing key."""
    folder = tmp_path_factory.mktemp("the")
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\n", "utf-8")
    driver = str(next(Path("/usr/lib").glob("*/softhsm/libsofthsm2.so")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(settings))
        patch.setenv(CARD_DRIVER, driver)
        begin = ("--init-token", "--free", "--label", LABEL, "--pin", PIN, "--so-pin", PIN)
        subprocess.run(("softhsm2-util", *begin), check=True, capture_output=True)
        library = pkcs11.lib(driver)
        library.reinitialize()
        with library.get_token(token_label=LABEL).open(rw=True, user_pin=PIN) as session:
            curve = {pkcs11.Attribute.EC_PARAMS: encode_named_curve_parameters("secp256r1")}
            parameters = session.create_domain_parameters(pkcs11.KeyType.EC, curve, local=True)
            parameters.generate_keypair(id=b"\x02", store=True)
        yield


def test_a_card_signs_what_kiosks_then_take(card, pack):  # noqa: F811
    reported = pack("key", "an.pem", "--name", "Bác An", "--card", CARD, typed=f"{PIN}\n").output
    assert "an.pub.json" in reported
    assert not Path("an.pem").exists()
    pack("key", "binh.pem", "--name", "Bác Bình", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    keys = ("--key", "an.pub.json", "--key", "binh.pub.json")
    assert pack("init", "kho", *keys, "--title", "Tỉnh thử").exit_code == 0
    write_lesson(Path("nd"), "goi-xe", 211)
    pack("build", "kho", "nd")
    signed(pack, "binh")
    by_card = ("sign", "kho", "--key", "an.pub.json", "--card", CARD)
    wrong = pack(*by_card, typed="y\n000000\n")
    assert wrong.exit_code == 1
    assert "mã PIN đúng chưa?" in wrong.output
    assert "Đã đủ chữ ký" in pack(*by_card, typed=f"y\n{PIN}\n").output
    assert pack("publish", "kho").exit_code == 0
    trusted = ("--trust", "kho/published/metadata/1.root.json", "kho/published")
    assert "Tỉnh thử: gói số 1, 1 tệp" in pack(*trusted, command=SYNC).output


def test_a_card_that_is_not_there_is_told(card, pack):  # noqa: F811
    words = ("key", "an.pem", "--name", "Bác An", "--card", "hsm:2?label=khac")
    missing = pack(*words, typed=f"{PIN}\n")
    assert missing.exit_code == 1
    assert "Thẻ đã cắm chưa" in missing.output
    assert not Path("an.pub.json").exists()
