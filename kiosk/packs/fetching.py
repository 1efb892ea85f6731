"""Download of a published pack from a folder or a web server, with time limits."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname

import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

CHUNK_BYTES = 16 * 1024
CONNECT_S, READ_S = 10.0, 20.0
NOT_FOUND = 404
PARTIAL = 206
GRACE_S = 30.0
"""How long a transfer may be slower than `MIN_BYTES_A_SECOND`."""
MIN_BYTES_A_SECOND = 300
Clock = Callable[[], float]


class TooSlowError(DownloadError):
    """The server sends fewer than `MIN_BYTES_A_SECOND`."""


class Fetcher(FetcherInterface):
    """Reads files below an address: `https://…`, `http://…` or `file:///…`.

    `received_bytes` and `requests` count the traffic.
    """

    def __init__(
        self,
        clock: Clock = time.monotonic,
        *,
        grace_s: float = GRACE_S,
        read_s: float = READ_S,
    ) -> None:
        self._clock = clock
        self._grace_s = grace_s
        self._pool = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=CONNECT_S, read=read_s), retries=False
        )
        self.received_bytes = 0
        self.requests = 0

    def _fetch(self, url: str) -> Iterator[bytes]:
        return self.read_from(url, 0)

    def read_from(self, url: str, start: int) -> Iterator[bytes]:
        """Yields the bytes of a file from offset `start`, even if the server ignores ranges.

        Raises:
            DownloadHTTPError: the file does not exist, or the server returned another error status.
            DownloadError: the file could not be read, or the transfer was too slow.
        """
        self.requests += 1
        if url.startswith("file:"):
            yield from self._from_folder(url, start)
            return
        try:
            yield from self._from_server(url, start)
        except urllib3.exceptions.HTTPError as error:
            raise DownloadError(f"{type(error).__name__} while reading {url}") from error

    def _from_folder(self, url: str, start: int) -> Iterator[bytes]:
        path = Path(url2pathname(unquote(urlsplit(url).path)))
        try:
            with path.open("rb") as file:
                file.seek(start)
                while chunk := file.read(CHUNK_BYTES):
                    self.received_bytes += len(chunk)
                    yield chunk
        except (FileNotFoundError, NotADirectoryError) as error:
            raise DownloadHTTPError(f"{path.name} is not there", NOT_FOUND) from error
        except OSError as error:
            raise DownloadError(f"{path.name}: {error.strerror}") from error

    def _from_server(self, url: str, start: int) -> Iterator[bytes]:
        headers = {"Range": f"bytes={start}-"} if start else {}
        response = self._pool.request("GET", url, headers=headers, preload_content=False)
        try:
            if response.status not in (200, PARTIAL):
                raise DownloadHTTPError(f"status {response.status} for {url}", response.status)
            skip = start if response.status != PARTIAL else 0
            began_s, received = self._clock(), 0
            for chunk in response.stream(CHUNK_BYTES, decode_content=False):
                received += len(chunk)
                self.received_bytes += len(chunk)
                spent_s = self._clock() - began_s
                if spent_s > self._grace_s and received < spent_s * MIN_BYTES_A_SECOND:
                    raise TooSlowError(f"only {received} bytes in {spent_s:.0f} s")
                if len(chunk) > skip:
                    yield chunk[skip:]
                skip = max(0, skip - len(chunk))
        finally:
            response.close()


def address_of(source: str) -> str:
    """The URL of a source: a web address without trailing slash, or a folder as a `file:` URL."""
    if source.startswith(("https://", "http://", "file://")):
        return source.rstrip("/")
    return "file://" + quote(str(Path(source).absolute()))
