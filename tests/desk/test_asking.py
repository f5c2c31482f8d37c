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


@pytest.mark.parametrize(
    ("elsewhere", "found"),
    [
        ("/elsewhere?x=1", "{host}/elsewhere"),
        ("//other.example", "other.example"),
        ("https://user@127.0.0.1/x", "127.0.0.1/x"),
        ("ftp://127.0.0.1/x", "127.0.0.1/x"),
        ("file:///etc/hosts", "/etc/hosts"),
    ],
)
def test_an_address_that_leads_elsewhere_is_not_followed(platform, elsewhere, found):
    platform.leads_to = elsewhere
    rule = "must come from the address itself, without leading to another"
    assert refusal_of(platform) == (rule, found.format(host=platform.url.removeprefix("http://")))
    assert platform.asked == ["/api/42.json"]


def test_what_comes_with_a_redirect_is_not_read(platform):
    platform.leads_to, platform.waits, platform.claims = "/x", "within", 100_000_000
    rule, _ = refusal_of(platform)
    assert rule == "must come from the address itself, without leading to another"
    assert platform.is_left.wait(10)


def test_a_redirect_that_leads_nowhere_is_told(platform):
    platform.leads_to = "http://[x"
    rule, _ = refusal_of(platform)
    assert rule == "must come whole"


@pytest.mark.parametrize("waits", ["before", "within", "continue"])
def test_a_slow_answer_is_not_waited_for(platform, waits):
    platform.waits, platform.claims = waits, 100_000_000
    assert refusal_of(platform, limit=0.3) == ("must come whole within 0.3 seconds", "")


@pytest.mark.parametrize("waits", ["within", "continue"])
def test_the_connection_is_closed_when_time_is_up(platform, waits):
    platform.waits, platform.claims = waits, 100_000_000
    refusal_of(platform, limit=0.3)
    assert platform.is_left.wait(10)


@pytest.mark.parametrize("status", [201, 206, 299, 302, 404, 500])
def test_an_error_is_no_answer(platform, status):
    platform.status = status
    assert refusal_of(platform) == ("must have the status 200", str(status))


def test_an_answer_cut_short_is_none(platform):
    platform.claims = 100
    assert refusal_of(platform) == ("must come whole", "15 bytes of it")


@pytest.mark.parametrize("length", ["-1", "+15", "1_5", "x", "15, 16"])
def test_an_answer_of_no_true_length_is_none(platform, length):
    platform.claims = length
    assert refusal_of(platform) == ("must have one Content-Length or none", length)


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("full")])
def test_whatever_ends_the_exchange_is_told(platform, monkeypatch, error):
    def failing(*_words):
        raise error

    monkeypatch.setattr("http.client.HTTPResponse.read", failing)
    assert refusal_of(platform) == ("must come whole", str(error) or "MemoryError")


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
