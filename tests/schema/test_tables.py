from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.problems import Problem
from plugins.minber.schema.tables import SIGNATURE_COLUMNS, Cells, parse_table, signatory_columns
from tests.content import PETITION, STATEMENT, edit, opened, told

HEAD = "date,platform,count,kind,source\n"
SEPARATED = (
    "s.csv:{}: cells must be separated by commas, found “{}”. "
    "Save the table as CSV with commas between the cells."
)


def rows(text):
    return parse_table("s.csv", text, SIGNATURE_COLUMNS)


def test_a_row_knows_its_line_and_the_cells_that_are_filled():
    found = rows(f"{HEAD}\n2021-10-01,avaaz, 5 ,online,\n")
    assert found == [
        Cells(3, {"date": "2021-10-01", "platform": "avaaz", "count": "5", "kind": "online"})
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "",
            (
                "s.csv:1: the first line must be date,platform,count,kind,source. "
                "Name the columns in this order."
            ),
        ),
        (
            "date,count\n",
            (
                "s.csv:1: the first line must be date,platform,count,kind,source, "
                "found “date,count”. Name the columns in this order."
            ),
        ),
        (
            f"{HEAD}\na,b\n",
            (
                "s.csv:3: a row must have 5 cells, found “a,b”. "
                "Leave an empty cell between two commas where nothing is known."
            ),
        ),
        (
            f'{HEAD}a,"b,c,d,e\n',
            (
                "s.csv:2: the table must be CSV: commas between cells, quotation marks in pairs, "
                "found “unexpected end of data”. Mend the line."
            ),
        ),
        (
            f"{HEAD}2021-10-01,avaaz,9,000,online,\n",
            (
                "s.csv:2: a row must have 5 cells, found “2021-10-01,avaaz,9,000,online,”. "
                "Write digits only, without commas and spaces; "
                "put a text with a comma in quotation marks."
            ),
        ),
        # as spreadsheets write them where the decimal sign is a comma
        (
            "date;platform;count;kind;source\n2021-10-01;avaaz;5;online;\n",
            SEPARATED.format(1, "date;platform;count;kind;source"),
        ),
        (
            '"date";"platform"\n"2021-10-01";"avaaz"\n',
            SEPARATED.format(1, '"date";"platform"'),
        ),
        ("date\tplatform\tcount\n", SEPARATED.format(1, "date platform count")),
        (f"{HEAD}2021-10-01;avaaz;5;;\n", SEPARATED.format(2, "2021-10-01;avaaz;5;;")),
    ],
)
def test_what_is_no_table_is_a_problem_at_its_line(text, said):
    assert [str(found) for found in rows(text)] == [said]


def test_signatories_have_a_name_in_each_language_of_the_site():
    assert signatory_columns(["kk", "tr"]) == (
        "kind",
        "name_kk",
        "name_tr",
        "detail",
        "country",
        "url",
    )


@pytest.mark.parametrize("count", ["9 000", '"9,000"'])
def test_a_count_is_digits_only(site, count):
    content = site("three-languages")
    edit(content, f"{PETITION}/signatures.csv", (",120,", f",{count},"))
    found = count.strip('"')
    assert told(content) == [
        (
            f"content/{PETITION}/signatures.csv:4: `count` must be a whole number, "
            f"found “{found}”. Write digits only, without commas and spaces; "
            "add a + after them when the source says “over”."
        )
    ]


@pytest.mark.parametrize("path", [f"{PETITION}/signatures.csv", f"{STATEMENT}/signatories.csv"])
def test_a_byte_order_mark_is_no_part_of_the_words(site, path):
    content = site("three-languages")
    before = opened(content).library.items()
    edit(content, path, ("", "\ufeff"))
    found = opened(content)
    assert found.problems == ()
    tables = [
        [(item.signatures, item.signatories) for item in items]
        for items in (before, found.library.items())
    ]
    assert tables[0] == tables[1]


PERSON = "Әлия Серік,Алия Серик,Aliya Serik"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://t.me/aliya", "t.me"),
        ("https://wa.me/message/ABC", "wa.me"),
        ("https://VK.com/aliya", "vk.com"),
        ("https://m.facebook.com/aliya", "facebook.com"),
        ("https://www.instagram.com/aliya", "instagram.com"),
        ("https://x.com/aliya", "x.com"),
        ("https://kz.linkedin.com/in/aliya", "linkedin.com"),
        ("https://vk.com:443/aliya", "vk.com"),
        # within another address
        ("https://web.archive.org/web/2021/https://t.me/aliya", "t.me"),
        ("https://go.example/?to=https%3A%2F%2Ft.me%2Faliya", "t.me"),
    ],
)
def test_a_person_is_not_to_be_reached_by_their_url(site, url, host):
    content = site("three-languages")
    edit(content, f"{STATEMENT}/signatories.csv", (f"{PERSON},,,", f"{PERSON},,,{url}"))
    [line] = told(content)
    assert line == (
        f"content/{STATEMENT}/signatories.csv:4: `url` of a person must not lead to a messenger or "
        f"a social network, found “{host}”. "
        "Link to a public page about their role, or leave the cell empty."
    )


@pytest.mark.parametrize("detail", ["@aliya", "журналист (t.me/aliya)", "Telegram: @aliya"])
def test_the_detail_of_a_person_names_no_account(site, detail):
    content = site("three-languages")
    edit(content, f"{STATEMENT}/signatories.csv", (f"{PERSON},,,", f"{PERSON},{detail},,"))
    [line] = told(content)
    assert line == (
        f"content/{STATEMENT}/signatories.csv:4: `detail` of a person must not name an account to "
        "write to. Say who the person is, such as their profession."
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a page about a person's role
        (f"{PERSON},,,", f"{PERSON},Vlast.kz журналисі,KZ,https://vlast.example/authors/aliya"),
        (f"{PERSON},,,", f"{PERSON},,,https://netflix.com/t.me"),
        # an organisation
        ("https://hope.example/", "https://t.me/hope"),
    ],
)
def test_what_is_no_contact_of_a_person_may_stand_there(site, old, new):
    content = site("three-languages")
    edit(content, f"{STATEMENT}/signatories.csv", (old, new))
    assert told(content) == []


CELL = (
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@given(st.lists(st.lists(CELL, min_size=5, max_size=5)))
def test_what_a_spreadsheet_writes_is_read(table):
    file = io.StringIO()
    csv.writer(file).writerows([SIGNATURE_COLUMNS, *table])
    found = rows(file.getvalue())
    assert [tuple(row.values.values()) for row in found if isinstance(row, Cells)] == [
        tuple(row) for row in table
    ]


@given(st.text(st.sampled_from("ab,\"\n\r;' \\")))
def test_any_text_is_rows_and_problems(text):
    assert all(isinstance(found, (Cells, Problem)) for found in rows(HEAD + text))
