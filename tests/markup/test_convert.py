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

IN_LINK = (
    "a picture must not stand in a link",
    "Put it on a line of its own, and the link into words.",
)
IN_HEADING = (
    "a picture must not stand in a heading",
    "Put it on a line of its own below it.",
)
IN_TERM = (
    "a picture must not stand in a term",
    "Put it on a line of its own behind the definitions.",
)
IN_NOTE = (
    "a picture must not stand in a footnote",
    "Put it on a line of its own in the text.",
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


def test_a_table_can_be_moved_within_itself_by_keys():
    assert converted("a|b\n-|-\n1|2").html.startswith('<table tabindex="0">')


def test_a_footnote_leads_there_and_back_in_words():
    html = converted("a[^1]\n\n[^1]: b").html
    assert 'href="#fn:1"' in html
    assert 'href="#fnref:1" title="Back to the text"' in html


# Pictures

ONE, TWO = '<img src="picture:b.jpg">', '<img src="picture:c.jpg">'
ROW = "<tr>\n<t{0}>{1}</t{0}>\n<t{0}>{2}</t{0}>\n</tr>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        # alone: what held nothing else is gone
        ("![a](b.jpg)", ONE),
        ("![](b.jpg)", ONE),
        ('![a](b.jpg "A title")', ONE),
        ("![a][b]\n\n[b]: b.jpg", ONE),
        ("*![a](b.jpg)*", ONE),
        ("- ![a](b.jpg)", ONE),
        ("> - ![a](b.jpg)", ONE),
        ("![a](b.jpg)|![a](c.jpg)\n-|-\n|", f"{ONE}\n{TWO}"),
        ("x\n\n![a](b.jpg)\n\ny", f"<p>x</p>\n{ONE}\n<p>y</p>"),
        # amid words, which close up
        ("x ![a](b.jpg) y", f"<p>x y</p>\n{ONE}"),
        ("x\n![a](b.jpg)\ny", f"<p>x\ny</p>\n{ONE}"),
        ("![a](b.jpg) x", f"<p>x</p>\n{ONE}"),
        ("x ![a](b.jpg)", f"<p>x</p>\n{ONE}"),
        ("x ![a](b.jpg)**y**", f"<p>x <strong>y</strong></p>\n{ONE}"),
        ("**x**![a](b.jpg) y", f"<p><strong>x</strong> y</p>\n{ONE}"),
        ("x *![a](b.jpg)* y", f"<p>x y</p>\n{ONE}"),
        # on a line of its own, of which no break is left
        ("![a](b.jpg)  \n![a](c.jpg)", f"{ONE}\n{TWO}"),
        ("![a](b.jpg)  \nx", f"<p>x</p>\n{ONE}"),
        ("x  \n![a](b.jpg)", f"<p>x</p>\n{ONE}"),
        ("x  \n![a](b.jpg)  \ny", f"<p>x<br>\ny</p>\n{ONE}"),
        ("x  \ny ![a](b.jpg)  \nz", f"<p>x<br>\ny <br>\nz</p>\n{ONE}"),
        # in the order of the text, behind the outermost block
        ("![a](c.jpg) x ![a](b.jpg)\n\ny", f"<p>x</p>\n{TWO}\n{ONE}\n<p>y</p>"),
        ("![a](b.jpg) ![a](b.jpg)", f"{ONE}\n{ONE}"),
        ("- x\n- ![a](b.jpg)\n- y", f"<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n{ONE}"),
        ("- x\n    - ![a](b.jpg)", f"<ul>\n<li>x</li>\n</ul>\n{ONE}"),
        ("> x\n>\n> ![a](b.jpg)", f"<blockquote>\n<p>x</p>\n</blockquote>\n{ONE}"),
        ("x\n: y ![a](b.jpg)", f"<dl>\n<dt>x</dt>\n<dd>y</dd>\n</dl>\n{ONE}"),
        # a cell stays in its place
        (
            "x|y\n-|-\n![a](b.jpg)|z",
            (
                f'<table tabindex="0">\n<thead>\n{ROW.format("h", "x", "y")}\n</thead>\n'
                f"<tbody>\n{ROW.format('d', '', 'z')}\n</tbody>\n</table>\n{ONE}"
            ),
        ),
        # what only shows how a picture is written is none
        ("`![a](b.jpg)`", "<p><code>![a](b.jpg)</code></p>"),
    ],
)
def test_a_picture_stands_between_blocks(text, html):
    markup = converted(text)
    assert (markup.html, markup.faults) == (html, ())


def test_the_pictures_of_a_text_are_known_in_its_order():
    assert converted("- ![a](c.jpg)\n\n![a](b.jpg) ![a](c.jpg)").pictures == (
        "c.jpg",
        "b.jpg",
        "c.jpg",
    )


BLOCKS = ("p", "ul", "li", "blockquote", "strong")
HOLDERS = st.sampled_from(["{}", "x {} y", "**{}**", "- {}", "> {}", "{}  \ny", "x|y\n-|-\n{}|"])


@given(st.lists(HOLDERS, min_size=1, max_size=6), st.lists(HOLDERS, max_size=3))
def test_wherever_a_picture_was_written_it_stands_between_blocks(blocks, within):
    texts = []
    for number, block in enumerate(blocks):
        text = f"![a]({number}.jpg)"
        for holder in within if "|" not in block else ():
            text = holder.format(text) if "|" not in holder else text
        texts.append(block.format(text))
    markup = converted("\n\n".join(texts))
    root = html5lib.parse(markup.html, namespaceHTMLElements=False)
    between = [element.get("src") for element in root[1] if element.tag == "img"]
    assert between == [f"picture:{number}.jpg" for number in range(len(blocks))]
    assert len([*root.iter("img")]) == len(blocks)
    emptied = [e.tag for e in root.iter() if e.tag in BLOCKS and not "".join(e.itertext()).strip()]
    assert emptied == []


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
        # pictures where a figure could not stand
        (
            "[![a](b.jpg)](https://x.example/)",
            [fault(IN_LINK, "b.jpg")],
        ),
        ("[x *![a](b.jpg)*][y]\n\n[y]: ../c/", [fault(IN_LINK, "b.jpg")]),
        ("## x ![a](b.jpg)", [fault(IN_HEADING, "b.jpg")]),
        ("###### ![a](b.jpg)", [fault(IN_HEADING, "b.jpg")]),
        ("![a](b.jpg)\n: x", [fault(IN_TERM, "b.jpg")]),
        ("x[^1]\n\n[^1]: ![a](b.jpg)", [fault(IN_NOTE, "b.jpg")]),
        (
            "## ![a](//x.example/a)",
            [fault(NO_PICTURE, "//x.example/a"), fault(IN_HEADING, "//x.example/a")],
        ),
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
    "text",
    [
        "[a](b) " * 2_000,
        ":( 1) 2) " * 3_000,
        "## a\n\n" * 300,
        "`" * 20_000,
        "<" * 20_000,
        "![a](b.jpg) " * 2_000,
        "- ![a](b.jpg)\n" * 2_000,
        "![a](b.jpg)  \n" * 2_000,
    ],
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


@pytest.mark.parametrize("back", ["Back to the text", "100 % {0}", "{", "%%"])
def test_the_way_back_from_a_note_is_named_as_it_is_written(back):
    markup = convert("A word.[^1]\n\n[^1]: A note.", LANGUAGE["en"], back)
    assert f'title="{back}"' in markup.html


@pytest.mark.parametrize(
    "text", ["&#x202E;", "&#1;", "&#11;", "&#xFFFE;", "[x](https://x.org/&#11;)"]
)
def test_a_character_that_nobody_sees_is_none_by_its_number_either(text):
    [(rule, found, remedy)] = converted(f"A word {text}.").faults
    assert rule.startswith("a text must not hold U+")
    assert (found, remedy) == ("", "Delete the character.")
