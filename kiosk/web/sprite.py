"""Combines all icons into one SVG sprite."""

import re
from pathlib import Path

from kiosk.pictures.own import is_trusted_drawing

_VIEW_BOX = re.compile(r'viewBox="([^"]+)"')
_ROOT = re.compile(r"<svg\b([^>]*)>(.*)</svg>", re.DOTALL)
_COPIED = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")


def sprite(*folders: Path) -> str:
    """The sprite with one symbol `i-<name>` per icon, in the current text colour."""
    symbols = []
    found_in = (path for folder in reversed(folders) for path in folder.glob("*.svg"))
    paths = {path.name: path for path in found_in if is_trusted_drawing(path, path.parent)}
    for _, path in sorted(paths.items()):
        found = _ROOT.search(path.read_text("utf-8"))
        box = _VIEW_BOX.search(path.read_text("utf-8"))
        if found and box:
            looks = " ".join(
                f'{name}="{value}"'
                for name, value in re.findall(r'([\w-]+)="([^"]*)"', found[1])
                if name in _COPIED
            )
            content = re.sub(r"\s*\n\s*", " ", found[2]).strip()
            symbols.append(
                f'<symbol id="i-{path.stem}" viewBox="{box[1]}"><g {looks}>{content}</g></symbol>'
            )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>'
