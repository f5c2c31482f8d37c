"""A petition signed with a form: what is filled in goes to its platform and nowhere else."""

from __future__ import annotations

import pytest

from tests.content import PETITION, edit
from tests.document import document, with_class, words_of
from tests.texts import built_once, replace_in

PAGE = "open-net/first.html"
PLATFORM = "  - {kind: platform, platform: avaaz, url: https://avaaz.example/p, login: false}"
ADDRESS = "https://forms.avaaz.example:8443/sign?p=1&q=2"
FORM = f"  - {{kind: form, platform: avaaz, url: '{ADDRESS}', blocked: false, checked: 2022-04-01}}"
FIELDS = {
    "petition": ("hidden", None, False),
    "language": ("hidden", None, False),
    "name": ("text", "name", True),
    "email": ("email", "email", False),
    "city": ("text", "address-level2", False),
    "adult": ("checkbox", None, True),
    "processing": ("checkbox", None, True),
    "public": ("checkbox", None, False),
    "news": ("checkbox", None, False),
}


def with_form(*changes):
    def change(content):
        edit(content, f"{PETITION}/facts.yaml", (PLATFORM, FORM))
        for path, old, new in changes:
            replace_in(content / path, old, new)

    return change


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, with_form())


@pytest.fixture(scope="module")
def page(built):
    return document(built.text(f"ru/{PAGE}"))


def the_form(page):
    [form] = page.iter("form")
    return form


def policy_of(page):
    name = "Content-Security-Policy"
    [policy] = [m.get("content") for m in page.iter("meta") if m.get("http-equiv") == name]
    return policy.rpartition("; ")[2]


def test_what_is_filled_in_is_posted_to_the_address_of_the_route(page):
    assert dict(the_form(page).attrib) == {
        "class": "routes",
        "action": ADDRESS,
        "method": "post",
        "enctype": "application/x-www-form-urlencoded",
        "accept-charset": "utf-8",
    }


def test_the_form_asks_for_no_more_than_it_must(page):
    found = {
        field.get("name"): (
            field.get("type"),
            field.get("autocomplete"),
            "required" in field.attrib,
        )
        for field in the_form(page).iter("input")
    }
    assert found == FIELDS


def test_no_consent_is_given_beforehand(page):
    assert [field for field in page.iter("input") if "checked" in field.attrib] == []


def test_the_form_says_which_petition_it_is_for_and_in_which_language(page):
    hidden = [field for field in page.iter("input") if field.get("type") == "hidden"]
    assert {field.get("name"): field.get("value") for field in hidden} == {
        "petition": "open-net/first",
        "language": "ru",
    }


def test_every_field_has_a_label_that_says_whether_it_is_required(page):
    for label in the_form(page).iter("label"):
        [field] = label.iter("input")
        mark = "(обязательно)" if "required" in field.attrib else "(необязательно)"
        assert words_of(label).endswith(mark)
    assert len(list(the_form(page).iter("label"))) == len(FIELDS) - 2


def test_the_consents_stand_together_under_a_name(page, say):
    [group] = page.iter("fieldset")
    assert [words_of(legend) for legend in group.iter("legend")] == [say("ru", "form.consents")]
    assert len(list(group.iter("input"))) == 4


def test_the_form_says_where_the_data_goes_and_who_receives_it(page, say):
    told = words_of(next(the_form(page).iter("p")))
    host = say("ru", "form.sent-to", host="forms.avaaz.example")
    assert told == f"{host} {say('ru', 'route.receives', name='фонд Avaaz')}"


def test_the_button_among_the_ways_leads_to_the_form(page):
    [ways] = [each for each in with_class(page, "routes") if each.tag == "ul"]
    assert next(ways.iter("a")).get("href") == "#part-form"
    assert [section.get("id") for section in page.iter("section")].count("part-form") == 1


@pytest.mark.parametrize(
    ("blocked", "key"), [("true", "route.blocked"), ("false", "route.not-blocked")]
)
def test_a_way_says_whether_it_is_blocked(tmp_path_factory, say, blocked, key):
    change = with_form((f"{PETITION}/facts.yaml", "blocked: false", f"blocked: {blocked}"))
    ways = with_class(
        document(built_once(tmp_path_factory, change).text(f"kk/{PAGE}")), "conditions"
    )[0]
    assert words_of(next(ways.iter("li"))) == say("kk", key)


def test_what_is_not_known_of_a_way_is_not_said(tmp_path_factory, say):
    change = with_form((f"{PETITION}/facts.yaml", ", blocked: false, checked: 2022-04-01", ""))
    ways = with_class(
        document(built_once(tmp_path_factory, change).text(f"kk/{PAGE}")), "conditions"
    )
    told = [say("kk", "route.receives", name=name) for name in ("Avaaz қоры", "Almaty")]
    assert [words_of(way) for way in ways] == told


# The policy


def test_only_the_page_of_the_form_may_send_and_only_there(built):
    policies = {
        path: policy_of(document(built.text(path)))
        for path in built.files
        if path.endswith(".html")
    }
    own = {f"{code}/{PAGE}" for code in ("kk", "ru", "en")}
    assert {policies.pop(path) for path in own} == {"form-action https://forms.avaaz.example:8443"}
    assert set(policies.values()) == {"form-action 'none'"}


def test_two_forms_have_a_section_each(tmp_path_factory):
    other = "  - {kind: form, platform: avaaz, url: https://a.example/}\n  - {kind: paper"
    change = with_form((f"{PETITION}/facts.yaml", "  - {kind: paper", other))
    page = document(built_once(tmp_path_factory, change).text(f"en/{PAGE}"))
    assert [form.get("action") for form in page.iter("form")] == [ADDRESS, "https://a.example/"]
    links = [link.get("href") for link in with_class(page, "button")]
    assert links[:2] == ["#part-form", "#part-form-2"]
    assert policy_of(page) == "form-action https://a.example https://forms.avaaz.example:8443"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("opens: 2021-10-01", "opens: 2022-05-01"),
        ("closes: 2022-12-31", "closes: 2022-03-31"),
        ("goal: 10000", "withdrawn: 2022-04-01"),
    ],
    ids=["not yet", "no more", "withdrawn"],
)
def test_there_is_no_form_while_nothing_is_signed(tmp_path_factory, old, new):
    change = with_form((f"{PETITION}/facts.yaml", old, new))
    page = document(built_once(tmp_path_factory, change).text(f"en/{PAGE}"))
    assert list(page.iter("form")) == []
    assert policy_of(page) == "form-action 'none'"
