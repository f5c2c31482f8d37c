from __future__ import annotations

import pytest

from plugins.minber.schema.registers import read_registers
from plugins.minber.source.tree import read_tree
from tests.conftest import write_files

CODES = ("kk", "ru", "en")
ORGANISATION = "union: {kk: А, ru: Б, en: C}\n"
SENATE = "senate: {kk: А, ru: Б, en: C, to: {kk: А, ru: Б, en: C}"
AVAAZ = "avaaz: {kk: А, ru: Б, en: C, receives: {kk: А, ru: Б, en: C}"
ONE_OF_TWO = "must have the placeholder {id} or {url}, and no other"
WRONG_ADDRESSES = (
    ("a.org/{id}", "must be a whole web address"),
    ("file:///{id}", "must be a whole web address"),
    ("https:///{id}", "must be a whole web address"),
    (
        "https://me@a.org/{id}",
        "must have a plain host: Latin letters (xn--… for others), no @ and no backslash",
    ),
    ("https://{id}.a.org/", "must have its placeholders behind the host"),
    (
        "http://a.org/{id}",
        "must begin with https:// (http:// is for localhost only)",
    ),
    (
        "http://localhost.a.org/{id}",
        "must begin with https:// (http:// is for localhost only)",
    ),
    (
        "https://a.org/Ж/{id}",
        "must be of Latin letters, digits and signs (others as %D0%96)",
    ),
    ("https://a.org/count.json", ONE_OF_TWO),
    ("https://a.org/{slug}", ONE_OF_TWO),
    ("https://a.org/{id}/{}", ONE_OF_TWO),
    ("https://a.org/{id}}", ONE_OF_TWO),
)
IN_EACH = "must be named in each language of the site. Add {} to it."
KNOWN = "only known keys may be used, found “{}”. Keys that may stand here: {}."


def registers_of(folder, files):
    write_files(folder, {f"registry/{name}": text for name, text in files.items()})
    tree, _ = read_tree(folder, CODES)
    return read_registers(tree.registry, CODES)


def test_registers_are_read_with_the_names_in_each_language(tmp_path):
    registers, problems = registers_of(tmp_path, {"organisations.yaml": ORGANISATION})
    assert problems == []
    assert registers.registry.organisations["union"].names == {"kk": "А", "ru": "Б", "en": "C"}


def test_a_register_that_is_not_there_is_empty(tmp_path):
    registers, problems = registers_of(tmp_path, {})
    assert (registers.registry.topics, registers.ids["topics"], problems) == ({}, frozenset(), [])


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        # names
        ("topics", "net: {kk: А, en: C}", [f"1: `net` {IN_EACH.format('`ru: …`')}"]),
        (
            "topics",
            "net: {kk: А, ru: 5, en: ~}",
            [
                (
                    "1: `net.ru` must be text, found “5”. "
                    "Put it in quotation marks if it looks like a number, a date, yes or no."
                ),
                "1: `net.en` must not be empty. Write it, or delete the key.",
            ],
        ),
        (
            "topics",
            "a: {kk: А, ru: Б, en: C}\nnet: Интернет",
            [
                (
                    "2: `net` must be `key: value` lines, found “Интернет”. "
                    "Indent the lines below the key."
                )
            ],
        ),
        # the country's code for the language's
        (
            "topics",
            "net:\n  kz: А\n  ru: Б\n  en: C",
            [
                f"1: `net` {IN_EACH.format('`kk: …`')}",
                f"2: {KNOWN.format('kz', 'en, kk, ru')}",
            ],
        ),
        # keys that only the program writes
        (
            "organisations",
            "union: {kk: А, ru: Б, en: C, id: x, names: {}}",
            [
                f"1: {KNOWN.format('id', 'country, en, kind, kk, ru, url')}",
                f"1: {KNOWN.format('names', 'country, en, kind, kk, ru, url')}",
            ],
        ),
        # values
        (
            "organisations",
            "union: {kk: А, ru: Б, en: C, country: KAZ}",
            [
                (
                    "1: `union.country` must be a country's code of two capital letters, "
                    "found “KAZ”. Kazakhstan is KZ."
                )
            ],
        ),
        (
            "organisations",
            "Одақ: {kk: А, ru: Б, en: C}",
            [
                (
                    "1: `Одақ` must be an id of a–z, 0–9 and single hyphens, found “Одақ”. Rename "
                    "the id."
                )
            ],
        ),
        # what must be said in each language too
        (
            "bodies",
            "senate: {kk: А, ru: Б, en: C, to: {kk: А, ru: Б, kz: В}}",
            [
                f"1: `senate.to` {IN_EACH.format('`en: …`')}",
                f"1: {KNOWN.format('kz', 'en, kk, ru')}",
            ],
        ),
        (
            "platforms",
            "avaaz: {kk: А, ru: Б, en: C}",
            [f"1: `avaaz.receives` {IN_EACH.format('`en: …`, `kk: …`, `ru: …`')}"],
        ),
        # how to ask for a number
        (
            "platforms",
            f"{AVAAZ}, count: {{adress: 'https://a.org/{{id}}', pointer: /count}}}}",
            [
                "1: `avaaz.count.address` must be given. Add a line `address: …`.",
                f"1: {KNOWN.format('adress', 'address, pointer')}",
            ],
        ),
        (
            "platforms",
            f"{AVAAZ}, count: 'https://a.org/{{id}}'}}",
            [
                (
                    "1: `avaaz.count` must be `key: value` lines, found “https://a.org/{id}”. "
                    "Indent the lines below the key."
                )
            ],
        ),
        *(
            (
                "platforms",
                f"{AVAAZ}, count: {{address: '{address}', pointer: ''}}}}",
                [
                    (
                        f"1: `avaaz.count.address` {rule}, found “{address}”. Write it as "
                        "https://example.org/api/{id}.json, or with {url} in its query."
                    )
                ],
            )
            for address, rule in WRONG_ADDRESSES
        ),
        *(
            (
                "platforms",
                f"{AVAAZ}, count: {{address: 'https://a.org/{{id}}', pointer: '{pointer}'}}}}",
                [
                    (
                        "1: `avaaz.count.pointer` must be a JSON pointer: empty, or keys with a / "
                        f"before each, found “{pointer}”. "
                        "Write it as /data/count; in a key ~1 is a / and ~0 a ~."
                    )
                ],
            )
            for pointer in ("data/count", "#/data", "/a~b", "/a~2")
        ),
        # the languages of letters
        (
            "bodies",
            f"{SENATE}, languages: [kk, uz]}}",
            [
                (
                    "1: `senate.languages.1` must be a language of the site, found “uz”. "
                    "There are: en, kk, ru."
                )
            ],
        ),
        (
            "bodies",
            f"{SENATE}, languages: [kz]}}",
            [
                (
                    "1: `senate.languages.0` must be a language's code, found “kz”. "
                    "Kazakh is kk, Russian ru, English en."
                )
            ],
        ),
        # a body that follows another
        (
            "bodies",
            f"{SENATE}, successor: majlis}}",
            [
                (
                    "1: `senate.successor` must be an id of this file, found “majlis”. There are: "
                    "senate."
                )
            ],
        ),
        (
            "bodies",
            f"{SENATE}, until: never}}",
            [
                (
                    "1: `senate.until` must be a date, found “never”. "
                    "Write it as 2021-10-01, or 2021-10 for a month."
                )
            ],
        ),
    ],
)
def test_a_wrong_entry_is_a_problem_at_its_line(tmp_path, name, text, said):
    _, problems = registers_of(tmp_path, {f"{name}.yaml": text})
    assert [str(problem) for problem in problems] == [
        f"content/registry/{name}.yaml:{line}" for line in said
    ]


@pytest.mark.parametrize(
    ("address", "pointer"),
    [
        ("https://a.org/api/{id}.json", "/data/count"),
        ("https://a.org:8443/?of={url}", ""),
        ("http://localhost:8000/{id}", "/a~1b/m~0n/0/"),
        ("http://127.0.0.1/{id}?{url}", "/қол"),
    ],
)
def test_a_platform_may_say_how_it_is_asked_for_a_number(tmp_path, address, pointer):
    text = f"{AVAAZ}, count: {{address: '{address}', pointer: '{pointer}'}}}}"
    registers, problems = registers_of(tmp_path, {"platforms.yaml": text})
    count = registers.registry.platforms["avaaz"].count
    assert (problems, count and (count.address, count.pointer)) == ([], (address, pointer))


def test_ids_are_known_even_when_their_entries_have_problems(tmp_path):
    registers, _ = registers_of(tmp_path, {"topics.yaml": "net: {}\nlaw: {}\n"})
    assert registers.ids["topics"] == {"net", "law"}


@pytest.mark.parametrize("text", ["net: [", "net: \x00"])
def test_nothing_is_known_of_a_register_that_cannot_be_read(tmp_path, text):
    registers, _ = registers_of(tmp_path, {"topics.yaml": text})
    assert "topics" not in registers.ids
