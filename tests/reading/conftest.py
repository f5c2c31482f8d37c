from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):  # noqa: A002 - the base class names it so
        """The tests look at requests in the browser."""


@pytest.fixture(scope="module")
def serve():
    """Serve folders on the loopback address until the tests of the module end."""
    servers = []

    def start(folder):
        handler = partial(Quiet, directory=str(folder))
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
    contexts = []

    def new(base, **options):
        def within(url):
            return url.startswith((base, "data:"))

        context = browser.new_context(**options)
        contexts.append(context)
        faults: list[str] = []
        context.route(lambda url: not within(url), lambda route: route.abort())
        context.on("request", lambda r: None if within(r.url) else faults.append(f"to {r.url}"))
        context.on("requestfailed", lambda r: faults.append(f"failed {r.url}") if lost(r) else None)
        context.on("console", lambda message: faults.append(f"console {message.text}"))
        context.on("weberror", lambda error: faults.append(f"error {error.error}"))
        context.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
        return context.new_page(), faults

    yield new
    for context in contexts:
        context.close()


def lost(request):
    """Tell whether a request failed, not only because the reader went on."""
    return request.failure != "net::ERR_ABORTED"
