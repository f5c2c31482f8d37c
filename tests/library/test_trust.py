"""What looks sound in a file and is not."""

from __future__ import annotations

import pytest

from tests.content import ABOUT, NEWS, PETITION, edit, told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[https://epetition.kz](https://evil.example/)", "https://evil.example/"),
        ("[x](https://epetition.kz@evil.example/)", "https://epetition.kz@evil.example/"),
        ("ivan&#64;mail.kz", "iva…"),
        ("[x](mailto:ivan%40mail.kz)", "iva…"),
    ],
)
def test_a_link_or_an_address_in_disguise_is_refused(site, text, found):
    content = site("three-languages")
    edit(content, f"{ABOUT}/en.md", ("We.", f"We. {text}"))
    assert any(f"found “{found}”" in line for line in told(content))


@pytest.mark.parametrize(
    "summary", ['"a\\u202Eb"', '"a\\u3164b"', '"a\\u0300\\u0301\\u0302\\u0303b"']
)
def test_yaml_cannot_write_what_the_file_may_not_hold(site, summary):
    content = site("three-languages")
    edit(content, f"{ABOUT}/en.md", ("summary: Who we are.", f"summary: {summary}"))
    assert "must not hold the invisible character U+" in told(content)[0]


def test_a_character_reference_cannot_turn_a_line_around(site):
    content = site("three-languages")
    edit(content, f"{ABOUT}/en.md", ("We.", "We. &#x202E;"))
    assert [line.partition(": ")[2] for line in told(content)] == [
        "a text must not hold U+202E. Delete the character."
    ]


def test_the_button_of_a_platform_leads_to_the_platform(site):
    content = site("three-languages")
    edit(
        content, "registry/platforms.yaml", ("avaaz:\n", "avaaz:\n  url: https://avaaz.example/\n")
    )
    assert told(content) == []
    edit(content, f"{PETITION}/facts.yaml", ("https://avaaz.example/p", "https://evil.example/p"))
    assert told(content) == [
        (
            f"content/{PETITION}/facts.yaml:11: `routes.0.url` must be on the host of its platform "
            "(https://avaaz.example/), found “https://evil.example/p”. "
            "Correct the address, or the platform's `url` in the registry."
        )
    ]


FORM = f"content/{PETITION}/facts.yaml:12: `routes.1"


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("{kind: form, platform: avaaz, url: https://avaaz.example/p}", []),
        # not to be filled in yet
        ("{kind: form}", []),
        # no form
        ("{kind: platform, url: http://avaaz.example/p}", []),
        (
            "{kind: form, url: https://avaaz.example/p}",
            [
                (
                    f"{FORM}` must name the platform that receives what is filled in. "
                    "Add `platform: …`; its `receives` in the registry says who that is."
                )
            ],
        ),
        (
            "{kind: form, platform: avaaz, url: HTTP://avaaz.example/p}",
            [
                (
                    f"{FORM}.url` must begin with https://, as it is the address of a form, "
                    "found “HTTP://avaaz.example/p”. Ask the platform for its safe address."
                )
            ],
        ),
    ],
)
def test_what_is_filled_in_goes_safely_to_somebody_with_a_name(site, route, said):
    content = site("three-languages")
    edit(content, f"{PETITION}/facts.yaml", ("  - {kind: paper", f"  - {route}\n  - {{kind: paper"))
    assert told(content) == said


def test_a_day_in_quotation_marks_is_a_day_too(site):
    content = site("three-languages")
    edit(content, f"{NEWS}/facts.yaml", ("published:", 'updated: "2031-01-01"\npublished:'))
    assert "what has happened must not be of the future" in told(content)[0]


def test_what_a_person_reviewed_is_no_machine_translation(site):
    content = site("three-languages")
    edit(content, f"{ABOUT}/en.md", ("title", "machine: true\nreviewer: A. B.\ntitle"))
    assert "a translation that a person reviewed must not be marked" in told(content)[0]
