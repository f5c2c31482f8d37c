"""Templates, the style sheet and the content policy of a page."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.pages.render import content_policy, without_blank_lines
from plugins.minber.pages.sheet import style_sheet
from tests.conftest import ROOT, theme_in

TWO_ORIGINS = "https://a.example https://b.example:8443"


@given(st.text())
def test_the_policy_allows_the_style_sheet_by_its_digest(css):
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert content_policy(css) == (
        f"default-src 'none'; connect-src 'self'; style-src 'sha256-{digest}'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize(
    ("forms", "allowed"),
    [
        ((), "'none'"),
        (("https://a.example/sign?x=1",), "https://a.example"),
        (("https://b.example:8443/", "https://a.example/1", "https://a.example/2"), TWO_ORIGINS),
    ],
)
def test_the_policy_allows_to_send_only_to_the_origins_of_the_forms(forms, allowed):
    assert content_policy("", forms) == content_policy("").replace(
        "form-action 'none'", f"form-action {allowed}"
    )


def test_the_policy_of_a_page_with_a_script_allows_scripts_of_the_site_and_what_they_ask_it_for():
    assert content_policy("", ("",), ("../search/search.js",)) == content_policy("").replace(
        "connect-src", "script-src 'self' 'wasm-unsafe-eval'; connect-src"
    )


def test_every_page_has_the_policy_of_its_own_style(real_site):
    texts = [real_site.text(path) for path in real_site.files if path.endswith(".html")]
    styles = [css for text in texts for css in re.findall("<style>(.*)</style>", text)]
    assert len(set(styles)) > 3
    pairs = zip(texts, styles, strict=True)
    assert [text for text, css in pairs if f'content="{content_policy(css)}"' not in text] == []


def test_a_page_with_a_script_has_all_rules_as_the_script_may_need_them(published_site):
    css = style_sheet(ROOT / "theme/css")
    assert f"<style>{css}</style>" in published_site.text("kk/search.html")


# What goes wrong in a theme


@pytest.fixture
def theme(tmp_path):
    return theme_in(tmp_path)


TEMPLATE = "theme/templates/components/kicker.html"
RULE = "the template must be able to make kk/index.html"


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        # a component that cannot be read, asks for what is not there, does what cannot be done
        (
            "kicker.html",
            "\n{% if %}",
            f"{TEMPLATE}:2: {RULE}: Expected an expression, got 'end of statement block'.",
        ),
        (
            "kicker.html",
            "{% macro kicker(kind, when, updated) %}\n{{ nothing }}{% endmacro %}",
            f"{TEMPLATE}:2: {RULE}: 'nothing' is undefined.",
        ),
        (
            "kicker.html",
            "{% macro kicker(kind, when, updated) %}{{ 1 // 0 }}{% endmacro %}",
            f"{TEMPLATE}:1: {RULE}: ZeroDivisionError integer division or modulo by zero.",
        ),
        (
            "kicker.html",
            "{% macro kicker(kind, when, updated) %}{{ _('site.nothing') }}{% endmacro %}",
            "theme/translations/kk.po:1: there must be an entry 'site.nothing'.",
        ),
    ],
)
def test_a_fault_in_a_template_is_one_problem_with_its_line(
    site, build, theme, file, text, problem
):
    (theme / "templates/components" / file).write_text(text)
    assert build(site("three-languages"), THEME=str(theme)).problems == (problem,)


def test_a_template_that_is_not_there_is_named_where_it_is_asked_for(site, build, theme):
    (theme / "templates/components/kicker.html").unlink()
    [problem] = build(site("three-languages"), THEME=str(theme)).problems
    assert re.fullmatch(
        r"theme/templates/(?:[\w/]+)\.html:\d+: the template must be able to make "
        r"kk/[\w/-]+\.html: TemplateNotFound components/kicker.html\.",
        problem,
    )


@pytest.mark.parametrize("key", ["nav.home", "footnote.back", "kind.petition"])
def test_a_missing_word_is_one_problem_of_its_file(site, build, theme, key):
    po = theme / "translations/ru.po"
    text = po.read_text("utf-8")
    po.write_text(text.replace(f'msgid "{key}"', f'msgid "other.{key}"'), "utf-8")
    assert build(site("three-languages"), THEME=str(theme)).problems == (
        f"theme/translations/ru.po:1: there must be an entry '{key}'.",
    )


def test_words_are_escaped_and_passages_are_not(site, build):
    content = site("three-languages")
    path = content / "campaigns/open-net/news/event/en.md"
    text = path.read_text("utf-8").replace("An event", "A <b>&c").replace("News of", "*News* of")
    path.write_text(text, "utf-8")
    page = build(content).text("en/open-net/event.html")
    assert "<h1>A &lt;b&gt;&amp;c</h1>" in page
    assert "<p><em>News</em> of" in page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</p>\n\n\n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<p>a\n  \nb</p>", "<p>a\nb</p>"),
        # lines that readers see
        ("<pre><code>a\n\nb</code></pre>\n\n<p>", "<pre><code>a\n\nb</code></pre>\n<p>"),
        ("<textarea rows=5>a\n\nb</textarea>", "<textarea rows=5>a\n\nb</textarea>"),
    ],
)
def test_a_page_has_no_empty_lines_but_those_that_readers_see(text, expected):
    assert without_blank_lines(text) == expected
