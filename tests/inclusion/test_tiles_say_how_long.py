"""A tile shows the duration of its lesson, also in the largest text and with a paused lesson."""

from dataclasses import replace

import pytest
from audits import LARGEST, OLD, TALL, WIDE, ScreenVariant
from window_snapshot import WindowSnapshot, ancestors

from kiosk.domain.placement import NEXT


@pytest.mark.parametrize(
    "variant", [replace(each, **LARGEST) for each in (OLD, TALL, WIDE)], ids=str
)
def test_each_tile_says_how_long(variant: ScreenVariant, headless_of, settings):
    on = headless_of(of=variant.settings(settings), width=variant.width, height=variant.height)
    on.journey.to_home("vi")
    on.journey.to_lesson("so-do")
    on.driver.touch(NEXT)
    on.driver.touch("home")
    silent = []
    for _ in range(on.kiosk.visit.home.property("pageCount")):
        on.driver.settle()
        snapshot = WindowSnapshot(on, variant.px_per_mm)
        tiles = [item for item in snapshot.targets if item.objectName().startswith("lesson:")]
        assert tiles
        lengths = [text.item for text in snapshot.texts if text.words.endswith(("phút", "phần"))]
        told = [tile for each in lengths for tile in ancestors(each)]
        silent += [tile.objectName() for tile in tiles if tile not in told]
        on.driver.touch(NEXT)
    assert silent == []
