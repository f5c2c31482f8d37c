"""A statement's page: whose it is, who signed it, what is asked of whom."""

from __future__ import annotations

import pytest

from tests.conftest import write_files
from tests.document import document, with_class, words_of
from tests.texts import add_to_facts, built_once, facts, item, replace_in

LETTER = "campaigns/open-net/statements/letter"
LANGUAGES = ("kk", "ru", "en")
SIGNATORIES = """kind,name_kk,name_ru,name_en,detail,country,url
organisation,Үміт,Надежда,Hope,,KZ,https://hope.example/
organisation,Өзен,Река,River,,EE,
organisation,Ғасыр,Век,Century,,KZ,
organisation,,Свобода,,,CH,
organisation,Ел,Страна,Land,,,
person,Әлия Серік,Алия Серик,Aliya Serik,ақын,,
person,Ғалым Асан,Галым Асан,Galym Asan,,KZ,
person,Бек Оразов,,,,,
"""
ORGANISATIONS = """
gazette: {kk: Хабар, ru: Вести, en: News, country: KZ, kind: media}
clowns: {kk: Күлкі, ru: Смех, en: Laughter, country: KZ, kind: circus}
board: {kk: Кеңес, ru: Совет, en: Board, country: KZ, kind: ngo}
"""


def signed_by_many(content):
    (content / LETTER / "signatories.csv").write_text(SIGNATORIES, "utf-8")
    organisations = content / "registry/organisations.yaml"
    replace_in(organisations, "country: KZ, url", "country: KZ, kind: ngo, url")
    with organisations.open("a", encoding="utf-8") as file:
        file.write(ORGANISATIONS)
    body = (
        "{kk: Мәжіліс, ru: Мажилис, en: Mazhilis, to: {kk: Мәжіліске, ru: Мажилису, en: Mazhilis}}"
    )
    with (content / "registry/bodies.yaml").open("a", encoding="utf-8") as file:
        file.write(f"mazhilis: {body}\n")
    path = content / LETTER / "facts.yaml"
    replace_in(path, "signed_by: [union]", "signed_by: [union, gazette, clowns, board]")
    replace_in(path, "language: en}", "language: en, archived: https://archive.example/1}")
    replace_in(path, "{president: [keep]}", "{mazhilis: [keep], president: [keep]}")
    add_to_facts(path, updated="2022-02-03", joining="https://www.form.example/join")
    add_to_facts(path, signatory_count=1200, copies=["mazhilis"])
    write_files(content, item("open-net/statements/bare", voice="own"))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, signed_by_many)


@pytest.fixture(scope="module")
def pages(built):
    return {code: document(built.text(f"{code}/open-net/letter.html")) for code in LANGUAGES}


def section(page, name):
    [found] = [each for each in page.iter("section") if each.get("id") == f"part-{name}"]
    return found


def outline(page, name="signatories"):
    """Headings with their level and lines of lists below them, in order."""
    return [
        f"{each.tag} {words_of(each)}" if each.tag != "li" else words_of(each)
        for each in section(page, name).iter()
        if each.tag in ("h3", "h4", "h5", "li")
    ]


def after(lines, heading):
    """The lines below a heading of the third level."""
    below = lines[lines.index(heading) + 1 :]
    ends = [at for at, line in enumerate(below) if line.startswith("h3 ")]
    return below[: ends[0]] if ends else below


def test_nothing_is_wrong_with_an_unknown_kind(built):
    assert built.problems == ()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "kk",
            [
                *("h4 Қазақстан 2", "Ғасыр", "Үміт", "h4 Швейцария 1", "Свобода"),
                *("h4 Эстония 1", "Өзен", "h4 Елі көрсетілмеген 1", "Ел"),
            ],
        ),
        (
            "ru",
            [
                *("h4 Казахстан 2", "Век", "Надежда", "h4 Швейцария 1", "Свобода"),
                *("h4 Эстония 1", "Река", "h4 Страна не указана 1", "Страна"),
            ],
        ),
        (
            "en",
            [
                *("h4 Kazakhstan 2", "Century", "Hope", "h4 Estonia 1", "River"),
                *("h4 Switzerland 1", "Свобода", "h4 Country not stated 1", "Land"),
            ],
        ),
    ],
)
def test_organisations_stand_by_country_the_largest_first(pages, say, code, expected):
    heading = f"h3 {say(code, 'statement.organisations')} 5"
    assert after(outline(pages[code]), heading) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "kk",
            [
                *("h4 Бұқаралық ақпарат құралдары 1", "Хабар Қазақстан"),
                *("h4 Үкіметтік емес ұйымдар 2", "Әділ одақ Қазақстан", "Кеңес Қазақстан"),
                *("h4 Басқа ұйымдар 1", "Күлкі Қазақстан"),
            ],
        ),
        (
            "en",
            [
                *("h4 News media 1", "News Kazakhstan"),
                *("h4 Non-governmental organisations 2", "Board Kazakhstan"),
                *("Fair Union Kazakhstan", "h4 Other organisations 1", "Laughter Kazakhstan"),
            ],
        ),
    ],
)
def test_those_of_one_country_stand_by_kind_and_keep_its_name(pages, say, code, expected):
    assert after(outline(pages[code]), f"h3 {say(code, 'statement.initiators')} 4") == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("kk", ["Әлия Серік ақын", "Бек Оразов", "Ғалым Асан Қазақстан"]),
        ("en", ["Aliya Serik ақын", "Galym Asan Kazakhstan", "Бек Оразов"]),
    ],
)
def test_people_stand_in_the_alphabetical_order_of_the_language(pages, say, code, expected):
    assert after(outline(pages[code]), f"h3 {say(code, 'statement.people')} 3") == expected


def test_a_name_in_another_language_is_marked(pages):
    marked = {
        (each.get("lang"), words_of(each))
        for each in section(pages["en"], "signatories").iter()
        if "lang" in each.attrib
    }
    assert marked == {("ru", "Свобода"), ("kk", "Бек Оразов"), ("kk", "ақын")}


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("kk", "2022 ж. 3 ақпандағы жағдай бойынша"),
        ("ru", "на 3 февраля 2022 г."),
        ("en", "as of 3 February 2022"),
    ],
)
def test_the_count_and_the_list_have_their_day(pages, say, code, day):
    [count, listed] = with_class(pages[code], "credit")[:2]
    assert words_of(count) == day[0].upper() + day[1:]
    assert words_of(listed) == say(code, "statement.list", date=day)


def test_the_count_is_the_one_known(pages):
    assert [words_of(total) for total in with_class(pages["en"], "total")] == ["1,200 signatories"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reader_knows_where_joining_leads_to(pages, say, code):
    [routes] = with_class(pages[code], "routes")
    assert words_of(routes) == " ".join(
        [say(code, "statement.join"), say(code, "statement.joining", name="form.example")]
    )


def test_the_first_that_a_reader_learns_is_whose_the_statement_is(pages):
    [action] = with_class(pages["ru"], "action")
    state, first, *_ = action[0]
    assert words_of(state) == "Заявление других авторов"
    assert [words_of(each) for fact in first for each in fact] == [
        *("Источник", "Fair News (на английском языке) сохранённая копия"),
        *("Полный текст", "news.example"),
    ]


@pytest.mark.parametrize(
    ("code", "bodies"),
    [("kk", ["Мәжіліске", "Президентке"]), ("ru", ["Мажилису", "Президенту"])],
)
def test_recommendations_stand_by_addressee_in_the_order_of_the_facts(pages, code, bodies):
    lines = outline(pages[code], "recommendations")
    assert [line for line in lines if line.startswith("h")] == [f"h3 {body}" for body in bodies]


def test_copies_name_the_addressee(pages):
    [names] = with_class(pages["ru"], "names")[1:]
    assert words_of(names) == "Мажилису"


def test_a_statement_of_which_nothing_is_known_has_no_empty_list(built):
    page = document(built.text("en/open-net/bare.html"))
    assert [each for each in page.iter("dl") if len(each) == 0] == []
    assert with_class(page, "as-of") == []


def test_the_count_is_the_number_listed_where_none_is_given(tmp_path_factory):
    def change(content):
        path = content / "campaigns/open-net/statements/other/facts.yaml"
        write_files(path.parent, {"facts.yaml": facts(voice="own")})
        write_files(path.parent, {"en.md": "---\ntitle: Other\nsummary: S.\n---\nText.\n"})
        write_files(path.parent, {"signatories.csv": SIGNATORIES})

    text = built_once(tmp_path_factory, change).text("en/open-net/other.html")
    assert [words_of(each) for each in with_class(document(text), "total")] == ["8 signatories"]
    assert [words_of(each) for each in with_class(document(text), "as-of")] == [
        "As of 1 March 2022"
    ]
