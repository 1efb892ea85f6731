"""The QR code on the screen for a learner's own phone."""

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage

from kiosk.domain.step import NEXT
from kiosk.domain.way import Way

NETWORK = 'WIFI:T:WPA;S:Nhà \\"Mẫu\\"\\; tầng 1;P:mat\\\\khau\\:2025;;'


def read_back(image: QImage) -> list[str]:
    """The texts of the codes in a picture."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    size, line = (rgb.width(), rgb.height()), rgb.bytesPerLine()
    picture = Image.frombytes("RGB", size, bytes(rgb.constBits()), "raw", "RGB", line)
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize(
    ("size", "contrast"),
    [((1920, 1080), "warm"), ((1080, 1920), "high"), ((1024, 768), "warm")],
)
def test_the_centres_network_is_read_from_the_real_window(
    make_headless, centre, settings, size, contrast
):
    width, height = size
    headless = make_headless(centre, of=settings, width=width, height=height)
    headless.journey.to_home("vi")
    headless.kiosk.visit.property("preferences").chooseContrast(contrast)
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.OWN_PHONE)
    while not headless.driver.is_seen("code"):
        headless.driver.touch(NEXT)
    headless.driver.wait_until(
        lambda: NETWORK in read_back(headless.driver.picture()), "a code to read"
    )


def test_without_a_network_the_learner_is_sent_to_the_staff(make_headless, centre, settings):
    headless = make_headless(centre, of=settings.model_copy(update={"wifi": None}))
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.OWN_PHONE)
    for _ in range(headless.kiosk.visit.lesson.property("stepCount")):
        headless.driver.touch(NEXT)
    assert headless.journey.run.step.key == "qr"
    assert not headless.driver.is_seen("code")
    assert read_back(headless.driver.picture()) == []
