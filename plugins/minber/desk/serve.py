"""`invoke serve`: the site on this machine, built anew on every change."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

PREVIEW = Path(".preview")
"""Not `output/`: a preview may hold drafts, and must never be published by mistake."""
WATCHED = ("content", "theme", "plugins", "pelicanconf.py")


def serve(port: int, drafts: bool) -> int:
    """Build, serve on the loopback address and build again on every change, until Ctrl+C."""
    try:
        server = server_of(PREVIEW, port)
    except OSError as error:
        print(f"port {port} must be free: {error.strerror}. Choose another with --port")
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        build(drafts)
        print(f"http://127.0.0.1:{server.server_port}/ — Ctrl+C ends it", flush=True)
        for _ in watch(*(path for path in WATCHED if Path(path).exists()), raise_interrupt=False):
            build(drafts)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
    return 0


def build(drafts: bool) -> int:
    """A build in a process of its own, so that changed templates and settings count too."""
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"]
    command += ["-o", str(PREVIEW), "--fatal=warnings"]
    command += ["-e", "WITH_DRAFTS=true"] if drafts else []
    return subprocess.call(command)


def server_of(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of one folder; each request finds the folder anew, as a build replaces it."""
    handler = partial(_QuietHandler, directory=str(folder.resolve()))
    return ThreadingHTTPServer(("127.0.0.1", port), handler)


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """An editor looks for problems in the terminal, not for a list of requests."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()
