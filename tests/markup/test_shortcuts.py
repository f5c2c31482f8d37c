"""With the shortcuts a text is converted as Python-Markdown converts it without them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.extensions import Extension

from plugins.minber.markup.convert import Converter
from plugins.minber.markup.shortcuts import BLOCK_MARKS, INLINE_MARKS, SIGNS
from tests.content import LANGUAGE


class NoShortcuts(Extension):
    markdown: Any = None

    def extendMarkdown(self, md):
        NoShortcuts.markdown = md


def converter(shortcuts=None):
    with pytest.MonkeyPatch.context() as patch:
        if shortcuts:
            patch.setattr("plugins.minber.markup.convert.Shortcuts", shortcuts)
        return Converter(LANGUAGE["kk"], "Мәтінге қайту")


QUICK, STOCK = converter(), converter(NoShortcuts)
EVERYTHING = """\
Сенат жобаны **екі рет** қарады; [хабар](../news/a_b*c/) мен [^1] қараңыз.
14. сәуір, *көлбеу* және _тағы_, `код`, \\*жұлдызша\\*, AT&T &copy; <https://x.example/?a&b>.

## Тақырып {#id}
- тармақ [a](b) **c**
- тармақ

    жалғасы

1. бір
2. екі **үш**

> Дәйексөз, ![сурет](a.jpg "атауы"), [атау][n]  \nжаңа жол

Сөз
: мағынасы

| a | b |
|---|--:|
| [a](b) | **c** |

    <b>код</b> &amp;

***

[^1]: Ескерту **сөзі** [сілтеме](../x/).
[n]: https://x.example/ "t"
"""

pieces = st.sampled_from(
    [*"`\\[]()*_<>&#-=+|:!^\"'{}~.,5кw ", "\n", "\n\n", "    ", "\t", "  \n", "\r\n", "**", "***",
     "__", "![", "](", "[a](b)", "[сөз дело](../x_y*z/)", "**қала үйі**", "*a*", "<b>", "<!--",
     "-->", "[^1]", "<https://x.kz>", "<a@b.kz>", "&amp;", "&#8238;", "&#2;", "&nbsp;", "\n- ",
     "\n1. ", "\n    - ", "\n> ", "\n: ", "\n## ", "\n---\n", "\n===\n", "{#a}", "a|b\n-|-\n",
     "\n[^1]: ", "[n]", "[a][n]", "\n[n]: ../x/\n", "\\*", "\\\\", "14. ", "2021 ж. ", "«", "—",
     "\u00a0", "слово", "word", "\x02", "\x03", "\x02klzzwxh:0000\x03", "klzzwxh:0000",
     "\x0242\x03", "///Footnotes Go Here///"]
)  # fmt: skip


def without_digits(markup):
    """Python-Markdown garbles such as *a**b*`c`, and shows the number that it gave to a piece."""
    return re.sub("[0-9]", "0", repr(markup))


@settings(max_examples=500)
@given(st.lists(pieces, max_size=30).map("".join) | st.text(max_size=40))
@example(EVERYTHING)
@example("\x02klzzwxh:0000\x03[a](b) \x0242\x03")
def test_a_text_is_converted_as_it_is_without_shortcuts(text):
    assert without_digits(QUICK.convert(text)) == without_digits(STOCK.convert(text))


@pytest.mark.parametrize(
    "text",
    [
        *EVERYTHING.split("\n\n"),
        # What is nearly a paragraph, a simple link or bold words.
        "___",
        "_a_",
        "1. a\nb",
        "1990. a",
        "a|b\nc|d",
        "a\n  \nb",
        "- # a\nb *c*",
        "[^a](b)\n\n[^a]: c",
        "[a]( b )[a](b c)",
        "[a](b\n)",
        '[a](b"c")',
        "[a](b`c`d)",
        "[a](b\\)c)",
        "[a](b(c)d)",
        "[[a](b)](c)",
        "[*a*](b) **[a](b)**",
        "[a](b)[a](b)",
        "**a**b**c**",
        "** a ** **b** c**",
        "***a*** **a*b*c**",
        "**a\nb**",
    ],
)
def test_each_kind_of_block_is_converted_as_it_is_without_shortcuts(text):
    assert QUICK.convert(text) == STOCK.convert(text)


# What a new version of Python-Markdown may bring


def test_the_marks_of_all_inline_patterns_are_known():
    patterns = NoShortcuts.markdown.inlinePatterns
    assert list(patterns) == [patterns[name] for name in INLINE_MARKS]


def test_each_mark_of_an_inline_pattern_holds_a_sign():
    marks = [mark for marks in INLINE_MARKS.values() for mark in marks]
    assert [mark for mark in marks if not any(sign in mark for sign in SIGNS)] == []


def test_a_paragraph_is_told_from_all_kinds_of_blocks():
    others = "empty indent defindent code hr olist ulist quote paragraph".split()
    registry = NoShortcuts.markdown.parser.blockprocessors
    assert set(registry) == {registry[name] for name in (*BLOCK_MARKS, *others)}
