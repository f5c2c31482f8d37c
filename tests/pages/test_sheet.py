"""The style sheet, from the files of a theme to what stands in a page."""

from __future__ import annotations

import pytest

from plugins.minber.pages.sheet import style_sheet


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # joined by name
        ({"b.css": "b{}", "a.css": "a{}"}, "a{}b{}"),
        # comments and spare space
        ({"a.css": "/* x */\na {\n  color: red;\n}\n"}, "a{color:red}"),
        ({"a.css": "a, b > c + d { margin: 0 1px }"}, "a,b>c+d{margin:0 1px}"),
        (
            {"a.css": "@media (min-width: 1px) { a > b { x: y } }"},
            "@media(min-width:1px){a>b{x:y}}",
        ),
        ({"a.css": "a { grid-area: 1 / 2 / 3 }"}, "a{grid-area:1/2/3}"),
        # spare quotes
        ({"a.css": '[a="b"] { x: y }'}, "[a=b]{x:y}"),
        # space and quotes that mean something
        ({"a.css": "a :is(b) + c { x: calc(1px + 2px) }"}, "a :is(b)+c{x:calc(1px + 2px)}"),
        ({"a.css": "a { x: max(1px, 2px + 3px) } b > c {}"}, "a{x:max(1px,2px + 3px)}b>c{}"),
        ({"a.css": '[a="b c"]::before { content: " (" }'}, '[a="b c"]::before{content:" ("}'),
        ({"a.css": "a { font: 100%/1.6 b }"}, "a{font:100%/1.6 b}"),
        ({"a.css": r"""a { x: ", ;}" '/* "' "\" 1" }"""}, r"""a{x:", ;}" '/* "' "\" 1"}"""),
        ({}, ""),
    ],
)
def test_the_style_sheet_is_joined_and_squeezed(tmp_path, files, expected):
    assert sheet_of(tmp_path, files) == expected


@pytest.mark.parametrize(
    ("logical", "expected"),
    [
        # lines run from top to bottom in every script of the web's pages
        ("margin-block-start: 1px", "margin-top:1px"),
        ("border-block-end-width: 1px", "border-bottom-width:1px"),
        ("max-inline-size: 1px; block-size: 2px", "max-width:1px;height:2px"),
        # within a line they run both ways
        ("margin-inline-start: 1px", "margin-inline-start:1px"),
        # both sides at once
        ("margin-block: 1px 2px", "margin-block:1px 2px"),
    ],
)
def test_what_is_the_same_in_all_scripts_has_its_short_name(tmp_path, logical, expected):
    assert sheet_of(tmp_path, {"a.css": f"a {{ {logical} }}"}) == f"a{{{expected}}}"


DARK = "@media (x) { :root { --ink: tan; --on-ink: red } }"


def test_tokens_are_short(tmp_path):
    rules = ":root { --ink: red; --on-ink: tan } a { x: var(--on-ink) var(--ink) }"
    assert sheet_of(tmp_path, {"a.css": rules + DARK}) == (
        ":root{--a:red;--b:tan}a{x:var(--b) var(--a)}@media(x){:root{--a:tan;--b:red}}"
    )


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (":root { --near: 1px; --ink: red } a { x: var(--near) }", "a{x:1px}"),
        (":root { --near: min(1px, 1%) } a { x: 2px var(--near) }", "a{x:2px min(1px,1%)}"),
        (":root { --near: 1px; --far: calc(2 * var(--near)) } a { x: var(--far) }",
         "a{x:calc(2 * 1px)}"),
        (":root { --ink: var(--ink) } a { x: var(--ink) }", "a{x:var(--a)}"),
        # what is set again, or elsewhere, or may be missing
        (":root { --ink: red } @media (x) { :root { --ink: tan } } a { x: var(--ink) }",
         ":root{--a:red}@media(x){:root{--a:tan}}a{x:var(--a)}"),
        (":root { --ink: red } b { --ink: tan } a { x: var(--ink) }",
         ":root{--a:red}b{--a:tan}a{x:var(--a)}"),
        ("b { --ink: red } a { x: var(--ink) }", "b{--a:red}a{x:var(--a)}"),
        (":root { --ink: red } a { x: var(--ink, tan) }", ":root{--a:red}a{x:var(--a,tan)}"),
        (':root { --mark: ";" } a { x: var(--mark) }', ':root{--a:";"}a{x:var(--a)}'),
    ],
)  # fmt: skip
def test_a_token_that_is_the_same_everywhere_is_written_as_its_value(tmp_path, rules, expected):
    assert sheet_of(tmp_path, {"a.css": rules}) == expected


def test_tokens_that_templates_use_keep_their_names(tmp_path):
    (tmp_path / "templates/components").mkdir(parents=True)
    (tmp_path / "templates/components/a.html").write_text('<path fill="var(--ink)"/>')
    rules = ":root { --paper: tan; --ink: red } b { --paper: red }"
    assert sheet_of(tmp_path, {"a.css": rules}) == ":root{--a:tan;--ink:red}b{--a:red}"


def sheet_of(theme, files):
    folder = theme / "css"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    return style_sheet(folder)
