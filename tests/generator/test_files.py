"""Which files a site has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Build


def test_a_site_has_a_page_for_everything_in_every_language(
    site: Callable[[str], Path], build: Build
) -> None:
    built = build(site("three-languages"))

    assert built.problems == ()
    assert built.files == sorted(
        ["404.html", "index.html", "robots.txt"]
        + [
            f"{language}/{page}.html"
            for language in ("kk", "ru", "en")
            for page in (
                "index",
                "all",
                "about",
                "petitions",
                "statements",
                "news",
                "topics/internet",
                "open-net/index",
                "open-net/first",
                "open-net/letter",
                "open-net/event",
            )
        ]
    )
