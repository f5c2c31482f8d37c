"""What a site's settings add to its templates is a part of what its pages are made of."""

from __future__ import annotations

from plugins.minber.generator import _of_jinja

NOTHING = {
    key: {} for key in ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
}


def first(value):
    return value


def second(value):
    return value


def told(**settings):
    return list(_of_jinja({**NOTHING, **settings}))


def test_another_function_under_the_same_name_is_another_site():
    filters = [told(JINJA_FILTERS={"x": each}) for each in (first, second, first)]
    assert filters[0] == filters[2] != filters[1]


def test_another_value_is_another_site():
    assert told(JINJA_GLOBALS={"x": 1}) != told(JINJA_GLOBALS={"x": 2})


def test_the_same_settings_are_the_same_site_in_any_order():
    assert told(JINJA_GLOBALS={"x": 1, "y": 2}) == told(JINJA_GLOBALS={"y": 2, "x": 1})
