"""What is still to be written stops the build, but in a draft."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        # set off in one of the two
        (LONG, f"> {LONG}"),
        (f"    {LONG}", LONG),
        (LONG, f"| {LONG}"),
        # too short to be no coincidence
        (LONG[:60], LONG[:60]),
        # not the whole of it
        (LONG, f"{LONG} Ә."),
    ],
)
def test_only_a_whole_long_paragraph_of_both_is_untranslated(site, original, translation):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", f"\n{original}\n")
    add(content, f"{ABOUT}/en.md", f"\n{translation}\n")
    assert [line for line in told(content) if "a paragraph of" in line] == []


def test_a_paragraph_that_stands_there_twice_is_named_once(site):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", f"\n{LONG}\n")
    add(content, f"{ABOUT}/en.md", f"\n{LONG} \n \n  {LONG}\n")
    assert len([line for line in told(content) if "a paragraph of" in line]) == 1
