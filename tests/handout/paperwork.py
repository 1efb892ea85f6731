"""Inspects a PDF: its text and layout, and the codes that a camera would read."""

import subprocess
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path
from re import findall

import zxingcpp
from PIL import Image

from kiosk.domain.settings import Settings
from kiosk.folders import CHECKOUT, Folders
from kiosk.handout.typesetter import Made
from kiosk.library.library import load_library

LESSONS = tuple(load_library(Folders(home=CHECKOUT)).lessons.values())
ADDRESS = "https://xa-mau.example/bai/{number}"
SETTINGS = Settings.model_validate(
    {
        "centre": {"name": "Trung tâm xã Mẫu", "hotline": "0262 000 0000"},
        "wifi": {"name": "KHACH-MAU", "password": "matkhau2025"},
        "handout": {"web_address": ADDRESS},
    }
)
SURE_WHITE = 235
WORD = r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>'
MM_PER_PT = 25.4 / 72


@dataclass(frozen=True)
class Word:
    """A word on a page, in millimetres; its height is the x-height."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(eq=False)
class Paperwork:
    """A typeset PDF."""

    made: Made
    path: Path

    @classmethod
    def written(cls, made: Made, path: Path) -> "Paperwork":
        path.write_bytes(made.pdf)
        return cls(made, path)

    @property
    def pages(self) -> range:
        return range(1, self.made.pages + 1)

    def marks(self, kind: str) -> list[dict]:
        """The recorded drawing marks of this kind, in order."""
        return [mark for mark in self.made.marks if mark["kind"] == kind]

    @cached_property
    def text(self) -> str:
        """The text of the PDF without white space."""
        return plain(_output("pdftotext", "-raw", "-enc", "UTF-8", self.path, "-"))

    @cached_property
    def words(self) -> list[list[Word]]:
        """The words of each page with their positions."""
        pages = _output("pdftotext", "-bbox", self.path, "-").split("<page ")[1:]
        return [[_word(*found) for found in findall(WORD, page)] for page in pages]

    @cached_property
    def fonts(self) -> list[str]:
        """One line of `pdffonts` output for each font."""
        return _output("pdffonts", self.path).splitlines()[2:]

    @lru_cache(maxsize=20)  # noqa: B019 - lives until the tests end
    def picture(self, page: int = 1, dpi: int = 100, *more: str) -> Image.Image:
        """A page as a raster image."""
        name = self.path.with_suffix("")
        where = ("-f", str(page), "-l", str(page), "-r", str(dpi), "-singlefile")
        _output("pdftoppm", *where, *more, self.path, name)
        with Image.open(f"{name}.ppm") as drawn:
            return drawn.convert("RGB")

    def images(self) -> list[Image.Image]:
        """All embedded raster images."""
        folder = self.path.with_suffix("")
        folder.mkdir(exist_ok=True)
        _output("pdfimages", "-png", self.path, folder / "image")
        return [Image.open(path).convert("L") for path in sorted(folder.iterdir())]

    def codes(self) -> list[str]:
        """The texts of the codes on all pages."""
        pictures = (self.picture(page, 170) for page in self.pages)
        return [code.text for each in pictures for code in zxingcpp.read_barcodes(each)]

    def is_clear_within(self, margin_mm: float) -> bool:
        """Whether a margin of this width is unprinted on every edge of each page."""
        for page in self.pages:
            picture = self.picture(page).convert("L")
            edge = round(margin_mm / 25.4 * 100) - 2
            wide, high = picture.size
            for strip in (
                (0, 0, edge, high),
                (wide - edge, 0, wide, high),
                (0, 0, wide, edge),
                (0, high - edge, wide, high),
            ):
                if picture.crop(strip).getextrema()[0] < SURE_WHITE:
                    return False
        return True

    def overlaps(self) -> list[tuple[Word, Word]]:
        """Pairs of words that overlap."""
        return [
            (one, other)
            for words in self.words
            for at, one in enumerate(words)
            for other in words[at + 1 :]
            if one.left < other.right
            and other.left < one.right
            and one.top < other.bottom
            and other.top < one.bottom
        ]


def _word(left: str, top: str, right: str, bottom: str, text: str) -> Word:
    x, y, to_x, to_y = (float(each) * MM_PER_PT for each in (left, top, right, bottom))
    rest = (to_y - y) * 0.35
    return Word(plain(unescape(text)), x + 0.1, y + rest, to_x - 0.1, to_y - rest)


def _output(*command: object) -> str:
    done = subprocess.run([str(word) for word in command], check=True, capture_output=True)
    return done.stdout.decode()


def plain(text: str) -> str:
    """The text without white space, with ordinary hyphens."""
    return "".join(text.replace("\N{NON-BREAKING HYPHEN}", "-").split())
