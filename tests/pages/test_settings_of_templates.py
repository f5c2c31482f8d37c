"""What a site's settings add to its templates is a part of what its pages are made of."""

from __future__ import annotations

from pelican.settings import read_settings

from plugins.minber.pages.jinja import of_jinja
from tests.conftest import ROOT

NOTHING: dict[str, dict[str, object]] = {
    key: {} for key in ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
}


def told(**settings):
    return list(of_jinja({**NOTHING, **settings}))


def test_what_a_function_does_cannot_be_told_so_every_build_is_another_one():
    assert told(JINJA_FILTERS={"x": len}) != told(JINJA_FILTERS={"x": len})


def test_the_settings_of_the_repository_are_the_same_in_every_build():
    settings = read_settings(str(ROOT / "pelicanconf.py"))
    assert [*of_jinja(settings)] == [*of_jinja(settings)]


def test_another_value_is_another_site():
    assert told(JINJA_GLOBALS={"x": 1}) != told(JINJA_GLOBALS={"x": 2})


def test_the_same_settings_are_the_same_site_in_any_order():
    assert told(JINJA_GLOBALS={"x": 1, "y": 2}) == told(JINJA_GLOBALS={"y": 2, "x": 1})
