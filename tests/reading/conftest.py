from __future__ import annotations

import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
import pytest

from tests.conftest import made_once
from tests.reading.kinds import build_made


class Host(SimpleHTTPRequestHandler):
    """A host of plain files, which shows the site's own page where there is none."""

    def log_message(self, format, *args):  # noqa: A002 - the base class names it so
        """The tests look at requests in the browser."""

    def send_error(self, code, message=None, explain=None):
        """Answer what is not there as hosts do that know a 404.html."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        self.answer(page.read_bytes(), "text/html", code)

    def answer(self, body, kind, code=HTTPStatus.OK, **headers):
        """Send a whole answer."""
        self.send_response(code)
        for name, value in {"Content-Type": kind, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class PressingHost(Host):
    """A host that sends pages as it compressed them beforehand."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html" or not path.is_file():
            super().do_GET()
            return
        pressed = brotli.compress(path.read_bytes(), quality=11)
        self.answer(pressed, "text/html", Content_Encoding="br")


@pytest.fixture(scope="session")
def made_site(tmp_path_factory):
    """A site with an item in every state, built once."""
    return made_once(tmp_path_factory, "made", build_made)


@pytest.fixture(scope="module")
def serve():
    """Serve folders on the loopback address until the tests of the module end."""
    servers = []

    def start(folder, host=Host):
        handler = partial(host, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def opened(browser):
    """A context of the browser that is closed after the test, with all that went wrong in it."""
    pages = []

    def new(base, **options):
        page, faults = watched(browser, base, **options)
        pages.append(page)
        return page, faults

    yield new
    for page in pages:
        page.context.close()


def watched(browser, base, **options):
    """Open a page in a context of its own; give it with all that goes wrong in it."""

    def within(url):
        return url.startswith((base, "data:"))

    context = browser.new_context(**options)
    faults: list[str] = []
    context.on("request", lambda r: None if within(r.url) else faults.append(f"to {r.url}"))
    context.on("requestfailed", lambda r: faults.append(f"failed {r.url}") if lost(r) else None)
    context.on("console", lambda message: faults.append(f"console {message.text}"))
    context.on("weberror", lambda error: faults.append(f"error {error.error}"))
    context.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
    return context.new_page(), faults


def lost(request):
    """Tell whether a request failed, not only because the reader went on."""
    return request.failure != "net::ERR_ABORTED"
