"""What a petition's page says of its count."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.minber.views.counts import stale_after
from plugins.minber.views.here import Site
from plugins.minber.views.selections import selections
from tests.conftest import write_files
from tests.content import PETITION, add, edit, opened
from tests.document import document, with_class, words_of
from tests.texts import built_once, item

HEAD = "date,platform,count,kind,source\n"
PLATFORMS = "".join(
    f"{id_}:\n  kk: {name}\n  ru: {name}\n  en: {name}\n"
    f"  receives: {{kk: {name}, ru: {name}, en: {name}}}\n"
    for id_, name in (("change", "Change"), ("egov", "eGov"))
)
ROUTES = (
    "routes:\n"
    "  - {kind: platform, platform: change, url: https://change.example/p}\n"
    "  - {kind: platform, platform: egov}\n"
    "  - {kind: email, address: sign@example.org}"
)
THRESHOLDS = (
    "[{count: 5000, id: debate}]",
    "[{count: 400, id: debate}, {count: 6900, id: debate}, {count: 7000, id: debate}]",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, on_three_platforms, COUNT_IS_STALE_AFTER=11)


def with_rows(content, *rows):
    text = HEAD + "".join(f"{row}\n" for row in rows)
    write_files(content, {f"{PETITION}/signatures.csv": text})


def on_three_platforms(content):
    add(content, "registry/platforms.yaml", PLATFORMS)
    edit(content, f"{PETITION}/facts.yaml", ("routes:", ROUTES), THRESHOLDS)
    with_rows(
        content,
        "2021-10-02,avaaz,400,online,",
        "2022-04-01,avaaz,5200+,online,https://example.org/b",
        "2022-04-01,change,300,online,https://change.example/p",
        "2022-04-01,egov,1200,online,https://egov.example/p",
        "2022-04-02,avaaz,80,paper,",
        "2022-04-02,email,15,paper,",
        "2022-04-02,paper,120,paper,",
        "2022-04-02,egov,1100,verified,https://egov.example/p",
        "2022-04-03,avaaz,3000+,verified,https://example.org/c",
        "2022-04-02,avaaz,7,verified,",
    )


@pytest.fixture(scope="module")
def page(built):
    """The petition's page in a language."""
    assert built.problems == ()
    return lambda code: document(built.text(f"{code}/open-net/first.html"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                ("Avaaz", "5,200+ as of 1 April 2022, example.org"),
                ("eGov", "1,200 as of 1 April 2022, egov.example"),
                ("Change", "300 as of 1 April 2022, change.example"),
                ("On paper", "120 as of 2 April 2022"),
                ("Avaaz, on paper", "80 as of 2 April 2022"),
                ("By e-mail, on paper", "15 as of 2 April 2022"),
                (
                    "Of these, verified",
                    (
                        "4,100 Avaaz: 3,000+ as of 3 April 2022, example.org "
                        "eGov: 1,100 as of 2 April 2022, egov.example"
                    ),
                ),
            ],
        ),
        (
            "ru",
            [
                ("Avaaz", "5 200+ на 1 апреля 2022 г., example.org"),
                ("eGov", "1 200 на 1 апреля 2022 г., egov.example"),
                ("Change", "300 на 1 апреля 2022 г., change.example"),
                ("На бумаге", "120 на 2 апреля 2022 г."),
                ("Avaaz, на бумаге", "80 на 2 апреля 2022 г."),
                ("По электронной почте, на бумаге", "15 на 2 апреля 2022 г."),
                (
                    "Из них подтверждено",
                    (
                        "4 100 Avaaz: 3 000+ на 3 апреля 2022 г., example.org "
                        "eGov: 1 100 на 2 апреля 2022 г., egov.example"
                    ),
                ),
            ],
        ),
        (
            "kk",
            [
                ("Avaaz", "5 200+ 2022 ж. 1 сәуірдегі жағдай бойынша, example.org"),
                ("eGov", "1 200 2022 ж. 1 сәуірдегі жағдай бойынша, egov.example"),
                ("Change", "300 2022 ж. 1 сәуірдегі жағдай бойынша, change.example"),
                ("Қағаз нұсқада", "120 2022 ж. 2 сәуірдегі жағдай бойынша"),
                ("Avaaz, қағаз нұсқада", "80 2022 ж. 2 сәуірдегі жағдай бойынша"),
                (
                    "Электрондық пошта арқылы, қағаз нұсқада",
                    "15 2022 ж. 2 сәуірдегі жағдай бойынша",
                ),
                (
                    "Оның ішінде расталғаны",
                    (
                        "4 100 Avaaz: 3 000+ 2022 ж. 3 сәуірдегі жағдай бойынша, example.org "
                        "eGov: 1 100 2022 ж. 2 сәуірдегі жағдай бойынша, egov.example"
                    ),
                ),
            ],
        ),
    ],
)
def test_a_total_is_split_by_platform_and_kind(page, language, expected):
    lines = with_class(page(language), "parts")[1]
    assert [tuple(words_of(each) for each in line) for line in lines] == expected


def test_the_total_is_the_sum_of_its_online_and_paper_parts(page):
    assert words_of(with_class(page("en"), "total")[0]) == "over 6,915 signatures"


def test_a_threshold_tells_when_it_was_first_reached_and_what_it_means(page):
    lines = with_class(page("en"), "parts")[0]
    assert [words_of(line) for line in lines] == [
        "400 A debate reached: 2 October 2021",
        "6,900 A debate reached: 2 April 2022",
        "7,000 A debate",
    ]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The count is more than 11 days old; there may be more signatures now."),
        ("ru", "Этим данным более 11 дней; сейчас подписей может быть больше."),
        (
            "kk",
            (
                "Бұл дерек алынғалы 11 күннен астам уақыт өтті; содан бері қол саны артқан "
                "болуы мүмкін."
            ),
        ),
    ],
)
def test_the_page_tells_that_its_count_is_old(page, language, told):
    assert [words_of(each) for each in with_class(page(language), "as-of")][1:] == [told]


# When a count is old


@pytest.fixture
def content(site):
    return site("three-languages")


def told_old(content, days=30):
    """The days that the page says the count is older than."""
    found = opened(content)
    assert found.problems == ()
    library = found.library
    site = Site(
        library=library,
        chosen=selections(library),
        words=found.words,
        pictures={},
        url="",
        has_open_data=True,
        has_search=False,
        has_offline=False,
        feed_id="",
        body_of=lambda *_: "",
        count_is_stale_after=days,
    )
    return stale_after(site, library.by_key["open-net/first"])


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2022-03-15", 30),
        ("2022-03-16", None),
        # Of a month it is not known how old it is before its end.
        ("2022-03", None),
        ("2022-02", 30),
    ],
)
def test_a_count_is_old_when_it_is_older_than_the_days_of_the_settings(content, day, told):
    with_rows(content, "2021-10-02,paper,120,paper,", f"{day},avaaz,400,online,")
    assert told_old(content) == told


def test_no_count_is_not_old(content):
    with_rows(content)
    assert told_old(content) is None


def test_verified_signatures_make_no_count_newer(content):
    with_rows(content, "2022-03-15,avaaz,400,online,", "2022-04-15,avaaz,300,verified,")
    assert told_old(content) == 30


def test_no_count_is_old_where_the_settings_do_not_say_when(content):
    with_rows(content, "2021-03-15,avaaz,400,online,")
    assert told_old(content, days=None) is None


@pytest.mark.parametrize(
    "change",
    [
        ("closes: 2022-12-31", "closes: 2022-04-14"),
        ("goal:", "delivery: {done: 2022-04-01}\ngoal:"),
        ("opens: 2021-10-01", "opens: 2022-04-16"),
    ],
)
def test_the_last_count_of_what_gathers_no_signatures_is_not_old(content, change):
    with_rows(content, "2022-03-01,avaaz,400,online,")
    edit(content, f"{PETITION}/facts.yaml", change)
    assert told_old(content) is None


def test_where_none_knows_where_to_sign_the_page_says_that_signing_has_begun(site, build):
    content = site("three-languages")
    routes = [{"kind": "platform", "platform": "avaaz"}]
    keys: dict[str, Any] = {"addressees": ["president"], "demands": ["no-law"], "routes": routes}
    write_files(content, item("open-net/petitions/quiet", **keys))
    rows = "2021-10-02,avaaz,400,online,\n"
    write_files(content, {"campaigns/open-net/petitions/quiet/signatures.csv": HEAD + rows})
    page = build(content).text("en/open-net/quiet.html")
    assert '<b class="mark" data-mark="begun">Collecting signatures</b>\n<span>has begun' in page
