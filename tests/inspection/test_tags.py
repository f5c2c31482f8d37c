"""What the inspection reads is what a browser reads."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.inspection.tags import Tag, tags_of, tags_with_places

RUNNING = {"script", "iframe", "form"}
PIECES = """
<a <p <img <form> <script> <SCRIPT <style> </style </style> </p> </form < > / /> = \" ' x
\\n <!-- --> --!> -> <!x <?x &amp; &#60; ="x" ='x' =x id href src title onclick style
""".replace("\\n", "\n")
hostile = st.lists(
    st.sampled_from([*PIECES.split(), " ", "\n", "\f", "\v", "\u00a0"]), max_size=16
).map("".join)


def seen_by_a_browser(text):
    """Ids, links, sources and what runs, as a parser after the standard finds them."""
    for element in html5lib.parse(text, namespaceHTMLElements=False).iter():
        name = str(element.tag).rpartition("}")[2]
        keys = {str(key).rpartition("}")[2] for key in element.attrib}
        yield from ((key, element.attrib[key]) for key in ("id", "src") if key in element.attrib)
        if name == "a" and "href" in element.attrib:
            yield "href", element.attrib["href"]
        if name in RUNNING or "style" in keys or any(key.startswith("on") for key in keys):
            yield "forbidden", ""


def seen_by_us(text):
    for tag in tags_of(text):
        yield from (("href", link) for link in tag.links)
        yield from (("src", source) for source in tag.loaded)
        if tag.id is not None:
            yield "id", tag.id
        if tag.is_forbidden:
            yield "forbidden", ""


@given(hostile)
def test_nothing_that_a_browser_sees_is_missed(text):
    assert set(seen_by_a_browser(text)) <= set(seen_by_us(text))


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
        # and what only seems to be within one
        ("<!--><script>-->", SCRIPT),
        ("<!-- --!><script> -->", SCRIPT),
        ("<style></style x><script></style>", SCRIPT),
        ('<p x"><script>">', SCRIPT),
        ('<p x=y"><script>">', SCRIPT),
        ("<p title='\"><script>'", SCRIPT),
        # a block of data, which nothing else is
        ('<script type="application/ld+json">{"a":"\\u003c"}</script>', NOTHING),
        ('<script type="application/ld+json"><!--</script><script>x</script>-->', SCRIPT),
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
