"""What the inspection reads is what a browser reads."""

from __future__ import annotations

from collections import Counter
from typing import Any

import html5lib
import pytest
from html5lib._tokenizer import HTMLTokenizer
from html5lib.constants import tokenTypes
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.inspection.tags import _HOLD_TEXT, Tag, tags_of, tags_with_places

RUNNING = {"script", "iframe", "form"}
PIECES = """
<a <p <img <form> <style> </style </style> </p> </form < > / /> = \" ' x
<title> <TITLE </title> </Title </titles> <textarea <textarea> </textarea> <xmp> </xmp
<noembed> </noembed> <noframes> </noframes> <iframe> </iframe> <title/> <styles>
<!-- --> --!> -> <!x <?x &amp; &#60; ="x" ='x' =x id href src title onclick style
"""
UNSURE = """
<script> <SCRIPT </script> <svg> <svg/> </svg> <math> </math> <desc> <mi> <foreignObject>
<![CDATA[ ]]>
<select> </select> <noscript> </noscript> <template> </template> <table> <col> <frameset>
<plaintext> </plaintext>
"""


def texts_of(pieces):
    """Any texts of some pieces."""
    spaces = [" ", "\n", "\f", "\v", "\u00a0"]
    return st.lists(st.sampled_from([*pieces.split(), *spaces]), max_size=16).map("".join)


sure, hostile = texts_of(PIECES), texts_of(PIECES + UNSURE)
ENDS = "'\">-->" + "".join(f"</{name}>" for name in sorted(_HOLD_TEXT))
"""What ends all that `PIECES` may have begun: to us, what has no end hides nothing."""


class Recorder(html5lib.HTMLParser):
    """A parser after the standard that keeps the start tags which it is given.

    What it makes of them is another thing: of two forms within each other it makes one.
    """

    found: list[tuple[Any, Any]]

    def mainLoop(self):
        self.found = []
        self.tokenizer.__class__ = RecordedTokens
        super().mainLoop()


class RecordedTokens(HTMLTokenizer):
    def __iter__(self):
        for token in super().__iter__():
            if token["type"] == tokenTypes["StartTag"]:
                self.parser.found.append((token["name"], token["data"]))
            yield token


def runs(name, keys):
    return name in RUNNING or {"form", "style"} & {*keys} or any(k.startswith("on") for k in keys)


def drawn(name, attributes):
    """What an element loads by `href`, if it is one of a drawing: each is taken for one."""
    return [attributes["href"]] if name != "a" and "href" in attributes else []


def tags_of_a_browser(text):
    """What the start tags that a parser after the standard reads say, each as it is met."""
    parser = Recorder()
    parser.parse(text)
    for name, attributes in parser.found:
        yield from ((key, attributes[key]) for key in ("id", "src") if key in attributes)
        if name == "a" and "href" in attributes:
            yield "href", attributes["href"]
        yield from (("src", source) for source in drawn(name, attributes))
        if runs(name, attributes):
            yield "forbidden", ""


def seen_by_a_browser(text, *, scripting=False):
    """Ids, links, sources and what runs, as a parser after the standard finds them."""
    root = html5lib.parse(text, namespaceHTMLElements=False, scripting=scripting)
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        keys = {str(key).rpartition("}")[2] for key in element.attrib}
        yield from ((key, element.attrib[key]) for key in ("id", "src") if key in element.attrib)
        if name == "a" and "href" in element.attrib:
            yield "href", element.attrib["href"]
        yield from (("src", source) for source in drawn(name, element.attrib))
        if runs(name, keys):
            yield "forbidden", ""


def seen_by_us(text):
    for tag in tags_of(text):
        yield from (("href", link) for link in tag.links)
        yield from (("src", source) for source in tag.loaded)
        if tag.id is not None:
            yield "id", tag.id
        if tag.is_forbidden:
            yield "forbidden", ""


@given(hostile, st.booleans())
def test_nothing_that_a_browser_sees_is_missed(text, scripting):
    assert set(seen_by_a_browser(text, scripting=scripting)) <= set(seen_by_us(text))


@given(sure)
def test_what_is_seen_is_what_a_browser_sees(text):
    assert Counter(seen_by_us(text + ENDS)) == Counter(tags_of_a_browser(text + ENDS))


@given(sure, st.sampled_from(["<title>{}</title>{}", "<textarea>{}</textarea>{}"]))
def test_the_text_of_an_element_hides_nothing_of_what_follows_it(text, form):
    page = form.format(text, text)
    assert set(seen_by_a_browser(page)) <= set(seen_by_us(page))


@given(hostile)
def test_a_style_sheet_hides_nothing_of_what_follows_it(text):
    page = f"<style>a > b{{}}</style>{text}"
    assert set(seen_by_a_browser(page)) <= set(seen_by_us(page))


@given(hostile)
def test_a_block_of_data_hides_nothing_of_what_stands_in_it_or_follows(text):
    page = f'<script type="application/ld+json">{text}</script>{text}'
    # To a browser the block itself is a script, which it does not run.
    seen = seen_by_a_browser(page)
    assert set(seen) - {("forbidden", "")} <= set(seen_by_us(page))
    assert "<" in text or tags_of(page) == NOTHING


def test_pages_in_the_usual_form_are_read_as_carefully_as_any(real_site):
    pages = [real_site.text(path) for path in real_site.files if path.endswith(".html")]
    assert [tags_of(page) for page in pages] == [
        [tag for _, _, tag in tags_with_places(page)] for page in pages
    ]


NOTHING: list[Tag] = []
LOADED = [Tag(None, (), ("x.js",), is_forbidden=True)]
SCRIPT = [Tag(None, (), (), is_forbidden=True)]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        # what a browser takes for no tag
        ("<style>a{content:'<script>'}</style>", NOTHING),
        ("<!-- <script> -->", NOTHING),
        ("<! <script>", NOTHING),
        ("<? <script>", NOTHING),
        ("</p title='<script>'>", NOTHING),
        ("</ <script>", NOTHING),
        # what an element holds as text
        ("<title><script></title>", NOTHING),
        ("<title><a href='x'></title>", NOTHING),
        ("<title></titles><script></title>", NOTHING),
        ("<title>&lt;/title><script></title>", NOTHING),
        ("<title/><script></title>", NOTHING),
        ("<TITLE lang='x'><script></Title >", NOTHING),
        ("<textarea><script></textarea>", NOTHING),
        ("<textarea><!--</textarea>", NOTHING),
        ("<xmp><script></xmp>", NOTHING),
        ("<noembed><script></noembed>", NOTHING),
        ("<noframes><script></noframes>", NOTHING),
        ("<iframe><script></iframe>", SCRIPT),
        # and what follows it
        ("<title><style></title><script>", SCRIPT),
        ("<title><!--</title><script>-->", SCRIPT),
        ("<title><p x='</title><script>'>", SCRIPT),
        ("<title></title/><script>", SCRIPT),
        ("<textarea><style></textarea><script></style>", SCRIPT),
        ("<style><title></style><script></title>", SCRIPT),
        ("<style>/*<!--*/</style><script>-->", SCRIPT),
        ("<xmp><textarea></xmp><script></textarea>", SCRIPT),
        ("<titles><script></titles>", SCRIPT),
        # what only some browsers take for text, or only in some places
        ("<noscript><script></noscript>", SCRIPT),
        ("<noscript><style></noscript><script></style>", SCRIPT),
        ("<svg><style><script></style></svg>", SCRIPT),
        ("<svg><title><style></title><script></style>", SCRIPT),
        ("<math><xmp><script></xmp></math>", SCRIPT),
        ("<svg><![CDATA[><p title=']]><script>'>", SCRIPT),
        ("<select><title><script></title></select>", SCRIPT),
        ("<script><!--<script></script><p x='</script><script>'>", SCRIPT * 3),
        # what has no end hides nothing
        ("<title><script>", SCRIPT),
        ("<plaintext><script>", SCRIPT),
        ("<!-- ><script>", SCRIPT),
        # and what only seems to be within one
        ("<!--><script>-->", SCRIPT),
        ("<!-- --!><script> -->", SCRIPT),
        ("<style></style x><script></style>", SCRIPT),
        ('<p x"><script>">', SCRIPT),
        ('<p x=y"><script>">', SCRIPT),
        ("<p title='\"><script>'", SCRIPT),
        # a block of data, which nothing else is
        ('<script type="application/ld+json">{"a":"\\u003c"}</script>', NOTHING),
        ('<script type="application/ld+json"><!--</script><script>x</script>-->', SCRIPT * 2),
        ('<script type="application/ld+json" src="x.js"></script>', LOADED),
        ('<script type="module">{}</script>', SCRIPT),
        # the first of two attributes
        ("<a href='x' href='y'>", [Tag(None, ("x",), (), is_forbidden=False)]),
    ],
)
def test_a_tag_begins_and_ends_where_the_standard_says(text, tags):
    assert tags_of(text) == tags


@given(st.text(alphabet="<>\"'=/ !-abidhrefsconlickyt:#\n"))
def test_any_text_can_be_read_in_time(text):
    assert isinstance(tags_of(text * 50), list)
