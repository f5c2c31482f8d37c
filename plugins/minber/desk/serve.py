"""`invoke serve`: the site on this machine, built anew on every change."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from watchfiles import watch

from plugins.minber.desk.preview import Builds, server_of

PREVIEW = Path(".preview")
"""Not `output/`: a preview may hold drafts, and must never be published by mistake."""
WATCHED = ("content", "theme", "plugins", "pelicanconf.py")


def serve(port: int, drafts: bool, cards: bool) -> int:
    """Build, serve on the loopback address and build again on every change, until Ctrl+C.

    Pages that are open in a browser load themselves again after a build.
    """
    builds = Builds()
    try:
        server = server_of(PREVIEW, port, builds)
    except OSError as error:
        print(f"port {port} must be free: {error.strerror}. Choose another with --port")
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        build(drafts, cards)
        print(f"http://127.0.0.1:{server.server_port}/ — Ctrl+C ends it", flush=True)
        for _ in watch(*(path for path in WATCHED if Path(path).exists()), raise_interrupt=False):
            if build(drafts, cards) == 0:
                builds.add()
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
    return 0


def build(drafts: bool, cards: bool) -> int:
    """A build in a process of its own, so that changed templates and settings count too."""
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"]
    command += ["-o", str(PREVIEW), "--fatal=warnings"]
    # Nobody prints a preview or sends a link to it, and a page is on the screen sooner.
    settings = {"PAPER": False, "CARDS": cards, "WITH_DRAFTS": drafts}
    command += ["-e", *(f"{name}={str(value).lower()}" for name, value in settings.items())]
    return subprocess.call(command)
