"""`kiosk facts`: where each fact is stated, and what is affected by a changed fact."""

from collections.abc import Iterator
from pathlib import Path

import click

from kiosk.cli._options import LANG
from kiosk.content.facts import Fact, read_fact_file, read_facts
from kiosk.content.statements import listed, says
from kiosk.content.touched import Touched, changes, touched
from kiosk.content.voices import recorded_languages
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders, folders_from_environment
from kiosk.handout.content import sheet_of, text_of_sheet
from kiosk.i18n.staff_texts import staff_text
from kiosk.library.library import load_library
from kiosk.settings.file import settings_at

OF = "{value} · {means} (nguồn: {source}; xem ngày {day})"
PLACE = "  bài: {place}"
SHEET = "  tờ mang về: {number}. {title}"
RECORDING = "  bản thu: {recording}"
NOWHERE = "  chưa bài nào nói tới"
BECAME = "{before} → {now} · {means}"
GONE = "(bỏ)"
STILL = "  còn nói {before}:"
NOW_SAID = "  đã nói {now}:"
UNCHANGED = "Không điều nào đổi."


class Listing:
    """Lists the places that state a value."""

    def __init__(self, folders: Folders, lang: str) -> None:
        self._settings = settings_at(folders)
        self._lessons = tuple(load_library(folders).lessons.values())
        self._recorded = recorded_languages(folders)
        self._lang = lang

    def word(self, text: str, **facts: str) -> str:
        """A message in the chosen language, with placeholders filled."""
        return staff_text(text, self._lang).format(**facts)

    def touched(self, value: str) -> Touched:
        return touched(value, self._lessons, self._recorded)

    def lines(self, value: str) -> Iterator[str]:
        """A line for each lesson place, handout and recording that states the value."""
        found = self.touched(value)
        for place in found.places:
            yield self.word(PLACE, place=place)
        for lesson in filter(lambda each: self._is_on_paper(each, value), found.lessons):
            head = lesson.head
            yield self.word(SHEET, number=str(head.number), title=head.title)
        for recording in found.recordings:
            yield self.word(RECORDING, recording=recording)

    def of_fact(self, fact: Fact) -> Iterator[str]:
        """The fact, and the places that state it."""
        day = fact.on.isoformat()
        fields = {"value": fact.value, "means": fact.means, "source": fact.source}
        yield self.word(OF, day=day, **fields)
        yield from list(self.lines(fact.value)) or [self.word(NOWHERE)]

    def _is_on_paper(self, lesson: Lesson, value: str) -> bool:
        return says(text_of_sheet(sheet_of(lesson, self._settings)), value)


@click.command("facts")
@click.argument("words", nargs=-1)
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="So với tệp _facts.yaml cũ này. | Compare with this older _facts.yaml.",
)
@LANG
def COMMAND(words: tuple[str, ...], since: Path | None, lang: str) -> None:
    """Bài, tờ giấy, bản thu nào nói tới mỗi dữ kiện. | What states each fact.

    WORDS: chỉ những điều có các chữ này. | Only facts with these words.

    Với --since: mỗi điều đã đổi, nơi nào còn nói điều cũ; còn thì trả về 1.
    """
    folders = folders_from_environment()
    facts = read_facts(*folders.lesson_folders)
    listing = Listing(folders, lang)
    if since is None:
        wanted = " ".join(words).casefold()
        for fact in listed(facts):
            if wanted in f"{fact.value} {fact.means}".casefold():
                click.echo("\n".join(listing.of_fact(fact)))
        return
    stale = False
    changed = list(changes(read_fact_file(since), facts))
    for change in changed:
        before, now = change.before.value, change.now.value if change.now else ""
        shown = now or listing.word(GONE)
        click.echo(listing.word(BECAME, before=before, now=shown, means=change.before.means))
        still = list(listing.lines(before))
        said = list(listing.lines(now)) if now else []
        for heading, lines in ((STILL, still), (NOW_SAID, said)):
            if lines:
                click.echo(listing.word(heading, before=before, now=now))
                click.echo("\n".join(f"  {line}" for line in lines))
        stale = stale or bool(still)
    if not changed:
        click.echo(listing.word(UNCHANGED))
    raise SystemExit(1 if stale else 0)
