"""kiosk open: shows a lesson on the kiosk running on this machine."""

import subprocess
import sys
import time
from contextlib import suppress

import click

from kiosk.cli._console import stop
from kiosk.cli._installed import kiosk_folders
from kiosk.cli._ipc_client import KioskNotRunningError, ask_kiosk
from kiosk.cli._options import LANG
from kiosk.cli._words import Say, words_of
from kiosk.folders import Folders
from kiosk.player.asking import LaunchAnswer, LaunchOutcome, LaunchRequest
from kiosk.runtime_folder import is_running, other_sockets, socket_address

PATIENCE_S = 10.0
START_PATIENCE_S = 40.0
LOOK_AGAIN_S = 0.1
FAILED, UNKNOWN = 1, 2

WORDS = {
    LaunchOutcome.SHOWN: "Đã mở: {title}",
    LaunchOutcome.ASKED: "Đang hỏi bác ngồi trước máy. Cần mở ngay thì thêm --insist: {title}",
    LaunchOutcome.UNKNOWN: "Chưa có bài “{wanted}”.",
    LaunchOutcome.BUSY: "Cán bộ đang làm dở ở trang cán bộ. Chờ xong rồi mở lại.",
    "near": "Có phải bài này không: {near}",
    "no_answer": "Ki-ốt không trả lời. Gõ `kiosk doctor` để xem máy thiếu gì.",
    "not_known": "Không biết chắc ki-ốt có đang chạy không ({why}), nên không mở thêm ki-ốt. "
    "Gõ `kiosk doctor` để xem máy thiếu gì.",
    "starting": "Ki-ốt chưa chạy. Đang mở ki-ốt…",
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
    say, folders, request = (
        words_of(WORDS, lang),
        kiosk_folders(),
        LaunchRequest(lesson, insist=insist),
    )
    try:
        try:
            answer = _asked_while_running(folders, request)
        except KioskNotRunningError:
            answer = _known_here(folders, request)
            if answer is None:
                click.echo(say("starting"), err=True)
                answer = _started(folders, request)
    except OSError as why:
        stop(say("not_known", why=why))
    sys.exit(_print_answer(answer, say, lesson))


def _asked_while_running(folders: Folders, request: LaunchRequest) -> LaunchAnswer | None:
    """The answer of the running kiosk; None if one is running but does not respond in time.

    Raises:
        KioskNotRunningError: no kiosk is running.
        OSError: it cannot be determined whether one is running.
    """
    addresses = (socket_address(folders.state), *other_sockets(folders.state))
    ends_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends_s:
        for address in addresses:
            with suppress(KioskNotRunningError):
                return ask_kiosk(address, request, PATIENCE_S)
        if not is_running(folders.state):
            raise KioskNotRunningError
        time.sleep(LOOK_AGAIN_S)
    return None


def _known_here(folders: Folders, request: LaunchRequest) -> LaunchAnswer | None:
    """An answer if the lesson does not exist, to avoid starting a kiosk; else None."""
    from kiosk.library.indexing import indexed_library  # noqa: PLC0415 - only if no kiosk runs

    library = indexed_library(folders)
    if library.id_of(request.wanted):
        return None
    near = tuple(
        f"{one.head.number} {one.head.title}" for one in library.find_similar(request.wanted)
    )
    return LaunchAnswer(LaunchOutcome.UNKNOWN, near=near)


def _started(folders: Folders, request: LaunchRequest) -> LaunchAnswer | None:
    """Starts a detached kiosk and sends the request when it is reachable; None on failure."""
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
            return ask_kiosk(socket_address(folders.state), request, PATIENCE_S)
        except KioskNotRunningError:
            time.sleep(LOOK_AGAIN_S)
    return None


def _print_answer(answer: LaunchAnswer | None, say: Say, wanted: str) -> int:
    if answer is None:
        click.echo(say("no_answer"), err=True)
        return FAILED
    sentence = say(answer.outcome, title=answer.title, wanted=wanted)
    failed = answer.outcome in (LaunchOutcome.UNKNOWN, LaunchOutcome.BUSY)
    click.echo(sentence, err=failed)
    if answer.near:
        click.echo(say("near", near="; ".join(answer.near)), err=True)
    return {LaunchOutcome.UNKNOWN: UNKNOWN, LaunchOutcome.BUSY: FAILED}.get(answer.outcome, 0)
