from __future__ import annotations

import pytest

from tests.content import ABOUT, PETITION, add, digest_of, edit, opened

MACHINE = ("title:", "machine: true\ntitle:")


def states(content, path=ABOUT):
    library = opened(content).library
    item = library.by_path[f"content/{path}"]
    return {language.code: item.state(language.code) for language in library.languages}


def test_a_translation_is_current_while_the_original_stays(site):
    content = site("three-languages")
    assert states(content) == {"kk": "original", "ru": "current", "en": "current"}


@pytest.mark.parametrize(
    ("path", "original"),
    [
        ("pages/about", "kk"),
        ("campaigns/open-net/petitions/first", "ru"),
        ("campaigns/open-net/statements/letter", "en"),
    ],
)
def test_any_language_may_be_the_original(site, path, original):
    found = states(site("three-languages"), path)
    assert [code for code, state in found.items() if state == "original"] == [original]


@pytest.mark.parametrize(
    ("old", "new"), [("Біз туралы", "Біз жайлы"), ("Біз кімбіз.", "Біз кім?"), ("\nБіз.", "\nСіз.")]
)
def test_a_change_of_the_originals_words_makes_its_translations_outdated(site, old, new):
    content = site("three-languages")
    edit(content, f"{ABOUT}/kk.md", (old, new))
    assert states(content) == {"kk": "original", "ru": "outdated", "en": "outdated"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\nБіз.", "\n  Біз.  \n\n"),
        ("title: Біз туралы\nsummary: Біз кімбіз.", "summary: Біз кімбіз.\ntitle: 'Біз туралы'"),
        ("summary: Біз кімбіз.", "summary: >\n  Біз\n  кімбіз."),
    ],
)
def test_a_change_of_form_does_not(site, old, new):
    content = site("three-languages")
    edit(content, f"{ABOUT}/kk.md", (old, new))
    assert states(content) == {"kk": "original", "ru": "current", "en": "current"}


def test_a_change_of_facts_makes_no_translation_outdated(site):
    content = site("three-languages")
    add(content, f"{PETITION}/facts.yaml", "updated: 2022-04-01\n")
    edit(content, f"{PETITION}/facts.yaml", ("goal: 10000", "goal: 20000"))
    assert states(content, PETITION) == {"kk": "current", "ru": "original", "en": "current"}


def test_a_change_of_a_translation_makes_no_other_outdated(site):
    content = site("three-languages")
    edit(content, f"{ABOUT}/ru.md", ("\nМы.", "\nВы."))
    assert states(content) == {"kk": "original", "ru": "current", "en": "current"}


def from_russian(content):
    """Let the English text be translated from the Russian, as it stands now."""
    lines = (content / ABOUT / "en.md").read_text("utf-8").split("\n")
    mark = f"translates: ru@{digest_of(content, ABOUT, 'ru')}"
    lines = [mark if line.startswith("translates:") else line for line in lines]
    (content / ABOUT / "en.md").write_text("\n".join(lines), "utf-8")


def test_a_translation_of_a_translation_is_current_while_both_are(site):
    content = site("three-languages")
    from_russian(content)
    assert states(content) == {"kk": "original", "ru": "current", "en": "current"}


def test_a_translation_of_an_outdated_translation_is_outdated(site):
    content = site("three-languages")
    from_russian(content)
    edit(content, f"{ABOUT}/kk.md", ("\nБіз.", "\nСіз."))
    assert states(content) == {"kk": "original", "ru": "outdated", "en": "outdated"}


def test_a_translation_that_nobody_reviewed_is_the_machines(site):
    content = site("three-languages")
    edit(content, f"{ABOUT}/ru.md", MACHINE)
    assert states(content) == {"kk": "original", "ru": "machine", "en": "current"}


def test_outdated_says_more_than_machine(site):
    content = site("three-languages")
    edit(content, f"{ABOUT}/ru.md", MACHINE)
    edit(content, f"{ABOUT}/kk.md", ("\nБіз.", "\nСіз."))
    assert states(content)["ru"] == "outdated"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_translation_that_is_not_there_is_missing(site, language):
    content = site("three-languages")
    (content / ABOUT / f"{language}.md").unlink()
    opening = opened(content)
    assert opening.problems == ()
    assert opening.library.by_path[f"content/{ABOUT}"].state(language) == "missing"


def test_a_reader_without_an_edition_gets_the_original(site):
    content = site("three-languages")
    (content / PETITION / "kk.md").unlink()
    item = opened(content).library.by_path[f"content/{PETITION}"]
    assert item.shown("kk") is item.original
    assert item.original.language == "ru"
