"""Reading any state file or user's file gives a value or its default, whatever the damage."""

import signal

import pytest
from damage import DAMAGES

from kiosk.editor.drawing_search import WORDS_FILE, drawing_words
from kiosk.editor.numbers import NUMBERS_FILE, numbers_listed
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import find_languages
from kiosk.packs.store import DETAILS, PackStore
from kiosk.search import read_other_words
from kiosk.settings.store import SettingsStore
from kiosk.stats.heartbeat import read_heartbeat
from kiosk.stats.kiosk_identity import kiosk_identity
from kiosk.stats.outbox import signing_key

PATIENCE_S = 10
POINTER = b'{"version": 0, "previous": 0, "went_back_from": []}'
IDENTITY = b"7d1c1c8e-7c55-4a7f-9c0e-1e2a1b5a6d11\n"
READERS = {
    "the pack in use": ("current.json", POINTER, lambda path: PackStore(path.parent).pointer()),
    "what a sync did": ("report.json", b"{}", lambda path: PackStore(path.parent).report()),
    "a pack's details": (
        f"versions/3/{DETAILS}",
        b"{}",
        lambda path: PackStore(path.parents[2]).version(3),
    ),
    "the kiosk's identity": ("identity", IDENTITY, kiosk_identity),
    "the kiosk's key": ("key.pem", b"-----BEGIN", signing_key),
    "the heartbeat": ("heartbeat.json", b'{"frame": "x"}', read_heartbeat),
    "other words": ("_tu-goi.yaml", b"ks: khai sinh\n", lambda path: read_other_words(path.parent)),
    "a translation": (
        "rad/lessons.po",
        b'msgid "a"\nmsgstr "b"\n',
        lambda path: read_catalogue(path.parent),
    ),
    "a language": (
        "rad/language.yaml",
        b"name: a\n",
        lambda path: find_languages(path.parents[1]),
    ),
    "words of icons": (WORDS_FILE, b"wifi: a\n", lambda path: drawing_words(path.parent)),
    "what staff set": (
        "config.local.yaml",
        b"voice:\n  volume: 2\n",
        lambda path: SettingsStore(path.parent / "config.yaml", (path,)).change(
            {"voice": {"volume": 3}}
        ),
    ),
    "numbers of others": (NUMBERS_FILE, b"11 a\n", lambda path: numbers_listed(path.parent)),
}
MAY_BE_REFUSED = ("unreadable", "huge")
"""Damage that may raise an error, where rewriting the file would lose data."""


@pytest.fixture(autouse=True)
def at_once():
    """Fails a test that blocks, as reading from a pipe does."""

    def too_late(*_):
        raise AssertionError("it waits")

    before = signal.signal(signal.SIGALRM, too_late)
    signal.alarm(PATIENCE_S)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("reader", READERS)
def test_a_damaged_file_is_read_at_once_or_left_out(tmp_path, reader, damage):
    name, content, read = READERS[reader]
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    DAMAGES[damage](path)
    try:
        read(path)
    except OSError:
        assert damage in MAY_BE_REFUSED
