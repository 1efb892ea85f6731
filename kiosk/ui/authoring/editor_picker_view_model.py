"""The picker of the lesson editor: icons, pictures, photos, steps, kinds, USB sticks, folders."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot

from kiosk.authoring.schema import element_data
from kiosk.content.facts import Facts
from kiosk.content.media import Media
from kiosk.content.near import plain_name
from kiosk.content.voices import RecordedSentences
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.editor.drawing_search import find_drawings, words_for
from kiosk.editor.overview import element_of
from kiosk.editor.photo_shapes import SHAPES
from kiosk.editor.photos import adopt_photo, find_photos
from kiosk.folders import Folders
from kiosk.phone import element_kinds
from kiosk.pictures.refusal import Refusal
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.ui.authoring.editor_rows import ChoiceRow, element_kind_rows, step_kind_rows
from kiosk.ui.background.jobs import Err, Jobs, Lane, Result
from kiosk.ui.visit.phone_view_model import PhoneElementViewModel, PhoneViewModel
from kiosk.usb_import.usb_drives import Stick, find_sticks

NO_PHOTO = gettext_noop("Không đọc được ảnh này. Chọn ảnh khác.")
NO_PHOTOS = gettext_noop("Không thấy ảnh nào. Cắm USB có ảnh, hoặc chép ảnh vào thư mục Ảnh.")
NO_STICK = gettext_noop("Chưa thấy USB nào. Cắm USB rồi chạm lại.")
PHOTO_FOLDERS = (
    QStandardPaths.StandardLocation.PicturesLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
)
FOLDERS = (
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)
SHAPE_NAMES: Mapping[str, str] = {
    "whole": "Cả ảnh",
    "square": "Vuông",
    "wide": "Ngang",
    "tall": "Dọc",
}


@dataclass(frozen=True, slots=True)
class PickerContent:
    """The values that the picker offers, read from the kiosk's folders."""

    media: Media = field(default_factory=lambda: Media(frozenset(), frozenset()))
    icon_words: Mapping[str, str] = field(default_factory=dict)
    """Search words of each icon."""
    picture_words: Mapping[str, str] = field(default_factory=dict)
    """Search words of each picture."""
    numbers: tuple[int, ...] = (1,)
    """The free lesson numbers."""
    facts: Facts = field(default_factory=Facts)
    """The facts that lessons may state, with their sources."""
    recorded: tuple[RecordedSentences, ...] = ()
    """The recorded sentences of each language."""


def folders_below(folder: Path) -> tuple[Path, ...]:
    """Returns the visible subfolders, sorted by name.

    Raises:
        OSError: the folder cannot be read.
    """
    found = (each for each in folder.iterdir() if each.is_dir() and each.name[:1] != ".")
    return tuple(sorted(found, key=lambda each: plain_name(each.name)))


@qml_type
class EditorPickerViewModel(QObject):
    """Shows the choices and calls the callback with the chosen value."""

    changed = Signal()
    notified = Signal(str)
    """A message for the trainer, in Vietnamese."""

    choices = ShownList(ChoiceRow)

    _shows: Properties["EditorPickerViewModel"] = Properties(changed)

    def __init__(self, lesson: Path, folders: Folders, jobs: Jobs, parent: QObject) -> None:
        """`lesson`: the lesson file; photos are copied into its folder."""
        super().__init__(parent)
        self.offered = PickerContent()
        self._lesson = lesson
        self._folders = folders
        self._jobs = jobs
        self._sort = ""
        self._options: list[ChoiceRow] = []
        self._picked: Callable[[str], object] = str
        self._wanted: Callable[[str], object] = str
        """The callback for the file name of the photo that is being picked and cropped."""
        self._samples: list[QObject] = []

    def offer(
        self, sort: str, options: Iterable[ChoiceRow], picked: Callable[[str], object]
    ) -> None:
        """Shows these choices; `picked` is called with the value of the chosen one."""
        self._sort, self._options, self._picked = sort, list(options), picked
        self.choices.show(self._options)
        self.changed.emit()

    def offer_drawings(self, sort: str, picked: Callable[[str], object]) -> None:
        """Offers all icons or all pictures."""
        media, words = self.offered.media, self.words_of(sort)
        if sort == "icon":
            rows = [
                ChoiceRow(name, words_for(name, words), icon_name=name)
                for name in sorted(media.icons)
            ]
        else:
            rows = [
                ChoiceRow(name, words_for(name, words), picture=name)
                for name in sorted(media.pictures)
            ]
        self.offer(sort, rows, picked)

    def words_of(self, sort: str) -> Mapping[str, str]:
        """Returns the search words of the icons or of the pictures."""
        return self.offered.icon_words if sort == "icon" else self.offered.picture_words

    def offer_numbers(self, picked: Callable[[str], object]) -> None:
        """Offers the free lesson numbers."""
        rows = [ChoiceRow(str(number), str(number)) for number in self.offered.numbers]
        self.offer("number", rows, picked)

    def offer_steps(self, picked: Callable[[str], object]) -> None:
        """Offers the kinds of step."""
        self.offer("new-step", step_kind_rows(self.offered.media.icons), picked)

    def offer_elements(self, picked: Callable[[str], object]) -> None:
        """Offers the kinds of element, each with a drawn sample."""
        if not self._samples:
            self._samples = [
                PhoneElementViewModel(sample, None, PhoneViewModel(self))
                for key in element_kinds()
                if (sample := element_of(dict(element_data(key))))
            ]
        self.offer("new-element", element_kind_rows(), picked)

    def offer_sticks(self, picked: Callable[[Path], object]) -> None:
        """Offers the USB sticks; a single stick is taken without asking."""

        def take(result: Result[tuple[Stick, ...]]) -> None:
            found = () if isinstance(result, Err) else result.value
            if not found:
                self.notified.emit(NO_STICK)
            elif len(found) == 1:
                picked(found[0].path)
            else:
                rows = [ChoiceRow(str(each.path), each.name, icon_name="stick") for each in found]
                self.offer("stick", rows, lambda place: picked(Path(place)))

        self._jobs.run(
            lambda: find_sticks(self._folders), take, what=gettext_noop("tìm USB"), lane=Lane.USB
        )

    def offer_folders(self, picked: Callable[[Path], object]) -> None:
        """Offers folders of this computer, starting from those of its user."""
        own = dict.fromkeys(Path(QStandardPaths.writableLocation(each)) for each in FOLDERS)
        rows = [ChoiceRow(str(each), each.name or str(each), icon_name="folder") for each in own]
        self.offer("folder", rows, lambda place: self._enter(Path(place), picked))

    def _enter(self, folder: Path, picked: Callable[[Path], object]) -> None:
        """Offers this folder and its subfolders."""

        def take(result: Result[tuple[Path, ...]]) -> None:
            below = () if isinstance(result, Err) else result.value
            rows = [ChoiceRow(str(each), each.name, icon_name="folder") for each in below]
            here = ChoiceRow("", f"Chép vào {folder.name}", icon_name="check")
            self.offer(
                "folder",
                [here, *rows],
                lambda place: self._enter(Path(place), picked) if place else picked(folder),
            )

        self._jobs.run(
            lambda: folders_below(folder),
            take,
            what=gettext_noop("xem các thư mục"),
            lane=Lane.WAITED_FOR,
            expected=(OSError,),
        )

    @Slot()
    def pickPhoto(self) -> None:
        """Offers the photos on USB sticks and in the user's photo folders."""
        wanted = self._picked
        own = [Path(QStandardPaths.writableLocation(each)) for each in PHOTO_FOLDERS]

        def work() -> tuple[Path, ...]:
            sticks = [each.path for each in find_sticks(self._folders)]
            return find_photos(*sticks, *own)

        def take(result: Result[tuple[Path, ...]]) -> None:
            found = () if isinstance(result, Err) else result.value
            if not found:
                self.notified.emit(NO_PHOTOS)
                return
            self._wanted = wanted
            rows = [ChoiceRow(str(each), each.name, photo=f"whole/{each}") for each in found]
            self.offer("photo", rows, self._crop)

        self._jobs.run(work, take, what=gettext_noop("tìm ảnh"), lane=Lane.USB)

    @Slot(QUrl)
    def dropPhoto(self, url: QUrl) -> None:
        if url.isLocalFile() and self._sort == "picture":
            self._wanted = self._picked
            self._crop(url.toLocalFile())

    def _crop(self, photo: str) -> None:
        """Offers the shapes to which the photo can be cropped."""
        rows = [ChoiceRow(shape, SHAPE_NAMES[shape], photo=f"{shape}/{photo}") for shape in SHAPES]
        self.offer("shape", rows, lambda shape: self._adopt(Path(photo), shape))

    def _adopt(self, photo: Path, shape: str) -> None:
        """Copies the cropped photo into the lesson's folder and passes its name to the callback."""
        judge, lesson, wanted = self.offered.media.judge, self._lesson, self._wanted
        if judge is None:
            return

        def take(result: Result[str | Refusal]) -> None:
            if isinstance(result, Err) or isinstance(result.value, Refusal):
                self.notified.emit(NO_PHOTO)
            else:
                wanted(result.value)

        self._jobs.run(
            lambda: adopt_photo(photo, lesson.parent, lesson.stem, judge, SHAPES[shape]),
            take,
            what=gettext_noop("lấy ảnh vào bài"),
            expected=(OSError,),
        )

    @Slot(str)
    def search(self, words: str) -> None:
        """Filters the choices by these words."""
        if self._sort in ("icon", "picture"):
            by_name = {each.value: each for each in self._options}
            names = find_drawings(words, by_name, self.words_of(self._sort))
            self.choices.show([by_name[name] for name in names if name in by_name])
        else:
            asked = plain_name(words)
            self.choices.show([each for each in self._options if asked in plain_name(each.title)])

    @Slot(str)
    def choose(self, value: str) -> None:
        picked = self._picked
        self.close()
        picked(value)

    @Slot()
    def close(self) -> None:
        """Closes the picker without a choice."""
        self._sort = ""
        self.changed.emit()

    samples = _shows(list[QObject], lambda self: list(self._samples))
    """One element of each kind, from the kind's example; empty before `offer_elements`."""
    sort = _shows(str, lambda self: self._sort)
    """What is being picked, such as `icon` or `folder`; empty when the picker is closed."""
