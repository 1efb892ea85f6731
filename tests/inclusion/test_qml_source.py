"""Forbidden constructs in QML files: other controls than KioskButton, links, truncated text."""

import re
from pathlib import Path

import pytest

from kiosk.folders import CHECKOUT

QML = sorted((CHECKOUT / "kiosk").rglob("*.qml"))
QML_FOLDER = CHECKOUT / "kiosk" / "ui" / "qml" / "TutorialKiosk"
THEME = QML_FOLDER / "Theme" / "Theme.qml"

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
READ_ONLY_USES = {("Finger.qml", "above.clip")}
"""The finger only reads the property."""
ON_THE_PHONE = QML_FOLDER / "Phone"
"""The drawn phone behaves like a phone: its lists scroll, and are clipped by the glass."""
OF_A_PHONE = {
    "nothing scrolls": {"Flickable"},
    "no line is stretched and no word cut off": {"clip"},
}
DESK = QML_FOLDER / "Desktop"
"""For trainers, who edit lessons with mouse and keyboard, or by touch. Learners never see it: a
lesson has up to 150 steps and forms of any length, on one screen."""
AT_THE_DESK = {
    "EditorArrows.qml": {"DragHandler", "ListView"},  # an arrow's end is dragged to a step
    "EditorBar.qml": {"elide"},  # the lesson's title, beside all buttons
    "EditorCanvas.qml": {"DragHandler", "TapHandler"},  # items on the drawn phone are no buttons
    "EditorField.qml": {"elide"},  # one line for a picked value
    "EditorForm.qml": {"Flickable", "ListView", "clip"},
    "EditorPicker.qml": {"Flickable", "GridView", "TextInput", "clip"},  # search of icons
    "EditorSteps.qml": {"DragHandler", "Flickable", "ListView", "clip", "elide"},
    "EditorStrip.qml": {"Flickable", "ListView", "clip", "elide"},
    "EditorWays.qml": {"Flickable", "ListView", "clip", "elide"},
    "PreviewPanel.qml": {"Flickable", "clip"},
}
"""What each of these files may contain in addition, with the reason where it is not obvious."""
OF_ANY_LENGTH = CHECKOUT / "kiosk" / "staff_pages" / "voice_intake" / "VoiceIntakePage.qml"
"""Shows file names, which may be longer than a row."""
SMALL_SCREEN = QML_FOLDER / "Shell" / "ScaledView.qml"
"""Shows the kiosk at a smaller screen size for the lesson editor, clipped at that screen's edge."""
CUT_OFF = (OF_ANY_LENGTH, SMALL_SCREEN)
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
        if not (
            path in (OF_ANY_LENGTH, SMALL_SCREEN)
            and why == "no line is stretched and no word cut off"
        )
        for match in re.finditer(pattern, code_of(path))
        if (path.name, match.group()) not in READ_ONLY_USES
        if not (path.parent == DESK and match.group(1) in AT_THE_DESK.get(path.name, ()))
        if not (path.parent == ON_THE_PHONE and match.group(1) in OF_A_PHONE.get(why, ()))
    ]

    assert not found, why


def test_the_kiosk_draws_itself():
    assert not [shown(path) for path in QML if re.search(FOREIGN, code_of(path))]


def test_no_file_of_the_desk_is_let_off_what_it_does_not_need():
    unused = {
        f"{name}: {each}"
        for name, allowed in AT_THE_DESK.items()
        for each in allowed
        if not re.search(rf"\b{each}\b", code_of(DESK / name))
    }

    assert not unused


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


NAMED_SIZES_ONLY = ("staff_pages", "ui/qml/TutorialKiosk/Controls", "ui/qml/TutorialKiosk/Shell")
"""Folders whose files use only the theme's named sizes."""
MAX_LITERAL_SIZES = 131
"""Number of literal millimetre sizes in the other files; it may only decrease."""


def literal_sizes(path: Path) -> list[str]:
    return re.findall(r"\bTheme\.mm\([^)]*\d[^)]*\)", code_of(path))


def test_high_contrast_changes_colours_and_borders_but_no_size():
    """So a page that fits in one contrast fits in the other."""
    painted = r"readonly property (color|list<color>) |(\w+\.)?border\.width: |visible: "
    inset = "anchors.margins: Theme.high ? Theme.smallGap : 0"  # of a drawing in its white square
    found = [
        f"{shown(path)}: {line.strip()}"
        for path in QML
        for line in code_of(path).splitlines()
        if re.search(r"Theme\.high\b" if path != THEME else r"\bhigh \?", line)
        and not re.match(painted, line.strip())
        and (path.name, line.strip()) != ("Picture.qml", inset)
    ]
    assert not found


def test_a_file_asks_only_for_types_that_it_makes_itself():
    """`instanceof` loads a type that no page has used yet, and the window's thread waits for it. It
    may hold Python's lock, for which the thread that loads QML waits when it translates a text."""
    found = [
        f"{shown(path)}: {name}"
        for path in QML
        for name in re.findall(r"instanceof (\w+)", code_of(path))
        if not re.search(rf"\b{name} {{", code_of(path))
    ]
    assert not found


def test_sizes_have_names():
    folders = [CHECKOUT / "kiosk" / folder for folder in NAMED_SIZES_ONLY]
    stated = {path: literal_sizes(path) for path in QML if path != THEME}
    named_sizes_only = [path for path in stated if any(each in path.parents for each in folders)]
    others = sum(len(found) for path, found in stated.items() if path not in named_sizes_only)

    assert not {shown(path): stated[path] for path in named_sizes_only if stated[path]}
    assert others <= MAX_LITERAL_SIZES


SAME_EVERYWHERE = {"4G", "9:41", "Ki-ốt", "QR", "Wi-Fi", "SOS", "TEST", "VND", "true"}
"""Texts that are the same in every language."""
PROPERTIES = (
    r"\b(?:text|heading|title|spokenName|note|caption|Accessible\.(?:name|description))\s*:\s*"
)


THE_PHONES_OWN = CHECKOUT / "kiosk" / "phone"
"""A phone in Vietnam shows Vietnamese, whatever language the lesson is explained in."""


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
