from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.library.privacy import Finding, _is_suspicious, _private, is_iin
from tests.content import ABOUT, CAMPAIGN, PETITION, add, told

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
    "path", [f"{CAMPAIGN}/facts.yaml", "registry/topics.yaml", f"{PETITION}/signatures.csv"]
)
def test_private_data_is_found_in_every_kind_of_file(site, path):
    content = site("three-languages")
    with_comment = "\n# asem@mail.example\n" if path.endswith("yaml") else "asem@mail.example\n"
    add(content, path, with_comment)
    assert any("an e-mail address must not stand in content" in line for line in told(content))


@pytest.mark.parametrize(
    "text",
    [
        # numbers that are no telephone's: counts, dates, laws
        "2021-10-12, 9 000, 118-VII, 8 800 000 теңге",
        "№ 8 701 123",
        # twelve digits without the control digit of an identity
        "900101300018 123456789012",
        # signs in addresses of the web, names of accounts
        "<https://x.example/@asem/+77011234567>, @asem, a@b",
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


# The first glance at a whole text

SIGNS = (
    "asem@mail.kz @ .kz %40 %38 %0A &#64; &commat; &# https://x.kz/ 8 (701) 123-45 жаңа a - \u0668"
)
BITS = st.sampled_from([*SIGNS.split(), "+7 701 123 45 67", "45\u00a067", "900101300017", " "])


@given(st.lists(BITS | st.text(max_size=3)).map("".join))
def test_nothing_private_is_missed_at_the_first_glance(line):
    assert _is_suspicious(line) or list(_private(line)) == []


def test_no_digit_of_any_script_is_missed_at_the_first_glance():
    digits = [char for char in map(chr, range(0x110000)) if re.match(r"\d", char)]
    assert all(_is_suspicious(digit * 11) for digit in digits)


@pytest.mark.parametrize(
    "text",
    [
        "translates: ru@1f3a9c0b72de",
        "2021-10-12, 2021-10-13: 9 000 қол, № 118-VII, https://x.example/@asem/+77011234567",
        "Заң бойынша (2011 жыл) 12 айда 50-ден астам сайт — «Adilsoz» дерегі.",
    ],
)
def test_an_ordinary_text_is_done_with_at_the_first_glance(text):
    assert not _is_suspicious(text)


@given(st.builds(Finding))
def test_a_finding_is_kept_and_comes_back_unchanged(finding):
    assert msgspec.json.decode(msgspec.json.encode(finding), type=Finding) == finding


# The number of identity


@given(st.dates(), st.integers(1, 6), st.integers(0, 9999), st.integers(1, 9))
def test_only_one_control_digit_makes_a_number_an_identity(born, century, serial, other):
    eleven = f"{born:%y%m%d}{century}{serial:04}"
    right = [digit for digit in "0123456789" if is_iin(eleven + digit)]
    assert len(right) <= 1
    assert not right or not is_iin(eleven + str((int(right[0]) + other) % 10))


@pytest.mark.parametrize(
    ("digits", "is_one"),
    [
        # By hand: 9*1 + 1*4 + 1*6 + 3*7 + 1*11 = 51, which is 7 modulo 11.
        ("900101300017", True),
        ("900101300018", False),
        # The first sum is 10 modulo 11, the second 9*3 + 1*6 + 1*8 + 3*9 + 8*1 + 1*2 = 78 is 1.
        ("900101300811", True),
        # Both are 10: nobody has this number.
        ("900101300800", False),
        # No such month, day, century; the control digits are right.
        ("901301300017", False),
        ("900132300016", False),
        ("900101900015", False),
    ],
)
def test_a_number_of_identity_has_a_birthday_a_century_and_a_control_digit(digits, is_one):
    assert is_iin(digits) is is_one
