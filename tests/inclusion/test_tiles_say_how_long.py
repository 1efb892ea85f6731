"""A tile shows the duration of its lesson, also in the largest text and with a paused lesson."""

from dataclasses import replace

import pytest
from audits import LARGEST, OLD, TALL, WIDE, ScreenVariant
from window_snapshot import WindowSnapshot, ancestors

from kiosk.domain.placement import NEXT


@pytest.mark.parametrize(
    "variant", [replace(each, **LARGEST) for each in (OLD, TALL, WIDE)], ids=str
)
def test_each_tile_says_how_long(variant: ScreenVariant, make_headless, settings):
    headless = make_headless(
        of=variant.settings(settings), width=variant.width, height=variant.height
    )
    headless.journey.to_home("vi")
    headless.journey.to_lesson("so-do")
    headless.driver.touch(NEXT)
    headless.driver.touch("home")
    silent = []
    for _ in range(headless.kiosk.visit.home.property("pageCount")):
        headless.driver.settle()
        snapshot = WindowSnapshot(headless, variant.px_per_mm)
        tiles = [item for item in snapshot.targets if item.objectName().startswith("lesson:")]
        assert tiles
        lengths = [text.item for text in snapshot.texts if text.words.endswith(("phút", "phần"))]
        messages = [tile for each in lengths for tile in ancestors(each)]
        silent += [tile.objectName() for tile in tiles if tile not in messages]
        headless.driver.touch(NEXT)
    assert silent == []
