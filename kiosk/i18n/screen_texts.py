"""The texts of the kiosk's screens, and its prompts."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import polib

from kiosk.domain import control_words, prompts
from kiosk.domain.line import Line
from kiosk.folders import CHECKOUT
from kiosk.i18n.gettext_tools import output_of
from kiosk.i18n.text import SourceText

READ_QML = (
    "--language=JavaScript",
    "--from-code=UTF-8",
    "--keyword",
    "--keyword=qsTr:1",
    "--add-comments=:",
    "--force-po",
    "--no-wrap",
    "--output=-",
)
READ_PYTHON = (
    "--language=Python",
    "--from-code=UTF-8",
    "--keyword",
    "--keyword=gettext_noop:1",
    "--keyword=PackError:1",
    "--keyword=Difference:1",
    "--add-comments=:",
    "--force-po",
    "--no-wrap",
    "--output=-",
)
PROMPTS = "kiosk/domain/prompts.py"
SCREEN = "Màn hình (screen)"
AREAS = {
    "kiosk/staff_pages/": "Trang của cán bộ (staff's pages)",
    "kiosk/handout/": "Trên giấy in (on the printed sheet)",
    "kiosk/phone/": "Trên hình điện thoại (on the simulated phone)",
}
SPOKEN = "đọc thành tiếng (spoken)"
SHOWN_ONLY = "chỉ để xem (shown only)"
READ_ALOUD = "Read aloud by a screen reader"
READER_ONLY = "máy đọc màn hình đọc (for a screen reader)"


def screen_texts(root: Path = CHECKOUT) -> Iterator[SourceText]:
    """The texts in `qsTr` in QML and `gettext_noop` in Python, followed by the prompts.

    Raises:
        ToolMissingError: xgettext is not installed.
    """
    yield from _texts_of(root, "qml", READ_QML)
    yield from _texts_of(root, "py", READ_PYTHON)
    yield from _prompt_texts()


def _texts_of(root: Path, ending: str, how: tuple[str, ...]) -> Iterator[SourceText]:
    paths = (root / "kiosk").rglob(f"*.{ending}")
    files = sorted(path.relative_to(root).as_posix() for path in paths)
    if not files:
        return
    entries = polib.pofile(output_of("xgettext", *how, *files, folder=root))
    notes = _notes_by_place(entries)
    for entry in entries:
        places = dict.fromkeys(path for path, _ in entry.occurrences)
        screens = ", ".join(_screen_name(Path(path)) for path in places)
        remarks = [note for place in entry.occurrences for note in notes[place]]
        areas = ", ".join(dict.fromkeys(_area(path) for path in places))
        heard = any(READ_ALOUD in each for each in remarks)
        manner = READER_ONLY if heard else SHOWN_ONLY
        note = (f"{areas}: {screens} · {manner}", *dict.fromkeys(remarks))
        yield SourceText(entry.msgid, tuple(places), note)


def _area(path: str) -> str:
    """The area in which people see the text."""
    return next((area for begins, area in AREAS.items() if path.startswith(begins)), SCREEN)


def _screen_name(path: Path) -> str:
    return path.stem if path.suffix == ".qml" else f"{path.parent.name}/{path.stem}"


def _notes_by_place(entries: polib.POFile) -> dict[tuple[str, str], list[str]]:
    """The `//:` notes by file and line; texts on the same line share their notes."""
    notes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in entries:
        remarks = [note.strip() for note in re.split(r"^:", entry.comment, flags=re.MULTILINE)]
        for place in entry.occurrences:
            notes[place] += [" ".join(note.split()) for note in remarks if note]
    return notes


def _prompt_texts() -> Iterator[SourceText]:
    named = [*vars(prompts).items(), *vars(control_words).items()]
    names = {line.text: f"button {name}" for name, line in control_words.CONTROL_WORDS.items()}
    names.update(
        {
            line.text: name.lower().replace("_", " ")
            for name, line in named
            if isinstance(line, Line)
        }
    )
    names.update({line.text: f"opening of {way}" for way, line in prompts.OPENINGS.items()})
    names.update({line.text: f"the sign “{sign}”" for sign, line in prompts.SIGNS.items()})
    for line in prompts.lines():
        when = f"Ki-ốt nói (the kiosk says): {names[line.text]} · {SPOKEN}"
        yield SourceText(line.text, (PROMPTS,), (when,))
    for label in prompts.LABELS:
        yield SourceText(label, (PROMPTS,), (f"Trên tờ giấy nhỏ (on a paper note) · {SHOWN_ONLY}",))
