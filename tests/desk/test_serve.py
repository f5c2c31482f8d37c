from __future__ import annotations

import base64
import hashlib
import re
import threading
from contextlib import closing
from http.client import HTTPConnection
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from plugins.minber.desk.preview import RELOAD, Builds, server_of, with_script
from plugins.minber.desk.serve import serve


@pytest.fixture
def served(tmp_path):
    """The port of a running server, and the folder that it shows."""
    folder = tmp_path / "site"
    folder.mkdir()
    server = server_of(folder, 0, Builds())
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
    assert serve(port, drafts=False, cards=False) == 1
    assert capsys.readouterr().out == (
        f"port {port} must be free: Address already in use. Choose another with --port\n"
    )


PAGE = b"""<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<p>text</p></body>"""


def test_a_page_of_the_preview_may_run_just_the_script_that_it_was_given():
    page = with_script(PAGE, 3).decode()
    [script] = re.findall("<script>(.*)</script>", page)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    [policy] = re.findall('content="(.*)"', page)
    assert policy == f"script-src 'sha256-{digest}'; connect-src 'self'; default-src 'none'"
    assert f"{RELOAD}?3" in script


@pytest.fixture
def preview(tmp_path):
    """The address of a server with a page, its folder and its builds."""
    builds = Builds()
    server = server_of(tmp_path, 0, builds)
    (tmp_path / "index.html").write_bytes(PAGE.replace(b"text", b"old"))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", tmp_path, builds
    server.shutdown()
    server.server_close()


def test_an_open_page_is_loaded_again_after_a_build(preview, browser):
    address, folder, builds = preview
    page = browser.new_page()
    page.goto(address)
    (folder / "index.html").write_bytes(PAGE.replace(b"text", b"new"))
    builds.add()
    expect(page.locator("p")).to_have_text("new")
    page.close()


def test_a_build_between_the_answer_and_the_listening_is_not_missed(preview):
    address, _, builds = preview
    builds.add()
    with urlopen(f"{address[:-1]}{RELOAD}?0", timeout=5) as events:  # noqa: S310 - this machine
        assert events.readline() == b"data: built\n"
