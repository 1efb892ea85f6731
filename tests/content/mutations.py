"""Mutates valid lessons as accidents in editing or copying would."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

MAX_AT_ONCE = 3
LARGE_ONES = 0.03
"""Probability of mutating a shipped lesson instead of a small example."""
SIGNS = (
    "\t", ":", ": ", "- ", "-", "'", '"', "[", "]", "{", "}", "[]", "{}", "&a ", "*a", "!!int ",
    "!", "#", " #x", "\\", "|", "|-\n", ">", "\ufeff", "\x00", "\x07", "%", "%YAML 1.1\n", "@", "`",
    "---\n", "...\n", "<<: *a", "? ", "  ", "\r", "\n", "\u2028", "\u0085", "\ud7ff", "á", "á", "ổ",
    "🙂", "🏳️‍🌈", ",", ", ", "~", "null", "yes", "0", "-1", "1e400", "9" * 400, "0x1F", "2026-13-41",
    "{{", "$(", "%s", "{0}", "</b>", "..", "../../x.png", "/etc/passwd", "con.yaml", "a" * 500,
)  # fmt: skip
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|\s+")
Mutation = Callable[[random.Random, str, Sequence[str]], str]


def mutants(bases: Sequence[str], large: Sequence[str], seed: int, count: int) -> Iterator[bytes]:
    """Yields `count` mutated lessons, reproducible by seed."""
    dice = random.Random(seed)
    for _ in range(count):
        text = dice.choice(large if dice.random() < LARGE_ONES else bases)
        for _ in range(dice.randint(1, MAX_AT_ONCE)):
            text = dice.choice(MUTATIONS)(dice, text, bases)
        data = text.encode("utf-8", "surrogatepass")
        yield with_other_bytes(dice, data) if dice.random() < 0.2 else data


def with_other_bytes(dice: random.Random, data: bytes) -> bytes:
    """Changes, removes or inserts random bytes."""
    changed = bytearray(data or b" ")
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(changed))
        changed[at : at + dice.randint(0, 2)] = dice.randbytes(dice.randint(0, 2))
        changed = changed or bytearray(b" ")
    return bytes(changed)


def a_sign_more(dice: random.Random, text: str, bases: Sequence[str]) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + dice.choice(SIGNS) + text[at:]


def a_piece_lost(dice: random.Random, text: str, bases: Sequence[str]) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + text[at + dice.randint(1, 12) :]


def cut_off(dice: random.Random, text: str, bases: Sequence[str]) -> str:
    return text[: dice.randint(0, len(text))]


def _on_lines(change: Callable[[random.Random, list[str], int], None]) -> Mutation:
    def mutation(dice: random.Random, text: str, bases: Sequence[str]) -> str:
        lines = text.split("\n")
        change(dice, lines, dice.randrange(len(lines)))
        return "\n".join(lines)

    return mutation


@_on_lines
def a_line_twice(dice: random.Random, lines: list[str], at: int) -> None:
    lines.insert(dice.randint(0, len(lines)), lines[at])


@_on_lines
def a_line_lost(dice: random.Random, lines: list[str], at: int) -> None:
    del lines[at]


@_on_lines
def a_line_moved(dice: random.Random, lines: list[str], at: int) -> None:
    line = lines.pop(at)
    lines.insert(dice.randint(0, len(lines)), line)


@_on_lines
def a_line_indented(dice: random.Random, lines: list[str], at: int) -> None:
    for below in range(at, min(len(lines), at + dice.randint(1, 4))):
        lines[below] = dice.choice((" ", "  ", "   ", "    ", "\t")) + lines[below]


@_on_lines
def a_line_less_indented(dice: random.Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at][dice.randint(1, 4) :]


@_on_lines
def a_line_broken(dice: random.Random, lines: list[str], at: int) -> None:
    cut = dice.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]


@_on_lines
def a_value_changed(dice: random.Random, lines: list[str], at: int) -> None:
    head, colon, _ = lines[at].partition(":")
    if colon:
        lines[at] = f"{head}: {dice.choice(SIGNS)}"


@_on_lines
def a_value_lost(dice: random.Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + dice.choice(("", ":"))


@_on_lines
def a_list_instead(dice: random.Random, lines: list[str], at: int) -> None:
    head, colon, value = lines[at].partition(": ")
    if colon:
        lines[at] = f"{head}: {dice.choice(('[%s]', '{%s}', '{a: %s}', '[%s, %s]'))}".replace(
            "%s", value
        )


@_on_lines
def a_dash_gained_or_lost(dice: random.Random, lines: list[str], at: int) -> None:
    bare = lines[at].lstrip(" ")
    indent = lines[at][: len(lines[at]) - len(bare)]
    lines[at] = indent + (bare.removeprefix("- ") if bare.startswith("- ") else f"- {bare}")


@_on_lines
def nested_deeply(dice: random.Random, lines: list[str], at: int) -> None:
    head, colon, value = lines[at].partition(": ")
    deep = dice.choice((3, 25, 400))
    if colon:
        lines[at] = f"{head}: {'[' * deep}{value}{']' * dice.choice((deep, deep - 1))}"


@_on_lines
def a_line_many_times(dice: random.Random, lines: list[str], at: int) -> None:
    lines[at : at + 1] = [lines[at]] * dice.choice((5, 120))


def a_word_misspelled(dice: random.Random, text: str, bases: Sequence[str]) -> str:
    tokens = TOKEN.findall(text)
    at = dice.randrange(len(tokens)) if tokens else 0
    if tokens and len(tokens[at]) > 1:
        cut = dice.randrange(len(tokens[at]) - 1)
        word = tokens[at]
        tokens[at] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    return "".join(tokens)


def two_words_exchanged(dice: random.Random, text: str, bases: Sequence[str]) -> str:
    tokens = TOKEN.findall(text)
    if tokens:
        one, other = dice.randrange(len(tokens)), dice.randrange(len(tokens))
        tokens[one], tokens[other] = tokens[other], tokens[one]
    return "".join(tokens)


def a_word_everywhere_else(dice: random.Random, text: str, bases: Sequence[str]) -> str:
    words = sorted(set(re.findall(r"\b[a-z][a-z-]{2,}\b", text)))
    return text.replace(dice.choice(words), dice.choice(words)) if words else text


def two_lessons_in_one(dice: random.Random, text: str, bases: Sequence[str]) -> str:
    other = dice.choice(bases)
    return text[: dice.randint(0, len(text))] + other[dice.randint(0, len(other)) :]


def a_block_of_another(dice: random.Random, text: str, bases: Sequence[str]) -> str:
    lines, other = text.split("\n"), dice.choice(bases).split("\n")
    at, start = dice.randint(0, len(lines)), dice.randrange(len(other))
    lines[at:at] = other[start : start + dice.randint(1, 6)]
    return "\n".join(lines)


def other_line_ends(dice: random.Random, text: str, bases: Sequence[str]) -> str:
    return text.replace("\n", dice.choice(("\r\n", "\r", "\n\n", "\u2028")))


MUTATIONS: tuple[Mutation, ...] = (
    a_sign_more, a_sign_more, a_piece_lost, cut_off, a_line_twice, a_line_lost, a_line_moved,
    a_line_indented, a_line_less_indented, a_line_broken, a_value_changed, a_value_lost,
    a_list_instead, a_dash_gained_or_lost, nested_deeply, a_line_many_times, a_word_misspelled,
    two_words_exchanged, a_word_everywhere_else, two_lessons_in_one, a_block_of_another,
    other_line_ends,
)  # fmt: skip


def texts_of(paths: Sequence[Path]) -> list[str]:
    """The contents of the files."""
    return [path.read_text(encoding="utf-8") for path in paths]
