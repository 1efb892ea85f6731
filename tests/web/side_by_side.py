"""Draws each phone element as on the kiosk beside the one on the pages, as a single picture.

From the checkout: `PYTHONPATH=.:tests:tests/web .venv/bin/python tests/web/side_by_side.py FILE`.
The kiosk's pictures are those of the guide for authors (`script/authoring-pages`).
"""

import io
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from chromium import launched
from editions import NEXT, PHONE, VIETNAMESE, Server, lesson_in, numbered
from PIL import Image, ImageDraw

from kiosk.authoring.examples import element_example_file
from kiosk.folders import CHECKOUT, Folders
from kiosk.phone import element_kinds
from kiosk.web.export import WebEdition, write_edition

KIOSK_PICTURES = CHECKOUT / "docs" / "pictures" / "authoring"
HEIGHT_PX = 420
COLUMNS = 5
GAP_PX = 16
CALM_MS = 600


def pairs() -> Iterator[tuple[str, Image.Image, Image.Image]]:
    """The key of each element, with the kiosk's picture and the pages' picture."""
    keys = tuple(element_kinds())
    lessons = [
        numbered(lesson_in(element_example_file(key)), key, at) for at, key in enumerate(keys, 1)
    ]
    with TemporaryDirectory() as made, launched() as browser:
        folders = Folders(home=CHECKOUT, cache=Path(made) / "cache")
        site = Path(made) / "site"
        write_edition(WebEdition(folders, lessons, (VIETNAMESE,), "Xã Mẫu", site, processes=1))
        page = browser.new_context(
            **PHONE, reduced_motion="reduce", device_scale_factor=2
        ).new_page()
        page.clock.install()
        server = Server(site)
        with ExitStack() as stack:
            stack.callback(server.put_out)
            for key in keys:
                page.goto("about:blank")
                page.goto(f"{server.address}#{key}.android.together")
                page.wait_for_selector(".lesson")
                page.clock.fast_forward(CALM_MS)
                page.click(NEXT)
                shot = page.locator("simulated-phone").screenshot()
                kiosk = Image.open(KIOSK_PICTURES / f"muc-{key}.png").convert("RGB")
                yield key, kiosk, Image.open(io.BytesIO(shot)).convert("RGB")


def sheet(shown: list[tuple[str, Image.Image, Image.Image]]) -> Image.Image:
    """All pairs in one picture, the kiosk's left and the pages' right."""
    cells = [
        (key, [each.resize((each.width * HEIGHT_PX // each.height, HEIGHT_PX)) for each in both])
        for key, *both in shown
    ]
    wide = max(sum(each.width for each in both) for _, both in cells) + 3 * GAP_PX
    high = HEIGHT_PX + 3 * GAP_PX
    rows = -(-len(cells) // COLUMNS)
    made = Image.new("RGB", (wide * COLUMNS, high * rows), "white")
    pen = ImageDraw.Draw(made)
    for at, (key, both) in enumerate(cells):
        left, top = wide * (at % COLUMNS), high * (at // COLUMNS)
        pen.text((left, top), key, "black", font_size=GAP_PX)
        for picture in both:
            made.paste(picture, (left, top + 2 * GAP_PX))
            left += picture.width + GAP_PX
    return made


if __name__ == "__main__":
    sheet(list(pairs())).save(sys.argv[1])
