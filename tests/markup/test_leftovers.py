"""Markdown that was not understood is a problem, not something for readers to see."""

from __future__ import annotations

import pytest

from plugins.minber.markup.convert import convert
from tests.content import LANGUAGE


def found(text):
    return [what for _, what, _ in convert(text, LANGUAGE["ru"], "назад").faults]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Сноска[^1] без слов", "[^1]"),
        ("[петиция] (../first/)", "] (../first/)"),
        ("[петиция]\n(https://a.kz)", "]\n(https://a.kz)"),
        ("[петиция][первая]", "[петиция][первая]"),
        ("## Итоги {#итоги}", "{#итоги}"),
        ("Слова {#demands} в тексте", "{#demands}"),
        ("**жирный ** текст", "**"),
    ],
)
def test_marks_that_were_not_understood_are_found(text, left):
    assert left in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Сноска[^1]\n\n[^1]: слова",
        "[петиция][первая]\n\n[первая]: https://example.org/",
        "[в скобках] (пояснение)",
        "Код `**x ** [^1]` и\n\n    {#demands} [a] (./b)",
        "## Итоги {#results}",
    ],
)
def test_marks_that_were_understood_or_are_code_are_no_problem(text):
    assert found(text) == []
