from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.minber.languages.settings import languages_from
from plugins.minber.markup.typography import tidy, tidy_text
from tests.languages.rows import LANGUAGES

LANGUAGE = {language.code: language for language in languages_from(LANGUAGES)}


def shown(text):
    """With U+00A0 made visible."""
    return text.replace("\u00a0", "·")


SPACES = [
    (
        "ru",
        (
            "В марте 2022 года в Сенат поступил проект (стр. 14-16) — это же не закон о детях,"
            " К.-Ж. Токаев, 9 000 подписей, № 118-VII"
        ),
        (
            "В·марте 2022·года в·Сенат поступил проект (стр.·14-16)·— это·же не·закон о·детях,"
            " К.-Ж.·Токаев, 9·000·подписей, №·118-VII"
        ),
    ),
    (
        "kk",
        "2022 жылы 24 сағаттың ішінде Қ.-Ж. Тоқаев та келді — 9 000 қол жиналды",
        "2022·жылы 24·сағаттың ішінде Қ.-Ж.·Тоқаев·та келді·— 9·000·қол жиналды",
    ),
    ("kk", "31 % дауыс, 749 000 ₸, § 5", "31·% дауыс, 749·000·₸, §·5"),
    ("kk", "«Әділсөз» де, мен де, дейін", "«Әділсөз»·де, мен·де, дейін"),
    ("kk", "1 234 567 қол", "1·234·567·қол"),
    ("ru", "2021\u202fг.", "2021·г."),
    ("ru", "в 2021 и 2022 годах", "в·2021 и·2022·годах"),
    ("ru", "И\nв доме", "И·в·доме"),
    ("ru", "А. С. Пушкин", "А.·С.·Пушкин"),
    # No thousands: a year before a number, a long number.
    ("ru", "2021 100", "2021 100"),
    ("ru", "100 2021", "100 2021"),
    # No short word: a part of one joined by a hyphen, an abbreviation before a word.
    ("ru", "кое-где по-русски во-вторых ст. дома", "кое-где по-русски во-вторых ст. дома"),
    ("ru", "из-за дома", "из-за дома"),
    ("kk", "Google-дың да-да", "Google-дың да-да"),
    # Each language has its own.
    ("en", "no. 5, Mr Smith, in a house, 9 days", "no.·5, Mr·Smith, in a house, 9·days"),
    ("en", "I said no. Then", "I said no. Then"),
    ("kk", "в доме", "в доме"),
]
DASHES = [
    ("ru", "слово - дело", "слово·— дело"),
    ("ru", "слово – дело", "слово·– дело"),
    ("ru", "слово -- дело", "слово·— дело"),
    ("ru", "слово--дело", "слово·— дело"),
    ("en", "word --- word", "word·— word"),
    ("ru", "«Да», - сказал он", "«Да»,·— сказал он"),
    ("ru", "-- Да", "— Да"),
    # Not between words.
    ("ru", "онлайн-платформа, 14–16, 5 - 3, -5", "онлайн-платформа, 14–16, 5 - 3, -5"),
    ("en", "--fatal=warnings", "--fatal=warnings"),
]
QUOTES = [
    ("kk", '"Әділсөз" қоры', "«Әділсөз» қоры"),
    ("ru", '"поправки "Сарыма""', "«поправки „Сарыма“»"),
    ("ru", '"x "б "в" г" д"', "«x „б «в» г“ д»"),
    ("ru", '«поправки "Сарыма"», "да"', "«поправки „Сарыма“», «да»"),
    ("kk", '«а "ә" б»', "«а “ә” б»"),
    ("en", '"he said "no"" ("so")-"x"', "“he said ‘no’” (“so”)-“x”"),
    ("ru", 'Он: "Да!"; "нет"...', "Он: «Да!»; «нет»..."),
    # Inches, and quotes without a fellow.
    ("ru", 'экран 5" и 7"', 'экран 5" и·7"'),
    ("ru", '"слово', '"слово'),
    ("ru", 'слово"слово', 'слово"слово'),
    ("ru", '" слово "', '" слово "'),
]
APOSTROPHES = [
    ("en", "It's the journalists' right", "It’s the journalists’ right"),
    ("ru", "O'Brien", "O’Brien"),
    # What may be a quotation, or is for an editor to mend.
    ("en", "'the journalists' right", "'the journalists' right"),
    ("kk", "РК'ның", "РК'ның"),
]
ADDRESSES = [
    ("en", text, text)
    for text in (
        "https://example.org/a--b'c",
        "www.example.org/it's",
        "example.org/a--b",
        "a--b@example.org",
        "“https://example.org/a--b”",
    )
]


@pytest.mark.parametrize(
    ("code", "text", "expected"), SPACES + DASHES + QUOTES + APOSTROPHES + ADDRESSES
)
def test_plain_text(code, text, expected):
    assert shown(tidy_text(text, LANGUAGE[code])) == expected


@pytest.mark.parametrize(
    ("code", "html", "expected"),
    [
        # Pairs across tags, but not across blocks.
        ("ru", '<p>"поправки <b>Сарыма"</b></p>', "<p>«поправки <b>Сарыма»</b></p>"),
        ("ru", '<p>"а</p><p>б"</p>', '<p>"а</p><p>б"</p>'),
        ("ru", "а<p>- б</p>", "а<p>- б</p>"),
        ("ru", "<p>9 <b>000</b> подписей</p>", "<p>9·<b>000</b>·подписей</p>"),
        ("ru", "<p><em>слово</em> - дело</p>", "<p><em>слово</em>·— дело</p>"),
        # A note's mark is no number of the sentence.
        (
            "ru",
            '<p>"слово"<sup><a href="#1">1</a></sup> дело</p>',
            '<p>«слово»<sup><a href="#1">1</a></sup> дело</p>',
        ),
        ("ru", "<p>слово<br>- дело</p>", "<p>слово<br>— дело</p>"),
        # Never in code, attributes, or a part in another language.
        (
            "en",
            '<p><code>"a" -- b</code> - <a title="a > b -- c" href="x">"it\'s"</a></p>',
            '<p><code>"a" -- b</code>·— <a title="a > b -- c" href="x">“it’s”</a></p>',
        ),
        ("en", '<pre>9 000\n"x" <b>- y</b></pre>', '<pre>9 000\n"x" <b>- y</b></pre>'),
        ("en", '<pre><code></pre><p>"x"</p>', "<pre><code></pre><p>“x”</p>"),
        (
            "en",
            '<p>"<span lang="ru">в "<span>доме</span>"</span>"</p>',
            '<p>“<span lang="ru">в "<span>доме</span>"</span>”</p>',
        ),
        ("ru", '<p lang="ru">в доме</p>', '<p lang="ru">в·доме</p>'),
        ("ru", '<p lang="en">9 days</p><p>в доме</p>', '<p lang="en">9 days</p><p>в·доме</p>'),
        # Text stays escaped; quotes and spaces are themselves.
        (
            "en",
            "<p>a &lt;b&gt; &amp;amp; 5&nbsp;days &quot;x&quot;</p>",
            "<p>a &lt;b&gt; &amp;amp; 5·days “x”</p>",
        ),
        (
            "en",
            '<a href="https://a.org/b--c">https://a.org/b--c</a>',
            '<a href="https://a.org/b--c">https://a.org/b--c</a>',
        ),
        # An address is no word that a number may have.
        ("en", "<p>5 example.org/a</p>", "<p>5 example.org/a</p>"),
        ("en", "<p>5 www.example.org</p>", "<p>5 www.example.org</p>"),
        ("en", "<p>5 a@example.org</p>", "<p>5 a@example.org</p>"),
        ("en", "", ""),
    ],
)
def test_html(code, html, expected):
    assert shown(tidy(html, LANGUAGE[code])) == expected


codes = st.sampled_from(["kk", "ru", "en"])
pieces = st.sampled_from(
    [*"\"\"\"'-— \n\u00a0\u202f«»„“”‘’1/.(", "--", " - ", "000", "в", "да", "стр.", "А.", "№",
     "it's", "слово", "a@b.c", "https://a.b/c", "&amp;", "&lt;", "&quot;", "&nbsp;"]
)  # fmt: skip
tags = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<code>", "</code>", "<br>", '<i lang="en">', "</i>", "<sup>",
     "</sup>", '<a href="x--y" title="&quot; > - 9 000">', "</a>", "<img alt='\"'>", "<pre>"]
)  # fmt: skip
texts = st.lists(pieces, max_size=14).map("".join) | st.text(max_size=20)
htmls = st.lists(pieces | tags, max_size=18).map("".join)


@given(texts, codes)
@example('""слово"', "ru")
def test_tidy_text_stays_as_it_is(text, code):
    once = tidy_text(text, LANGUAGE[code])
    assert tidy_text(once, LANGUAGE[code]) == once


@given(htmls, codes)
def test_tidy_html_stays_as_it_is(html, code):
    once = tidy(html, LANGUAGE[code])
    assert tidy(once, LANGUAGE[code]) == once


@given(htmls, codes)
def test_tags_are_never_changed(html, code):
    tag = r"""<(?:[^>"']|"[^"]*"|'[^']*')*>"""
    assert re.findall(tag, tidy(html, LANGUAGE[code])) == re.findall(tag, html)


@given(htmls, codes)
def test_only_spaces_dashes_and_quotes_change(html, code):
    def rest(text):
        return re.sub("[\\s\"'«»„“”‘’—-]", "", unescape(text))

    assert rest(tidy(html, LANGUAGE[code])) == rest(html)


blocks = st.lists(pieces | st.sampled_from(["<b>", "</b>", "<br>"]), max_size=9).map("".join)


@given(st.lists(blocks, max_size=3), codes)
@example(["'a", "<b>s'</b>"], "en")
@example(['"a', 'b"'], "ru")
@example(["- a -", "- b", "5", " days", "x@y.z"], "ru")
def test_what_stands_in_other_blocks_changes_nothing(blocks, code):
    alone = [tidy(f"<p>{block}</p>", LANGUAGE[code]) for block in blocks]
    together = "".join(f"<p>{block}</p>" for block in blocks)
    assert tidy(together, LANGUAGE[code]) == "".join(alone)


@given(st.text("хцч шщё.", max_size=30))
def test_a_text_without_anything_special_is_the_same(text):
    assert tidy_text(text, LANGUAGE["kk"]) == text
