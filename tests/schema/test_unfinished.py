"""What is still to be written stops the build, but in a draft."""

from __future__ import annotations

from tests.content import ABOUT, STATEMENT, add, edit, told

LONG = "Этот абзац достаточно длинный, чтобы узнать его в переводе, если никто его не перевёл."


def test_a_place_left_empty_is_named(site):
    content = site("three-languages")
    edit(content, f"{ABOUT}/kk.md", ("Біз кімбіз.", "…"))
    assert f"content/{ABOUT}/kk.md:3: `summary` must be written. " in told(content)[0]


def test_a_draft_may_have_places_left_empty(site):
    content = site("three-languages")
    edit(content, f"{STATEMENT}/en.md", ("Keep the net open.", "…"))
    add(content, f"{STATEMENT}/facts.yaml", "draft: true\n")
    assert told(content) == []


def test_a_paragraph_that_nobody_translated_is_named(site):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", f"\n{LONG}\n")
    add(content, f"{ABOUT}/en.md", f"\n{LONG}\n")
    [problem] = told(content)
    assert problem.startswith(
        f"content/{ABOUT}/en.md:8: a translation must not hold a paragraph of kk.md, found “Этот"
    )


def test_a_quotation_may_stand_in_its_own_language(site):
    content = site("three-languages")
    for language in ("kk", "en"):
        add(content, f"{ABOUT}/{language}.md", f"\n> {LONG}\n")
    assert told(content) == []
