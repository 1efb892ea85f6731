"""A single HTML file with scripts, styles, one lesson and its speech, to be sent in a chat."""

import base64
import json
import re
from pathlib import Path

from kiosk.web.site_files import PAGE, SCRIPTS

_LEFT_OUT = (".js", ".css", ".html", ".webmanifest", ".png")
_MIME = {".svg": "image/svg+xml", ".webp": "image/webp"}


def one_page(folder: Path) -> str:
    page = (folder / PAGE).read_text("utf-8")
    script = "".join((folder / name).read_text("utf-8") for name in SCRIPTS)
    data = json.dumps(_embedded(folder), ensure_ascii=False, separators=(",", ":"))
    embedded = f'<script type="application/json" id="embedded">{_safe(data)}</script>\n'
    return inlined(page, (folder / "pages.css").read_text("utf-8"), script, embedded)


def inlined(page: str, styles: str, script: str, before: str = "") -> str:
    """The edition's page with styles and script inlined; `before` is placed before the script."""
    page = re.sub(r"<meta http-equiv=.*?>\n", "", page)
    page = re.sub(r'<link rel="(icon|apple-touch-icon|manifest|preload)".*?>\n', "", page)
    page = re.sub(r'<link rel="stylesheet".*?>', lambda _: f"<style>\n{styles}</style>", page)
    page = re.sub(r"<script .*?</script>\n", "", page)
    script = f"{before}<script>\n{_safe(script)}\n</script>"
    return page.replace("</body>", f"{script}\n</body>")


def _safe(text: str) -> str:
    """Escapes `</`, so that the text cannot close its <script> element."""
    return text.replace("</", "<\\/")


def _embedded(folder: Path) -> dict[str, object]:
    """All files by path: JSON as data, pictures as data URLs, sound as Base64."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        if not path.is_file() or path.suffix in _LEFT_OUT or place == "files.json":
            continue
        if path.suffix == ".json":
            found[place] = json.loads(path.read_text("utf-8"))
        elif place == "icons.svg":
            found[place] = path.read_text("utf-8")
        elif path.suffix == ".mp3":
            found[place] = base64.b64encode(path.read_bytes()).decode()
        elif path.suffix in _MIME:
            letters = base64.b64encode(path.read_bytes()).decode()
            found[place] = f"data:{_MIME[path.suffix]};base64,{letters}"
    return found
