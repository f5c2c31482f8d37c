from __future__ import annotations

import pytest

from plugins.minber.library.privacy import _looked_at
from tests.content import ABOUT, CAMPAIGN, PETITION, STATEMENT, add, edit, told

KK = f"content/{ABOUT}/kk.md"
REMEDY = "Take it out; a public address belongs under `contact` or a route's `address`."


@pytest.mark.parametrize(
    ("text", "kind", "hidden"),
    [
        ("Жазыңыз: asem@mail.example", "an e-mail address", "ase…"),
        ("<a.b+c@mail.example.kz>", "an e-mail address", "a.b…"),
        ("[a](mailto:asem@mail.example)", "an e-mail address", "ase…"),
        # telephone numbers as people write them
        ("+7 701 123 45 67", "a telephone number", "+7 …"),
        ("+77011234567", "a telephone number", "+77…"),
        ("8 (701) 123-45-67", "a telephone number", "8 (…"),
        ("[a](tel:+77011234567)", "a telephone number", "+77…"),
        # a number of identity
        ("ЖСН 900101300017", "an individual identification number", "900…"),
    ],
)
def test_private_data_is_a_problem_that_does_not_repeat_it(site, text, kind, hidden):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", f"{text}\n")
    assert told(content) == [
        f"{KK}:6: {kind} must not stand in content, found “{hidden}”. {REMEDY}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        # as people write numbers of Kazakhstan
        "8-701-123-45-67",
        "87011234567",
        "77011234567",
        "7 701 123 45 67",
        "701 123 45 67",
        "(701) 123-45-67",
        "8 (727) 250-00-00",
        "8 (7172) 25-25-25",
        "8 (71234) 5-67-89",
        "тел.87011234567",
        "Тел:+77011234567",
        # and of other countries
        "+998 90 123 45 67",
        "+996 555 123 456",
        "+44 20 7946 0958",
        "+1 (202) 555-0143",
        # other signs between the digits, or between every two
        "+7.701.123.45.67",
        "8/701/1234567",
        "8–701–123–45–67",
        "8‑701‑123‑45‑67",
        "8−701−123−45−67",
        "8_701_123_45_67",
        "+7,701,123,45,67",
        "+7, 701, 1234567",
        "+7 • 701 • 1234567",
        "+7·701·123·45·67",
        "+7 7 0 1 1 2 3 4 5 6 7",
        "8 7 0 1 1 2 3 4 5 6 7",
        # other digits
        "+７ ７０１ １２３ ４５ ６７",
        "٨٧٠١١٢٣٤٥٦٧",
        "𝟖𝟕𝟎𝟏𝟏𝟐𝟑𝟒𝟓𝟔𝟕",
        # spaces that do not break, characters without width
        "+7\u202f701\u00a0123\u200945\u202f67",
        "+7\u00ad701\u00ad123\u00ad45\u00ad67",
        "8701\u200c123\u200d4567",
        # Markdown and lines
        "+7 **701** 123-45-67",
        "_+7 701 123 45 67_",
        "[+7 701](https://x.example) 123 45 67",
        r"\+7 701 123\-45\-67",
        "+7 701\n123 45 67",
        "> 8 701\n> 123 45 67",
        "8\n701\n123\n45\n67",
        # in codes
        "8&nbsp;701&nbsp;123&nbsp;45&nbsp;67",
        "&#43;7 701 123 45 67",
        r'summary: "\x2B7 701 123 45 67"',
        r'summary: "8\u00a0701\u00a0123\u00a045\u00a067"',
        # links that call or write to somebody
        "[a](tel:250000)",
        "[a](tel:8%20701%20123-45-67)",
        "[a](https://wa.me/77011234567)",
        "<https://api.whatsapp.com/send?phone=%2B77011234567&text=a>",
        "<https://t.me/+77011234567>",
        "[a](https://api.whatsapp.com/send?phone=+7%20701%20123%2045%2067)",
        "<https://api.whatsapp.com/send/?text=a&phone=%2B7-701-123-45-67>",
        "<https://api.whatsapp.com/send?phone=+7(701)123-45-67>",
        "<https://form.example/?phone=7+701+123+45+67>",
        "<https://form.example/#tel=%37%37%30%31%31%32%33%34%35%36%37>",
        "<https://signal.me/#p/+77011234567>",
        "<https://signal.me/#p/%2B77011234567>",
        "<https://wa.me/+7-701-123-45-67>",
        "<https://wa.me/c/77011234567>",
        "<https://telegram.me/+77011234567>",
        "<https://viber.click/77011234567>",
        "<https://facebook.com/l.php?u=https%3A%2F%2Fwa.me%2F77011234567>",
        # beside other numbers
        "кв. 5 8 701 123 45 67",
        "8 900 000 8 701 123 45 67",
    ],
)
def test_a_telephone_number_is_found_however_it_is_written(text):
    assert [kind for _, kind, _ in _looked_at(text)] == ["a telephone number"]


@pytest.mark.parametrize(
    "text",
    [
        "asem＠mail．kz",
        "асем@почта.қаз",
        "asem @ mail.kz",
        "asem@\nmail.kz",
        "asem\u00ad@mail.kz",
        "asem**@**mail.kz",
        r"asem@mail\.kz",
        "[https://x.example/](mailto:asem@mail.kz)",
        "a,https://x.example/,asem@mail.kz",
        "<https://x.example/?to=asem%40mail.kz>",
        "<https://x.example/#asem@mail.kz>",
        "<https://x.example/#/a?to=1&asem%40mail.kz>",
        "<https://x.example/asem@mail.kz>",
        "<https://asem@mail.kz>",
        # in codes
        "[a](mailto:asem%40mail.kz)",
        "asem&#64;mail&period;kz",
        "asem&commat;mail.kz",
        r'"asem\x40mail.kz"',
        r'"asem\u0040mail.kz"',
        r'"asem\U00000040mail.kz"',
        # in words
        "asem [at] mail [dot] kz",
        "asem(at)mail.kz",
        "asem {AT} mail (DOT) kz",
        "asem [собака] mail [точка] кз",
        "asem at mail dot kz",
        "asem собака mail точка кз",
    ],
)
def test_an_email_address_is_found_however_it_is_written(text):
    assert [kind for _, kind, _ in _looked_at(text)] == ["an e-mail address"]


@pytest.mark.parametrize(
    "text",
    [
        "ЖСН900101300017.",
        "900101 300017",
        "900101-300017",
        "9001 0130 0017",
        "900 101 300 017",
        "90 01 01 300017",
        "9 0 0 1 0 1 3 0 0 0 1 7",
        "９００１０１３０００１７",
        "900101**300017**",
        "900101_300017",
        "900101\u200c300017",
        "900101\n300017",
        "№ 118 900101 300017",
    ],
)
def test_a_number_of_identity_is_found_however_it_is_written(text):
    assert [kind for _, kind, _ in _looked_at(text)] == ["an individual identification number"]


def test_each_finding_has_the_line_on_which_it_begins():
    text = "a\nasem@mail.kz &#10; 8 701\n123 45 67\nasem@mail.kz"
    assert [line for line, _, _ in _looked_at(text)] == [2, 2, 4]


@pytest.mark.parametrize(
    "path",
    [
        f"{CAMPAIGN}/facts.yaml",
        "registry/topics.yaml",
        f"{PETITION}/signatures.csv",
        f"{STATEMENT}/signatories.csv",
    ],
)
def test_private_data_is_found_in_every_kind_of_file(site, path):
    content = site("three-languages")
    with_comment = "\n# asem@mail.example\n" if path.endswith("yaml") else "asem@mail.example\n"
    add(content, path, with_comment)
    assert any("an e-mail address must not stand in content" in line for line in told(content))


def test_private_data_is_found_in_the_words_for_a_picture(site):
    content = site("three-languages")
    edit(content, f"{ABOUT}/kk.md", ("summary:", "alt: {a.jpg: Әсем, 8 701 123 45 67}\nsummary:"))
    assert any("a telephone number must not stand in content" in line for line in told(content))


def test_private_data_is_found_in_the_names_of_files_and_folders(site):
    content = site("three-languages")
    add(content, f"{CAMPAIGN}/news/8-701-123-45-67/900101300017.jpg", "")
    told_of_names = [line for line in told(content) if "must not stand in content" in line]
    folder = f"content/{CAMPAIGN}/news/8-701-123-45-67"
    assert told_of_names == []
    add(content, f"{CAMPAIGN}/news/8-701-123-45-67/facts.yaml", "published: 2022-01-01\n")
    assert [line for line in told(content) if "must not stand in content" in line] == [
        f"{folder}:1: a telephone number must not stand in content, found “8-7…”. {REMEDY}",
        (
            f"{folder}/900101300017.jpg:1: an individual identification number must not stand in "
            f"content, found “900…”. {REMEDY}"
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # numbers that are no telephone's: counts, dates, laws
        "2021-10-12, 9 000, 118-VII, 8 800 000 теңге",
        "№ 8 701 123",
        "Заң № 567-II 2004 жылғы 5 шілде, 8-бап, 701-бап",
        "9 000 000 000, 87 012 345 678, 8 900 000 000 теңге",
        "8 900 000–9 000 000 теңге, +10 000 000 000 теңге",
        "12.10.2021–13.10.2021, 2010–2011, 2010-2011-2012, 2021-10-01T09:00:00+06:00",
        "8 9 10 11 12 13 14",
        "| 8 | 701 | 123 | 45 | 67 |\n",
        "8, 701, 123, 45, 67",
        "+77,011,234,567, +7,701,123,456, +71.4304,51.128",
        "43.23894523,76.88974512",
        # numbers of books, of bank cards and accounts
        "ISBN 978-601-7701-12-3, 9785699120147, 5-701-12345-6",
        "4400 4301 2345 6789, KZ86 125K ZT50 0410 0100, KZ86125KZT5004100100",
        # numbers that everybody may call
        "tel:112, 102",
        # twelve digits without the control digit of an identity
        "900101300018 123456789012",
        # or of an organisation: resident, not resident, joint enterprise
        "990440000008 990550000006 990660000004",
        # signs in addresses of the web, names of accounts
        "<https://x.example/@asem/+77011234567>, @asem, a@b",
        "<https://x.example/?story=101581234567890&id=87011234567>",
        "<https://x.example/a+77011234567>, <https://x.example/?hotel=77011234567>",
        "<https://mastodon.example/@asem@mail.kz>, <https://x.example/?of=acct:asem@mail.kz>",
        "<https://maps.example/a/@43.2389452,76.8897451,17z>, <https://x.example/a@2x.png>",
        "<https://cdn.example/a@1.2.3/a.js>, <https://x.example/name@example.org>",
        "каналда @acca.media, Instagram: @adilsoz.kz",
        # words that only sound so
        "look at polka dot patterns (at the same time)",
        # addresses of examples
        "name@example.org",
    ],
)
def test_what_only_looks_private_is_none(site, text):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", f"{text}\n")
    assert told(content) == []


def test_the_contact_of_a_campaign_may_stand_in_every_text(site):
    content = site("three-languages")
    add(content, f"{CAMPAIGN}/facts.yaml", "contact: Net@mail.example\n")
    add(content, f"{ABOUT}/kk.md", "<net@mail.example>\n")
    assert told(content) == []


def test_the_address_of_a_route_may_stand_in_every_text(site):
    content = site("three-languages")
    path = content / PETITION / "facts.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("address: Almaty", "address: Almaty +7 701 123-45-67"), "utf-8")
    add(content, f"{ABOUT}/kk.md", "+77011234567\n")
    assert told(content) == []


def test_a_public_number_may_be_written_another_way(site):
    content = site("three-languages")
    edit(content, f"{PETITION}/facts.yaml", ("address: Almaty", "address: +7 (701) 123-45-67"))
    add(content, f"{ABOUT}/kk.md", "8 701 123 45 67, [a](tel:87011234567), (701) 123-45-67\n")
    assert told(content) == []


def test_the_site_of_an_organisation_may_be_its_messenger(site):
    content = site("three-languages")
    messenger = "https://wa.me/77011234567"
    edit(content, f"{STATEMENT}/signatories.csv", ("https://hope.example/", messenger))
    assert told(content) == []


def test_the_site_of_an_organisation_in_the_registry_may_be_its_messenger(site):
    content = site("three-languages")
    messenger = "https://wa.me/77011234567"
    edit(content, "registry/organisations.yaml", ("https://union.example/", messenger))
    assert told(content) == []
