"""Whatever is written, nothing of it can do a reader harm."""

from __future__ import annotations

import re

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.markup.convert import Markup
from tests.markup.converted import converted

SAFE_TAGS = set(
    "html head body p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong a img br hr"
    " sup div table thead tbody tr th td".split()
)
SAFE_ATTRIBUTES = {"href", "src", "title", "id", "class", "start", "tabindex"}
SAFE_ADDRESS = re.compile("(https?|mailto|tel|content|picture):|#fn", re.IGNORECASE)
PIECES = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "script",
        "<img src=x onerror=y>",
        "<svg/onload=z>",
        "javascript:",
        "[a](",
        ")",
        "![",
        "](",
        '"',
        "'",
        "`",
        "\\",
        "&#106;",
        "&lt;",
        "\n",
        "\n\n",
        "    ",
        "# ",
        "> ",
        "- ",
        "|",
        "[^1]",
        "[^1]: ",
        "style=",
        "https://x.example",
        "//x",
        "data:",
        "{#a}",
        "\t",
        "*",
        "_",
        "a",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_is_written_the_html_is_safe(text):
    markup = converted(text)
    assert isinstance(markup, Markup)
    root = html5lib.parse(markup.html, namespaceHTMLElements=False)
    for element in root.iter():
        assert element.tag in SAFE_TAGS
        assert set(element.attrib) <= SAFE_ATTRIBUTES
        for key in ("href", "src"):
            assert SAFE_ADDRESS.match(element.get(key, "#fn")) or element.get(key, "")[0] == "#"
