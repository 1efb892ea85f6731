"""Writes the trainer's kit into a folder; it works without network, also on Windows."""

import json
import re
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path, PurePosixPath

from kiosk.authoring.schema import SCHEMA_FILE, schema_text
from kiosk.authoring.skeleton import FIRST_NUMBER, lesson_skeleton
from kiosk.content.spoken import spoken_parts
from kiosk.domain.line import Line
from kiosk.editor.drawing_search import drawing_words
from kiosk.editor.forms import kind_title
from kiosk.editor.numbers import NUMBERS_FILE, free_numbers, list_of_numbers
from kiosk.folders import Folders
from kiosk.i18n.catalogue import EMPTY
from kiosk.i18n.languages import SOURCE
from kiosk.kit.pages import guide_page, icons_page, numbers_page, page
from kiosk.kit.runtime import runtime_script
from kiosk.kit.voice_key import voice_key
from kiosk.library.library import Library
from kiosk.pictures.own import is_trusted_drawing
from kiosk.steps import step_kinds
from kiosk.web import words
from kiosk.web.joining import joined
from kiosk.web.single_file import inlined
from kiosk.web.site_files import PAGE, SCRIPTS, modules, styles
from kiosk.web.site_files import SITE as WEB
from kiosk.web.voices import PageVoices

GUIDE, TEMPLATES, DRAWINGS = "huong-dan", "mau", "hinh"
CHECKER, ICONS, NUMBERS = "soat-bai.html", "hinh.html", "so-bai.html"
DOCS = ("editor.md", "authoring.md", "stick.md")
FREE_SHOWN = 20
SITE = files("kiosk.kit") / "site"
FRAME_FILES = "js/frame_files.js"
CLIPS = "tieng"
RUNTIME, VOICE_LIST = "may/python.js", f"{CLIPS}/giong.js"


def write_kit(
    folders: Folders, library: Library, output: Path, voices: PageVoices | None = None
) -> None:
    """Writes the whole kit.

    Args:
        folders: the folders of this kiosk.
        library: the lessons of this kiosk.
        output: the kit's folder.
        voices: synthesizes the kiosk's sentences for the checker; None for a kit without speech.

    Raises:
        OSError: the kit cannot be written, or the guide is missing.
        NoRuntimeError: the files to run Python in a browser are missing.
    """
    runtime = runtime_script(folders)
    output.mkdir(parents=True, exist_ok=True)
    (output / RUNTIME).parent.mkdir(exist_ok=True)
    (output / RUNTIME).write_text(runtime, "utf-8")
    _write_voices(library, voices, output)
    (output / "kit.css").write_text((SITE / "kit.css").read_text("utf-8"), "utf-8")
    titles = {head.number: head.title for head in library.heads.values()}
    _write_guide(folders.home, output)
    _write_templates(output / TEMPLATES)
    (output / NUMBERS_FILE).write_text(list_of_numbers(titles), "utf-8-sig")
    free = free_numbers(FIRST_NUMBER, titles)
    (output / NUMBERS).write_text(numbers_page(titles, free[:FREE_SHOWN]), "utf-8")
    icons = {
        path.stem: path
        for folder in reversed(folders.icon_folders)
        for path in folder.glob("*.svg")
        if is_trusted_drawing(path, folder)
    }
    words_of = drawing_words(*folders.icon_folders)
    (output / ICONS).write_text(icons_page(icons, words_of), "utf-8")
    (output / CHECKER).write_text(_checker(), "utf-8")
    (output / "index.html").write_text(_index(), "utf-8")


def _write_guide(home: Path, output: Path) -> None:
    """Writes the guide's pages, their pictures, and the lessons they link to."""
    docs, into = home / "docs", output / GUIDE
    pages = [*(docs / name for name in DOCS), *sorted((docs / "authoring").glob("*.md"))]
    known = {path.relative_to(docs).as_posix() for path in pages}
    for path in pages:
        place = path.relative_to(docs)

        def link(address: str, place: Path = place) -> str:
            return _link(address, place, docs, into, known)

        root = "../" * len(place.parts)
        target = (into / place).with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(guide_page(path.read_text("utf-8"), root, link), "utf-8")


def _link(address: str, place: Path, docs: Path, into: Path, known: set[str]) -> str:
    """The address in the kit for a link of the guide, copying its target; `#` if not in the kit."""
    name, _, part = address.partition("#")
    if not name:
        return address
    if re.match(r"[a-z]+:", name):
        return "#"
    inside = _joined(place.parent.as_posix(), name)
    if inside in known:
        return f"{PurePosixPath(name).with_suffix('.html')}{'#' + part if part else ''}"
    source = docs / place.parent / name
    if not source.is_file() or source.suffix not in (".png", ".svg", ".yaml"):
        return "#"
    if inside.startswith("../"):  # a lesson or an icon, beside the guide in the checkout
        folder = TEMPLATES if source.suffix == ".yaml" else DRAWINGS
        target = into.parent / folder / source.name
        leads = "../" * len(place.parts) + f"{folder}/{source.name}"
    else:
        target, leads = into / inside, name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return leads


def _joined(folder: str, name: str) -> str:
    parts: list[str] = []
    for part in (*PurePosixPath(folder).parts, *PurePosixPath(name).parts):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _write_templates(folder: Path) -> None:
    """Writes a lesson template for each kind of step, and the schema for editors."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SCHEMA_FILE).write_text(schema_text(), "utf-8")
    for at, name in enumerate(step_kinds()):
        title = kind_title("steps", step_kinds()[name].key)
        path = folder / f"mau-{name}.yaml"
        text = lesson_skeleton(path.name, title, FIRST_NUMBER + at, (name,))
        path.write_text(text, "utf-8")


def _checker() -> str:
    """The page that checks a lesson and displays it with the pages of the web edition."""
    code = {**modules(), FRAME_FILES: (SITE / "frame_files.js").read_text("utf-8")}
    pages = "".join(joined(code, (FRAME_FILES, *SCRIPTS.values())))
    player = inlined((WEB / PAGE).read_text("utf-8"), styles(), pages)
    constants = f"const PLAYER = {_in_script(player)};\n"
    inside = (
        constants,
        *((SITE / name).read_text("utf-8") for name in ("python.js", "check_page.js")),
    )
    scripts = (
        *(f'<script src="{place}"></script>\n' for place in (RUNTIME, VOICE_LIST)),
        *(f"<script>\n{text}</script>\n" for text in inside),
    )
    body = (SITE / "check.html").read_text("utf-8")
    return page("Soát bài", body, scripts="".join(scripts))


def _in_script(value: object) -> str:
    """JSON for a <script> element; `<` is escaped so that it cannot close the element."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _write_voices(library: Library, voices: PageVoices | None, output: Path) -> None:
    """Writes the clips of all Vietnamese sentences of the kiosk, and their list by `voice_key`."""
    lines = list(dict.fromkeys(_lines_of(library)))
    spoken = voices.spoken(lines, SOURCE, EMPTY) if voices else [None] * len(lines)
    found = {voice_key(line): clip for line, clip in zip(lines, spoken, strict=True) if clip}
    path = output / VOICE_LIST
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"var KIT_VOICES = {_in_script(found)};\n", "utf-8")


def _lines_of(library: Library) -> Iterator[Line]:
    """All lines of the kiosk itself and of its lessons on every make of phone."""
    yield from words.lines().values()
    for part in spoken_parts((), "", ""):
        yield from part.lines
    for lesson in library.lessons.values():
        for of in (lesson, *lesson.phones.values()):
            yield from of.lines()


def _index() -> str:
    return page("Bộ soạn bài", (SITE / "index.html").read_text("utf-8"))
