"""Exports colours and sizes of the kiosk's theme, defined in Theme.qml, as CSS."""

import re

from kiosk.folders import CHECKOUT

THEME = CHECKOUT / "kiosk" / "ui" / "qml" / "TutorialKiosk" / "Theme" / "Theme.qml"
_COLOUR = re.compile(r'property color (\w+): (?:high \? "(#[0-9A-Fa-f]+)" : )?"(#[0-9A-Fa-f]+)"')
_MILLIMETRES = re.compile(r"property real (\w+): mm\(([\d.]+)\)")
_CAPITALS = re.compile(r"property real (\w+Cap): ([\d.]+)\s*$", re.MULTILINE)
_TIME = re.compile(r"property int (\w+): (?:motion \? )?(\d+)")
_TILES = re.compile(r"property list<color> tiles: high \? \[(.*?)\] : \[(.*?)\]")
CAPITALS_OF_LETTERS = 0.725
"""Cap height relative to the font size (nearly the same in Andika, Roboto and SF)."""


def theme_css() -> str:
    """The theme as custom properties: `--ground`, `--gap`, `--sentence-cap`, `--tile-3`.

    Distances are multiples of `--mm`, font sizes of `--letter-mm`; `app.css` sets both.
    """
    qml = THEME.read_text("utf-8")
    warm, high = {}, {}
    for name, in_high, in_warm in _COLOUR.findall(qml):
        warm[name] = _css_colour(in_warm)
        if in_high:
            high[name] = _css_colour(in_high)
    warm |= {name: f"calc({size} * var(--mm))" for name, size in _MILLIMETRES.findall(qml)}
    warm |= {
        name: f"calc({float(size) / CAPITALS_OF_LETTERS:.3f} * var(--letter-mm))"
        for name, size in _CAPITALS.findall(qml)
    }
    warm |= {name: f"{milliseconds}ms" for name, milliseconds in _TIME.findall(qml)}
    if tiles := _TILES.search(qml):
        for colours, into in ((tiles[1], high), (tiles[2], warm)):
            found = re.findall(r"#[0-9A-Fa-f]+", colours)
            into |= {f"tile{at}": found[at % len(found)] for at in range(len(tiles[2].split(",")))}
    return _rule(":root", warm) + _rule(':root[data-contrast="high"]', high)


def _rule(selector: str, values: dict[str, str]) -> str:
    lines = (f"  --{_dashed(name)}: {value};\n" for name, value in sorted(values.items()))
    return f"{selector} {{\n{''.join(lines)}}}\n"


def _dashed(name: str) -> str:
    return re.sub(r"([A-Z]|(?<=[a-z])\d)", lambda found: f"-{found[0].lower()}", name)


def _css_colour(colour: str) -> str:
    """CSS has the alpha channel last, QML first."""
    return f"#{colour[3:]}{colour[1:3]}" if len(colour) == len("#AARRGGBB") else colour
