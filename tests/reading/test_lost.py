"""What a host shows for an address that is not there, at any depth."""

from __future__ import annotations

import pytest

from tests.conftest import build_site, content_of

CODES = ("kk", "ru", "en")
DEPTHS = ("nothing.html", "kk/nothing.html", "kk/open-net/of/nothing.html")


@pytest.fixture(scope="module")
def stand(tmp_path_factory, serve):
    """Build a site that stands on a host, as it is published or as a trial is; give its address."""

    def build(*, is_published):
        folder = tmp_path_factory.mktemp("site")
        base = serve(folder / "output")
        content = content_of("three-languages", folder)
        url = base.removesuffix("/") if is_published else ""
        build_site(content, folder / "output", SITEURL=url, SEARCH=is_published)
        return base

    return build


@pytest.fixture(scope="module")
def known(stand):
    return stand(is_published=True)


@pytest.fixture(scope="module")
def unknown(stand):
    return stand(is_published=False)


def homes_from(page, address):
    """Where the links of the page lead that is shown in place of an address."""
    reached = []
    for code in CODES:
        assert page.goto(address).status == 404
        page.click(f"section[lang={code}] a")
        reached.append(page.url)
    return reached


@pytest.mark.parametrize("depth", DEPTHS)
def test_every_language_leads_home_at_any_depth(opened, known, depth):
    page, _ = opened(known)
    assert homes_from(page, known + depth) == [f"{known}{code}/index.html" for code in CODES]
    assert page.locator("h1").count() == 1


WAYS = {
    "kk": {"Басты бет": "index", "Барлық мәтіндер": "all", "Іздеу": "search"},
    "ru": {"Главная": "index", "Все тексты": "all", "Поиск": "search"},
    "en": {"Home": "index", "All texts": "all", "Search": "search"},
}


@pytest.mark.parametrize("code", CODES)
def test_every_language_names_its_ways(opened, known, code):
    page, _ = opened(known)
    page.goto(known + DEPTHS[-1])
    links = page.locator(f"section[lang={code}] a").evaluate_all(
        "all => all.map(a => [a.text, a.href])"
    )
    ways = WAYS[code].items()
    assert links == [[words, f"{known}{code}/{name}.html"] for words, name in ways]


def test_a_site_without_an_index_leads_to_no_search(opened, unknown):
    page, _ = opened(unknown)
    page.goto(unknown + DEPTHS[0])
    assert page.locator("section[lang=en] a").all_inner_texts() == ["Home", "All texts"]


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_page_has_its_style_and_speaks_every_language(opened, unknown, depth):
    page, _ = opened(unknown)
    page.goto(unknown + depth)
    weight = "getComputedStyle(document.querySelector('h1')).fontWeight"
    assert page.evaluate(weight) == "800"
    assert page.locator("section[lang]").count() == len(CODES)


def test_a_site_that_does_not_know_its_address_leads_home_from_its_root(opened, unknown):
    page, _ = opened(unknown)
    reached = homes_from(page, unknown + DEPTHS[0])
    assert reached == [f"{unknown}{code}/index.html" for code in CODES]
