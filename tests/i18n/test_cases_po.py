"""PO files as tools and people write them: no entry is lost, and faults are reported by line."""

import codecs
from pathlib import Path

import pytest

from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.gettext_tools import UnreadablePoError
from kiosk.i18n.po import read_po, readable

CASES = Path(__file__).parent.parent / "cases" / "po"
ONE, TWO, THREE = "Nối Wi-Fi", "Hỏi cán bộ đúng tên mạng.", "Gõ đúng từng chữ của mật khẩu."
ALL = {ONE: "AAA mot", TWO: "AAA hai", THREE: "AAA ba"}
EXPECTED: dict[str, tuple[dict[str, str], list[int]]] = {
    "p05-cp1258-khai-cp1258.po": ({"N?i Wi-Fi": "AAA mot"}, []),
    "p05b-latin1-khai-utf8.po": ({}, [11]),
    "p07-nhay-cong.po": ({ONE: "AAA mot", THREE: "AAA ba"}, [14]),
    "p08-nhay-thieu.po": ({ONE: "AAA mot", THREE: "AAA ba"}, [14]),
    "p09-nhay-trong.po": ({ONE: "AAA mot", THREE: "AAA ba"}, [14]),
    "p10-hai-lan.po": (ALL, [19]),
    "p11-msgctxt.po": ({ONE: "AAA mot ctxt", TWO: "AAA hai"}, []),
    "p12-so-nhieu.po": ({ONE: "AAA so nhieu", TWO: "AAA hai"}, []),
    "p13-fuzzy.po": ({TWO: "AAA hai"}, []),
    "p14-fuzzy-c-format.po": ({TWO: "AAA hai"}, []),
    "p15-bo.po": ({TWO: "AAA hai"}, []),
    "p16b-mot-khoi.po": ({ONE: "AAA mot", TWO: "AAA hai"}, []),
    "p16c-mot-khoi-fuzzy.po": ({TWO: "AAA hai"}, []),
    "p16d-mot-khoi-obsolete.po": ({ONE: "AAA mot"}, []),
    "p17-khong-dau-de.po": ({}, []),
    "p26-noi-nhieu-dong.po": ({TWO: "AAA hai"}, []),
    "p27-git-xung-dot.po": ({ONE: "AAA mot", THREE: "AAA ba"}, [14]),
    "p28-msgcat-conflict.po": ({}, [11]),
    "p30-html-entity.po": ({**ALL, TWO: 'AAA "hai"'}, []),
    "p31-thieu-cho.po": ({}, []),
    "p33-chua-dich-giong.po": ({ONE: ONE, TWO: TWO}, []),
    "p34-mo-file-excel.po": ({}, [1]),
}
"""The shown texts and the reported lines of a file; all other files yield three sentences."""


def reviewed(content: bytes) -> bytes:
    """The file with a header that names its reviewer, on the line of its language."""
    if content.startswith(codecs.BOM_UTF16_LE):
        return reviewed(content.decode("utf-16").encode()).decode().encode("utf-16")
    return content.replace(b"Language: rad\\n", b"Language: rad\\nX-Reviewed-By: H'Bia\\n")


@pytest.fixture
def folder_of(tmp_path):
    def make(name):
        folder = tmp_path / "rad"
        folder.mkdir()
        (folder / "kiosk.po").write_bytes(reviewed((CASES / name).read_bytes()))
        return folder

    return make


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_what_can_be_read_is_shown_and_the_rest_is_told_with_its_line(name, folder_of, caplog):
    shown, lines = EXPECTED.get(name, (ALL, []))
    folder = folder_of(name)
    assert dict(read_catalogue(folder).texts) == shown
    for translated in (True, False):
        found = readable(folder / "kiosk.po", translated=translated)
        assert [fault.line for fault in found.faults] == lines
    caplog.clear()


@pytest.mark.parametrize("name", [name for name, (_, lines) in EXPECTED.items() if lines])
def test_a_file_that_would_lose_an_entry_is_not_written_anew(name, folder_of):
    with pytest.raises(UnreadablePoError):
        read_po(folder_of(name) / "kiosk.po")


def test_a_message_of_several_sentences_keeps_its_line_numbers(tmp_path):
    path = tmp_path / "a.po"
    path.write_text('msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d\n\n\nmsgid "e"\nmsgstr “f”\n')
    assert [fault.line for fault in readable(path).faults] == [4, 8]


def test_a_file_in_utf8_is_read_as_that_whatever_its_head_says(tmp_path):
    path = tmp_path / "a.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=windows-1258\\n"\n\n'
    path.write_text(f'{head}msgid "{ONE}"\nmsgstr "AAA mot"\n', "utf-8")
    assert [entry.msgid for entry in readable(path).entries] == [ONE]


HEAD = 'msgid ""\nmsgstr ""\n"Language: rad\\n"\n"X-Reviewed-By: H\'Bia\\n"\n'
FIRST, SECOND, THIRD = (f'msgid "{source}"\nmsgstr "{text}"\n' for source, text in ALL.items())
OTHERS = {ONE: ALL[ONE], THREE: ALL[THREE]}
PLAIN = f"{HEAD}\n{FIRST}\n{SECOND}\n{THIRD}"


def with_second(entry):
    """The file with `entry` as its second entry, on lines 9 and 10."""
    return f"{HEAD}\n{FIRST}\n{entry}\n{THIRD}"


SIBLINGS = {
    "UTF-16 without a mark": (PLAIN.encode("utf-16-le"), ALL, []),
    "UTF-32": (PLAIN.encode("utf-32"), ALL, []),
    "two marks": ("\ufeff\ufeff" + PLAIN, ALL, []),
    "a mark in the middle": (with_second("\ufeff" + SECOND), ALL, []),
    "U+2028 for the end of a line": (PLAIN.replace("\n", "\u2028"), ALL, []),
    "U+0085 for the end of a line": (PLAIN.replace("\n", "\x85"), ALL, []),
    "zeros in a word": (with_second(SECOND.replace("hai", "h\0ai")), ALL, []),
    "joiners in the source": (with_second(SECOND.replace("Hỏi", "H\u200dỏi")), ALL, []),
    "an empty line before the translation": (
        with_second(SECOND.replace("\nmsgstr", "\n\nmsgstr")),
        ALL,
        [],
    ),
    "an empty line in the translation": (
        with_second(SECOND.replace('msgstr "AAA hai"', 'msgstr ""\n\n"AAA hai"')),
        ALL,
        [],
    ),
    "the second of two forms": (
        with_second(
            f'msgid "{TWO}"\nmsgid_plural "{TWO}"\nmsgstr[0] ""\nmsgstr[1] "{ALL[TWO]}"\n'
        ),
        ALL,
        [],
    ),
    "a second head": (f"{HEAD}\n{PLAIN}", ALL, []),
    "no translation at all": (with_second(f'msgid "{TWO}"\n'), OTHERS, [9]),
    "the translation first": (
        with_second(f'msgstr "{ALL[TWO]}"\nmsgid "{TWO}"\n'),
        OTHERS,
        [9, 10],
    ),
}  # fmt: skip
"""Other faults of people and programs, each with the shown texts and the reported lines."""


@pytest.mark.parametrize("name", SIBLINGS)
def test_what_is_like_these_cases_is_shown_or_told_as_well(name, tmp_path, caplog):
    content, shown, lines = SIBLINGS[name]
    folder = tmp_path / "rad"
    folder.mkdir()
    (folder / "a.po").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert dict(read_catalogue(folder).texts) == shown
    assert [fault.line for fault in readable(folder / "a.po").faults] == lines
    caplog.clear()
