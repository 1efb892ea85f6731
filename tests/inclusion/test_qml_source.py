"""What no QML file may hold: ways past the one button, ways out, words that lose their meaning."""

import re
from pathlib import Path

import pytest

from kiosk.folders import CHECKOUT

QML = sorted((CHECKOUT / "kiosk").rglob("*.qml"))
THEME = CHECKOUT / "kiosk" / "ui" / "qml" / "TutorialKiosk" / "Theme" / "Theme.qml"

FORBIDDEN = {
    "every touch goes through KioskButton": (
        "MouseArea TapHandler DragHandler PinchHandler PointHandler HoverHandler WheelHandler "
        "MultiPointTouchArea onPressAndHold onLongPressed"
    ),
    "nothing scrolls": (
        "Flickable ListView GridView TableView TreeView PathView ScrollView ScrollBar SwipeView"
    ),
    "the software renderer draws neither shaders nor shadows": (
        "ShaderEffect ShaderEffectSource MultiEffect ParticleSystem Canvas Gradient LinearGradient"
    ),
    "nothing leads out of the kiosk": (
        "openUrlExternally FileDialog FolderDialog WebEngineView WebView onLinkActivated "
        "Shortcut Menu MenuBar ContextMenu ToolTip"
    ),
    "words are typed on the kiosk's own keys, and shown as they were written": (
        "TextField TextArea TextInput RichText StyledText MarkdownText AutoText"
    ),
    "no line is stretched and no word cut off": "AlignJustify elide clip",
}
DESK = CHECKOUT / "kiosk" / "ui" / "qml" / "TutorialKiosk" / "Desk"
"""For trainers before a monitor, with a mouse: a list of errors may be longer than the window."""
AT_THE_DESK = {"nothing scrolls", "no line is stretched and no word cut off"}
FOREIGN = r"import +(QtQuick\.(Effects|Particles|Dialogs|Controls)|Qt5Compat|QtWeb\w+|QtMultimedia)"


def code_of(path: Path) -> str:
    """The file without its comments."""
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def shown(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


@pytest.mark.parametrize(("why", "names"), FORBIDDEN.items(), ids=FORBIDDEN)
def test_no_file_holds_what_old_hands_and_weak_machines_cannot_use(why, names):
    pattern = rf"(?<![\w.])(?:\w+\.)?({'|'.join(names.split())})\b"
    found = [
        f"{shown(path)}: {match.group()}"
        for path in QML
        if not (path.parent == DESK and why in AT_THE_DESK)
        for match in re.finditer(pattern, code_of(path))
    ]

    assert not found, why


def test_the_kiosk_draws_itself():
    assert not [shown(path) for path in QML if re.search(FOREIGN, code_of(path))]


def test_words_are_drawn_only_by_files_that_say_plain_text():
    painters = [path for path in QML if re.search(r"\bText(Edit)? \{", code_of(path))]

    assert painters
    for path in painters:
        blocks = re.findall(r"\bText(?:Edit)? \{(.*?)\n\s*\}", code_of(path), flags=re.DOTALL)
        assert all("PlainText" in block for block in blocks), shown(path)


def test_only_the_theme_states_colours():
    stated = [
        f"{shown(path)}: {match.group()}"
        for path in QML
        if path != THEME
        for match in re.finditer(
            r'"#[0-9A-Fa-f]{3,8}"|\bQt\.(rgba|hsla|lighter|darker)\b', code_of(path)
        )
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
        for match in re.finditer(SIZES, code_of(path), flags=re.MULTILINE)
    ]

    assert not stated


SAME_EVERYWHERE = {"4G", "9:41", "Ki-ốt", "QR", "Wi-Fi", "SOS", "TEST", "VND"}
"""What is written alike in every language."""
PROPERTIES = (
    r"\b(?:text|heading|title|spokenName|note|caption|Accessible\.(?:name|description))\s*:\s*"
)


THE_PHONES_OWN = CHECKOUT / "kiosk" / "phone"
"""What a phone in Vietnam shows is Vietnamese, whatever language explains it."""


def test_words_for_people_can_be_translated():
    bare = [
        f"{shown(path)}: {literal}"
        for path in QML
        if path.parent != THE_PHONES_OWN
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
            if "qsTr(" in line and not any(
                "//:" in above for above in lines[max(0, number - 4) : number]
            ):
                without.append(f"{shown(path)}:{number + 1}: {line.strip()}")

    assert not without
