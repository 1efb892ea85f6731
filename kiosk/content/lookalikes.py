"""Finds characters that look like others, and replaces them before YAML is parsed.

Office programs, telephones and web pages insert characters that look like a space, hyphen,
quote or colon but mean something else in YAML. Each is reported with position and code point, and
replaced by the intended character so that other problems can be found in the same pass.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.content.letters_drawn import is_drawn
from kiosk.content.line_prefixes import FIELD
from kiosk.content.old_letters import odd_words
from kiosk.content.plain_text import is_plain
from kiosk.content.problems import MAX_PROBLEMS, Position, Problem, problem_at

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
JOINER = "\u200d"
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f]"
    "|[\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e01ef]"
    "|(?<![0-9#*\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff])\ufe0f"
    f"|(?<![\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]){JOINER}"
    "|[^\t\n\r\x20-\x7e\x85\u00a0-\ud7ff\ue000-\uffff\U00010000-\U0010ffff]"
)
"""Invisible characters; a joiner inside an emoji sequence is not reported separately."""
ODD_BREAK = re.compile("[\u0085\u2028\u2029]")
LOST = "\ufffd"
ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
WIDE = re.compile("[\uff01-\uff5e]+")
DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
BULLETS = (
    f"{DASHES}\u2022\u2023\u2043\u2219\u25a0\u25aa\u25ba\u25cf\u25e6\u2713\u2756\u27a2\u00b7"
    "\uf076\uf0a7\uf0b7\uf0d8\uf0fc"
)
"""The last five are bullets of Word, in the fonts Symbol and Wingdings."""
BULLET = re.compile(f"(\\s*(?:- +)*)([{BULLETS}])(\\s|$)")
LISTED = re.compile(f"\\s*(?:[-{BULLETS}](?:\\s|$)|.*:\\s*$)")
KEYED = re.compile(r"[a-z_]{2,30}:(\s|$)")
ODD_DASH = re.compile(f"[{DASHES}]")
NAME_WITH_DASH = re.compile(f"[a-z0-9]+(?:[-{DASHES}]+[a-z0-9]+)+")
FENCE = re.compile(r"\s*(```|~~~)\s*\w*\s*$")
ITEM = re.compile(r"\s*(?:- +)+")
ODD_COLON = re.compile(
    f"(\\s*(?:- +)*[a-z_]{{2,30}})([\uff1a\ufe55\ua789\u2236\ufe13])[{ODD_SPACES} ]*"
)
OPENING, CLOSING = "“”„‟‘’‚‛«»‹›″′´", "“”‟‘’‛«»‹›″′´"
HAZARD = re.compile(r":(\s|$)|\s#")
MAX_LETTERS = 3
LETTERS_OF_OTHERS = str.maketrans(
    "ÐƉðɖАВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
    "ĐĐđđABESIJKMHOPCTYXaesijopcyxdqwABEZHIKMNOPTYXov",
)
"""Icelandic, Cyrillic and Greek letters with the Latin ones that look the same."""
WORD = re.compile(r"[^\W\d_]+")


@dataclass
class _Line:
    """One line that is being corrected."""

    text: str
    number: int
    found: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)

    def report(self, column: int, code: str, **facts: str) -> None:
        """Records a problem; the column counts from 0."""
        self.found.append((column, code, facts))


def code_point(letter: str) -> str:
    """The code point in the form `U+00A0`."""
    return f"U+{ord(letter):04X}"


def unseen_sign(text: str) -> str:
    """The first invisible character in a text; empty if there is none."""
    found = INVISIBLE.search(text) or ODD_BREAK.search(text)
    return found.group() if found else ""


def mended(text: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The corrected text and the problems found; the number of lines does not change."""
    if is_plain(text):
        return text, ()
    whole = re.split("\r\n|\r|\n", text)
    odd = odd_words(whole)
    lines: list[str] = []
    problems: list[Problem] = []
    for at, original in enumerate(whole):
        line = _Line(original, at + 1)
        if word := odd.get(at):
            facts = {"text": word.word[:40], "near": word.meant[:40], "table": word.table}
            line.report(word.column, "old_letters", **facts)
        elif not odd:
            _check_line(line, lines[-1] if lines else "")
        lines.append(line.text)
        for column, code, facts in sorted(line.found, key=lambda each: each[0]):
            problems.append(problem_at(path, Position(at + 1, column + 1), code, **facts))
        if len(problems) >= MAX_PROBLEMS:
            return "\n".join((*lines, *whole[at + 1 :])), tuple(problems[:MAX_PROBLEMS])
    return "\n".join(lines), tuple(problems)


def _check_line(line: _Line, before: str) -> None:
    if FENCE.match(line.text):
        line.report(line.text.index(line.text.strip()), "code_fence", sign=line.text.strip()[:3])
        line.text = ""
        return
    if is_plain(line.text):
        return
    _replaced(line, ODD_BREAK, "odd_break", " ")
    _lost(line)
    _replaced(line, INVISIBLE, "control_sign", "")
    _letters_of_others(line)
    _colons(line)
    _spaces(line)
    _bullets(line, before)
    _dashes(line)
    _quotes(line)
    _wide(line)
    _drawn(line)


def _drawn(line: _Line) -> None:
    """Reports characters without a glyph in the kiosk's font, shown as an empty box."""
    missing: dict[str, int] = {}
    for at, letter in enumerate(line.text):
        if not is_drawn(letter) and letter != JOINER:
            missing.setdefault(letter, at)
    for letter, at in list(missing.items())[:MAX_LETTERS]:
        line.report(at, "letter_not_drawn", letter=letter, sign=code_point(letter))


def _replaced(line: _Line, signs: re.Pattern[str], code: str, by: str) -> None:
    for match in signs.finditer(line.text):
        line.report(match.start(), code, sign=code_point(match.group()))
    line.text = signs.sub(by, line.text)


def _letters_of_others(line: _Line) -> None:
    """Replaces letters of another script inside Latin words; whole foreign words are kept."""
    for match in WORD.finditer(line.text):
        word = match.group()
        meant = word.translate(LETTERS_OF_OTHERS)
        if meant == word or not (any(map(_is_latin, word)) and all(map(_is_latin, meant))):
            continue
        at = next(at for at, letter in enumerate(word) if letter != meant[at])
        facts = {"letter": word[at], "sign": code_point(word[at]), "better": meant[at]}
        line.report(match.start() + at, "letter_of_others", **facts, word=meant)
        line.text = line.text.replace(word, meant)


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN ")


def _lost(line: _Line) -> None:
    at = line.text.find(LOST)
    if at >= 0:
        word = next(word for word in line.text.split() if LOST in word)
        line.report(
            at, "letter_lost", text=word.replace(LOST, "\ufffd")[:40], sign=code_point(LOST)
        )
        line.text = line.text.replace(LOST, "?")


def _colons(line: _Line) -> None:
    if match := ODD_COLON.match(line.text):
        line.report(match.start(2), "odd_colon", letter=match[2], sign=code_point(match[2]))
        line.text = f"{match[1]}: {line.text[match.end() :]}"


def _spaces(line: _Line) -> None:
    """Non-standard spaces: an error where YAML needs a plain space, else a warning."""
    text = line.text
    plain = ODD_SPACE.sub(" ", text)
    where = FIELD.match(plain) or ITEM.match(plain)
    begin = where.end() if where else len(plain) - len(plain.lstrip())
    end = len(plain.rstrip())
    named = " " not in plain[begin:end].strip() or bool(NAME_WITH_DASH.fullmatch(plain[begin:end]))
    reported_codes = set()
    for match in ODD_SPACE.finditer(text):
        at = match.start()
        structural = at < begin or at >= end or named
        code = "odd_space" if structural else "odd_space_inside"
        if code not in reported_codes:
            line.report(at, code, sign=code_point(match.group()))
        reported_codes.add(code)
    line.text = "".join(
        plain[at] if at < begin or at >= end or named else letter for at, letter in enumerate(text)
    )


def _bullets(line: _Line, before: str) -> None:
    match = BULLET.match(line.text)
    if match and (LISTED.match(before) or KEYED.match(line.text, match.end())):
        line.report(match.start(2), "wrong_bullet", sign=f"{match[2]} ({code_point(match[2])})")
        line.text = f"{match[1]}-{line.text[match.end(2) :]}"


def _value_of(line: _Line) -> tuple[int, str]:
    match = FIELD.match(line.text) or ITEM.match(line.text)
    begin = match.end() if match else 0
    return begin, line.text[begin:].rstrip()


def _dashes(line: _Line) -> None:
    """Replaces dashes inside names and dates by hyphens."""
    begin, value = _value_of(line)
    bare = value.strip(OPENING + CLOSING + "\"'")
    for place, name in ((begin, bare), *_key_of(line)):
        if NAME_WITH_DASH.fullmatch(name) and (match := ODD_DASH.search(name)):
            at = line.text.index(name, place) + match.start()
            line.report(at, "odd_dash", letter=match.group(), sign=code_point(match.group()))
            line.text = line.text.replace(name, ODD_DASH.sub("-", name))


def _key_of(line: _Line) -> Iterator[tuple[int, str]]:
    if match := FIELD.match(line.text):
        yield match.start("key"), match["key"]


def _quotes(line: _Line) -> None:
    """Curly quotes around a whole value quote nothing in YAML; in a sentence they may be meant."""
    begin, value = _value_of(line)
    if len(value) < 2 or value[-1] not in CLOSING:
        return
    if value[0] in "'\"" and value[0] not in value[1:]:
        at = begin + len(value) - 1
        line.report(at, "curly_quotes", letter=value[-1], sign=code_point(value[-1]))
        line.text = f"{line.text[:at]}{value[0]}{line.text[at + 1 :]}"
        return
    if value[0] not in OPENING:
        return
    inside = value[1:-1]
    if " " in inside and not HAZARD.search(inside):
        return
    line.report(begin, "curly_quotes", letter=value[0], sign=code_point(value[0]))
    straight = inside.replace("'", "''")
    line.text = f"{line.text[:begin]}'{straight}'"


def _wide(line: _Line) -> None:
    """Replaces full-width letters and digits."""
    for match in WIDE.finditer(line.text):
        meant = unicodedata.normalize("NFKC", match.group())
        first = code_point(match.group()[0])
        line.report(
            match.start(), "wide_letters", text=match.group()[:20], sign=first, better=meant[:20]
        )
    line.text = WIDE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), line.text)
