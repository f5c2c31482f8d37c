"""A server of the preview that lets open pages know of a new build."""

from __future__ import annotations

import base64
import hashlib
import io
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

RELOAD = "/.reload"
_SCRIPT = f'new EventSource("{RELOAD}?BUILD").onmessage = () => location.reload()'
_POLICY = b'http-equiv="Content-Security-Policy" content="'
_HEARTBEAT = 15.0
"""Seconds after which a page that has gone is noticed."""


class Builds:
    """How many builds there were; whoever waits learns of the next."""

    def __init__(self) -> None:
        self.count = 0
        self._changed = threading.Condition()

    def add(self) -> None:
        """A build has ended well."""
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def wait_beyond(self, count: int, seconds: float) -> bool:
        """Whether there are other builds than those a page knows, now or in some seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: self.count != count, seconds)


def server_of(folder: Path, port: int, builds: Builds) -> ThreadingHTTPServer:
    """A server of one folder; each request finds the folder anew, as a build replaces it."""
    handler = partial(_Handler, builds, directory=str(folder.resolve()))
    return ThreadingHTTPServer(("127.0.0.1", port), handler)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, builds: Builds, *args: object, directory: str) -> None:
        self.builds = builds
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path, _, known = self.path.partition("?")
        if path == RELOAD:
            self._tell_of_builds(int(known) if known.isdecimal() else -1)
        else:
            super().do_GET()

    def send_head(self) -> BinaryIO | None:
        """A page comes with the script that listens for builds; other files as they are."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if page.suffix != ".html" or not page.is_file():
            return super().send_head()
        data = with_script(page.read_bytes(), self.builds.count)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def _tell_of_builds(self, known: int) -> None:
        """Events as EventSource reads them; ends when the page has gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while not self.builds.wait_beyond(known, _HEARTBEAT):
                self.wfile.write(b":\n\n")
            self.wfile.write(b"data: built\n\n")
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """An editor looks for problems in the terminal, not for a list of requests."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def with_script(page: bytes, build: int) -> bytes:
    """A page that loads itself again after the next build; its policy allows just that."""
    script = _SCRIPT.replace("BUILD", str(build)).encode()
    digest = base64.b64encode(hashlib.sha256(script).digest())
    allowed = b"script-src 'sha256-" + digest + b"'; connect-src 'self'; "
    page = page.replace(_POLICY, _POLICY + allowed, 1)
    return page.replace(b"</body>", b"<script>" + script + b"</script>\n</body>", 1)
