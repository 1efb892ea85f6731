"""kiosk open: show a lesson on the kiosk that runs on this machine."""

import subprocess
import sys
import time

import click

from kiosk.cli._front_door import NobodyThereError, ask_kiosk
from kiosk.cli._options import LANG
from kiosk.folders import Folders, folders_from_environment
from kiosk.player.asking import Answer, Ask, Outcome

PATIENCE_S = 10.0
START_PATIENCE_S = 40.0
LOOK_AGAIN_S = 0.1
FAILED, UNKNOWN = 1, 2

WORDS = {
    "vi": {
        Outcome.SHOWN: "Đã mở: {title}",
        Outcome.ASKED: "Đang hỏi bác ngồi trước máy. Cần mở ngay thì thêm --insist: {title}",
        Outcome.UNKNOWN: "Chưa có bài “{wanted}”.",
        Outcome.BUSY: "Cán bộ đang làm dở ở trang cán bộ. Chờ xong rồi mở lại.",
        "near": "Có phải bài này không: {near}",
        "no_answer": "Ki-ốt không trả lời. Gõ `kiosk doctor` để xem máy thiếu gì.",
        "starting": "Ki-ốt chưa chạy. Đang mở ki-ốt…",
    },
    "en": {
        Outcome.SHOWN: "Opened: {title}",
        Outcome.ASKED: "The person at the kiosk is being asked. To open it at once, add --insist: "
        "{title}",
        Outcome.UNKNOWN: "There is no lesson “{wanted}”.",
        Outcome.BUSY: "Staff are busy in the staff area. Open it when they are done.",
        "near": "Did you mean: {near}",
        "no_answer": "The kiosk does not answer. `kiosk doctor` tells what ails it.",
        "starting": "The kiosk is not running. Starting it…",
    },
}


@click.command(name="open")
@click.argument("lesson")
@click.option(
    "--insist",
    is_flag=True,
    help="Mở ngay, không hỏi bác đang học. | At once, without asking the person at the kiosk.",
)
@LANG
def COMMAND(lesson: str, lang: str, insist: bool) -> None:  # noqa: FBT001
    """Mở một bài trên ki-ốt đang chạy. | Show a lesson on the kiosk that runs.

    LESSON là số hoặc tên của bài. | LESSON is a number or an id.
    """
    words, folders, ask = WORDS[lang], folders_from_environment(), Ask(lesson, insist=insist)
    try:
        answer = ask_kiosk(folders.door, ask, PATIENCE_S)
    except NobodyThereError:
        answer = _known_here(folders, ask)
        if answer is None:
            click.echo(words["starting"], err=True)
            answer = _started(folders, ask)
    sys.exit(_tell(answer, words, lesson))


def _known_here(folders: Folders, ask: Ask) -> Answer | None:
    """Before a kiosk is started: an answer when there is no such lesson at all."""
    from kiosk.content.indexing import Indexer  # noqa: PLC0415 - only where no kiosk runs

    indexer = Indexer(folders)
    library = indexer.library(indexer.refresh(indexer.load()).index)
    if library.id_of(ask.wanted):
        return None
    near = tuple(f"{one.head.number} {one.head.title}" for one in library.near(ask.wanted))
    return Answer(Outcome.UNKNOWN, near=near)


def _started(folders: Folders, ask: Ask) -> Answer | None:
    """Start a kiosk that lives on by itself, and ask it as soon as it can be asked."""
    from kiosk.cli._display import demand_display  # noqa: PLC0415

    demand_display()
    kiosk = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    ends_s = time.monotonic() + START_PATIENCE_S
    while time.monotonic() < ends_s and kiosk.poll() is None:
        try:
            return ask_kiosk(folders.door, ask, PATIENCE_S)
        except NobodyThereError:
            time.sleep(LOOK_AGAIN_S)
    return None


def _tell(answer: Answer | None, words: dict[str, str], wanted: str) -> int:
    if answer is None:
        click.echo(words["no_answer"], err=True)
        return FAILED
    told = words[answer.outcome].format(title=answer.title, wanted=wanted)
    failed = answer.outcome in (Outcome.UNKNOWN, Outcome.BUSY)
    click.echo(told, err=failed)
    if answer.near:
        click.echo(words["near"].format(near="; ".join(answer.near)), err=True)
    return {Outcome.UNKNOWN: UNKNOWN, Outcome.BUSY: FAILED}.get(answer.outcome, 0)
