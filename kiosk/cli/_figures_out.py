"""Sends the kiosk's figures to the province; used by `kiosk sync`."""

import sqlite3
from dataclasses import replace
from datetime import datetime

from kiosk import __version__
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.library.library import load_library
from kiosk.packs.repository_files import PROVINCE
from kiosk.packs.store import PackStore
from kiosk.stats.heartbeat import read_heartbeat
from kiosk.stats.kiosk_identity import kiosk_identity
from kiosk.stats.outbox import About, Sent, fill, send
from kiosk.stats.store import NewerError, SpoiltError, read


def send_figures(folders: Folders, settings: Settings, target: str) -> Sent:
    """Updates the outbox and sends it to a web address or a folder.

    Raises:
        OSError: the kiosk's own disk failed.
    """
    identity = kiosk_identity(folders.identity)
    store = PackStore(folders.packs)
    version = store.current()
    part = version.part(PROVINCE) if version else None
    heartbeat = replace(
        read_heartbeat(folders.heartbeat),
        synced_at=store.report().at,
        pack=part.number if part else 0,
        version=__version__,
    )
    titles = {name: head.title for name, head in load_library(folders).heads.items()}
    about = About(identity, settings.centre.name, heartbeat, titles)
    try:
        counts = read(folders.stats)
    except (SpoiltError, NewerError, sqlite3.Error):
        counts = ()  # the kiosk itself reports this to staff
    now = datetime.now().astimezone()
    fill(folders.outbox, folders.signing_key, counts, about, now)
    return send(folders.outbox, identity, target)
