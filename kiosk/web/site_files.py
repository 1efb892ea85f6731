"""The pages' static files: scripts, styles, icons, and the views of phone elements."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from kiosk.folders import CHECKOUT
from kiosk.phone import element_kinds, module_of
from kiosk.web.joining import joined
from kiosk.web.theme import theme_css

SITE = Path(__file__).parent / "site"
VIEW_ENDING = ".web.js"
PAGE = "index.html"
WORKER = "sw.js"
SCRIPTS = {"first.js": "js/first.js", "pages.js": "js/main.js"}
"""In loading order: the name of each script and its entry module."""
STYLES = ("app.css", "phone.css")
ICON_PX = (192, 512)
_GREEN, _IVORY = "#0B5345", "#FFF6E6"


def element_views() -> Mapping[str, Path]:
    """The script file of each kind of element with its own view, beside the element's class."""
    found = {}
    for kind, element in element_kinds().items():
        path = module_of(element).with_suffix("").with_suffix(VIEW_ENDING)
        if path.is_file():
            found[kind] = path
    return found


def modules() -> Mapping[str, str]:
    """All modules of the scripts by path, including one per element view."""
    found = {
        path.relative_to(SITE).as_posix(): path.read_text("utf-8")
        for path in sorted((SITE / "js").rglob("*.js"))
    }
    views = element_views()
    found |= {f"js/phone/{kind}.js": path.read_text("utf-8") for kind, path in views.items()}
    return {**found, "js/kinds.js": _kinds(tuple(views))}


def site_files() -> Iterator[tuple[str, bytes]]:
    """All static files by path; the service worker is written separately by `worker`."""
    code = dict(zip(SCRIPTS, joined(modules(), SCRIPTS.values()), strict=True))
    code["pages.css"] = styles()
    yield from ((name, content.encode()) for name, content in code.items())
    # The page requests these files by a common hash, so that cached ones always match each other.
    page = (SITE / PAGE).read_text("utf-8")
    yield PAGE, page.replace("{code}", sum_of("".join(code.values()).encode())).encode()
    for path in sorted(SITE.glob("*")):
        if path.is_file() and path.name not in (PAGE, WORKER, *STYLES):
            yield path.name, path.read_bytes()
    yield "icon.svg", _icon_svg().encode()
    for size in ICON_PX:
        yield f"icon-{size}.png", _icon_png(size)


def styles() -> str:
    """The style sheet of the pages: theme, frame, phone."""
    return "".join((theme_css(), *((SITE / name).read_text("utf-8") for name in STYLES)))


def worker(version: str) -> str:
    """The service worker for one edition."""
    return (SITE / WORKER).read_text("utf-8").replace("{version}", version)


def sum_of(content: bytes) -> str:
    """The content hash that identifies a file version."""
    return hashlib.sha256(content).hexdigest()[:16]


def _kinds(kinds: tuple[str, ...]) -> str:
    imports = "".join(
        f'import {{ draw as draw{at} }} from "./phone/{kind}.js";\n'
        for at, kind in enumerate(kinds)
    )
    entries = "".join(
        f"  {json.dumps(kind)}: define({json.dumps(kind)}, draw{at}),\n"
        for at, kind in enumerate(kinds)
    )
    doc = (
        "/** The custom element of each kind; the others are drawn from their words.\n"
        ' * @type {Object<string, import("./phone_element.js").PhoneElementClass>} */\n'
    )
    define = 'import { define } from "./phone_element.js";\n'
    return f"{define}{imports}\n{doc}export const elements = {{\n{entries}}};\n"


def _icon_svg() -> str:
    drawing = (CHECKOUT / "media" / "icons" / "phone.svg").read_text("utf-8")
    content = drawing[drawing.index(">") + 1 : drawing.rindex("</svg>")]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 72 72" fill="none" '
        f'stroke="{_IVORY}" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round">'
        f'<rect x="-12" y="-12" width="72" height="72" fill="{_GREEN}" stroke="none"/>'
        f"{content.strip()}</svg>"
    )


def _icon_png(size: int) -> bytes:
    image = Image.new("RGB", (size, size), _GREEN)
    pen = ImageDraw.Draw(image)
    box = (size * 0.34, size * 0.22, size * 0.66, size * 0.78)
    pen.rounded_rectangle(box, radius=size * 0.05, outline=_IVORY, width=max(4, size // 22))
    pen.line((size * 0.45, size * 0.7, size * 0.55, size * 0.7), _IVORY, max(4, size // 28))
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()
