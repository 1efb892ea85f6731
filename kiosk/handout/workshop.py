"""Makes sheets, from the lesson to the PDF, without a display.

Import this before anything of Qt: it says where Qt is to draw.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtGui import QImage

from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.domain.settings import Paper, Settings
from kiosk.folders import Folders
from kiosk.handout import words
from kiosk.handout.content import TextIn, no_other, sheet_of
from kiosk.handout.layout import pages_of
from kiosk.handout.pdf import pdf_of
from kiosk.handout.phone_pictures import PhonePictures
from kiosk.handout.pieces import Pages, Phone
from kiosk.handout.poster import Lessons, Wall, card_pages, poster_pages
from kiosk.handout.ruler import TextRuler
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.ui.application import application
from kiosk.ui.fonts import find_letters
from kiosk.ui.phone_view_model import PhoneScene


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF, and where everything lies on its pages."""

    pages: Pages
    pdf: bytes


class Workshop:
    """Letters, and a phone that is drawn again and again."""

    def __init__(self, folders: Folders, settings: Settings) -> None:
        application()
        self._folders = folders
        self._settings = settings
        letters = find_letters()
        self._ruler = TextRuler(letters.family)
        self._phones = PhonePictures(folders, letters)

    def sheet(self, lesson: Lesson, paper: Paper, language: str = SOURCE) -> Made:
        """The sheet of a lesson, in Vietnamese and where it is another one in a second language."""
        sheet = sheet_of(lesson, self._settings, self._text_in(language))
        pages = pages_of(sheet, paper, self._ruler)
        return Made(pages, self._drawn(pages, sheet.title.text))

    def poster(self, heads: Iterable[LessonHead], wall: Wall) -> Made:
        """The poster of these lessons."""
        pages = poster_pages(self._lessons(heads), wall, self._ruler)
        return Made(pages, self._drawn(pages, words.POSTER))

    def cards(self, heads: Iterable[LessonHead]) -> Made:
        """A card for each of these lessons."""
        pages = card_pages(self._lessons(heads), self._ruler)
        return Made(pages, self._drawn(pages, words.POSTER))

    def _lessons(self, heads: Iterable[LessonHead]) -> Lessons:
        settings = self._settings
        return Lessons(tuple(heads), settings.centre.name, settings.handout.web_address)

    def _text_in(self, language: str) -> TextIn:
        if language == SOURCE:
            return no_other
        folder = self._folders.translations / language
        return read_catalogue(folder, unreviewed=self._settings.languages.show_unreviewed).text

    def _drawn(self, pages: Pages, title: str) -> bytes:
        return pdf_of(pages, title, self._ruler, self._folders, self._phone)

    def _phone(self, phone: Phone) -> QImage:
        moment = phone.moment
        scene = PhoneScene(moment.screen, moment.filled, moment.target, moment.target)
        return self._phones.picture(scene, phone.lesson_folder)

    def close(self) -> None:
        """Put the phone away."""
        self._phones.close()


@contextmanager
def workshop(folders: Folders, settings: Settings) -> Iterator[Workshop]:
    """A workshop that is tidied at the end."""
    made = Workshop(folders, settings)
    try:
        yield made
    finally:
        made.close()
