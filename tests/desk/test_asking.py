from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.desk.asking import LARGEST_ANSWER, NoCount, address_for, asked, count_in
from plugins.minber.schema import registry
from tests.answering import running

# To mypy a class of the registry takes no keys, for its decorator has a name of ours.
CountRule: Any = registry.CountRule
PETITION = "https://avaaz.example/petitions/42/"


@pytest.fixture
def platform(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with running() as found:
        yield found


def count_of(platform, limit=10.0):
    rule = CountRule(address=f"{platform.url}/api/{{id}}.json", pointer="/count")
    return asked(rule, PETITION, limit)


def refusal_of(platform, limit=10.0):
    with pytest.raises(NoCount) as refused:
        count_of(platform, limit)
    return refused.value.rule, refused.value.found


# The question


@pytest.mark.parametrize(
    ("template", "url", "address"),
    [
        ("https://a.org/{id}.json", PETITION, "https://a.org/42.json"),
        ("https://a.org/{id}", "https://b.org/%D0%96?x=1#y", "https://a.org/%D0%96"),
        ("https://a.org/{id}", "https://b.org/Ж", "https://a.org/%D0%96"),
        (
            "https://a.org/?of={url}",
            "https://b.org/?a=1&b=/",
            "https://a.org/?of=https%3A%2F%2Fb.org%2F%3Fa%3D1%26b%3D%2F",
        ),
        (
            "https://a.org/{id}/{id}?{url}",
            "https://b.org/c",
            "https://a.org/c/c?https%3A%2F%2Fb.org%2Fc",
        ),
    ],
)
def test_a_template_is_filled_with_what_the_route_says(template, url, address):
    assert address_for(CountRule(address=template, pointer=""), url) == address


def test_a_route_without_a_path_has_no_id():
    with pytest.raises(NoCount, match="must be asked for by"):
        address_for(CountRule(address="https://a.org/{id}", pointer=""), "https://b.org/")


def test_a_platform_is_asked_once_by_a_plain_name(platform):
    assert count_of(platform) == 5300
    assert (platform.asked, platform.agents) == (["/api/42.json"], ["Minber"])


# The way


def test_a_page_elsewhere_on_the_host_is_followed(platform):
    platform.leads_to = "/elsewhere"
    assert count_of(platform) == 5300
    assert platform.asked == ["/api/42.json", "/elsewhere"]


@pytest.mark.parametrize(
    "elsewhere", ["http://localhost:9/x", "https://127.0.0.1/x", "ftp://127.0.0.1/x"]
)
def test_another_host_is_not_followed(platform, elsewhere):
    platform.leads_to = elsewhere
    assert refusal_of(platform) == ("must not lead to another host", elsewhere)


def test_nothing_is_read_from_this_machine(platform):
    platform.leads_to = "file:///etc/hosts"
    assert refusal_of(platform) == ("must have the status 200", "302")


@pytest.mark.parametrize("waits", ["before", "within"])
def test_a_slow_answer_is_not_waited_for(platform, waits):
    platform.waits, platform.claims = waits, 100_000_000
    assert refusal_of(platform, limit=0.3) == ("must come whole within 0.3 seconds", "")


@pytest.mark.parametrize("status", [404, 500])
def test_an_error_is_no_answer(platform, status):
    platform.status = status
    assert refusal_of(platform) == ("must have the status 200", str(status))


def test_an_answer_cut_short_is_none(platform):
    platform.claims = 100
    assert refusal_of(platform) == ("must come whole", "15 bytes of it")


def test_a_platform_that_is_down_is_told():
    with running() as platform:
        pass
    assert refusal_of(platform) == ("must come whole", "Connection refused")


def test_a_flood_is_not_read(platform):
    platform.says = b" " * (LARGEST_ANSWER + 1)
    assert refusal_of(platform) == ("must have at most 1,000,000 bytes", "")


# The answer


@pytest.mark.parametrize(
    ("body", "pointer", "count"),
    [
        (b"12", "", 12),
        (b'{"": {"a/b": {"m~n": [0, 7]}}}', "//a~1b/m~0n/1", 7),
        (b'{"~1": 3}', "/~01", 3),
        ('{"қол": 9}'.encode("utf-16"), "/қол", 9),
        (b"[0]", "/0", 0),
        (b"999999999", "", 999_999_999),
    ],
)
def test_the_number_stands_where_the_pointer_leads(body, pointer, count):
    assert count_in(body, pointer) == count


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b'{"count": "12"}', '"12"'),
        (b'{"count": -1}', "-1"),
        (b'{"count": true}', "true"),
        (b'{"count": 12.5}', "12.5"),
        (b'{"count": 12.0}', "12.0"),
        (b'{"count": 1e3}', "1000.0"),
        (b'{"count": NaN}', "NaN"),
        (b'{"count": null}', "null"),
        (b'{"count": 1000000000}', "1000000000"),
        (b'{"count": {"all": 1}}', "{…}"),
        (b'{"count": [1]}', "[…]"),
        # not there at all
        (b"{}", "nothing"),
        (b"[5]", "nothing"),
        (b"5", "nothing"),
    ],
)
def test_what_is_no_whole_number_is_refused(body, found):
    with pytest.raises(NoCount) as refused:
        count_in(body, "/count")
    rule = "must have a whole number from 0 to 999,999,999 at /count"
    assert (refused.value.rule, refused.value.found) == (rule, found)


@pytest.mark.parametrize("index", ["1", "00", "-1", "-", "+0", "0.0", "a", "٠"])
def test_only_an_index_of_a_list_leads_into_it(index):
    with pytest.raises(NoCount):
        count_in(b"[5]", f"/{index}")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", ""),
        (b"<p>12</p>", "<p>12</p>"),
        (b"\xff\xff", "\ufffd\ufffd"),
        (b"1" * 5000, "1" * 80),
        (b"[" * 100_000, "[" * 80),
        # nothing of a server's comes to an editor's terminal as it is
        (b"\x1b[2J", "\ufffd[2J"),
    ],
)
def test_what_is_no_json_is_refused(body, found):
    with pytest.raises(NoCount) as refused:
        count_in(body, "/count")
    assert (refused.value.rule, refused.value.found) == ("must be JSON", found)


@given(st.binary(max_size=60), st.from_regex(r"(/[a-z0-9~01]{0,3})*", fullmatch=True))
def test_whatever_is_answered_is_a_count_or_refused(body, pointer):
    with suppress(NoCount):
        assert count_in(body, pointer) >= 0
