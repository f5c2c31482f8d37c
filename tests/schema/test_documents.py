from __future__ import annotations

import time
from datetime import date, datetime

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Document, parse_yaml

LOOK = "Look for a missing colon, quotation mark or wrong indentation near this line."
ANCHOR = (
    "YAML anchors and aliases (& and *) must not be used. "
    "Write the value out, or put it into quotation marks."
)
TAG = (
    "YAML tags (!) must not be used, found “{tag}”. "
    "Delete the tag, or put the text into quotation marks."
)
DEEP = "lists must not lie deeper than 8 in each other."
DIGITS = (
    "a number must be written in plain digits, found “{found}”. "
    "Write it as 9000. If it is no number: put the text into quotation marks."
)


def parsed(text):
    document = parse_yaml("a.yaml", text)
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", {}),
        ("# only a comment\n", {}),
        ("a: 1\nb: text\nc: true\nd: ~\n", {"a": 1, "b": "text", "c": True, "d": None}),
        ("a: [x, {b: c}]", {"a": ("x", {"b": "c"})}),
        ("a: >\n  one\n  two\n", {"a": "one two\n"}),
        # dates
        ("a: 2021-10-01", {"a": date(2021, 10, 1)}),
        ("a: 2021-10-01 09:00:00", {"a": datetime(2021, 10, 1, 9)}),  # noqa: DTZ001
        ("a: 2021-10", {"a": "2021-10"}),
        # keys are text, whatever they look like
        ("no: 1\n2021-10-01: 2\n7: 3", {"no": 1, "2021-10-01": 2, "7": 3}),
        # signs of YAML 1.1 are text
        ("a: =\n<<: {b: c}", {"a": "=", "<<": {"b": "c"}}),
        # what looks like an anchor or a tag within a text
        ("a: AT&T * ! b", {"a": "AT&T * ! b"}),
        ("a: '&b'", {"a": "&b"}),
    ],
)
def test_a_mapping_is_plain_data(text, data):
    assert parsed(text).data == data


def test_every_value_knows_its_line():
    document = parse_yaml("a.yaml", "a: 1\nb:\n  - c: >\n      d\n  - e\n", first_line=2)
    assert isinstance(document, Document)
    assert document.lines == {
        (): 2,
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 0, "c"): 4,
        ("b", 1): 6,
    }


@pytest.mark.parametrize(
    ("loc", "line"),
    [(("b", "c"), 3), (("b", "nope", 1), 2), (("nope",), 1), ((), 1)],
)
def test_what_is_not_there_has_the_line_of_what_would_hold_it(loc, line):
    assert parsed("a: 1\nb:\n  c: 2\n").line(*loc) == line


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        # not a mapping
        ("- a\n- b\n", 1, "the lines must be `key: value`. Begin with a key and a colon."),
        ("just text", 1, "the lines must be `key: value`. Begin with a key and a colon."),
        ("a: 1\n? [b]\n: c", 2, "a key must be a word, not a list."),
        (
            "a: 1\n---\nb: 2",
            2,
            "the lines must be one YAML document, found “---”. Delete this line.",
        ),
        # one key twice, at any depth
        ("a: 1\na: 2", 2, "a key must stand only once, found “a”. Delete one of the two."),
        ("a: {b: 1,\n  b: 2}", 2, "a key must stand only once, found “b”. Delete one of the two."),
        # anchors and aliases, on values and keys
        ("a: 1\nb: &x 2", 2, ANCHOR),
        ("a: *x", 1, ANCHOR),
        ("&x a: 1", 1, ANCHOR),
        # tags, on scalars, lists and keys
        ("a: !!int 5", 1, TAG.format(tag="!!int")),
        (
            "a: !!python/object/apply:os.system [ls]",
            1,
            TAG.format(tag="!!python/object/apply:os.system"),
        ),
        ("a: !own {b: c}", 1, TAG.format(tag="!own")),
        ("!!str a: b", 1, TAG.format(tag="!!str")),
        ("a: ! b", 1, TAG.format(tag="!")),
        # days and numbers that do not exist
        (
            "a: 2021-02-30",
            1,
            "a date or number must exist, found “2021-02-30”. Write a date as 2021-10-01.",
        ),
        (
            "a: 2021-10-01 25:00:00",
            1,
            "a date or number must exist, found “2021-10-01 25:00:00”. Write a date as 2021-10-01.",
        ),
        # numbers that YAML 1.1 reads as nobody means them
        ("a: 010", 1, DIGITS.format(found="010")),
        ("a: 10:30", 1, DIGITS.format(found="10:30")),
        ("a: 9_000", 1, DIGITS.format(found="9_000")),
        ("a: 0x10", 1, DIGITS.format(found="0x10")),
        # slips of the pen
        (
            "a: 1\ntitle: One: two",
            2,
            (
                "the lines must be valid YAML, found “mapping values are not allowed in this "
                "context”. "
                "Put the text into quotation marks: it holds a colon and a space."
            ),
        ),
        (
            "a:\n\t- b",
            2,
            (
                "the lines must be valid YAML, found “found character that cannot start any "
                "token”. "
                "Put the text into quotation marks, or indent with spaces, not tabs."
            ),
        ),
        (
            "a: 'b",
            1,
            f"the lines must be valid YAML, found “found unexpected end of stream”. {LOOK}",
        ),
    ],
)
def test_what_is_no_safe_mapping_is_a_problem_at_its_line(text, line, said):
    assert str(parse_yaml("a.yaml", text)) == f"a.yaml:{line}: {said}"


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100000,
        "a: " + "[" * 50000 + "]" * 50000,
        "a: " + "{b: " * 100000,
        "\n".join(" " * depth + "a:" for depth in range(900)),
    ],
)
def test_a_text_that_is_nested_without_end_is_refused_at_once(text):
    before = time.perf_counter()
    found = parse_yaml("a.yaml", text)
    assert time.perf_counter() - before < 1
    assert isinstance(found, Problem)
    assert str(found).endswith(DEEP)


def test_a_billion_laughs_are_refused_at_the_first():
    laughs = "a: &a [ha, ha]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert str(parse_yaml("a.yaml", laughs)) == f"a.yaml:1: {ANCHOR}"


SCALARS = st.none() | st.booleans() | st.integers() | st.dates() | st.text()
KEYS = st.text(min_size=1)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=8
    ),
)


def with_tuples(data):
    if isinstance(data, dict):
        return {key: with_tuples(value) for key, value in data.items()}
    return tuple(map(with_tuples, data)) if isinstance(data, list) else data


@given(DATA)
def test_what_is_written_is_read(data):
    text = yaml.safe_dump(data, allow_unicode=False)
    found = parse_yaml("a.yaml", text)
    # Only what is nested too deep may be refused, and keys that YAML marks with `!` or `?`.
    if isinstance(found, Document):
        assert found.data == with_tuples(data)
    else:
        assert found.rule.startswith("lists must not lie deeper")


WORDS_OF_YAML = "yes No ON off true FALSE null ~ y n .inf -.INF .nan 2021-10-01 1:30 0x1f 0o7 1e3"
PLAIN = st.text("0123456789-+.:_eExTZyYnNoOfFsStTuUlLrRaAiI~ жәІ", min_size=1).map(str.strip)


@given(PLAIN | st.sampled_from(WORDS_OF_YAML.split()) | st.datetimes().map(str))
@example("2001-12-14t21:59:43.10-05:00")
@example("-")
def test_a_word_without_quotation_marks_is_what_yaml_takes_it_for(text):
    try:
        wanted = yaml.safe_load(f"a: {text}")["a"]
    except (yaml.YAMLError, ValueError, OverflowError):
        assert isinstance(parse_yaml("a.yaml", f"a: {text}"), Problem)
        return
    found = parse_yaml("a.yaml", f"a: {text}")
    if isinstance(found, Problem):
        assert found.rule == "a number must be written in plain digits"
        assert type(wanted) is int
    else:
        assert repr(found.data["a"]) == repr(with_tuples(wanted))


@given(st.lists(st.from_regex("[a-z]{1,8}", fullmatch=True), unique=True), st.integers(1, 50))
def test_a_key_on_a_line_of_its_own_has_that_line(keys, first_line):
    text = "".join(f"{key}: x\n" for key in keys)
    document = parse_yaml("a.yaml", text, first_line)
    assert isinstance(document, Document)
    assert [document.line(key) for key in keys] == [first_line + at for at in range(len(keys))]


@given(st.text(st.sampled_from("ab:-[]{}#&*!|>'\"%@`, \n\t01")))
def test_any_text_is_a_document_or_a_problem(text):
    assert isinstance(parse_yaml("a.yaml", text), (Document, Problem))
