"""A petition platform on this machine, which answers truly, late, falsely or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass(slots=True)
class Platform:
    url: str
    """Without a slash at its end."""
    says: bytes = b'{"count": 5300}'
    status: int = 200
    leads_to: str = ""
    """The address of a redirect, for the first request."""
    claims: int | str | None = None
    """The length that is announced; None for the true one."""
    asked: list[str] = field(default_factory=list)
    """Paths with queries that were asked for."""
    agents: list[str] = field(default_factory=list)
    waits: str = ""
    """before or within the answer, or to continue with promises of it, until it is closed."""
    meanwhile: Callable[[], object] = bool
    """Done before each answer."""
    is_left: Event = field(default_factory=Event)
    """Whoever asked has closed the connection before the end of the answer."""
    is_closed: Event = field(default_factory=Event)

    def has(self, count: object) -> None:
        """Say a count from now on."""
        self.says = json.dumps({"count": count}).encode()


@contextmanager
def running() -> Iterator[Platform]:
    """A platform with a port of its own, gone afterwards with all that waits for it."""
    server = _Server(("127.0.0.1", 0), _Handler)
    platform = server.platform = Platform(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield platform
    finally:
        platform.is_closed.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    platform: Platform


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        platform = self.server.platform
        platform.asked.append(self.path)
        platform.agents.append(self.headers["User-Agent"])
        platform.meanwhile()
        if platform.waits == "before":
            platform.is_closed.wait()
            return
        leads_to, platform.leads_to = platform.leads_to, ""
        while platform.waits == "continue" and not platform.is_closed.wait(0.01):
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self.send_response(302 if leads_to else platform.status)
        if leads_to:
            self.send_header("Location", leads_to)
        claimed = len(platform.says) if platform.claims is None else platform.claims
        self.send_header("Content-Length", str(claimed))
        self.end_headers()
        while platform.waits == "within" and not platform.is_closed.wait(0.01):
            self.wfile.write(b" ")
        self.wfile.write(platform.says)

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            self.server.platform.is_left.set()
            self.close_connection = True

    def log_message(self, *words: object) -> None:
        """Say nothing."""
