"""HTTP and rsync servers on the loopback address, for comparison."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

NGINX = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; keepalive_requests 100000;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""


@contextmanager
def static_server(root: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Serves `root` over HTTP with nginx, or with http.server if nginx is missing.

    Yields its URL and the name of the server.
    """
    if not shutil.which("nginx"):
        handler = partial(_QuietHandler, directory=str(root))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", "Python's http.server"
        server.shutdown()
        return
    port = _free_port()
    own = folder / f"nginx-{port}"
    own.mkdir()
    text = NGINX.format(folder=own, port=port, root=root)
    if os.geteuid() == 0:
        text = "user root;" + text
    (own / "nginx.conf").write_text(text)
    command = ["nginx", "-c", str(own / "nginx.conf"), "-p", str(own)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}", "nginx, one process"
        finally:
            process.terminate()


class _QuietHandler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError("the server did not start")


@contextmanager
def rsync_server(content: Path, folder: Path) -> Iterator[str]:
    """Serves `content` over rsync; yields its URL."""
    port = _free_port()
    conf = folder / "rsyncd.conf"
    conf.write_text(
        f"use chroot = no\npid file = {folder}/rsyncd.pid\nlock file = {folder}/rsyncd.lock\n"
        f"[pack]\npath = {content}\nuid = {os.geteuid()}\ngid = {os.getegid()}\n"
    )
    command = ["rsync", "--daemon", "--no-detach", f"--config={conf}", "--address=127.0.0.1"]
    with subprocess.Popen([*command, f"--port={port}"]) as process:
        try:
            _wait_for(port)
            yield f"rsync://127.0.0.1:{port}/pack"
        finally:
            process.terminate()
