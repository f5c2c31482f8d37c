"""A petition that is signed by e-mail opens as a letter in the reader's own mail program."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.settings import NBSP
from plugins.minber.views.letters import MOST
from plugins.minber.views.mailing import mailto
from tests.content import CAMPAIGN, NEWS, PETITION, edit
from tests.document import document, with_class, words_of
from tests.texts import built_once, replace_in

PAGE = "open-net/first.html"
URL = "https://example.org/site"
MAIL = "  - {kind: email, address: net@example.org}\n"
LETTERS = {
    "kk": [
        "Бірінші петиция",
        "Заңды қабылдамаңыз.",
        "Талаптар:\r\n1. Заңды қабылдамау",
        f"Петиция: {URL}/kk/{PAGE}",
        "Аты-жөнім:",
    ],
    "ru": [
        "Первая петиция",
        "Не принимайте закон.",
        "Требования:\r\n1. Не принимать закон",
        f"Петиция: {URL}/ru/{PAGE}",
        "Имя и фамилия:",
    ],
    "en": [
        "First petition",
        "Do not adopt the law.",
        "Demands:\r\n1. Do not adopt the law",
        f"Petition: {URL}/en/{PAGE}",
        "My name:",
    ],
}


def by_mail(*changes):
    """The petition with an e-mail address among the ways to sign."""

    def change(content):
        edit(content, f"{PETITION}/facts.yaml", ("routes:\n", f"routes:\n{MAIL}"))
        for path, old, new in changes:
            replace_in(content / path, old, new)

    return change


def taking(languages):
    return ("registry/bodies.yaml", "en: the President}", f"en: the President}}\n  {languages}")


def letter_on(page):
    """The address that the button holds: to whom, and the fields."""
    links = [link.get("href", "") for link in document(page).iter("a")]
    [href] = [link for link in links if link.startswith("mailto:net")]
    assert len(href) <= MOST
    parts = urlsplit(href)
    return parts.path, dict(parse_qsl(parts.query))


def copied_from(page):
    """The lines of the letter that can be copied, and what they are marked as."""
    folded = document(page).iter("details")
    [text] = [text for details in folded for text in with_class(details, "text")]
    return text.get("lang"), [words_of(line) for line in text.iter("p")]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, by_mail(), SITEURL=URL)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_button_holds_the_letter(built, language):
    title, *_ = parts = LETTERS[language]
    letter = {"subject": title, "body": "\r\n\r\n".join(parts)}
    assert letter_on(built.text(f"{language}/{PAGE}")) == ("net@example.org", letter)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_letter_can_be_copied(built, language):
    lines = "\r\n".join(LETTERS[language]).split("\r\n")
    assert copied_from(built.text(f"{language}/{PAGE}")) == (None, lines)


def test_without_a_fixed_place_the_letter_names_none(tmp_path_factory):
    page = built_once(tmp_path_factory, by_mail()).text(f"en/{PAGE}")
    assert "Petition:" not in letter_on(page)[1]["body"]


# Its language


def of_two(first, second):
    """Another addressee, who takes letters in another language."""
    name = "{kk: Төраға, ru: Председатель, en: Speaker}"
    speaker = f"speaker: {{kk: Төраға, ru: Председатель, en: Speaker, to: {name}, {second}}}\n"
    return (
        taking(first),
        ("registry/bodies.yaml", "president:\n", f"{speaker}president:\n"),
        (f"{PETITION}/facts.yaml", "[president]", "[president, speaker]"),
    )


@pytest.mark.parametrize(
    ("changes", "language"),
    [
        # the page's, in which they take letters
        ([taking("languages: [kk, en]")], "en"),
        # another, the first that they name
        ([taking("languages: [ru, kk]")], "ru"),
        ([taking("languages: [kk, ru]")], "kk"),
        # that all take
        (of_two("languages: [ru, kk, en]", "languages: [kk]"), "kk"),
        # none: the original's
        (of_two("languages: [kk]", "languages: [en]"), "ru"),
        # nobody to write to
        ([(f"{PETITION}/facts.yaml", "addressees: [president]\n", "")], "en"),
    ],
)
def test_the_language_is_one_that_all_addressees_take(tmp_path_factory, changes, language):
    page = built_once(tmp_path_factory, by_mail(*changes), SITEURL=URL).text(f"en/{PAGE}")
    assert letter_on(page)[1]["subject"] == LETTERS[language][0]


def test_a_letter_in_another_language_says_so_and_is_marked(tmp_path_factory, say, named):
    change = by_mail(taking("languages: [kk]"))
    page = built_once(tmp_path_factory, change, SITEURL=URL).text(f"ru/{PAGE}")
    note = say("ru", "letter.language", language=named("ru", "language_in", "kk"))
    assert note in words_of(document(page))
    assert copied_from(page)[0] == "kk"


def test_a_language_in_which_the_petition_has_no_words_is_passed_over(tmp_path_factory):
    def change(content):
        by_mail(taking("languages: [kk, en]"))(content)
        (content / PETITION / "kk.md").unlink()
        replace_in(content / NEWS / "kk.md", "kk.md#demands", "")

    page = built_once(tmp_path_factory, change, SITEURL=URL).text(f"kk/{PAGE}")
    assert letter_on(page)[1]["subject"] == LETTERS["en"][0]


# What does not fit


LONG = "Біз өкілдер үйінен осы заңды қайтарып алуды және талқылауды қайта бастауды талап етеміз"


def with_demands(count):
    """The petition with so many long demands."""
    ids = [f"d{number}" for number in range(count)]

    def change(content):
        by_mail()(content)
        facts, demands = "".join(f"  {i}: {{}}\n" for i in ids), ", ".join(["no-law", *ids])
        replace_in(content / CAMPAIGN / "facts.yaml", "demands:\n", f"demands:\n{facts}")
        for code in ("kk", "ru", "en"):
            texts = "".join(f"  {id_}: {LONG} {id_}\n" for id_ in ids)
            replace_in(content / CAMPAIGN / f"{code}.md", "demands:\n", f"demands:\n{texts}")
        replace_in(content / PETITION / "facts.yaml", "demands: [no-law]", f"demands: [{demands}]")

    return change


def test_the_last_demands_are_left_out_first(tmp_path_factory, say):
    page = built_once(tmp_path_factory, with_demands(4), SITEURL=URL).text(f"kk/{PAGE}")
    _, whole = copied_from(page)
    body = letter_on(page)[1]["body"]
    assert whole[3:8] == ["1. Заңды қабылдамау", *(f"{n + 2}. {LONG} d{n}" for n in range(4))]
    assert body.split("\r\n\r\n") == [
        *LETTERS["kk"][:2],
        f"{LETTERS['kk'][2]}\r\n{whole[4]}\r\n{whole[5]}",
        *LETTERS["kk"][3:],
    ]
    assert say("kk", "letter.shortened") in words_of(document(page))


def test_the_summary_is_left_out_before_the_first_demand(tmp_path_factory):
    change = by_mail((f"{PETITION}/kk.md", "Заңды қабылдамаңыз.", f"{LONG}. {LONG}. {LONG}."))
    page = built_once(tmp_path_factory, change, SITEURL=URL).text(f"kk/{PAGE}")
    title, _, *rest = LETTERS["kk"]
    assert letter_on(page)[1]["body"] == "\r\n\r\n".join([title, *rest])


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        (
            f"{LONG} {LONG}",
            {"subject": f"{LONG} {LONG}", "body": "\r\n\r\n".join(LETTERS["kk"][3:])},
        ),
        ("😀" * 160, {"subject": "😀" * 160}),
        ("😀" * 180, {}),
    ],
    ids=["no room for it in the text", "no room for a text", "no room at all"],
)
def test_a_long_title_leaves_room_for_less(tmp_path_factory, title, fields):
    change = by_mail((f"{PETITION}/kk.md", "Бірінші петиция", title))
    page = built_once(tmp_path_factory, change, SITEURL=URL).text(f"kk/{PAGE}")
    assert letter_on(page) == ("net@example.org", fields)
    assert copied_from(page)[1][0] == title


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_an_address_gives_back_all_that_was_put_into_it(subject, body):
    href = mailto("net@example.org", subject, body)
    fields = dict(parse_qsl(href.partition("?")[2], keep_blank_values=True))
    # Spaces that must not break are for pages alone.
    put_in = tuple(text.replace(NBSP, " ") for text in (subject, body))
    assert (fields.get("subject", ""), fields.get("body", "")) == put_in
    assert href.isascii()
    assert not set(' +\r\n"<>#') & set(href)
