from __future__ import annotations

import threading
from contextlib import closing
from http.client import HTTPConnection

import pytest

from plugins.minber.desk.serve import serve, server_of


@pytest.fixture
def served(tmp_path):
    """The port of a running server, and the folder that it shows."""
    folder = tmp_path / "site"
    folder.mkdir()
    server = server_of(folder, 0)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_port, folder
    server.shutdown()
    server.server_close()


def answer(port, path):
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", path)
        found = connection.getresponse()
        return found.status, found.headers["Cache-Control"], found.read()


def test_a_page_is_served_and_not_kept(served):
    port, folder = served
    (folder / "index.html").write_text("page", "utf-8")
    assert answer(port, "/index.html") == (200, "no-store", b"page")


def test_a_folder_that_was_replaced_is_served_anew(served):
    port, folder = served
    folder.rmdir()
    folder.mkdir()
    (folder / "new.html").write_text("new", "utf-8")
    assert answer(port, "/new.html") == (200, "no-store", b"new")


def test_a_missing_page_is_404(served):
    assert answer(served[0], "/no.html")[0] == 404


def test_a_port_that_is_taken_is_told_in_a_sentence(served, capsys):
    port = served[0]
    assert serve(port, drafts=False) == 1
    assert capsys.readouterr().out == (
        f"port {port} must be free: Address already in use. Choose another with --port\n"
    )
