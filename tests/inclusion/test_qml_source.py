"""What no QML file may hold: ways past the one button, ways out of the kiosk, words that lose their meaning."""

import re
from pathlib import Path

import pytest

from kiosk.folders import CHECKOUT

QML = sorted((CHECKOUT / "kiosk").rglob("*.qml"))
THEME = CHECKOUT / "kiosk" / "ui" / "qml" / "TutorialKiosk" / "Theme" / "Theme.qml"

FORBIDDEN = {
    r"\b(MouseArea|TapHandler|DragHandler|PinchHandler|PointHandler|HoverHandler|MultiPointTouchArea)\b":
        "every touch goes through KioskButton",
    r"\bonPress(AndHold|edAndHold)\b|\bonLongPressed\b": "a long touch is the same touch",
    r"\b(Flickable|ListView|GridView|TableView|PathView|ScrollView|ScrollBar|SwipeView)\b":
        "nothing scrolls",
    r"\b(ShaderEffect|ShaderEffectSource|MultiEffect|ParticleSystem|Canvas|LinearGradient|Gradient)\b":
        "the software renderer draws neither shaders nor shadows",
    r"import +(QtQuick\.(Effects|Particles|Dialogs|Controls)|Qt5Compat|QtWebEngine|QtMultimedia)":
        "the kiosk draws itself",
    r"\b(openUrlExternally|FileDialog|FolderDialog|WebEngineView|onLinkActivated|linkActivated)\b":
        "nothing leads out of the kiosk",
    r"\b(Shortcut|MenuBar|Menu|ToolTip|ContextMenu)\b": "no key and no menu leads elsewhere",
    r"\b(TextField|TextArea|TextInput)\b": "nothing is typed into Qt's own fields",
    r"\bText\.(RichText|StyledText|MarkdownText|AutoText)\b|\bTextEdit\.(RichText|MarkdownText|AutoText)\b":
        "words are shown as they were written",
    r"\bAlignJustify\b": "justified lines are hard to read",
    r"\belide\s*:|\bclip\s*:\s*true": "no word is cut off",
}


def code_of(path: Path) -> str:
    """The file without its comments."""
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)


def shown(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


@pytest.mark.parametrize(("pattern", "why"), FORBIDDEN.items(), ids=FORBIDDEN.values())
def test_no_file_holds_what_old_hands_and_weak_machines_cannot_use(pattern, why):
    found = [
        f"{shown(path)}: {match.group()}"
        for path in QML
        for match in re.finditer(pattern, code_of(path))
    ]

    assert not found, why


def test_words_are_drawn_only_by_files_that_say_plain_text():
    painters = [path for path in QML if re.search(r"\bText(Edit)? \{", code_of(path))]

    assert painters
    for path in painters:
        blocks = re.findall(r"\bText(?:Edit)? \{(.*?)\n\s*\}", code_of(path), flags=re.S)
        assert all("PlainText" in block for block in blocks), shown(path)


def test_only_the_theme_states_colours():
    stated = [
        f"{shown(path)}: {match.group()}"
        for path in QML
        if path != THEME
        for match in re.finditer(r'"#[0-9A-Fa-f]{3,8}"|\bQt\.(rgba|hsla|lighter|darker)\b', code_of(path))
    ]
    named = [
        f"{shown(path)}: {match.group()}"
        for path in QML
        if path != THEME
        for match in re.finditer(r'color: *"(?!transparent")\w+"', code_of(path))
    ]

    assert not stated + named


SIZES = (
    r"\b(?:width|height|implicitWidth|implicitHeight|size|spacing|rowSpacing|columnSpacing|radius"
    r"|margins|\w+Margin|padding|\w+Padding|pixelSize|pointSize|capMm|letterSpacing): *"
    r"(?!0\b)-?\d+(?:\.\d+)?\s*$"
)


def test_only_the_theme_states_sizes():
    stated = [
        f"{shown(path)}: {match.group().strip()}"
        for path in QML
        if path != THEME
        for match in re.finditer(SIZES, code_of(path), flags=re.M)
    ]

    assert not stated


SAME_EVERYWHERE = {"4G", "9:41", "Ki-ốt", "QR", "Wi-Fi", "SOS", "TEST", "VND"}
"""What is written alike in every language."""
PROPERTIES = r"\b(?:text|heading|title|spokenName|note|caption|Accessible\.(?:name|description))\s*:\s*"


def test_words_for_people_can_be_translated():
    bare = [
        f"{shown(path)}: {literal}"
        for path in QML
        for line in re.findall(PROPERTIES + r"([^\n]*)", code_of(path))
        for literal in re.findall(r'"([^"]*)"', re.sub(r"qsTr\([^)]*\)", "", line))
        if re.search(r"[^\W\d_]{2}", literal) and literal not in SAME_EVERYWHERE
    ]

    assert not bare


def test_every_text_for_translators_has_a_note():
    without = []
    for path in QML:
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if "qsTr(" in line and not any("//:" in above for above in lines[max(0, number - 4):number]):
                without.append(f"{shown(path)}:{number + 1}: {line.strip()}")

    assert not without
