"""Writes the trainer's kit into a folder; all of it works without network, also on Windows."""

import json
import re
import shutil
from base64 import b64encode
from importlib.resources import files
from pathlib import Path, PurePosixPath

from kiosk.authoring.schema import SCHEMA_FILE, lesson_schema, schema_text
from kiosk.authoring.skeleton import FIRST_NUMBER, lesson_skeleton
from kiosk.content.media import media_in
from kiosk.content.tree import Trail
from kiosk.domain.screen import NAVIGATION, Element
from kiosk.domain.step import Step
from kiosk.editor.drawing_search import drawing_words
from kiosk.editor.forms import kind_title
from kiosk.editor.numbers import NUMBERS_FILE, free_numbers, list_of_numbers
from kiosk.editor.references import CALL_KEYS, reference_sorts
from kiosk.folders import Folders
from kiosk.i18n.languages import SOURCE
from kiosk.kit.pages import guide_page, icons_page, numbers_page, page
from kiosk.library.library import Library
from kiosk.phone import element_kinds
from kiosk.pictures.own import is_own_drawing
from kiosk.steps import step_kinds
from kiosk.web import words
from kiosk.web.joining import joined
from kiosk.web.pictures import sprite
from kiosk.web.site_files import SITE as WEB
from kiosk.web.site_files import modules
from kiosk.web.theme import theme_css

GUIDE, TEMPLATES, DRAWINGS = "huong-dan", "mau", "hinh"
CHECKER, ICONS, NUMBERS = "soat-bai.html", "hinh.html", "so-bai.html"
DOCS = ("editor.md", "authoring.md", "stick.md")
FREE_SHOWN = 20
SITE = files("kiosk.kit") / "site"
SHOW = "js/show.js"


def write_kit(folders: Folders, library: Library, output: Path) -> None:
    """Everything a trainer needs at home.

    Raises:
        OSError: it cannot be written, or the guide is not on this machine.
    """
    output.mkdir(parents=True, exist_ok=True)
    for name in ("kit.css", "js-yaml.LICENSE"):
        (output / name).write_text((SITE / name).read_text("utf-8"), "utf-8")
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
        if is_own_drawing(path, folder)
    }
    words = drawing_words(*folders.icon_folders)
    (output / ICONS).write_text(icons_page(icons, words), "utf-8")
    (output / CHECKER).write_text(_checker(folders, titles), "utf-8")
    (output / "index.html").write_text(_index(), "utf-8")


def _write_guide(home: Path, output: Path) -> None:
    """The guide's pages, their pictures, and the lessons that they lead to."""
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
    """Where a link of the guide leads in the kit; what it leads to is copied; else nowhere."""
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
    """A lesson with a step of each kind, and the schema that editors complete by."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SCHEMA_FILE).write_text(schema_text(), "utf-8")
    for at, name in enumerate(step_kinds()):
        title = kind_title("steps", step_kinds()[name].key)
        path = folder / f"mau-{name}.yaml"
        text = lesson_skeleton(path.name, title, FIRST_NUMBER + at, (name,))
        path.write_text(text, "utf-8")


def _checker(folders: Folders, titles: dict[int, str]) -> str:
    """One page that holds all that it needs."""
    media = media_in(folders)
    rules = {
        "schema": lesson_schema(),
        "references": {
            "steps": {kind.key: _references("steps", kind.key) for kind in step_kinds().values()},
            "screens": {key: _references("screens", key) for key in element_kinds()},
        },
        "kinds": {kind.key: _kind_rules(kind) for kind in step_kinds().values()},
        "elements": {
            key: {
                **_kind_rules(kind),
                "area": kind.area.value,
                "touchable": kind.touchable,
            }
            for key, kind in element_kinds().items()
        },
        "always": [*NAVIGATION, *CALL_KEYS],
        "icons": sorted(media.icons),
        "pictures": sorted(media.pictures),
        "numbers": titles,
    }
    show = {**modules(), SHOW: (SITE / "show.js").read_text("utf-8")}
    scripts = "".join(
        f"<script>{text}</script>\n"
        for text in (
            (SITE / "js-yaml.min.js").read_text("utf-8"),
            f"var RULES = {_in_script(rules)};",
            (SITE / "check.js").read_text("utf-8"),
            *joined(show, (SHOW,)),
            (SITE / "check_page.js").read_text("utf-8"),
        )
    )
    held = _in_script(_held_for_the_phone(folders))
    scripts = f'<script type="application/json" id="embedded">{held}</script>\n{scripts}'
    body = (SITE / "check.html").read_text("utf-8")
    looks = "".join((theme_css(), (WEB / "phone.css").read_text("utf-8")))
    return page("Soát bài", f"<style>{looks}</style>\n{body}", scripts=scripts)


def _in_script(value: object) -> str:
    """JSON that ends no script."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _kind_rules(kind: type[Element] | type[Step]) -> dict[str, object]:
    """What is told of a kind: its fields as an author writes them, and what they are without."""
    fields = kind.model_fields.items()
    names = {field.alias: name for name, field in fields if field.alias}
    defaults = {
        name: field.default
        for name, field in fields
        if isinstance(field.default, (bool, int, str)) and not field.is_required()
    }
    written = [field.alias or name for name, field in fields]
    return {"fields": written, "names": names, "defaults": defaults}


def _held_for_the_phone(folders: Folders) -> dict[str, object]:
    """The files that the drawn phone of the web edition asks for."""
    names = words.lines()
    catalogue = {
        "lines": [line.text for line in names.values()],
        "names": {name: at for at, name in enumerate(names)},
        "languages": [{"code": SOURCE}],
    }
    pictures = {
        path.stem: "data:image/svg+xml;base64," + b64encode(path.read_bytes()).decode()
        for folder in reversed(folders.picture_folders)
        for path in sorted(folder.glob("*.svg"))
        if is_own_drawing(path, folder)
    }
    return {"lessons.json": catalogue, "icons.svg": sprite(*folders.icon_folders), **pictures}


def _references(part: str, key: str) -> list[tuple[Trail, str]]:
    return [(trail, sort) for trail, sort in reference_sorts(part, key).items()]


def _index() -> str:
    return page("Bộ soạn bài", (SITE / "index.html").read_text("utf-8"))
