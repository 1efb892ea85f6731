"""The first sentences to record in a language: as spreadsheet, PDF and page for a phone."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.handout.typesetter import TypesettingError, typesetter
from kiosk.i18n.languages import SOURCE
from kiosk.narration.recordings.consent import WORDINGS, consent_file
from kiosk.narration.recordings.script import ScriptLine, written
from kiosk.player.voice_kit import Milestone, VoiceKit, voice_kit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.cli._voice_context import VoiceContext
    from kiosk.cli._words import Say

_PAGE = """\
<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1.4rem/1.5 sans-serif; margin: 1rem auto; max-width: 40rem; padding: 0 1rem }}
h2 {{ font-size: 1.1rem; margin: 2rem 0 .5rem }}
li {{ border-bottom: 1px solid; padding: .8rem 0 }}
p.so {{ border: 3px solid; padding: .6rem; font-size: 1.1rem }}
li::marker {{ font-weight: bold }}
</style>
<h1>{title}</h1>
<p>{how}</p>
{body}
</html>
"""


@dataclass(frozen=True, slots=True)
class Kit:
    """The kit of one language at this kiosk."""

    site: VoiceContext
    code: str
    kit: VoiceKit

    @property
    def name(self) -> str:
        """The language's name."""
        return self.site.languages[self.code]


def kit_of(site: VoiceContext, code: str) -> Kit:
    """The kit for the lessons of this kiosk."""
    first = site.settings.languages.first_lessons
    return Kit(site, code, voice_kit(site.lessons, site.greeting_in(SOURCE), first))


def milestones(kit: VoiceKit, say: Say) -> Iterator[str]:
    """The messages of what works after every ten sentences."""
    return (milestone(each, say) for each in kit.milestones)


def milestone(reached: Milestone, say: Say) -> str:
    """The message of what works after the sentences of a milestone."""
    titles = ", ".join(reached.teachable.lessons.values())
    if titles:
        works = say("kit_lessons", titles=titles)
    else:
        works = say("kit_core" if reached.teachable.core else "kit_greeting")
    summary = say("kit_after", count=reached.sentences, percent=reached.heard_percent, works=works)
    if not reached.next_lesson:
        return summary
    return f"{summary} {say('kit_next', count=reached.wanting, title=reached.next_lesson)}"


def write(made: Kit, folder: Path, say: Say, lang: str) -> None:
    """Writes the three forms of the kit into a new or empty folder.

    Raises:
        FileExistsError: the folder is not empty.
        OSError: a file cannot be written.
        TypesettingError: the PDF could not be typeset.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    catalogue = made.site.catalogue_of[made.code]
    lines = [
        ScriptLine(line.text, (line.lesson or say("itself"),), catalogue.text(line.text) or "")
        for line in made.kit.lines
    ]
    table = written(lines, lang)
    title = say("kit_title", language=made.name)
    paper = _paper(made, title, say)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"cau-can-thu-{made.code}.csv").write_bytes(table)
    (folder / f"giay-doc-{made.code}.pdf").write_bytes(paper)
    (folder / "dien-thoai.html").write_text(_page(made, title, say), encoding="utf-8")


def _blocks(made: Kit, say: Say) -> Iterator[tuple[str, int, list[str], str]]:
    """The sentences by tens: heading, first number, texts, and what works after them."""
    start = 0
    for reached in made.kit.milestones:
        lines = made.kit.lines[start : reached.sentences]
        parts = dict.fromkeys(line.lesson or say("itself") for line in lines)
        texts = [line.text for line in lines]
        yield " · ".join(parts), start + 1, texts, milestone(reached, say)
        start = reached.sentences


def _paper(made: Kit, title: str, say: Say) -> bytes:
    blocks = [
        {"heading": heading, "first": first, "texts": texts, "works": works}
        for heading, first, texts, works in _blocks(made, say)
    ]
    with typesetter(made.site.folders, made.site.settings) as setting:
        consents = [list(each) for each in _consents()]
        return setting.voice_kit(title, say("kit_how"), (say("kit_consent"), consents), blocks).pdf


def _consents() -> Iterator[tuple[str, str]]:
    """The file name and wording of each consent."""
    return ((consent_file(use), wording.text) for use, wording in WORDINGS.items())


def _page(made: Kit, title: str, say: Say) -> str:
    consents = "\n".join(
        f"<li>{html.escape(words)} <code>{name}</code>" for name, words in _consents()
    )
    parts = [f"<p class=so>{html.escape(say('kit_consent'))}\n<ul>\n{consents}\n</ul>"]
    for heading, first, texts, works in _blocks(made, say):
        items = "\n".join(f"<li>{html.escape(text)}" for text in texts)
        parts.append(
            f"<h2>{html.escape(heading)}</h2>\n<ol start={first}>\n{items}\n</ol>\n"
            f"<p class=so>{html.escape(works)}"
        )
    how = html.escape(say("kit_phone"))
    return _PAGE.format(title=html.escape(title), how=how, body="\n".join(parts))


__all__ = ["Kit", "TypesettingError", "kit_of", "milestone", "milestones", "write"]
