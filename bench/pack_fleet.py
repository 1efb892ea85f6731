"""Many kiosks fetch one changed sentence from one static server on this machine.

Every kiosk runs the real synchronisation with its own state folder, without a window. For
comparison, some also fetch a plain copy of the folder (every file again), and the change with rsync
from an rsync server. The load of a content delivery network is computed. All traffic stays on the
loopback address.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import quote

from bench.figures import Figure, percentiles
from bench.loopback_servers import rsync_server, static_server
from kiosk.folders import CHECKOUT, Folders
from kiosk.packs.fetching import Fetcher
from kiosk.packs.keys import create_key, read_signer
from kiosk.packs.repository import Repository
from kiosk.packs.repository_files import PROVINCE
from kiosk.packs.store import PackStore
from kiosk.packs.sync import SyncTarget, sync

KIOSKS = 3321
"""The number of communes and wards in the country."""
COMPARED = 20
"""Number of kiosks that also use the other methods; the rest is extrapolated."""
AT_ONCE = 16
"""Number of concurrent fetches; each spends most of its time waiting for the server."""
NIGHT_MIN = 180
"""Period over which the service's timer spreads the kiosks (RandomizedDelaySec)."""
EDGES, FRESH_MIN = 4, 5
"""Edge locations of a content delivery network, and how long they cache a file that can change."""
CHANGING = 2
"""Requests for files that can change: timestamp.json, and the next root, which does not exist."""
MAX_MINUTES = 10
MAX_BYTES = 30_000
CHANGED = "noi-wifi.yaml"
PASSPHRASE = "only for this bench"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The cost of one kiosk's synchronisation."""

    seconds: float
    received_bytes: int
    requests: int
    new: bool
    cpu_seconds: float


def measure(kiosks: int = KIOSKS) -> list[Figure]:
    """Measure; takes some minutes with all kiosks."""
    with tempfile.TemporaryDirectory(dir=_memory_folder()) as name:
        folder = Path(name)
        repository = _published(folder)
        first = _fetch_one(str(repository.published), folder / "first")
        shutil.copytree(folder / "content", folder / "rsync-old")
        _change(folder, repository)
        with static_server(repository.published, folder) as (address, server):
            began = time.monotonic()
            with ProcessPoolExecutor(AT_ONCE) as pool:
                every = list(pool.map(partial(_one, folder, address), range(kiosks), chunksize=25))
            spent_min = (time.monotonic() - began) / 60
            compared = [*_plain_copy(folder, kiosks), *_rsync(folder, kiosks)]
        if not all(each.new for each in every):
            raise RuntimeError("a kiosk did not get the new pack")
        return [
            Figure(
                f"{kiosks} kiosks have the changed sentence after", spent_min, "min", MAX_MINUTES
            ),
            *_of_kiosks(every, server, first),
            *_by_network(every),
            *compared,
        ]


def _of_kiosks(every: Sequence[Fetched], server: str, first: Fetched) -> Sequence[Figure]:
    bytes_each = [each.received_bytes for each in every]
    requests = sum(each.requests for each in every)
    return [
        Figure("processor time of all kiosks", sum(e.cpu_seconds for e in every) / 60, "min"),
        Figure("received by a kiosk, most", max(bytes_each), "bytes", MAX_BYTES),
        Figure("requests of a kiosk, most", max(each.requests for each in every), ""),
        Figure("received by all kiosks", sum(bytes_each) / 1e6, "MB", note=f"server: {server}"),
        Figure("requests of all kiosks", requests, ""),
        *percentiles("one synchronisation", [each.seconds for each in every], "s", {}),
        Figure("the whole pack, received once", first.received_bytes / 1e6, "MB"),
        Figure("the whole pack, requests", first.requests, ""),
    ]


def _by_network(every: Sequence[Fetched]) -> Sequence[Figure]:
    """Load of a content delivery network, computed from the kiosks' requests."""
    requests = sum(each.requests for each in every)
    for_ever = max(each.requests for each in every) - CHANGING
    asked_again = CHANGING * NIGHT_MIN / FRESH_MIN
    at_origin = EDGES * (for_ever + asked_again)
    total_mb = sum(each.received_bytes for each in every) / 1e6
    return [
        Figure("a network: requests a second over a night", requests / NIGHT_MIN / 60, "/s"),
        Figure("a network: sent in a night", total_mb, "MB"),
        Figure(
            "a network: requests at the publisher's server",
            at_origin,
            "",
            note=f"{EDGES} places, changing files kept for {FRESH_MIN} min",
        ),
        Figure("a network: answered by itself", 100 * (1 - at_origin / requests), "%"),
    ]


def _memory_folder() -> str | None:
    """A folder in memory: the state of thousands of kiosks does not need to survive."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _published(folder: Path) -> Repository:
    """A repository with the lessons, pictures, translations and recordings of this checkout."""
    content = folder / "content"
    for name in ("lessons", "translations", "media/pictures", "media/voice"):
        if (CHECKOUT / name).is_dir():
            shutil.copytree(CHECKOUT / name, content / name)
    repository = Repository(folder / "repository")
    owners = [create_key(folder / f"{name}.pem", name, PASSPHRASE) for name in ("a", "b", "c")]
    repository.begin(tuple(owners), 2, "Bench", _now())
    _publish(folder, repository)
    return repository


def _publish(folder: Path, repository: Repository) -> None:
    repository.build(folder / "content", PROVINCE, "0.1", _now())
    for name in ("a", "b"):
        repository.sign(read_signer(folder / f"{name}.pem", PASSPHRASE))
    repository.publish(_now())


def _change(folder: Path, repository: Repository) -> None:
    path = folder / "content" / "lessons" / CHANGED
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("goal: Bác", "goal: Hôm nay bác", 1), encoding="utf-8")
    if path.read_text(encoding="utf-8") == text:
        raise RuntimeError(f"nothing was changed in {CHANGED}")
    _publish(folder, repository)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _fetch_one(source: str, state: Path) -> Fetched:
    store, fetcher = PackStore(state), Fetcher()
    if not store.trusted_root.exists():
        root = Path(source) / "metadata" / "1.root.json"
        store.trust(root.read_bytes())
    began, cpu_began = time.monotonic(), time.process_time()
    report = sync(source, SyncTarget(store, Folders(), "0.1.0", _now()), fetcher)
    if report.problem:
        raise RuntimeError(report.problem)
    spent, cpu = time.monotonic() - began, time.process_time() - cpu_began
    new = bool(report.installed)
    return Fetched(spent, fetcher.received_bytes, fetcher.requests, new, cpu)


def _one(folder: Path, address: str, number: int) -> Fetched:
    """Updates one kiosk that has the first pack; its state is deleted afterwards."""
    state = folder / f"kiosk-{number}"
    # A hard-linked lock would be shared by all kiosks.
    unlocked = shutil.ignore_patterns(".lock")
    shutil.copytree(folder / "first", state, copy_function=os.link, ignore=unlocked)
    try:
        return _fetch_one(address, state)
    finally:
        shutil.rmtree(state)


def _plain_copy(folder: Path, kiosks: int) -> Sequence[Figure]:
    """Fetches every file again over one connection, as a plain download of the folder does."""
    paths = [path for path in (folder / "content").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in paths)
    with static_server(folder / "content", folder) as (address, _):
        urls = [f"{address}/{quote(str(p.relative_to(folder / 'content')))}" for p in paths]
        began = time.monotonic()
        for _ in range(COMPARED):
            fetcher = Fetcher()
            received = sum(len(c) for url in urls for c in fetcher.read_from(url, 0))
        spent = (time.monotonic() - began) / COMPARED
    if received != size:
        raise RuntimeError("the plain copy is not whole")
    return _other_way("a plain copy of the folder", kiosks, size, len(urls), spent)


def _rsync(folder: Path, kiosks: int) -> Sequence[Figure]:
    """Bytes that rsync transfers for the same change, and the time that it takes."""
    if not shutil.which("rsync"):
        return []
    with rsync_server(folder / "content", folder) as address:
        began = time.monotonic()
        for number in range(COMPARED):
            own = folder / f"rsync-{number}"
            shutil.copytree(folder / "rsync-old", own, copy_function=os.link)
            command = ["rsync", "-rcz", "--delete", "--stats", f"{address}/", f"{own}/"]
            output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            shutil.rmtree(own)
        spent = (time.monotonic() - began) / COMPARED
    size = sum(
        int(line.split(":")[1].replace(",", "").split()[0])
        for line in output.splitlines()
        if line.startswith(("Total bytes received", "Total bytes sent"))
    )
    return _other_way("rsync (no signature, no way back)", kiosks, size, 1, spent)


def _other_way(
    name: str, kiosks: int, size: int, requests: int, seconds: float
) -> Sequence[Figure]:
    return [
        Figure(f"{name}, a kiosk", size, "bytes"),
        Figure(f"{name}, requests", requests, ""),
        Figure(f"{name}, one kiosk after the other", seconds, "s"),
        Figure(f"{name}, to all", size * kiosks / 1e6, "MB", note="computed"),
    ]


if __name__ == "__main__":
    for figure in measure(int(sys.argv[1]) if len(sys.argv) > 1 else KIOSKS):
        print(f"{figure.name}: {figure.value:,.3f} {figure.unit} {figure.note}")
