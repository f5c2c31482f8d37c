"""What an author may write, and what becomes of it."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.markup.convert import convert
from tests.content import LANGUAGE
from tests.markup.converted import converted


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


@pytest.mark.parametrize("back", ["Back to the text", "100 % {0}", "{", "%%"])
def test_the_way_back_from_a_note_is_named_as_it_is_written(back):
    markup = convert("A word.[^1]\n\n[^1]: A note.", LANGUAGE["en"], back)
    assert f'title="{back}"' in markup.html


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
