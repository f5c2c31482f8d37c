"""What can be printed of a site, and how its pages offer it."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from tests.conftest import build_site, write_files
from tests.content import CAMPAIGN, NEWS, PETITION, STATEMENT, add, edit
from tests.document import document, words_of
from tests.documents.documents import facts_of, links_in, pages_of, words_in
from tests.texts import add_to_facts, built_once, item, replace_in, words

SITE = "https://example.org/a"
LANGUAGES = ("kk", "ru", "en")
KINDS = ("first-sheet", "first-poster", "first-letter", "letter")
PDFS = {f"{code}/open-net/{kind}.pdf" for code in LANGUAGES for kind in KINDS}
TITLES = {"kk": "Бірінші петиция", "ru": "Первая петиция", "en": "First petition"}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The site of three languages at an address of its own."""
    return built_once(tmp_path_factory, PAPER=True, SITEURL=SITE)


def data(built, path):
    return (built.output / path).read_bytes()


def pdfs(built):
    return {path for path in built.files if path.endswith(".pdf")}


def offered(built, path):
    """The links under the heading of what can be printed: words, address, language."""
    root = document(built.text(path))
    found = [each for each in root.iter("section") if each.get("id") == "part-print"]
    return [
        (words_of(line), link.get("href"), link.get("hreflang"))
        for section in found
        for line in section.iter("li")
        for link in line.iter("a")
    ]


def test_every_petition_and_statement_can_be_printed_in_its_languages(printed):
    assert printed.problems == ()
    assert pdfs(printed) == PDFS


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", ["sheet", "poster", "letter"])
def test_a_document_can_be_searched_for_the_title(printed, code, kind):
    pdf = data(printed, f"{code}/open-net/first-{kind}.pdf")
    assert TITLES[code] in words_in(pdf)
    assert facts_of(pdf)["/Title"] == TITLES[code]


def test_a_picture_in_a_text_is_printed_in_the_words_of_its_edition(tmp_path_factory):
    def change(content):
        folder = content / PETITION
        Image.new("RGB", (40, 30)).save(folder / "a.png")
        add_to_facts(folder / "facts.yaml", pictures={"a.png": {"credit": "A. B."}})
        for code in LANGUAGES:
            alt = f'alt: {{a.png: "Street <{code}>"}}\nthresholds:'
            replace_in(folder / f"{code}.md", "thresholds:", alt)
        add(content, f"{PETITION}/kk.md", "\nx ![Other words](a.png) y[^1]\n\n[^1]: Note.\n")

    built = built_once(tmp_path_factory, change, PAPER=True, SITEURL=SITE)
    printed = words_in(data(built, "kk/open-net/first-letter.pdf"))
    assert "[Street <kk>]" in printed
    assert "Note." in printed
    assert "Other words" not in printed


@pytest.mark.parametrize(("kind", "pages"), [("sheet", 2), ("poster", 1), ("letter", 1)])
def test_a_short_petition_has_few_leaves(printed, kind, pages):
    assert pages_of(data(printed, f"kk/open-net/first-{kind}.pdf")) == pages


@pytest.mark.parametrize("path", sorted(PDFS))
def test_a_document_tells_nothing_of_who_made_it_and_when(printed, path):
    assert set(facts_of(data(printed, path))) == {"/Title", "/Creator"}
    assert facts_of(data(printed, path))["/Creator"].startswith("Typst")


def test_a_page_offers_its_documents_with_kind_and_size(printed):
    said = offered(printed, "ru/open-net/first.html")
    size = -(-len(data(printed, "ru/open-net/first-sheet.pdf")) // 1024)
    assert said[0] == (f"Подписной лист PDF, {size} КБ", "first-sheet.pdf", None)
    assert [href for _, href, _ in said] == [
        "first-sheet.pdf",
        "first-poster.pdf",
        "first-letter.pdf",
    ]


def test_a_sheet_asks_for_no_more_of_a_signer_than_a_petition_needs(printed):
    said = words_in(data(printed, "en/open-net/first-sheet.pdf"))
    assert said.count("No. Full name City or region Date Signature 1 2 3") == 1
    assert said.count("By signing, you agree that the collector will pass your name") == pages_of(
        data(printed, "en/open-net/first-sheet.pdf")
    )


def test_a_letter_says_to_whom_what_from_whom_and_how_many(printed):
    said = words_in(data(printed, "en/open-net/first-letter.pdf"))
    parts = (
        "Addressed to the President",
        "Do not adopt the law",
        "Started by Fair Union",
        "5,320 signatures",
    )
    assert [part for part in parts if part not in said] == []


def test_a_statement_names_addressees_recommendations_and_all_who_signed(printed):
    said = words_in(data(printed, "kk/open-net/letter.pdf"))
    for part in ("Ашық хат", "Хат мәтіні", "Желіні ашық ұстау", "Үміт, Қазақстан", "Әлия Серік"):
        assert part in said


def test_documents_name_the_address_of_their_page_where_there_is_one(printed, site, build):
    path = "kk/open-net/first-letter.pdf"
    address = f"{SITE}/kk/open-net/first.html"
    assert address in links_in(data(printed, path))
    without = data(build(site("three-languages"), PAPER=True), path)
    assert links_in(without) == set()
    assert words_in(without).count("http") == 0


def test_links_of_a_text_lead_to_the_site(printed):
    assert f"{SITE}/kk/open-net/index.html" in links_in(
        data(printed, "kk/open-net/first-letter.pdf")
    )


def test_without_paper_no_page_speaks_of_printing(site, build):
    built = build(site("three-languages"), PAPER=False)
    assert pdfs(built) == set()
    assert offered(built, "kk/open-net/first.html") == []


def test_where_there_is_no_edition_the_documents_of_the_original_are_offered(site, build):
    content = site("three-languages")
    edit(content, f"{NEWS}/en.md", ("first/en.md#demands", "first/"))
    (content / PETITION / "en.md").unlink()
    built = build(content, PAPER=True)
    assert built.problems == ()
    assert pdfs(built) == {path for path in PDFS if not path.startswith("en/open-net/first")}
    said = offered(built, "en/open-net/first.html")
    assert [(href, lang) for _, href, lang in said] == [
        ("../../ru/open-net/first-sheet.pdf", "ru"),
        ("../../ru/open-net/first-poster.pdf", "ru"),
        ("../../ru/open-net/first-letter.pdf", "ru"),
    ]
    assert said[0][0].endswith("KB, in Russian")


def test_what_was_withdrawn_cannot_be_printed(site, build):
    content = site("three-languages")
    add_to_facts(content / PETITION / "facts.yaml", withdrawn="2022-04-01")
    built = build(content, PAPER=True)
    assert {path for path in pdfs(built) if "first" in path} == set()
    assert offered(built, "kk/open-net/first.html") == []


def test_a_document_says_that_its_translation_is_behind(site, build):
    content = site("three-languages")
    edit(content, f"{PETITION}/ru.md", ("Текст о", "Другой текст о"))
    built = build(content, PAPER=True)
    outdated = "Аударма ескірген болуы мүмкін."
    for kind in ("sheet", "poster", "letter"):
        assert outdated in words_in(data(built, f"kk/open-net/first-{kind}.pdf"))
        assert "устар" not in words_in(data(built, f"ru/open-net/first-{kind}.pdf"))


def test_a_document_says_that_a_machine_translated_it(site, build):
    content = site("three-languages")
    replace_in(content / STATEMENT / "kk.md", "translates:", "machine: true\ntranslates:")
    built = build(content, PAPER=True)
    assert "Машиналық аударма." in words_in(data(built, "kk/open-net/letter.pdf"))


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        # nothing is gathered any more
        ("closes: 2022-12-31", "closes: 2022-01-31", ["letter"]),
        # nobody takes sheets
        ("  - {kind: paper, address: Almaty}\n", "", ["letter", "poster"]),
        ("kind: paper, address: Almaty", "kind: paper", ["letter", "poster"]),
    ],
)
def test_only_what_leads_to_a_signature_is_printed_to_gather_some(site, build, old, new, left):
    content = site("three-languages")
    folder = content / "campaigns/open-net/petitions/first"
    replace_in(folder / "facts.yaml", old, new)
    replace_in(folder / "signatures.csv", "2021-10-10,paper,120,paper,\n", "")
    built = build(content, PAPER=True)
    papers = [path for path in built.files if re.fullmatch("en/open-net/first-.*", path)]
    assert papers == [f"en/open-net/first-{kind}.pdf" for kind in left]


def test_a_sheet_says_where_it_goes(printed):
    words = words_in(data(printed, "ru/open-net/first-sheet.pdf"))
    assert "Заполненный лист отправьте по адресу: Almaty" in words


def test_the_way_to_sign_on_paper_leads_to_the_sheet(printed):
    page = document(printed.text("kk/open-net/first.html"))
    [panel] = [each for each in page.iter() if each.get("id") == "part-action"]
    assert "first-sheet.pdf" in [link.get("href") for link in panel.iter("a")]


def test_a_poster_calls_to_sign(printed):
    assert "Sign the petition" in words_in(data(printed, "en/open-net/first-poster.pdf"))


def test_text_that_lies_very_deep_is_printed_all_the_same(site, build):
    content = site("three-languages")
    add(content, f"{PETITION}/kk.md", "\n" + "> " * 60 + "Тереңде.\n\n" + "9" * 20 + ". Бап.\n")
    built = build(content, PAPER=True)
    assert built.problems == ()
    words = words_in(data(built, "kk/open-net/first-letter.pdf"))
    assert "Тереңде." in words
    assert "Бап." in words


@pytest.mark.parametrize(
    ("path", "old", "line"),
    [("registry/bodies.yaml", "the President", 5), (f"{CAMPAIGN}/kk.md", "Заң", 5)],
)
def test_a_character_of_what_an_item_names_is_a_problem_where_it_is_written(
    site, build, path, old, line
):
    content = site("three-languages")
    replace_in(content / path, old, f"☃{old}")
    found = {problem.partition(": ")[0] for problem in build(content, PAPER=True).problems}
    assert found == {f"content/{path}:{line}"}


def test_a_character_that_no_font_has_is_a_problem_at_its_line(site, build):
    content = site("three-languages")
    add(content, f"{PETITION}/kk.md", "\nБіз 😀.\n")
    assert build(content, PAPER=True).problems == (
        (
            f"content/{PETITION}/kk.md:13: what is printed or drawn must be made of characters "
            "that the fonts of the theme have, found “😀 U+1F600 GRINNING FACE”. "
            "Write it in words or leave it out."
        ),
    )


def test_a_text_of_news_may_hold_any_character(site, build):
    content = site("three-languages")
    add(content, f"{NEWS}/en.md", "\n😀\n")
    assert build(content, PAPER=True).problems == ()


def test_two_documents_in_one_place_are_a_problem(site, build):
    content = site("three-languages")
    write_files(content, item("open-net/statements/first-sheet", voice="own"))
    assert build(content, PAPER=True).problems == (
        (
            "content/campaigns/open-net/statements/first-sheet:1: a document must have an address "
            "of its own, found “en/open-net/first-sheet.pdf”. Rename the folder."
        ),
    )


HOSTILE = (
    '#import "x.typ"',
    '#read("/etc/passwd")',
    "$ x^2 $",
    "@label <label>",
    "#{panic()}",
    "= Heading",
    "// comment",
    "\\u{41}",
    "~ -- ---",
    "#let x = 1; #x \"q\" 'a'",
)


def test_a_text_is_never_taken_for_a_program(site, build):
    content = site("three-languages")
    body = "".join(f"`{line}`\n\n" for line in HOSTILE)
    front = {"title": "#read(1) $x$ @y <z> *b*", "summary": "#panic() _a_ `b`"}
    files = item("open-net/statements/hostile", voice="own")
    files["campaigns/open-net/statements/hostile/en.md"] = words(body=body, **front)
    write_files(content, files)
    built = build(content, PAPER=True)
    assert built.problems == ()
    said = words_in(data(built, "en/open-net/hostile.pdf"))
    assert [line for line in (*HOSTILE, *front.values()) if line not in said] == []


LONG = "қазақстандықтардыңұйымдастырушылардың"


def test_what_does_not_fit_flows_on(site, build):
    content = site("three-languages")
    title = " ".join([LONG] * 5)
    front = {"title": title, "summary": "Сөз. " * 110}
    paper = [{"kind": "paper", "address": "Almaty"}]
    demands = ["no-law"]
    files = item("open-net/petitions/long", addressees=["president"], demands=demands, routes=paper)
    files["campaigns/open-net/petitions/long/kk.md"] = words(
        body="\n\n".join([f"{LONG} " * 60] * 20) + "\n\nСоңы.",
        demands={"no-law": "Ұзақ талап. " * 500},
        **front,
    )
    del files["campaigns/open-net/petitions/long/en.md"]
    write_files(content, files)
    built = build(content, PAPER=True)
    assert built.problems == ()
    kinds = ("sheet", "poster", "letter")
    made = {kind: data(built, f"kk/open-net/long-{kind}.pdf") for kind in kinds}
    least = {"sheet": 3, "poster": 2, "letter": 3}
    assert [kind for kind, pdf in made.items() if pages_of(pdf) < least[kind]] == []
    assert "Соңы." in words_in(made["letter"])
    for pdf in made.values():
        # A page may end between the two words.
        assert words_in(pdf).count("талап.") >= 500


def test_the_same_content_gives_the_same_bytes(printed, tmp_path_factory, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    again = built_once(tmp_path_factory, PAPER=True, SITEURL=SITE)
    assert {path: data(again, path) for path in PDFS} == {
        path: data(printed, path) for path in PDFS
    }


def test_a_second_build_makes_no_document(site, tmp_path):
    content = site("three-languages")
    first = build_site(content, tmp_path / "output", PAPER=True)
    before = {path: (first.output / path).stat().st_mtime_ns for path in PDFS}
    second = build_site(content, tmp_path / "output", PAPER=True)
    assert {path: (second.output / path).stat().st_mtime_ns for path in PDFS} == before
