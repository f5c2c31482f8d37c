from __future__ import annotations

import re
import time

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.markup.convert import Converter, Markup, convert
from tests.content import LANGUAGE

NO_HTML = (
    "the text must be Markdown without HTML",
    "Write it in Markdown, or between `backticks` to show it as it is.",
)
NO_LINK = (
    "a link must lead to https, http, mailto, tel or to a folder of content",
    "Write the whole address, or the path from this file such as ../folder/.",
)
NO_PICTURE = (
    "a picture must be a file of this folder",
    "Copy the file into the folder; remote pictures tell others who reads.",
)


def converted(text):
    return convert(text, LANGUAGE["en"], "Back to the text")


def fault(kind, found):
    return (kind[0], found, kind[1])


# What an author may write


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "Two\nlines, *em*, **strong**.",
            "<p>Two\nlines, <em>em</em>, <strong>strong</strong>.</p>",
        ),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("- a\n\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("    <b>", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
        ("---", "<hr>"),
        # links to the web stay, links to content wait for their addresses
        ("[a](https://x.example/?a&b)", '<p><a href="https://x.example/?a&amp;b">a</a></p>'),
        ("<https://x.example/>", '<p><a href="https://x.example/">https://x.example/</a></p>'),
        ("[a](tel:+77010000000)", '<p><a href="tel:+77010000000">a</a></p>'),
        ("[a](../b/#c)", '<p><a href="content:../b/#c">a</a></p>'),
        ("[a][b]\n\n[b]: ../b/", '<p><a href="content:../b/">a</a></p>'),
        ("![a](b.jpg)", '<p><img alt="a" src="picture:b.jpg"></p>'),
    ],
)
def test_markdown_becomes_plain_html(text, html):
    markup = converted(text)
    assert (markup.html, markup.faults) == (html, ())


def test_a_table_is_aligned_by_classes():
    html = converted("a|b|c\n:-|:-:|-:\n1|2|3").html
    assert re.findall("<t[hd] [^>]*>", html) == [
        '<th class="start">',
        '<th class="middle">',
        '<th class="end">',
        '<td class="start">',
        '<td class="middle">',
        '<td class="end">',
    ]


def test_a_footnote_leads_there_and_back_in_words():
    html = converted("a[^1]\n\n[^1]: b").html
    assert 'href="#fn:1"' in html
    assert 'href="#fnref:1" title="Back to the text"' in html


# Headings


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("## Талаптар", ("талаптар",)),
        ("## What, *exactly*?", ("what-exactly",)),
        ("## Demands {#demands}", ("demands",)),
        ("## *Demands* {#demands}", ("demands",)),
        # each once, also when the words are the same
        ("## a\n\n## a\n\n## a", ("a", "a_1", "a_2")),
        ("## a\n\n## b {#a}", ("a_1", "a")),
        ("## !", ("section",)),
        ("Setext\n------", ("setext",)),
    ],
)
def test_a_heading_has_an_id(text, ids):
    assert converted(text).headings == ids


def test_the_id_of_a_heading_is_taken_off_its_words():
    assert converted("## The *law* {#law}").html == '<h2 id="law">The <em>law</em></h2>'


@given(st.lists(st.sampled_from(["a", "b", "a_1", "A", "!", "{#a}", "{#b-c}"])))
def test_no_two_headings_have_one_id(words):
    markup = converted("\n\n".join(f"## {word}" for word in words))
    ids = re.findall('id="([^"]*)"', markup.html)
    assert len(ids) == len(words)
    assert len(set(ids)) == len(ids) or markup.faults


# What an author may not write


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        # raw HTML, also within a line, over two lines, in a list, as a comment
        ("<div>", [fault(NO_HTML, "<div>")]),
        ("a </b>", [fault(NO_HTML, "</b>")]),
        ("a <b>c</b>", [fault(NO_HTML, "<b>")]),
        ("<img\nsrc=x onerror=alert(1)>", [fault(NO_HTML, "<img\nsrc=x onerror=alert(1)>")]),
        ("- <script>alert(1)</script>", [fault(NO_HTML, "<script>")]),
        ("<!-- a -->", [fault(NO_HTML, "<!-- a -->")]),
        ("*<i>*", [fault(NO_HTML, "<i>")]),
        (r'<b title="\*">', [fault(NO_HTML, '<b title="')]),
        # links with code, data, another root, nothing
        ("[a](javascript:alert(1))", [fault(NO_LINK, "javascript:alert(1)")]),
        ("[a](JaVaScRiPt:alert)", [fault(NO_LINK, "JaVaScRiPt:alert")]),
        ("[a][b]\n\n[b]: javascript:alert", [fault(NO_LINK, "javascript:alert")]),
        ("[a](data:text/html,x)", [fault(NO_LINK, "data:text/html,x")]),
        ("[a](file:///etc/passwd)", [fault(NO_LINK, "file:///etc/passwd")]),
        ("[a](content:../b/)", [fault(NO_LINK, "content:../b/")]),
        ("[a](//x.example/)", [fault(NO_LINK, "//x.example/")]),
        ("[a](/kk/)", [fault(NO_LINK, "/kk/")]),
        ("[a]()", [fault(NO_LINK, "")]),
        # pictures from elsewhere
        ("![a](https://x.example/a.jpg)", [fault(NO_PICTURE, "https://x.example/a.jpg")]),
        ("![a](//x.example/a.jpg)", [fault(NO_PICTURE, "//x.example/a.jpg")]),
        ("![a](../b/a.jpg)", [fault(NO_PICTURE, "../b/a.jpg")]),
        ("![a](data:image/png,x)", [fault(NO_PICTURE, "data:image/png,x")]),
        # headings that compete with the title, ids that stand twice
        (
            "# A *b*",
            [("headings in the text must begin with ## (# is the title)", "A b", "Add a #.")],
        ),
        ("A\n=", [("headings in the text must begin with ## (# is the title)", "A", "Add a #.")]),
        (
            "## a {#x}\n\n## b {#x}",
            [("a heading's id must stand only once", "x", "Change one of them.")],
        ),
    ],
)
def test_what_may_not_stand_in_a_text_is_told(text, faults):
    assert list(converted(text).faults) == faults


DEEP = "lists and quotations must not be so deep, or so long without an empty line"
OPEN = "a text must not have more than 200 brackets open at once"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[" * 20_000, OPEN),
        ("[" * 20_000 + "]" * 20_000, OPEN),
        ("![" * 20_000, OPEN),
        ("[a](" * 20_000, OPEN),
        ("\n".join("    " * depth + "- a" for depth in range(300)), DEEP),
        ("a\n: b\n" * 3_000, DEEP),
        ("# a\n" * 10_000, "a text must not have more than 400 headings and rules"),
        ("a\n=\n" * 10_000, "a text must not have more than 400 headings and rules"),
        ("[^1] " * 10_000, "a text must not have more than 400 marks of footnotes"),
        ("|" * 1_500 + "\n" + "|-" * 1_500, "a table must not have more than 50 columns"),
        ("a|b\n" * 20_000, "a text must not have more than 2000 rows of tables"),
        ("{#" * 100_000, ""),
    ],
)
def test_a_text_that_would_take_for_ever_takes_less_than_a_second(text, rule):
    before = time.process_time()
    markup = converted(text)
    assert time.process_time() - before < 1
    assert [found[0] for found in markup.faults] == ([rule] if rule else [])


@pytest.mark.parametrize(
    "text", ["[a](b) " * 2_000, ":( 1) 2) " * 3_000, "## a\n\n" * 300, "`" * 20_000, "<" * 20_000]
)
def test_a_long_text_is_converted_within_a_second(text):
    before = time.process_time()
    assert converted(text).faults == ()
    assert time.process_time() - before < 1


def test_a_text_that_was_refused_leaves_nothing_in_the_next():
    converter = Converter(LANGUAGE["en"], "Back to the text")
    before = converter.convert("- a\n\n    b")
    converter.convert("\n".join("    " * depth + "- a" for depth in range(300)))
    assert converter.convert("- a\n\n    b") == before


TEXTS = [
    "a[^1] <b>\n\n[^1]: b",
    "[^1] [b]",
    "## a {#b}\n\n[b](#b) *c",
    "[b]\n\n[b]: ../c/",
    "",
]


@given(st.lists(st.sampled_from(TEXTS), max_size=6))
def test_a_converter_keeps_nothing_of_a_text_for_the_next(texts):
    converter = Converter(LANGUAGE["en"], "Back to the text")
    assert [converter.convert(text) for text in texts] == [converted(text) for text in texts]


SAFE_TAGS = set(
    "html head body p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong a img br hr"
    " sup div table thead tbody tr th td".split()
)
SAFE_ATTRIBUTES = {"href", "src", "alt", "title", "id", "class", "start"}
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


@pytest.mark.parametrize("back", ["Back to the text", "100 % {0}", "{", "%%"])
def test_the_way_back_from_a_note_is_named_as_it_is_written(back):
    markup = convert("A word.[^1]\n\n[^1]: A note.", LANGUAGE["en"], back)
    assert f'title="{back}"' in markup.html
