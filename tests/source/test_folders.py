from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.problems import Problem
from plugins.minber.source.folders import (
    Folder,
    Place,
    allowed_names,
    name_problem,
    place_of,
    slug_problem,
)

CODES = ("kk", "ru", "en")
CAMPAIGN = "content/campaigns/net"


@pytest.mark.parametrize(
    ("path", "kind", "campaign", "slug"),
    [
        (f"{CAMPAIGN}/facts.yaml", "campaign", "net", "net"),
        (f"{CAMPAIGN}/kk.md", "campaign", "net", "net"),
        (f"{CAMPAIGN}/petitions/first/signatures.csv", "petition", "net", "first"),
        (f"{CAMPAIGN}/statements/letter/signatories.csv", "statement", "net", "letter"),
        (f"{CAMPAIGN}/news/rally/ru.md", "news", "net", "rally"),
        (f"{CAMPAIGN}/news/rally/rally.JPG", "news", "net", "rally"),
        ("content/pages/about/en.md", "page", "", "about"),
        ("content/registry/bodies.yaml", "registry", "", ""),
    ],
)
def test_the_path_tells_what_a_file_is(path, kind, campaign, slug):
    folder, _, name = path.rpartition("/")
    assert place_of(path) == Place(kind, campaign, slug, folder, name)


NO_PLACE = (
    "content must hold only files that have a place in it. "
    "Move it to a folder of a campaign, an item, a page or the registry."
)
UNKNOWN = "only known files may stand in this folder, found “{name}”. Files that may stand here: "
KZ = (
    "a words file must be named by a language code, found “kz.md”. "
    "Rename it to kk.md: kk is the code of the Kazakh language, kz of the country."
)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        # outside of every folder
        ("content/kk.md", NO_PLACE),
        ("content/pages/kk.md", NO_PLACE),
        ("content/pages/about/more/kk.md", NO_PLACE),
        (f"{CAMPAIGN}/petitions/kk.md", NO_PLACE),
        (f"{CAMPAIGN}/petition/first/kk.md", NO_PLACE),
        ("content/registry/more/bodies.yaml", NO_PLACE),
        # names that nobody reads
        (f"{CAMPAIGN}/news/a/notes", UNKNOWN + "facts.yaml, kk.md, ru.md, en.md."),
        # what an editor may have at hand instead
        (
            f"{CAMPAIGN}/news/a/letter.docx",
            (
                "only known files may stand in this folder, found “letter.docx”. "
                "Copy its text into a words file."
            ),
        ),
        (f"{CAMPAIGN}/news/a/signatures.csv", UNKNOWN + "facts.yaml, kk.md, ru.md, en.md."),
        (f"{CAMPAIGN}/news/a/KK.md", UNKNOWN + "facts.yaml, kk.md, ru.md, en.md."),
        (f"{CAMPAIGN}/news/a/fr.md", UNKNOWN + "facts.yaml, kk.md, ru.md, en.md."),
        (
            f"{CAMPAIGN}/petitions/a/signatories.csv",
            UNKNOWN + "facts.yaml, kk.md, ru.md, en.md, signatures.csv.",
        ),
        ("content/pages/a/facts.yaml", UNKNOWN + "kk.md, ru.md, en.md."),
        (
            "content/registry/topics.yml",
            UNKNOWN + "bodies.yaml, organisations.yaml, topics.yaml, platforms.yaml.",
        ),
        # the country's code
        ("content/pages/a/kz.md", KZ),
        (f"{CAMPAIGN}/kz.md", KZ),
        # pictures
        (
            f"{CAMPAIGN}/news/a/митинг.jpg",
            (
                "a picture must have a plain name, found “митинг.jpg”. "
                "Rename the file to Latin letters, digits and hyphens."
            ),
        ),
        *(
            (
                path,
                (
                    "a picture must stand in the folder of a campaign or an item, "
                    "found “{name}”. Move it there, or delete it."
                ),
            )
            for path in ("content/pages/a/a.jpg", "content/pages/a/a.svg", "content/registry/a.png")
        ),
        # pictures that not every reader could see, or that say more than they show
        *(
            (
                f"{CAMPAIGN}/news/a/{name}",
                (
                    f"a picture must be JPEG, PNG or WebP: {reason}, found “{name}”. "
                    f"Save the picture as {kind}."
                ),
            )
            for name, reason, kind in (
                ("a.heic", "few browsers can show HEIC", "JPEG"),
                ("IMG_1.HEIF", "few browsers can show HEIC", "JPEG"),
                ("a.tif", "few browsers can show TIFF", "JPEG"),
                ("a.tiff", "few browsers can show TIFF", "JPEG"),
                ("a.avif", "older browsers cannot show AVIF", "JPEG"),
                ("a.bmp", "BMP files are many times larger", "PNG"),
                ("a.gif", "GIF may move, which readers cannot stop", "PNG"),
                (
                    "карта.svg",
                    "SVG can hold scripts, addresses of other sites and its author's name",
                    "PNG",
                ),
            )
        ),
    ],
)
def test_a_file_without_a_place_is_a_problem(path, said):
    name = path.rpartition("/")[2]
    place = place_of(path)
    if isinstance(place, Place):
        problem = name_problem(path, place, allowed_names(CODES)[place.kind])
    else:
        problem = place
    assert str(problem) == f"{path}:1: {said.format(name=name)}"


@pytest.mark.parametrize(
    ("kind", "campaign", "slug", "key"),
    [
        ("campaign", "net", "net", "net"),
        ("news", "net", "rally", "net/rally"),
        ("page", "", "about", "pages/about"),
    ],
)
def test_a_key_is_unique_in_the_tree(kind, campaign, slug, key):
    assert Folder(kind, campaign, slug, "", {}).key == key


# Slugs


@given(st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,5}", fullmatch=True))
def test_words_of_ascii_letters_and_digits_are_a_slug(slug):
    said = slug_problem("a", slug)
    assert said is None or said.rule == "a folder must not have a name that the site uses itself"


@given(
    st.text(min_size=1).filter(
        lambda text: set(text) - set("abcdefghijklmnopqrstuvwxyz-0123456789")
    )
)
def test_any_other_character_is_refused(slug):
    problem = slug_problem("a", slug)
    assert isinstance(problem, Problem)
    assert problem.rule == "a folder's name must be ASCII words joined by -"


@pytest.mark.parametrize("slug", ["", "-a", "a-", "a--b", "A", "a_b", "a.b", "жаңалық", "a\n"])
def test_a_slug_is_words_joined_by_single_hyphens(slug):
    assert str(slug_problem("p", slug)).startswith(
        "p:1: a folder's name must be ASCII words joined by -"
    )


def test_a_slug_has_at_most_60_characters():
    assert slug_problem("p", "a" * 60) is None
    assert str(slug_problem("p", "a" * 61)) == (
        f"p:1: a folder's name must have at most 60 characters, found “{'a' * 61}”. "
        "Rename the folder."
    )


@pytest.mark.parametrize(
    "slug",
    # addresses of the site
    "index petitions statements news topics all search feed data 404 pictures pages".split()
    # years of lists, devices of Windows
    + "news-2022 petitions-2021 con nul com9 lpt1".split(),
)
def test_a_name_that_is_taken_is_refused(slug):
    problem = slug_problem("p", slug)
    assert problem is not None
    assert (problem.rule, problem.found) == (
        "a folder must not have a name that the site uses itself",
        slug,
    )


@pytest.mark.parametrize("slug", ["2022-against-censorship", "news-of-2022", "kk", "about"])
def test_a_name_that_only_looks_like_one_of_the_site_is_free(slug):
    assert slug_problem("p", slug) is None
