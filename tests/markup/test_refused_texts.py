"""What an author may not write, and is told."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.markup.convert import Converter
from tests.content import LANGUAGE
from tests.markup.converted import converted

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


def fault(kind, found):
    return (kind[0], found, kind[1])


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


@pytest.mark.parametrize(
    "text", ["&#x202E;", "&#1;", "&#11;", "&#xFFFE;", "[x](https://x.org/&#11;)"]
)
def test_a_character_that_nobody_sees_is_none_by_its_number_either(text):
    [(rule, found, remedy)] = converted(f"A word {text}.").faults
    assert rule.startswith("a text must not hold U+")
    assert (found, remedy) == ("", "Delete the character.")
