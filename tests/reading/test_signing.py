"""A reader signs with a form, by e-mail, and passes a petition on, in a real browser."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from tests.content import PETITION, edit
from tests.texts import built_once

FORMS = "https://forms.avaaz.example"
WAYS = f"""\
  - {{kind: form, platform: avaaz, url: '{FORMS}/sign?p=1'}}
  - {{kind: email, address: net@example.org}}
"""
PAGE = "en/open-net/first.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    def change(content):
        edit(content, f"{PETITION}/facts.yaml", ("routes:\n", f"routes:\n{WAYS}"))
        edit(
            content,
            "registry/bodies.yaml",
            ("  ru: Президент\n", "  ru: Президент\n  languages: [kk]\n"),
        )

    return built_once(tmp_path_factory, change, SITEURL="https://example.org")


@pytest.fixture
def signing(built, serve, opened):
    """The page, what was sent from it, and what went wrong."""
    base = serve(built.output)
    page, faults = opened(base)
    sent = []

    def answer(route):
        sent.append(route.request)
        route.fulfill(body="Thank you", content_type="text/html")

    page.route(f"{FORMS}/**", answer)
    page.goto(base + PAGE)
    return page, sent, faults


def fill_in(page):
    page.get_by_label("Full name (required)").fill("Әсем Қ")
    page.get_by_label("I am 18").check()
    page.get_by_label("I agree").check()


def test_what_is_filled_in_arrives(signing):
    page, [*sent], _ = signing
    page.click(".routes a[href='#part-form']")
    fill_in(page)
    page.get_by_label("City").fill("Өскемен")
    page.click("form button")
    page.wait_for_url(f"{FORMS}/sign?p=1")
    [request] = signing[1]
    assert sent == []
    assert (request.method, request.headers["content-type"]) == (
        "POST",
        "application/x-www-form-urlencoded",
    )
    assert "referer" not in request.headers
    assert parse_qsl(request.post_data, keep_blank_values=True) == [
        ("petition", "open-net/first"),
        ("language", "en"),
        ("name", "Әсем Қ"),
        ("email", ""),
        ("city", "Өскемен"),
        ("adult", "yes"),
        ("processing", "yes"),
    ]


@pytest.mark.parametrize("left_out", ["Full name (required)", "I am 18", "I agree"])
def test_nothing_is_sent_without_what_is_required(signing, left_out):
    page, sent, _ = signing
    fill_in(page)
    field = page.get_by_label(left_out)
    field.fill("") if left_out == "Full name (required)" else field.uncheck()
    page.click("form button")
    assert page.evaluate("document.querySelector('form').checkValidity()") is False
    assert (page.url.rpartition("/")[2], sent) == ("first.html", [])


@pytest.mark.parametrize("action", ["https://evil.example/", f"{FORMS}.evil.example/", PAGE])
def test_a_form_that_was_turned_elsewhere_sends_nothing(signing, action):
    page, sent, faults = signing
    fill_in(page)
    page.evaluate("to => { document.querySelector('form').action = to }", action)
    with page.expect_console_message(lambda message: "form-action" in message.text):
        page.evaluate("document.querySelector('form').requestSubmit()")
    assert (page.url.rpartition("/")[2], sent) == ("first.html", [])
    assert [fault for fault in faults if fault.startswith("to ")] == []


def test_a_reader_can_copy_the_whole_letter(signing):
    page, _, _ = signing
    page.click("summary")
    copied = page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('details .text')) ||"
        " getSelection().toString()"
    )
    assert [line for line in copied.split("\n") if line] == [
        "Бірінші петиция",
        "Заңды қабылдамаңыз.",
        "Талаптар:",
        "1. Заңды қабылдамау",
        "Петиция: https://example.org/kk/open-net/first.html",
        "Аты-жөнім:",
    ]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_ways_fit_on_the_smallest_screen(built, opened, language):
    page, _ = opened(built.output.as_uri(), viewport={"width": 320, "height": 600})
    page.goto(f"{built.output.as_uri()}/{language}/open-net/first.html")
    page.click("summary")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_on_paper_there_is_the_address_but_nothing_to_fill_in_or_to_click(built, opened):
    page, _ = opened(built.output.as_uri())
    page.goto(f"{built.output.as_uri()}/{PAGE}")
    page.emulate_media(media="print")
    hidden = ("#part-share", "#part-form", "details", "form")
    assert [name for name in hidden if page.is_visible(name)] == []
    assert page.is_visible(f".address:has-text('https://example.org/{PAGE}')")
