"""A PDF, looked at as a reader and as a camera would."""

import subprocess
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from PIL import Image

from kiosk.content.library import load_library
from kiosk.domain.settings import Settings
from kiosk.folders import CHECKOUT, Folders
from kiosk.handout.pieces import Pages
from kiosk.handout.workshop import Made

LESSONS = tuple(load_library(Folders(home=CHECKOUT)).lessons.values())
SETTINGS = Settings.model_validate(
    {
        "centre": {"name": "Trung tâm xã Mẫu", "hotline": "0262 000 0000"},
        "wifi": {"name": "KHACH-MAU", "password": "matkhau2025"},
    }
)


@dataclass(eq=False)
class Paperwork:
    """A PDF as it lies on the table."""

    made: Made
    path: Path

    @property
    def pages(self) -> Pages:
        return self.made.pages

    @cached_property
    def text(self) -> str:
        """Everything that can be read, without white space."""
        return plain(_output("pdftotext", "-raw", "-enc", "UTF-8", self.path, "-"))

    @cached_property
    def fonts(self) -> list[str]:
        """A line for each font."""
        return _output("pdffonts", self.path).splitlines()[2:]

    @lru_cache(maxsize=20)  # noqa: B019 - as long as the tests run
    def picture(self, page: int = 1, dpi: int = 100, *more: str) -> Image.Image:
        """A page as a printer would show it."""
        name = self.path.with_suffix("")
        where = ("-f", str(page), "-l", str(page), "-r", str(dpi), "-singlefile", "-png")
        _output("pdftoppm", *where, *more, self.path, name)
        return Image.open(f"{name}.png").convert("RGB")

    def images(self) -> list[Image.Image]:
        """Every picture that is no drawing."""
        folder = self.path.with_suffix("")
        folder.mkdir(exist_ok=True)
        _output("pdfimages", "-png", self.path, folder / "image")
        return [Image.open(path).convert("L") for path in sorted(folder.iterdir())]


def _output(*command: object) -> str:
    done = subprocess.run([str(word) for word in command], check=True, capture_output=True)
    return done.stdout.decode()


def plain(text: str) -> str:
    """The letters of a text, whatever its lines."""
    return "".join(text.replace("\N{NON-BREAKING HYPHEN}", "-").split())
