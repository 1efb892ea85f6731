"""Reading any file ends quickly, with a lesson or with an error."""

import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.content.problems import any_error
from kiosk.content.reader import read_lesson
from kiosk.content.wording import sentence
from kiosk.domain.settings import Settings
from kiosk.settings.file import read_settings

LINES = """\
title: Nối Wi-Fi
number: 11
goal: "Bác tự nối: điện thoại vào Wi-Fi."
remember: [Một, Hai]
screens:
  man-hinh-chinh:
    - app: cai-dat
      icon: settings
      label: Cài đặt
steps:
  - say: Bác tìm hình bánh răng.
    screen: man-hinh-chinh
    tap: cai-dat
    note:
      - {label: Tên mạng, value: 'HOC-THU'}
  - ask: Mạng nào?
    choices:
      - text: A
        right: true
        goto: xong
      - text: B
  - name: xong
    say: |
      Xong rồi.
""".splitlines()
SNIPPETS = st.sampled_from(
    ["\t", ":", ": ", "- ", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!!int ", "#", "\\", "|",
     ">", "\ufeff", "\x00", "%", "@", "---", "...", "<<: *a", "? ", "  ", "\r", "\u2028", "á"]
)  # fmt: skip


@st.composite
def mangled(draw) -> bytes:
    """A valid lesson with random mutations."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        column = draw(st.integers(0, len(line)))
        lines[at] = draw(
            st.sampled_from(
                [
                    line[:column] + draw(SNIPPETS) + line[column:],
                    line[column:],
                    line[:column],
                    " " * draw(st.integers(1, 5)) + line,
                    f"{line}\n{line}",
                    lines[draw(st.integers(0, len(lines) - 1))],
                ]
            )
        )
    data = bytearray("\n".join(lines).encode("utf-8"))
    for _ in range(draw(st.integers(0, 2))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("lessons")


CAREFUL = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@CAREFUL
@example(data=b"[")
@example(data=b"a: {\n\nb, ")
@given(data=st.one_of(mangled(), st.binary(max_size=400)))
def test_a_lesson_or_a_reason(data, folder, media):
    path = folder / "noi-wifi.yaml"
    path.write_bytes(data)
    begun = time.process_time()
    reading = read_lesson(path, media)
    assert time.process_time() - begun < 1
    assert (reading.lesson is None) == any_error(reading.problems)
    lines = (
        data.count(b"\n")
        + data.count(b"\r")
        + data.count(b"\xe2\x80\xa8")
        + data.count(b"\xc2\x85")
    )
    for problem in reading.problems:
        assert 1 <= problem.line <= lines + 2
        assert all(sentence(problem, language) for language in ("vi", "en"))


@CAREFUL
@given(data=st.one_of(mangled(), st.binary(max_size=200)))
def test_settings_whatever_is_written(data, folder):
    path = folder / "config.yaml"
    path.write_bytes(b"idle:\n  warn_after_s: 90\n" + data)
    begun = time.process_time()
    assert isinstance(read_settings(path)[0], Settings)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "a: b: " * 40_000,
        "".join(f"k{number}: &a [*a, *a]\n" for number in range(10_000)),
        "steps:\n" + "  - say: x\n" * 20_000,
        "steps:\n" + "  - say: a: b\n" * 15_000,
        "\n".join(f"unknown{number}: x" for number in range(12_000)),
        "a: '" + "x\n" * 100_000,
        "? " * 100_000,
        "\t\n" * 100_000,
        "a: 'b' " + " " * 200_000 + "c",
        "a" + " " * 200_000 + "c: d: e",
        "a" + " -" * 100_000 + "\nb: c",
    ],
    ids=lambda text: text[:12].strip(),
)
def test_a_hostile_file_is_refused_soon(text, write, media):
    path = write(text)
    begun = time.process_time()
    assert any_error(read_lesson(path, media).problems)
    assert time.process_time() - begun < 1.5
