"""Archives as readers open them: unpacked anywhere, straight from the disk."""

from __future__ import annotations

import pytest


@pytest.fixture
def seen(browser, unpacked):
    """A page of the browser, and what it asked for, failed at or complained of."""
    page = browser.new_page()
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: faults.append(f"failed {request.url}"))
    page.on("console", lambda message: faults.append(f"console {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error {error}"))
    yield page, asked, faults
    page.close()


@pytest.mark.parametrize(
    "archive",
    [
        "with address/site_ru.d",
        "with address/clean-air.d",
        "without/site_kk.d",
        "without/open-net.d",
    ],
)
def test_every_page_of_an_archive_opens_from_the_disk(seen, unpacked, archive):
    page, asked, faults = seen
    paths = sorted((unpacked / archive).rglob("*.html"))
    for path in paths:
        page.goto(path.as_uri())
    assert faults == []
    assert [url for url in asked if not url.startswith((unpacked.as_uri(), "data:"))] == []
    assert paths


def test_a_picture_is_shown(seen, unpacked):
    page, _, _ = seen
    for path in ("with address/site_kk.d/open-net/event.html", "without/open-net/event-en.html"):
        page.goto((unpacked / path).as_uri())
        width = "async (img) => (await img.decode(), img.naturalWidth)"
        assert page.locator("img").evaluate(width) > 0


def test_a_single_page_loads_nothing(seen, unpacked):
    page, asked, _ = seen
    path = unpacked / "with address/open-net/event-ru.html"
    page.goto(path.as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]


def test_a_reader_gets_from_the_start_page_to_a_text(seen, unpacked):
    page, _, faults = seen
    page.goto((unpacked / "without/open-net.d/index.html").as_uri())
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="First petition").first.click()
    assert page.locator("h1").inner_text() == "First petition"
    assert faults == []
