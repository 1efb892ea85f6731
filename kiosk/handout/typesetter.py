"""Produces PDFs of sheets, posters and cards with Typst, offline and without a display.

Import this module before Qt, because it sets Qt's platform.
"""

import json
import os
import shutil
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import typst

from kiosk.authoring.inspection import today
from kiosk.content.facts import read_facts
from kiosk.content.verification import read_entries, verification_of
from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.domain.settings import Paper, Settings
from kiosk.folders import Folders
from kiosk.handout import words
from kiosk.handout.content import PhoneMoment, Sheet, SheetStep, TextIn, no_other, sheet_of
from kiosk.handout.paper_pictures import PaperPictures
from kiosk.handout.phone_pictures import HEIGHT_MM, WIDTH_MM, PhonePictures
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.pictures.store import Pictures
from kiosk.qr.code import svg_of
from kiosk.qr.payload import lesson_payload
from kiosk.ui.window.application import application
from kiosk.ui.window.fonts import find_letters

TEMPLATES = Path(__file__).parent / "templates"
CARDS = "cards"
WALLS = ("a3", "a4")
"""The paper sizes of the poster."""
LIMIT_S = 40.0
"""Time limit for typesetting one document."""
LABELS = {
    "steps": words.STEPS,
    "remember": words.REMEMBER,
    "by-hand": words.BY_HAND,
    "ask": words.ASK_AT,
    "lesson": words.LESSON,
    "scan": words.SCAN_AT_HOME,
    "come-back": words.COME_BACK,
}


class TypesettingError(Exception):
    """Typesetting failed or took too long; the message is Typst's, with the position."""


@dataclass(frozen=True, slots=True)
class Made:
    pdf: bytes
    pages: int
    marks: Sequence[dict[str, object]] = ()
    """The marked elements in order: `kind`, and their content."""


class Typesetter:
    """Fonts, templates and a phone renderer, reused for several documents."""

    def __init__(self, folders: Folders, settings: Settings, folder: Path) -> None:
        """`folder`: an empty folder for templates and pictures; the caller removes it."""
        application()
        self._folders = folders
        self._settings = settings
        self._root = folder
        letters = find_letters()
        self._family = letters.family
        self._fonts = typst.Fonts(include_embedded_fonts=False, font_paths=bundled_fonts())
        self._judge = Pictures(folders.cache)
        self.phones = PhonePictures(folders, letters, self._judge)
        shutil.copytree(TEMPLATES, folder, dirs_exist_ok=True)

    def sheet(
        self,
        lesson: Lesson,
        paper: Paper,
        language: str = SOURCE,
        learnt_on: date | None = None,
        *,
        way: str = "",
        phone: str | None = None,
    ) -> Made:
        """The sheet of a lesson, in Vietnamese and optionally a second language.

        `learnt_on`: the day from which the come-back number is computed; None for no number.
        `way`: the way that the QR code opens at home; empty for the first.
        `phone`: the make of phone shown.

        Raises:
            TypesettingError: typesetting failed.
        """
        lessons = self._folders.lesson_folders
        facts, entries = read_facts(*lessons), read_entries(*lessons)
        sheet = sheet_of(
            lesson.for_phone(phone),
            self._settings,
            self._text_in(language),
            learnt_on,
            language="" if language == SOURCE else language,
            way=way,
            verification=verification_of(lesson, facts, entries, today()),
        )
        pictures = PaperPictures(
            self._folders, self._root, self._judge, black_only=paper is Paper.RECEIPT
        )
        return self._set(paper, sheet.title.text, self._sheet_data(sheet, pictures))

    def poster(self, heads: Iterable[LessonHead], wall: str, *, for_scanner: bool = False) -> Made:
        """The poster of these lessons in one of the sizes `WALLS`.

        `for_scanner`: adds codes for the kiosk's scanner if the centre has no web address.
        """
        data = self._lessons(heads, for_scanner=for_scanner)
        return self._set("poster", words.POSTER, {**data, "form": wall})

    def cards(self, heads: Iterable[LessonHead], *, for_scanner: bool = False) -> Made:
        return self._set(CARDS, words.POSTER, self._lessons(heads, for_scanner=for_scanner))

    def voice_kit(
        self,
        title: str,
        how: str,
        consent: tuple[str, Sequence[Sequence[str]]],
        blocks: Sequence[Mapping[str, object]],
    ) -> Made:
        """The script of a recording kit: sentences, space for translations, and milestones.

        Args:
            title: the title of the script.
            how: the instructions.
            consent: the instructions for the spoken consent, and its sentences with file names.
            blocks: `heading`, number of the `first` sentence, `texts`, and the milestone `works`.
        """
        self._pictures().ornaments()
        data = {"how": how, "centre": self._settings.centre.name, "blocks": blocks}
        return self._set("voice-kit", title, {**data, "consent": consent})

    def close(self) -> None:
        """Closes the phone renderer and the picture process."""
        self.phones.close()
        self._judge.close()

    def _text_in(self, language: str) -> TextIn:
        if language == SOURCE:
            return no_other
        folders = self._folders.language_folders(language)
        unreviewed = self._settings.languages.show_unreviewed
        return read_catalogue(*folders, unreviewed=unreviewed).text

    def _pictures(self, *, black_only: bool = False) -> PaperPictures:
        return PaperPictures(self._folders, self._root, self._judge, black_only=black_only)

    def _sheet_data(self, sheet: Sheet, pictures: PaperPictures) -> dict[str, object]:
        pictures.icons("call", *(fact.icon for fact in sheet.facts))
        pictures.ornaments()
        return {
            "number": sheet.number,
            "title-words": asdict(sheet.title),
            "goal": asdict(sheet.goal),
            "facts": [_dashed(asdict(fact)) for fact in sheet.facts],
            "steps": [self._step_data(step, sheet, pictures) for step in sheet.steps],
            "remember": [asdict(each) for each in sheet.remember],
            "code": _code(sheet.code),
            "come-back": sheet.come_back,
            "centre": sheet.centre,
            "hotline": sheet.hotline,
            "verification_note": sheet.verification_note,
            "labels": {name: asdict(sheet.wording(text)) for name, text in LABELS.items()},
        }

    def _step_data(
        self, step: SheetStep, sheet: Sheet, pictures: PaperPictures
    ) -> dict[str, object]:
        return {
            "number": step.number,
            "words": asdict(step.words),
            "phone": self._phone(step.phone, sheet, pictures) if step.phone else None,
            "picture": pictures.picture(step.picture, sheet.lesson_folder),
            "ticks": [asdict(each) for each in step.ticks],
            "note": [{"label": asdict(label), "value": value} for label, value in step.note],
            "code": _code(step.code),
        }

    def _phone(
        self, moment: PhoneMoment, sheet: Sheet, pictures: PaperPictures
    ) -> dict[str, object]:
        drawn = self.phones.picture(moment, sheet.lesson_folder)
        finger = drawn.finger
        return {
            "file": pictures.phone(drawn.image),
            "shape": HEIGHT_MM / WIDTH_MM,
            "finger": finger
            and {
                "x": finger.x / WIDTH_MM,
                "y": finger.y / WIDTH_MM,
                "width": finger.width / WIDTH_MM,
                "flipped": finger.flipped,
            },
        }

    def _lessons(self, heads: Iterable[LessonHead], *, for_scanner: bool) -> dict[str, object]:
        lessons = tuple(heads)
        address = self._settings.handout.web_address
        has_codes = bool(address) or for_scanner
        by_scanner = words.POSTER_HOW_WITH_SCANNER if for_scanner else words.POSTER_HOW
        pictures = self._pictures()
        pictures.icons(*(head.icon for head in lessons))
        pictures.ornaments()
        return {
            "how": words.POSTER_HOW_AT_HOME if address else by_scanner,
            "centre": self._settings.centre.name,
            "lessons": [
                {
                    "number": head.number,
                    "title": head.title,
                    "icon": head.icon,
                    "code": _code(lesson_payload(head.number, address) if has_codes else ""),
                }
                for head in lessons
            ],
        }

    def _set(self, form: str, title: str, data: dict[str, object]) -> Made:
        """Typesets with the largest font size that keeps within the form's page limit."""
        content = json.dumps({"title": title, "family": self._family, **data})
        done: SimpleQueue[Made | Exception] = SimpleQueue()

        def work() -> None:
            try:
                done.put(self._best(form, content))
            except Exception as why:  # noqa: BLE001 - passed to the caller
                done.put(why)

        Thread(target=work, daemon=True).start()
        try:
            made = done.get(timeout=LIMIT_S)
        except Empty:
            raise TypesettingError(f"{form}: > {LIMIT_S:.0f} s") from None
        if isinstance(made, Exception):
            raise TypesettingError(getattr(made, "diagnostic", "") or str(made)) from made
        return made

    def _best(self, form: str, content: str) -> Made:
        tried = cache(partial(self._tried, form, content))
        size = _largest(lambda attempt: tried(attempt).pages, tried(0).limits)
        compiler = tried(size).compiler
        pdf = compiler.compile(format="pdf")
        if not isinstance(pdf, bytes):
            raise TypesettingError(f"{form}: no PDF")
        marks = json.loads(compiler.query("<mark>", field="value"))
        return Made(pdf, tried(size).pages, marks)

    def _tried(self, form: str, content: str, attempt: int) -> "_Attempt":
        """Typesets a form in one of its font sizes."""
        compiler = typst.Compiler(
            self._root / f"{form}.typ",
            root=self._root,
            font_paths=self._fonts,
            sys_inputs={"data": content, "attempt": str(attempt)},
        )
        try:
            found = json.loads(compiler.query("<attempt>", field="value", one=True))
        except RuntimeError:
            compiler.compile(format="pdf")  # fails too, and names the position
            raise
        limits = [(limit["pages"], limit["sizes"]) for limit in found["limits"]]
        return _Attempt(compiler, found["pages"], limits)


@dataclass(frozen=True, slots=True)
class _Attempt:
    compiler: typst.Compiler
    pages: int
    limits: Sequence[tuple[int, int]]
    """Page limits in order of preference: the maximum pages, and the number of sizes to try."""


def _largest(pages_of: Callable[[int], int], limits: Sequence[tuple[int, int]]) -> int:
    """The index of the largest size that meets the first limit that can be met; 0 is the largest.

    If none can be met, the smallest size. Smaller letters never need more pages.
    """
    for most, sizes in limits:
        smallest = sizes - 1
        if pages_of(0) <= most:
            return 0
        if (most, sizes) == limits[-1] or pages_of(smallest) <= most:
            return bisect_left(range(smallest), x=True, key=lambda size: pages_of(size) <= most)
    return 0


def _code(says: str) -> dict[str, str] | None:
    return {"says": says, "svg": svg_of(says)} if says else None


def _dashed(fields: dict[str, object]) -> dict[str, object]:
    return {name.replace("_", "-"): value for name, value in fields.items()}


def bundled_fonts() -> list[str]:
    """The folders of the bundled fonts."""
    import fontpkg_noto_sans as bundle  # noqa: PLC0415 - only needed here

    return [str(bundle.ROOT)]


@contextmanager
def typesetter(folders: Folders, settings: Settings) -> Iterator[Typesetter]:
    """A typesetter in a temporary folder, closed at the end."""
    with TemporaryDirectory(prefix="kiosk-paper-") as folder:
        made = Typesetter(folders, settings, Path(folder))
        try:
            yield made
        finally:
            made.close()
