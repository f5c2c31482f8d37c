"""A text's HTML as the data that a document is set from."""

from __future__ import annotations

import pytest

from plugins.minber.documents.tree import tree_of
from plugins.minber.markup.convert import convert
from tests.content import LANGUAGE

PAGE = "https://example.org/kk/net/first.html"


TABLE = (
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th class="end">b</th>\n</tr>\n</thead>\n'
    '<tbody>\n<tr>\n<td>1</td>\n<td class="end">2</td>\n</tr>\n</tbody>\n</table>'
)


def p(*within):
    return {"tag": "p", "of": [*within]}


def a(href, *within):
    return {"tag": "a", "href": href, "of": [*within]}


@pytest.mark.parametrize(
    ("html", "tree"),
    [
        ("", []),
        # words
        ("<p>One\ntwo</p>\n<p>three</p>", [p("One two"), p("three")]),
        ("<p> a <em>b</em> c </p>", [p("a ", {"tag": "em", "of": ["b"]}, " c")]),
        ("<p>a<br>\nb</p>", [p("a", {"tag": "br", "of": []}, "b")]),
        (
            "<p>1 &lt; 2 &amp; <code>#x &lt;b&gt;</code></p>",
            [p("1 < 2 & ", {"tag": "code", "of": ["#x <b>"]})],
        ),
        ("<p>9\u00a0000</p>", [p("9\u00a0000")]),
        # code keeps its lines
        ("<pre><code>a\n  b\n</code></pre>", [{"tag": "pre", "of": ["a\n  b"]}]),
        # lists
        (
            "<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>",
            [
                {
                    "tag": "ul",
                    "of": [
                        {"tag": "li", "of": ["a"]},
                        {
                            "tag": "li",
                            "of": ["b", {"tag": "ul", "of": [{"tag": "li", "of": ["c"]}]}],
                        },
                    ],
                }
            ],
        ),
        (
            '<ol start="3">\n<li>\n<p>a</p>\n</li>\n</ol>',
            [{"tag": "ol", "start": 3, "of": [{"tag": "li", "of": [p("a")]}]}],
        ),
        # pictures are said in words
        ('<p><img alt="A square" src="x.png"></p>', [p({"tag": "img", "of": ["A square"]})]),
        ('<p><img alt="" src="x.png"></p>', [p()]),
        (
            '<p>a</p>\n<img alt="A square">\n<img alt="">\n<p>b</p>',
            [p("a"), {"tag": "img", "of": ["A square"]}, p("b")],
        ),
        # tables
        (
            TABLE,
            [
                {
                    "tag": "table",
                    "columns": 2,
                    "head": [[{"align": "start", "of": ["a"]}, {"align": "end", "of": ["b"]}]],
                    "rows": [[{"align": "start", "of": ["1"]}, {"align": "end", "of": ["2"]}]],
                }
            ],
        ),
    ],
)
def test_html_becomes_a_tree(html, tree):
    assert tree_of(html, PAGE) == tree


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("https://x.example/", "https://x.example/"),
        ("mailto:a@x.example", "mailto:a@x.example"),
        ("../index.html", "https://example.org/kk/index.html"),
        ("#demands", f"{PAGE}#demands"),
    ],
)
def test_a_link_leads_where_it_leads_on_the_page(href, absolute):
    assert tree_of(f'<p><a href="{href}">x</a></p>', PAGE) == [p(a(absolute, "x"))]


def test_without_an_address_only_links_to_other_sites_are_links():
    html = '<p><a href="../index.html">in</a> <a href="https://x.example/">out</a></p>'
    assert tree_of(html, "") == [p("in ", a("https://x.example/", "out"))]


def test_a_note_stands_where_it_is_referred_to_first():
    html = convert("One[^a] two[^a].\n\n[^a]: A *note*.\n", LANGUAGE["en"], "Back").html
    note = {"tag": "note", "number": 1, "of": ["A ", {"tag": "em", "of": ["note"]}, "."]}
    again = {"tag": "again", "number": 1}
    assert tree_of(html, "") == [p("One", note, " two", again, ".")]


def test_a_note_within_a_note_is_its_number():
    html = convert("One[^a].\n\n[^a]: See[^b].\n[^b]: Other.\n", LANGUAGE["en"], "Back").html
    note = {"tag": "note", "number": 1, "of": ["See", {"tag": "sup", "of": ["2"]}, "."]}
    assert tree_of(html, "") == [p("One", note, ".")]
