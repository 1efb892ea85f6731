"""Updates the PO files of all languages from the templates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import polib

from kiosk.durable import write_durably
from kiosk.i18n.gettext_tools import UnreadablePoError, need, output_of
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.i18n.letters import folded
from kiosk.i18n.template import HEADER, Template, length_flag, limit_of

CODE = re.compile(r"[a-z]{2,3}([_-][A-Za-z0-9]+)*")
MERGE = ("--previous", "--quiet", "--force-po", "--width=79")


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """The files written, and the errors of files that were left unchanged."""

    written: tuple[Path, ...]
    unreadable: tuple[UnreadablePoError, ...]


def language_codes(translations: Path) -> tuple[str, ...]:
    """The target languages: all folders except that of the source language."""
    return tuple(
        path.name
        for path in sorted(translations.glob("*/"))
        if path.is_dir() and path.name != SOURCE and CODE.fullmatch(path.name)
    )


def refresh(wanted: tuple[Template, ...], translations: Path) -> RefreshResult:
    """Writes the templates and merges them into all PO files; unreadable files are not changed.

    Raises:
        ToolMissingError: msgmerge is not installed.
    """
    need("msgmerge")
    new = {template.path(translations): template.as_pot() for template in wanted}
    written = [path for path, text in new.items() if write_whole(path, text)]
    names = {code: language.name for code, language in find_languages(translations).items()}
    unreadable = []
    for code in language_codes(translations):
        try:
            merged = dict(_merged(wanted, translations / code, names.get(code, code)))
        except UnreadablePoError as broken:
            unreadable.append(broken)
            continue
        written += [path for path, text in merged.items() if write_whole(path, text)]
    return RefreshResult(tuple(written), tuple(unreadable))


def _merged(
    wanted: tuple[Template, ...], folder: Path, language: str
) -> Iterator[tuple[Path, str]]:
    """The merged PO files of a language; texts that moved between files keep their translations."""
    paths = [folder / f"{template.name}.po" for template in wanted]
    with TemporaryDirectory(prefix="kiosk-i18n-") as drafts:
        old = {path: path if path.is_file() else Path(drafts) / path.name for path in paths}
        for path, known in old.items():
            if known != path:
                known.write_text(empty_po(folder.name, language), encoding="utf-8")
        for path, template in zip(paths, wanted, strict=True):
            others = [f"--compendium={known}" for known in old.values() if known != old[path]]
            pot = template.path(folder.parent)
            files = (str(old[path]), str(pot.absolute()))
            merged = output_of("msgmerge", *MERGE, *others, *files, folder=folder)
            yield path, _with_lengths(_with_real_letters(merged, folder.name))


def _with_real_letters(po: str, language: str) -> str:
    """Normalises the letters in all translations of a PO file."""
    lines = []
    translation = False
    for line in po.splitlines(keepends=True):
        translation = line.startswith("msgstr") or (translation and line.startswith('"'))
        lines.append(folded(line, language) if translation else line)
    return "".join(lines)


def _with_lengths(po: str) -> str:
    """Adds the max-length flags again, which msgmerge drops."""
    blocks = []
    for block in po.split("\n\n"):
        lines = block.split("\n")
        limit = limit_of(" ".join(line[3:] for line in lines if line.startswith("#. ")))
        if limit:
            at = next(n for n, line in enumerate(lines) if line.startswith(("#,", "#|", "msg")))
            flag = length_flag(limit)
            if lines[at].startswith("#,"):
                lines[at] += f", {flag}"
            else:
                lines.insert(at, f"#, {flag}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def empty_po(code: str, language: str) -> str:
    """A PO file for a language, without entries."""
    file = polib.POFile(wrapwidth=78)
    file.header = f"{language}: mỗi câu dịch ở đây hiện trên ki-ốt (shown on the kiosk)."
    today = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
    file.metadata = {
        **HEADER,
        "PO-Revision-Date": today,
        "Last-Translator": "",
        "Language-Team": language,
        "Language": code,
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    return f"{file}"


def write_whole(path: Path, text: str) -> bool:
    """Writes the file atomically if its content changes; returns whether it was written."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_durably(path, data)
    return True
