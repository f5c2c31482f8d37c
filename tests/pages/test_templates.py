"""What the digest of a template stands for."""

from __future__ import annotations

import pytest
from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from plugins.minber.pages.templates import _named, read_templates, template_digests
from tests.conftest import ROOT, write_files

TEMPLATES = ROOT / "theme/templates"
SMALL = {
    "page.html": '{% extends "base.html" %}{% from "parts/a.html" import a %}',
    "list.html": '{% import "parts/b.html" as b %}',
    "alone.html": "alone",
    "base.html": "base",
    "parts/a.html": '{% include "parts/b.html" %}',
    "parts/b.html": "b",
    "parts/unused.html": "unused",
}


@pytest.fixture
def changed(tmp_path):
    """The templates whose digest is another after a file is written."""
    write_files(tmp_path, SMALL)

    def after(path, text):
        before = template_digests(read_templates([tmp_path]))
        write_files(tmp_path, {path: text})
        now = template_digests(read_templates([tmp_path]))
        return {name for name in now if now[name] != before.get(name)}

    return after


def test_each_template_of_a_page_has_a_digest(tmp_path):
    write_files(tmp_path, SMALL)
    assert set(template_digests(read_templates([tmp_path]))) == {"page", "list", "alone", "base"}


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("alone.html", {"alone"}),
        ("base.html", {"base", "page"}),
        ("parts/a.html", {"page"}),
        ("parts/b.html", {"page", "list"}),
        ("parts/unused.html", set()),
    ],
)
def test_a_template_depends_on_what_it_reaches_and_on_nothing_else(changed, path, names):
    assert changed(path, f"{SMALL[path]}!") == names


@pytest.mark.parametrize(
    "statement",
    [
        '{% include "parts/" ~ name %}',
        "{% include name %}",
        '{% include ["a.html", "parts/unused.html"] %}',
        '{% extends "a.html" if view else "parts/unused.html" %}',
        '{% from "parts/" "unused.html" import x %}',
        '{% import "parts/\\x75nused.html" as x %}',
        "{% include 'parts/unused.html' %}",
        '{%- include name, "base.html" -%}',
        '{% include "gone.html" ignore missing %}',
    ],
)
def test_a_template_that_names_another_in_any_other_way_depends_on_all(changed, statement):
    changed("alone.html", statement)
    assert "alone" in changed("parts/unused.html", "!")


def test_templates_that_name_each_other_depend_on_both(changed):
    changed("parts/b.html", '{% from "parts/a.html" import a with context %}')
    assert changed("parts/a.html", '{%- include "parts/b.html" without context -%}') == {
        "page",
        "list",
    }


@pytest.mark.parametrize(
    "path", sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
)
def test_jinja_finds_the_same_templates_named_in_the_theme(path):
    environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    source = (TEMPLATES / path).read_text("utf-8")
    found = {name or "" for name in find_referenced_templates(environment.parse(source))}
    assert sorted(_named(source) or ()) == sorted(found)
